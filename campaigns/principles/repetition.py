"""Come back to a theme in other words, spaced, not too often, and with an end."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final

from campaigns.findings import Level
from campaigns.occurrence import Occurrence
from campaigns.principles.alike import in_each_audience
from campaigns.principles.base import Checked, Found, Principle, Rule, WrittenText

ALIKE_IN_TEN: Final = 6  # of ten trigrams that two texts have, this many in common is the same text
ADVISED_TIMES, MOST_TIMES = 8, 10
CLOSEST, ADVISED_APART = 2, 5  # working days
ONE_WEEK: Final = timedelta(weeks=1)
_NO_WORDS: Final = re.compile(r"\{\{.*?\}\}|[\W_]+")
Trigrams = frozenset[str]


def texts_differ(checked: Checked) -> Iterator[Found]:
    """A question that is asked again measures, so only other texts are compared."""
    written = [text for text in checked.texts if not text.place.endswith(".question")]
    trigrams = [trigrams_of(text.text) for text in written]
    for number, earlier in _first_alike(written, trigrams):
        text, first = written[number], written[earlier]
        percent = round(100 * similarity(trigrams[number], trigrams[earlier]))
        fields = {"percent": percent, "first": first.post.id, "text": " ".join(first.text.split())[:60].rstrip()}
        yield Found("same_text", text.place, fields, post=text.post.id)


def trigrams_of(text: str) -> Trigrams:
    """Of its words, without capitals, signs and placeholders."""
    words = f" {_NO_WORDS.sub(' ', text.casefold()).strip()} "
    return frozenset(words[start : start + 3] for start in range(len(words) - 2))


def similarity(one: Trigrams, other: Trigrams) -> float:
    """Jaccard: what they have in common, of all that they have."""
    return len(one & other) / len(one | other)


def _first_alike(written: Sequence[WrittenText], trigrams: Sequence[Trigrams]) -> Iterator[tuple[int, int]]:
    """Each text that repeats an earlier one, with the first that it repeats. As bits they are compared at once."""
    bits: dict[str, int] = {}
    masks = [sum(1 << bits.setdefault(trigram, len(bits)) for trigram in one) for one in trigrams]
    for number, mask in enumerate(masks):
        for earlier in range(number):
            if _are_alike(mask, masks[earlier]) and _share_readers(written[earlier], written[number]):
                yield number, earlier
                break


def _are_alike(one: int, other: int) -> bool:
    return 10 * (one & other).bit_count() >= ALIKE_IN_TEN * (one | other).bit_count() > 0


def _share_readers(one: WrittenText, other: WrittenText) -> bool:
    """A text and the one that stands in for it are never both posted."""
    stands_in = one.post is other.post and other.place.endswith(".otherwise")
    return not stands_in and not set(one.post.for_audiences).isdisjoint(other.post.for_audiences)


def themes_do_not_wear_out(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _worn_themes)


def _worn_themes(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    for theme, posts in _by_theme(checked, occurrences).items():
        if len(posts) > ADVISED_TIMES:
            level = Level.ERROR if len(posts) > MOST_TIMES else Level.WARN
            most = MOST_TIMES if level is Level.ERROR else ADVISED_TIMES
            post = posts[most].post
            fields = {"theme": theme, "times": len(posts), "most": most}
            yield Found("theme_too_often", f"posts.{post}.theme", fields, post=post, level=level)


def themes_are_spaced(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _crowded_themes)


def _crowded_themes(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    """A post a week is spaced well, also when a holiday comes between."""
    calendar = checked.calendar
    for theme, posts in _by_theme(checked, occurrences).items():
        for earlier, later in pairwise(posts):
            first, second = earlier.wall.date(), later.wall.date()
            is_error = second < calendar.shift(first, CLOSEST)
            if is_error or (second - first < ONE_WEEK and second < calendar.shift(first, ADVISED_APART)):
                level, apart = (Level.ERROR, CLOSEST) if is_error else (Level.WARN, ADVISED_APART)
                fields = {"theme": theme, "post": later.post, "earlier": earlier.post, "apart": apart}
                yield Found("theme_too_soon", f"posts.{later.post}.when", fields, post=later.post, level=level)


def _by_theme(checked: Checked, occurrences: tuple[Occurrence, ...]) -> dict[str, list[Occurrence]]:
    """Without a theme a post is about nothing that returns."""
    themes = {post.id: " ".join(post.theme.casefold().split()) for post in checked.campaign.posts if post.theme}
    found: dict[str, list[Occurrence]] = {}
    for one in occurrences:
        if one.post in themes:
            found.setdefault(themes[one.post], []).append(one)
    return found


PRINCIPLE: Final = Principle(
    name="repetition",
    evidence=(
        "Liking rises with repetition and then falls (268 curves); attitudes to advertising peak at about 10 "
        "exposures and spacing helps. Spaced learning beats massed learning (g = 0.74 for spaced retrieval), "
        "and longer retention needs longer gaps. Lab and advertising, not chat at work."
    ),
    sources=(
        "Montoya et al. 2017",
        "Schmidt & Eisend 2015",
        "Cepeda et al. 2006",
        "Latimier 2021",
    ),
    rules=(
        Rule(
            "H1",
            Level.ERROR,
            "No two texts to one audience have 6 in 10 of their trigrams in common.",
            check=texts_differ,
        ),
        Rule(
            "H2",
            Level.WARN,
            "An audience reads of one theme at most 8 times; more than 10 times is an error.",
            check=themes_do_not_wear_out,
        ),
        Rule(
            "H3",
            Level.ERROR,
            "Posts about one theme are 2 working days apart or more; 5 is the advice.",
            check=themes_are_spaced,
        ),
        Rule(
            "H4",
            Level.ERROR,
            "A series ends: with its last text or in a week that it names.",
            where="campaigns/file_rules.py, campaigns/plan_findings.py",
        ),
        Rule(
            "H5",
            Level.WARN,
            "When reactions to a series stay below half of its first three, three times running, the owner hears it.",
            where="campaigns/wear_out.py, bot/jobs/wear_out.py",
            is_gate=True,
        ),
        Rule(
            "H7",
            Level.ERROR,
            "When the goal is reached or the seats are full, posts about it stop and say so.",
            where="campaigns/compose.py, campaigns/gates.py",
            is_gate=True,
        ),
    ),
)
