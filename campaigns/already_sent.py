"""Which wanted posts are history: sent once is sent for good, whatever the file says since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from campaigns.calendar import WorkCalendar
from campaigns.moments import AsSoonAs
from campaigns.occurrence import Occurrence
from campaigns.wanted import Wanted

# Kind, audience, wish and instant: a post that was given another id is still the same post.
Likeness = tuple[str, str, str | None, datetime]


@dataclass(frozen=True)
class SentBefore:
    """A post that now has another moment in the file than the one at which it was sent."""

    wanted: Wanted
    sent: Occurrence


def without_sent(
    wanted: Sequence[Wanted], sent: Sequence[Occurrence], calendar: WorkCalendar
) -> tuple[list[Wanted], list[SentBefore]]:
    """What is still to be sent, and what was sent at a moment that the file no longer has."""
    if not sent:
        return list(wanted), []
    by_slot = {occurrence.slot: occurrence for occurrence in sent}
    known = [(one, by_slot[one.slot]) for one in wanted if one.slot in by_slot and not one.turn.is_left]
    unmoved = {occurrence.slot for one, occurrence in known if _is_same_moment(one, occurrence)}
    renamed = {
        likeness
        for occurrence in sent
        if occurrence.slot not in unmoved
        for likeness in _likenesses(occurrence, calendar)
    }
    unsent = [one for one in wanted if one.turn.is_left or (one.slot not in by_slot and _likeness(one) not in renamed)]
    return unsent, [SentBefore(one, occurrence) for one, occurrence in known if occurrence.slot not in unmoved]


def _is_same_moment(wanted: Wanted, occurrence: Occurrence) -> bool:
    """News of a wish comes when the wish is done, so no file can give it another moment."""
    news = isinstance(wanted.post.when, AsSoonAs) and wanted.turn.wish is not None
    return news or wanted.turn.wall in (occurrence.wall, occurrence.moved_from)


def _likeness(wanted: Wanted) -> Likeness:
    instant = wanted.calendar.to_utc(wanted.turn.wall)
    return wanted.post.kind, wanted.audience, wanted.turn.wish, instant


def _likenesses(occurrence: Occurrence, calendar: WorkCalendar) -> Iterator[Likeness]:
    yield occurrence.kind, occurrence.audience, occurrence.wish, occurrence.at
    if occurrence.moved_from is not None:
        yield occurrence.kind, occurrence.audience, occurrence.wish, calendar.to_utc(occurrence.moved_from)
