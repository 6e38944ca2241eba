"""People hear from people: someone introduces themselves, thanks name the act, praise needs that person's yes."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from campaigns.findings import Level
from campaigns.found_words import FoundWord, found_words
from campaigns.occurrence import Occurrence
from campaigns.principles.alike import in_each_audience
from campaigns.principles.base import Checked, Found, Principle, Rule
from campaigns.principles.written import found_at
from campaigns.words import WEEKDAYS

INTRODUCED_BY: Final = 2  # the last week in which people should meet someone of the project
LONGEST_WITHOUT_THANKS: Final = 6  # weeks
THANKING_KINDS: Final = frozenset({"thanks", "closing"})
MOST_HYPE: Final = 1
_NAME: Final = r"[A-ZÀ-Þ][\w'’-]+"
_LAST_NAME: Final = re.compile(rf"(?<![\w-]){_NAME}(?: (?:van|de|den|der|ten|ter|el)\b)*(?: {_NAME})*$")


def somebody_introduces_themselves(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _introduction)


def _introduction(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    if not any(one.kind == "introduction" and one.week <= INTRODUCED_BY for one in occurrences):
        yield Found("no_introduction", "campaign", {"weeks": INTRODUCED_BY})


def people_are_thanked(checked: Checked) -> Iterator[Found]:
    return in_each_audience(checked, _weeks_without_thanks)


def _weeks_without_thanks(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    """A campaign of six weeks may do without."""
    thanks = [one.week for one in occurrences if one.kind in THANKING_KINDS]
    for earlier, later in pairwise((0, *thanks, checked.campaign.weeks)):
        if later - earlier > LONGEST_WITHOUT_THANKS:
            yield Found(
                "weeks_without_thanks",
                "campaign",
                {"first": max(earlier, 1), "until": later, "longest": LONGEST_WITHOUT_THANKS},
            )


def praise_has_a_yes_and_blame_has_no_name(checked: Checked) -> Iterator[Found]:
    """Whoever is in `people` has a role in the campaign, and reads every text in their name first."""
    language, project = checked.campaign.language, _project_names(checked)
    for text in checked.texts:
        for found in found_words(language, "praise", text.text):
            name = _name_in(found)
            if name and not project & set(name.casefold().split()):
                yield found_at(text, "praise_without_yes", found.start, name=name)
        for found in found_words(language, "blame", text.text):
            yield found_at(text, "public_blame", found.start, words=found.words)


def _name_in(found: FoundWord) -> str:
    """The words with a capital at the end, without abbreviations: `Dank aan Anna de Vries` names Anna de Vries."""
    last = _LAST_NAME.search(found.words)
    return last[0].strip() if last and last.start() > 0 and not last[0].strip().isupper() else ""


def _project_names(checked: Checked) -> set[str]:
    campaign = checked.campaign
    names = [person.name for person in campaign.people.values()]
    others = [campaign.campaign, campaign.goal.text, *campaign.audiences, *(WEEKDAYS[campaign.language])]
    return {word for name in (*names, *others) for word in name.casefold().replace("_", " ").split() if len(word) > 2}


def texts_stay_sober(checked: Checked) -> Iterator[Found]:
    for text in checked.texts:
        found = found_words(checked.campaign.language, "hype", text.text)
        if len(found) > MOST_HYPE:
            said = ", ".join(f"'{word.words}'" for word in found)
            yield found_at(text, "hype", found[0].start, words=said, count=len(found))
        marks = text.text.count("!")
        if marks > MOST_HYPE:
            yield found_at(text, "cheering", text.text.rindex("!"), count=marks)


PRINCIPLE: Final = Principle(
    name="liking",
    evidence=(
        "A short thank-you from a manager raised calls by about 50% in the next week, through feeling valued; "
        "the field study is small and other papers of the co-author were retracted, so it shows a direction "
        "only. Similarity, cooperation and familiarity help in general."
    ),
    sources=("Grant & Gino 2010",),
    rules=(
        Rule(
            "L1",
            Level.WARN,
            "Someone of the project introduces themselves in the first 2 weeks.",
            check=somebody_introduces_themselves,
        ),
        Rule(
            "L2",
            Level.WARN,
            "A thanks or a closing, which both thank people, comes at least every 6 weeks.",
            check=people_are_thanked,
        ),
        Rule(
            "L3",
            Level.ERROR,
            "Nobody outside the project is praised by name without their yes, and nobody is blamed.",
            check=praise_has_a_yes_and_blame_has_no_name,
        ),
        Rule("L4", Level.WARN, "At most one big word and one exclamation mark in a post.", check=texts_stay_sober),
    ),
)
