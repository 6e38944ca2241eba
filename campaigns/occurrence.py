"""One post for one audience at one instant: what the plan is made of."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Occurrence:
    """`wall` is naive time in the campaign's zone, `at` the same moment in UTC. Its key is stable and never reused.

    `balance` is the ledger of this audience after this occurrence. `approver` is an id in people. A wish post names its
    `wish`; `expected` says that it waits for that wish to be done, so its moment is only a forecast. One of a series
    has in `remembered` by what its text is known again when the series is edited.
    """

    campaign: str
    post: str
    kind: str
    audience: str
    wall: datetime
    at: datetime
    week: int
    ask_at: datetime
    remind_at: datetime
    late_after: datetime
    principles: tuple[str, ...]
    weight: int
    approver: str
    balance: int = 0
    sender: str | None = None
    series: int | None = None
    wish: str | None = None
    expected: bool = False
    moved_from: datetime | None = None
    remembered: str = ""

    @property
    def key(self) -> str:
        return f"{self.campaign}/{self.post}/{self.audience}/{self._when}"

    @property
    def at_once(self) -> str:
        """The same for every audience of its campaign that reads this post at this moment."""
        return f"{self.post}/{self._when}"

    @property
    def _when(self) -> str:
        mark = self.wish or self.series
        return f"{self.wall:%Y-%m-%dT%H:%M}" + (f"#{mark}" if mark is not None else "")

    @property
    def iso_week(self) -> int:
        return self.wall.isocalendar().week

    @property
    def slot(self) -> str:
        """The same post for the same audience, whatever its moment: what must never be sent twice."""
        return slot_of(self.campaign, self.post, self.audience, self.wish or self.series)


def slot_of(campaign: str, post: str, audience: str, mark: str | int | None) -> str:
    return f"{campaign}/{post}/{audience}" + (f"#{mark}" if mark is not None else "")


def is_too_late(occurrence: Occurrence, now: datetime) -> bool:
    """Past the time that the campaign still allows after its moment; on the last instant it may still go out."""
    return now > occurrence.late_after
