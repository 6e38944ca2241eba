"""What may be said about how many do it: a level, growth, or nothing, as the numbers of this one group allow."""

from dataclasses import dataclass
from enum import StrEnum
from math import floor
from typing import Final

from campaigns.measurements import Measurements, Row

GROUP_FLOOR: Final = 5
PERCENT_FROM: Final = 10  # people or things counted; below it a share is said as "7 of the 9"
MAJORITY: Final = 0.5
GROWTH_POINTS: Final = 5
GROWTH_COUNT: Final = 2
COMPARE_WEEKS: Final = 4  # how far back the number to compare with is
FRESH_WEEKS: Final = 4  # an older number is no longer "now"


class ProofReason(StrEnum):
    """What decided."""

    LEVEL = "level"  # at least half: the level may be said
    GROWTH = "growth"  # growing: both ends may be said
    GROUP_TOO_SMALL = "group_too_small"
    TOTAL_TOO_SMALL = "total_too_small"
    NOT_MEASURED = "not_measured"
    MEASURED_LONG_AGO = "measured_long_ago"
    NOBODY_OR_EVERYBODY = "nobody_or_everybody"
    MINORITY = "minority"  # below half, and not growing enough


@dataclass(frozen=True)
class Proof:
    """`now` and `then` are the rows looked at. Only what `may_say_level` and `may_say_growth` allow is shown."""

    reason: ProofReason
    may_say_level: bool = False
    may_say_growth: bool = False
    now: Row | None = None
    then: Row | None = None


def prove(measurements: Measurements, *, measure: str, team: str, week: int, size: int, minimum_group: int) -> Proof:
    """Rules P3, P4 and P9 on the newest numbers of this team up to campaign week `week`."""
    smallest = max(minimum_group, GROUP_FLOOR)
    now = measurements.latest(measure=measure, team=team, week=week)
    if now is None:
        return Proof(ProofReason.NOT_MEASURED)
    if size < smallest:
        return Proof(ProofReason.GROUP_TOO_SMALL, now=now)
    if now.total < smallest:
        return Proof(ProofReason.TOTAL_TOO_SMALL, now=now)
    if now.week < week - FRESH_WEEKS:
        return Proof(ProofReason.MEASURED_LONG_AGO, now=now)
    if _tells_on_everyone(now):
        return Proof(ProofReason.NOBODY_OR_EVERYBODY, now=now)
    then = measurements.earlier(now, weeks=COMPARE_WEEKS)
    has_grown = then is not None and then.total >= smallest and not _tells_on_everyone(then) and _grew(then, now)
    is_majority = now.share >= MAJORITY
    reason = ProofReason.LEVEL if is_majority else ProofReason.GROWTH if has_grown else ProofReason.MINORITY
    return Proof(reason, is_majority or has_grown, has_grown, now, then)


def percentage(row: Row) -> int:
    """Rounded, half up: what people will read."""
    return floor(100 * row.count / row.total + 0.5)


def in_percentages(*rows: Row) -> bool:
    return all(row.total >= PERCENT_FROM for row in rows)


def grown_points(then: Row, now: Row) -> int:
    """The difference between the two percentages as they are shown."""
    return percentage(now) - percentage(then)


def _tells_on_everyone(row: Row) -> bool:
    """0 % and 100 % say what each single person does; so does a share that is rounded to them."""
    return row.count in (0, row.total) or percentage(row) in (0, 100)


def _grew(then: Row, now: Row) -> bool:
    # In whole numbers: 100·now ≥ 100·then + 5 points, without the rounding of fractions.
    points_enough = 100 * (now.count * then.total - then.count * now.total) >= GROWTH_POINTS * now.total * then.total
    return points_enough and now.count - then.count >= GROWTH_COUNT
