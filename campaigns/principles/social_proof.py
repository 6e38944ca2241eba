"""Say how many do it only from measurements of that group, never to rank, never of a shrinking minority."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from campaigns.findings import Level
from campaigns.found_words import found_words, has_words, readable
from campaigns.kinds import KINDS, Approver
from campaigns.model import Post
from campaigns.placeholders import placeholders_in
from campaigns.principles.base import Checked, Found, Principle, Rule, WrittenText
from campaigns.principles.written import cut, each_word, found_at
from campaigns.sentences import words
from campaigns.wording import readable as name_of


def proof_has_no_typed_numbers(checked: Checked) -> Iterator[Found]:
    texts = [text for text in checked.texts_of("proof") if not _is_otherwise(text)]
    return _numbers(checked, texts, "typed_number")


MEASURED: Final = frozenset({"measure", "measure_then", "growth", "since"})
SHORTEST_QUOTE: Final = 4  # words
_AROUND: Final = 40  # signs around quoted words that may say who said them
_FIGURES: Final = re.compile(r"[0-9][0-9.,/]*\s?%?|%")
_QUOTED: Final = re.compile(r"[\"“”„«]([^\"“”„«»\n]+)[\"”“»]|‘[^‘’\n]+ [^‘’\n]+’(?!\w)")


def otherwise_claims_nothing(checked: Checked) -> Iterator[Found]:
    """It is posted exactly when the numbers support nothing."""
    texts = [text for text in checked.texts_of("proof") if _is_otherwise(text)]
    yield from _numbers(checked, texts, "number_in_otherwise")
    yield from each_word(checked, "level_claims", "claim_in_otherwise", texts)
    for text in texts:
        for name in MEASURED.intersection(placeholders_in(text.text)):
            yield found_at(text, "measure_in_otherwise", text.text.find("{{"), words=name)


def _numbers(checked: Checked, texts: Iterable[WrittenText], key: str) -> Iterator[Found]:
    texts = list(texts)
    for text in texts:
        for found in _FIGURES.finditer(readable(text.text)):
            yield found_at(text, key, found.start(), words=found[0])
    yield from each_word(checked, "numbers", key, texts)


def nobody_is_compared(checked: Checked) -> Iterator[Found]:
    names = (name for each in checked.campaign.audiences for name in (each, name_of(each)))
    teams = tuple(dict.fromkeys(name.casefold() for name in names))
    for text in checked.texts_of("proof"):
        found = next(iter(found_words(checked.campaign.language, "comparing", text.text, teams)), None)
        if found is not None:
            yield found_at(text, "compared", found.start, words=found.words)


def minorities_are_not_shown(checked: Checked) -> Iterator[Found]:
    return each_word(checked, "minority", "minority", checked.texts_of("proof"))


def proof_says_what_it_is_good_for(checked: Checked) -> Iterator[Found]:
    for text in checked.texts_of("proof"):
        if not _is_otherwise(text) and not has_words(checked.campaign.language, "approval", text.text):
            yield found_at(text, "bare_proof")


def quotes_are_from_their_person(checked: Checked) -> Iterator[Found]:
    for text in checked.texts:
        for found in _QUOTED.finditer(text.text):
            if _is_quote(checked, text, found):
                yield from _quote_without_yes(checked, text, found)


def _is_quote(checked: Checked, text: WrittenText, found: re.Match[str]) -> bool:
    """Words that somebody said, not the name of a wish or a button: a sentence, with I or we, or said by somebody."""
    if len(words(found[0])) < SHORTEST_QUOTE:
        return False
    language = checked.campaign.language
    around = text.text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    is_sentence = found[0][1:-1].rstrip()[-1:] in (".", "!", "?")
    return is_sentence or has_words(language, "first_person", found[0]) or has_words(language, "speech", around)


def _quote_without_yes(checked: Checked, text: WrittenText, found: re.Match[str]) -> Iterator[Found]:
    """The text that a person approves is the one that goes out with their name."""
    people = checked.campaign.people
    named = {name for name, person in people.items() if _is_named(person.name, text.text)}
    fields = {"quote": cut(found[0])}
    if not named:
        yield found_at(text, "quote_of_nobody", found.start(), **fields)
    elif not named & _approvers(checked, text.post):
        who = ", ".join(people[name].name for name in sorted(named))
        yield found_at(text, "quote_without_yes", found.start(), who=who, **fields)


def _is_named(name: str, text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) for part in (name, name.split()[0]))


def _approvers(checked: Checked, post: Post) -> set[str]:
    campaign = checked.campaign
    approver = KINDS[post.kind].approver
    if approver is Approver.LEAD:
        return {campaign.audiences[name].lead for name in post.for_audiences}
    return {post.sender or campaign.owner if approver is Approver.SENDER else campaign.owner}


def _is_otherwise(text: WrittenText) -> bool:
    return text.place.endswith(".otherwise")


PRINCIPLE: Final = Principle(
    name="social proof",
    evidence=(
        "Stressing how common the bad behaviour is makes it more common: 7.92% theft against 2.92% without a "
        "sign. Average figures make good performers worse unless approval is added. A near group worked "
        "better for towels, but a German replication found no advantage. Where a behaviour is still a "
        "minority, say that it grows: 17% became 34%."
    ),
    sources=(
        "Cialdini et al. 2006",
        "Schultz et al. 2007",
        "Goldstein et al. 2008",
        "Bohner & Schlüter 2014",
        "Sparkman & Walton 2017",
    ),
    rules=(
        Rule(
            "P1",
            Level.ERROR,
            "No numbers in the text of a proof, in figures or words: only placeholders.",
            check=proof_has_no_typed_numbers,
        ),
        Rule(
            "P5",
            Level.ERROR,
            "A proof has a text for when the numbers support nothing; it claims no number, level or growth.",
            check=otherwise_claims_nothing,
            where="campaigns/file_rules.py",
        ),
        Rule("P6", Level.ERROR, "No team and no person is compared with another.", check=nobody_is_compared),
        Rule("P7", Level.ERROR, "A proof never stresses that it is only a few.", check=minorities_are_not_shown),
        Rule("P8", Level.WARN, "A proof thanks, or says what it is good for.", check=proof_says_what_it_is_good_for),
        Rule(
            "P10",
            Level.ERROR,
            "A quote names its person, and that person approves the post.",
            check=quotes_are_from_their_person,
        ),
        Rule(
            "P2",
            Level.ERROR,
            "The measure is in the measurements, per team and week, never per person.",
            where="campaigns/measurements.py, campaigns/compose.py",
            is_gate=True,
        ),
        Rule(
            "P3",
            Level.ERROR,
            "Nothing is said of a group smaller than `minimum_group`, also not by subtraction; percentages from 10 on.",
            where="campaigns/social_proof.py",
            is_gate=True,
        ),
        Rule(
            "P4",
            Level.ERROR,
            "A level is said from 50% on; else growth of 5 points and 2 people; else the other text; else nothing.",
            where="campaigns/social_proof.py",
            is_gate=True,
        ),
        Rule(
            "P9",
            Level.ERROR,
            "0% and 100% are never said: they tell of everyone.",
            where="campaigns/social_proof.py",
            is_gate=True,
        ),
    ),
)
