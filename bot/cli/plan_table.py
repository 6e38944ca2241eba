"""The plan as a table: one line per post and moment, with the audiences that share it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from babel.dates import format_date, format_datetime

from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.texts.say import say
from campaigns.words import KINDS, Language

COLUMNS: Final = ("week", "iso_week", "day", "time", "post", "kind", "audience", "approver", "balance")
MOVED: Final = "*"
EXPECTED: Final = "?"
Row = tuple[str, ...]


def plan_title(campaign: Campaign, occurrences: Sequence[Occurrence]) -> str:
    walls = [occurrence.wall for occurrence in occurrences] or [datetime.combine(campaign.start, datetime.min.time())]
    return say(
        campaign.language,
        "plan_title",
        campaign=campaign.campaign,
        moments=len({(occurrence.post, occurrence.series, occurrence.wall) for occurrence in occurrences}),
        weeks=campaign.weeks,
        first=format_date(min(walls), "d MMMM y", locale=campaign.language),
        last=format_date(max(walls), "d MMMM y", locale=campaign.language),
    )


def plan_columns(language: Language) -> Row:
    return tuple(say(language, f"plan_column_{column}") for column in COLUMNS)


def plan_rows(campaign: Campaign, occurrences: Sequence[Occurrence]) -> Iterator[Row]:
    """In the order of time. Audiences share a line when moment, approver and balance are the same."""
    for _, group in groupby(sorted(occurrences, key=_order), key=_order):
        yield _row(campaign, list(group))


def _order(occurrence: Occurrence) -> tuple[datetime, str, int, str, str]:
    return (occurrence.wall, occurrence.post, occurrence.series or 0, occurrence.approver, f"{occurrence.balance:06}")


def _row(campaign: Campaign, shared: list[Occurrence]) -> Row:
    first, language = shared[0], campaign.language
    audiences = [occurrence.audience for occurrence in shared]
    everybody = set(audiences) == set(campaign.audiences) and len(audiences) > 1
    return (
        str(first.week),
        str(first.iso_week),
        format_date(first.wall, "EEE d MMM", locale=language),
        f"{first.wall:%H:%M}{_mark(first)}",
        first.post,
        KINDS[first.kind] if language == "nl" else first.kind,
        say(language, "plan_everybody") if everybody else ", ".join(audiences),
        first.approver,
        str(first.balance),
    )


def plan_notes(campaign: Campaign, occurrences: Sequence[Occurrence]) -> Iterator[str]:
    """What the marks beside a time mean, only for the marks that are there."""
    if any(occurrence.expected for occurrence in occurrences):
        yield f"{EXPECTED} {say(campaign.language, 'plan_expected')}"
    for occurrence in occurrences:
        if occurrence.moved_from is not None:
            moved = say(
                campaign.language,
                "plan_moved",
                post=occurrence.post,
                audience=occurrence.audience,
                from_moment=_moment(occurrence.moved_from, campaign.language),
                to_moment=_moment(occurrence.wall, campaign.language),
            )
            yield f"{MOVED} {moved}"


def _mark(occurrence: Occurrence) -> str:
    return EXPECTED if occurrence.expected else MOVED if occurrence.moved_from is not None else ""


def _moment(wall: datetime, language: Language) -> str:
    return format_datetime(wall, "EEE d MMM HH:mm", locale=language)
