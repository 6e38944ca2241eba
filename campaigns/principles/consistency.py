"""Ask for small, free and specific commitments, and keep your own promises."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal

from campaigns.findings import Level
from campaigns.found_words import ListName, found_words, has_words
from campaigns.kinds import KINDS
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.principles.alike import in_each_audience
from campaigns.principles.base import Checked, Found, Principle, Rule, WrittenText
from campaigns.principles.written import content_words, each_word, found_at
from campaigns.promised_days import promised_days
from campaigns.sentences import Sentence, sentences
from campaigns.spans import describe_day
from campaigns.wanted import opening_and_closing

GIVES_BEFORE_A_COMMITMENT: Final = 2
OUTCOME_WITHIN: Final = timedelta(weeks=4)
FREE_WORDS: Final[tuple[ListName, ...]] = ("voluntary", "permitting")
ABOUT_THE_SEATS: Final = frozenset({"call", "status", "closing"})


def commitments_come_between_gives_and_asks(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _misplaced_commitments)


def _misplaced_commitments(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    for number, one in enumerate(occurrences):
        if one.kind != "commitment":
            continue
        gives = sum(before.weight > 0 for before in occurrences[:number])
        if gives < GIVES_BEFORE_A_COMMITMENT:
            fields = {"post": one.post, "gives": gives, "needed": GIVES_BEFORE_A_COMMITMENT}
            yield Found("commitment_too_early", f"posts.{one.post}.when", fields, post=one.post)
        if not any(later.weight < 0 for later in occurrences[number + 1 :]):
            yield Found("commitment_last", f"posts.{one.post}.when", {"post": one.post}, post=one.post)


def seats_have_an_outcome(checked: Checked) -> Iterator[Found]:
    if checked.campaign.seats is not None:
        yield from in_each_audience(checked, _missing_outcome)


def _missing_outcome(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    """Who heard of the seats hears what came of them."""
    campaign = checked.campaign
    if not any(one.kind in ABOUT_THE_SEATS for one in occurrences):
        return
    closes = opening_and_closing(campaign, checked.calendar)[1].date()
    last = (_first_meeting(campaign, closes) or closes) + OUTCOME_WITHIN
    outcome = next((one for one in occurrences if one.kind == "outcome" and one.wall.date() > closes), None)
    fields = {"last": describe_day(last, campaign.language), "weeks": OUTCOME_WITHIN.days // 7}
    if outcome is None:
        yield Found("no_outcome", "seats", fields)
    elif outcome.wall.date() > last:
        yield Found("outcome_too_late", f"posts.{outcome.post}.when", fields, post=outcome.post)


def _first_meeting(campaign: Campaign, closes: date) -> date | None:
    """The first day that a closing post names; nothing else in a campaign tells when the group meets."""
    texts = (text for post in campaign.posts if post.kind == "closing" for text in post.texts)
    return min((dated.day for text in texts for dated in promised_days(text, today=closes)), default=None)


def commitments_are_free(checked: Checked) -> Iterator[Found]:
    texts = list(checked.texts_of("commitment"))
    for text in texts:
        if not any(has_words(checked.campaign.language, name, text.text) for name in FREE_WORDS):
            yield found_at(text, "commitment_not_free")
    yield from each_word(checked, "keeping_lists", "list_of_commitments", texts)


def commitments_are_if_then(checked: Checked) -> Iterator[Found]:
    for text in checked.texts_of("commitment"):
        if not has_words(checked.campaign.language, "if_then", text.text):
            yield found_at(text, "no_if_then")


def a_step_is_free_or_fixed(checked: Checked) -> Iterator[Found]:
    for text in checked.texts:
        free = _sentences_with(checked, "voluntary", text)
        fixed = _sentences_with(checked, "obligatory", text) if free else []
        same = next(((one, other) for one in free for other in fixed if _same_step(checked, text, one, other)), None)
        if same is not None:
            language = checked.campaign.language
            said = found_words(language, "voluntary", same[0].text)[0]
            against = found_words(language, "obligatory", same[1].text)[0]
            fields = {"free": said.words, "fixed": against.words}
            yield found_at(text, "free_and_fixed", same[1].start + against.start, **fields)


def _sentences_with(checked: Checked, name: Literal["voluntary", "obligatory"], text: WrittenText) -> list[Sentence]:
    language = checked.campaign.language
    if not has_words(language, name, text.text):
        return []
    return [sentence for sentence in sentences(text.text) if has_words(language, name, sentence.text)]


def _same_step(checked: Checked, text: WrittenText, one: Sentence, other: Sentence) -> bool:
    """A post that asks is about one step; elsewhere two sentences are when they share a word that says something."""
    if one is other or KINDS[text.post.kind].weight < 0:
        return True
    language = checked.campaign.language
    return not content_words(language, one.text).isdisjoint(content_words(language, other.text))


PRINCIPLE: Final = Principle(
    name="consistency",
    evidence=(
        "A small request before a bigger one has a small effect (r = .11 to .17) and can also lower "
        "compliance. If-then plans help: d = .65 over 94 tests, probably less after correction. Saying that "
        "people are free to refuse raised compliance in 42 studies, and it is honest. Asking for a say and "
        "ignoring it does harm: less voice and more conflict in a Dutch healthcare organisation (N = 137)."
    ),
    sources=(
        "Dillard, Hunter & Burgoon 1984",
        "Burger 1999",
        "Gollwitzer & Sheeran 2006",
        "Carpenter 2013",
        "De Vries, Jehn & Terwel 2012",
    ),
    rules=(
        Rule(
            "C1",
            Level.WARN,
            "A commitment comes after two gives, and before or between other asks.",
            check=commitments_come_between_gives_and_asks,
        ),
        Rule(
            "C4",
            Level.ERROR,
            "A day named in a management text or in an answer is kept, or its missing is told.",
            where="campaigns/promises.py, bot/jobs/promises.py",
            is_gate=True,
        ),
        Rule(
            "C5",
            Level.ERROR,
            "After the seats close an outcome follows within 4 weeks of the first meeting.",
            check=seats_have_an_outcome,
        ),
        Rule(
            "C6",
            Level.ERROR,
            "Every wish has an answer within 5 working days: a date, not now with the reason, or done.",
            where="campaigns/wishes.py, campaigns/promised_wishes.py",
            is_gate=True,
        ),
        Rule(
            "C2",
            Level.ERROR,
            "A commitment says that it is voluntary; nobody keeps a list of who did and who did not.",
            check=commitments_are_free,
        ),
        Rule("C3", Level.WARN, "A commitment has the form of if and then.", check=commitments_are_if_then),
        Rule(
            "C7",
            Level.ERROR,
            "One step is voluntary or mandatory, never both in a post.",
            check=a_step_is_free_or_fixed,
        ),
    ),
)
