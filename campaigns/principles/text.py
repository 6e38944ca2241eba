"""A post is short and plain: one thing, everyday words, a date instead of a promise."""

import re
from collections.abc import Iterator
from typing import Final

from campaigns.approval import LONGEST_TEXT
from campaigns.findings import Level
from campaigns.found_words import WORD_LISTS, found_words, has_words, plain_words, readable
from campaigns.kinds import KINDS
from campaigns.placeholders import placeholders_in
from campaigns.principles.base import Checked, Found, Principle, Rule, WrittenText
from campaigns.principles.written import Shown, button_word, cut, each_word, found_at, posted, shown
from campaigns.readability import score
from campaigns.sentences import sentences, words
from campaigns.words import Language

LONGEST_SENTENCE: Final = 20  # words
LONGEST_AVERAGE: Final = 12  # words a sentence
AVERAGE_FROM: Final = 30  # words: an average over one or two sentences says no more than T1
EASY_ENOUGH: Final = 60
MOST_WORDS: Final = 120
LONGEST_ALT: Final = 2000  # characters, an emoji is two; Slack takes no more, and no description is ever cut
MOST_EMOJI: Final = 2
MOST_PASSIVES: Final = 1
SHOUTED_FROM: Final = 5  # letters: shorter words in capitals are often abbreviations
_EMOJI: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}|[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001faff]")
_CAPITALS: Final = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{2,}(?![\w-])")
_VOWEL: Final = re.compile("[AEIOUYÀ-Þ]")


def sentences_are_short(checked: Checked) -> Iterator[Found]:
    for text in _sentence_texts(checked):
        for sentence in sentences(text.text):
            count = len(sentence.words)
            if count > LONGEST_SENTENCE:
                fields = {"count": count, "most": LONGEST_SENTENCE, "sentence": cut(sentence.text)}
                yield found_at(text, "long_sentence", sentence.start, **fields)


def _sentence_texts(checked: Checked) -> Iterator[Shown]:
    """W1 counts what an audience gains."""
    return (text for text in shown(checked) if not text.place.startswith("audiences."))


def sentences_are_short_on_average(checked: Checked) -> Iterator[Found]:
    for text in posted(checked):
        lengths = [len(sentence.words) for sentence in sentences(text.text)]
        if sum(lengths) >= AVERAGE_FROM and sum(lengths) > LONGEST_AVERAGE * len(lengths):
            average = _decimal(sum(lengths) / len(lengths), checked.campaign.language)
            yield found_at(text, "long_average", average=average, most=LONGEST_AVERAGE)


def texts_are_readable(checked: Checked) -> Iterator[Found]:
    for text in posted(checked):
        found = score(checked.campaign.language, text.text)
        if found is not None and found < EASY_ENOUGH:
            yield found_at(text, "hard_to_read", score=round(found), least=EASY_ENOUGH)


def texts_are_short(checked: Checked) -> Iterator[Found]:
    for text in checked.texts:
        count = len(words(text.text))
        if count > MOST_WORDS:
            yield found_at(text, "long_text", count=count, most=MOST_WORDS)
    yield from _too_long_to_post(checked)


def _too_long_to_post(checked: Checked) -> Iterator[Found]:
    """What stands on one card together; above this a platform may refuse it at its moment."""
    for post in checked.campaign.posts:
        beside = sum(len(text) for text in (post.question, post.action, post.source) if text)
        longest = max((len(text) for text in (*post.texts, post.otherwise) if text), default=0)
        if beside + longest > LONGEST_TEXT:
            fields = {"count": beside + longest, "most": LONGEST_TEXT}
            yield Found("too_long_to_post", f"posts.{post.id}.text", fields, post=post.id, level=Level.ERROR)


def words_are_plain(checked: Checked) -> Iterator[Found]:
    language = checked.campaign.language
    for found in each_word(checked, "jargon", "jargon", shown(checked)):
        plain = plain_words(language, str(found.fields["words"]))
        yield Found(found.key, found.place, {**found.fields, "plain": plain}, found.before, found.post)


def promises_have_a_date(checked: Checked) -> Iterator[Found]:
    return each_word(checked, "vague", "vague_promise", shown(checked))


def texts_do_not_shout(checked: Checked) -> Iterator[Found]:
    for text in checked.texts:
        marks, emoji = text.text.count("!"), _EMOJI.findall(text.text)
        if marks > 1:
            yield found_at(text, "exclamations", text.text.rindex("!"), count=marks)
        if len(emoji) > MOST_EMOJI:
            yield found_at(text, "many_emoji", count=len(emoji), most=MOST_EMOJI)
        yield from _shouting(checked, text)


def _shouting(checked: Checked, text: WrittenText) -> Iterator[Found]:
    """One finding a text; a name that the campaign itself writes in capitals is none."""
    known = f"{checked.campaign.campaign} {checked.campaign.goal.text}"
    short = WORD_LISTS[checked.campaign.language].shouted
    for found in _CAPITALS.finditer(readable(text.text)):
        is_word = len(found[0]) >= SHOUTED_FROM and _VOWEL.search(found[0])
        if (is_word or found[0] in short) and found[0] not in known:
            yield found_at(text, "shouting", found.start(), words=found[0])
            return


def posts_ask_one_thing(checked: Checked) -> Iterator[Found]:
    for text in checked.texts:
        own = KINDS[text.post.kind].button
        buttons = {name for name in placeholders_in(text.text) if name.startswith("button:")}
        asks = buttons | {f"button:{own}"} if own else buttons
        if len(asks) > 1:
            names = ", ".join(sorted(button_word(checked, name) for name in asks))
            yield found_at(text, "several_asks", count=len(asks), words=names)


def texts_do_not_oblige(checked: Checked) -> Iterator[Found]:
    """What is a rule may be called one, with its reason. A question asks and obliges nobody."""
    language = checked.campaign.language
    for text in checked.texts:
        if not has_words(language, "obliging", text.text) or _is_a_rule_with_its_reason(text.text, language):
            continue
        for sentence in sentences(text.text):
            found = next(iter(found_words(language, "obliging", sentence.text)), None)
            if found is not None and not sentence.text.endswith("?"):
                yield found_at(text, "obliging", sentence.start + found.start, words=found.words)


def _is_a_rule_with_its_reason(text: str, language: Language) -> bool:
    return has_words(language, "rule_words", text) and has_words(language, "reason_words", text)


def images_have_a_description(checked: Checked) -> Iterator[Found]:
    for post in checked.campaign.posts:
        alt = (post.alt or "").strip()
        if post.image and not alt:
            yield Found("no_alt", f"posts.{post.id}.image", {"image": cut(post.image)}, post=post.id)
        elif alt and not post.image:
            yield Found("alt_without_image", f"posts.{post.id}.alt", post=post.id)
        elif (count := len(alt.encode("utf-16-le")) // 2) > LONGEST_ALT:
            fields = {"count": count, "most": LONGEST_ALT}
            yield Found("long_alt", f"posts.{post.id}.alt", fields, post=post.id)


def texts_are_active(checked: Checked) -> Iterator[Found]:
    for text in checked.texts:
        found = found_words(checked.campaign.language, "passive", text.text)
        if len(found) > MOST_PASSIVES:
            quoted = ", ".join(f"'{cut(each.words)}'" for each in found)
            yield found_at(text, "passive", found[0].start, count=len(found), words=quoted)


def _decimal(number: float, language: Language) -> str:
    return f"{number:.1f}".replace(".", "," if language == "nl" else ".")


PRINCIPLE: Final = Principle(
    name="text",
    evidence=(
        "Attention is scarce: 153 chat messages and 117 e-mails a day, and an interruption every two minutes. "
        "The reading formulas of Flesch and Douma count sentences and syllables only; B1 has no formula, so a "
        "score is advice and is never given below 40 words."
    ),
    sources=(
        "Microsoft Work Trend Index, June 2025 (telemetry of a vendor)",
        "Flesch 1948",
        "Douma 1960",
        "Pander Maat et al. 2023",
    ),
    rules=(
        Rule("T1", Level.ERROR, "A sentence has at most 20 words.", check=sentences_are_short),
        Rule(
            "T2",
            Level.WARN,
            "The sentences of a text have at most 12 words on average.",
            check=sentences_are_short_on_average,
        ),
        Rule(
            "T3",
            Level.WARN,
            "A text of 40 words or more scores 60 or more (Flesch-Douma, Flesch).",
            check=texts_are_readable,
        ),
        Rule(
            "T4",
            Level.WARN,
            "A post has at most 120 words; 25 to 60 reads best. Over 3,000 characters it is an error.",
            check=texts_are_short,
        ),
        Rule("T5", Level.WARN, "Everyday words instead of jargon.", check=words_are_plain),
        Rule("T6", Level.ERROR, "A promise has a date, never 'soon'.", check=promises_have_a_date),
        Rule(
            "T7",
            Level.WARN,
            "At most one exclamation mark and two emoji; no words in capitals.",
            check=texts_do_not_shout,
        ),
        Rule("T8", Level.ERROR, "A post asks one thing: one button at most.", check=posts_ask_one_thing),
        Rule(
            "T9", Level.ERROR, "Every placeholder is known and has something to show.", where="campaigns/file_rules.py"
        ),
        Rule(
            "T10",
            Level.WARN,
            "Nobody is told what they must do, unless it is a rule and the post says why.",
            check=texts_do_not_oblige,
        ),
        Rule(
            "T11",
            Level.ERROR,
            "An image has a description in words, of at most 2,000 characters.",
            check=images_have_a_description,
        ),
        Rule("T12", Level.WARN, "At most one passive sentence in a post.", check=texts_are_active),
        Rule(
            "T13",
            Level.ERROR,
            "An image is a still PNG, JPEG or GIF beside the campaign file, of at most 1 MB and 1,024 × 1,024 pixels; "
            "what is posted is what was approved.",
            where="campaigns/images.py, bot/claiming.py",
            is_gate=True,
        ),
    ),
)
