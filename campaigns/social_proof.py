"""What may be said about how many do it: a level, growth, or nothing, as the numbers of this one group allow."""

from collections.abc import Mapping, Sequence
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
    HIDES_ANOTHER = "hides_another"  # from this number that of a group that is too small could be worked out


RULES_OF_PROOF: Final[dict[ProofReason, str]] = {
    ProofReason.LEVEL: "P4",
    ProofReason.GROWTH: "P4",
    ProofReason.GROUP_TOO_SMALL: "P3",
    ProofReason.TOTAL_TOO_SMALL: "P3",
    ProofReason.NOT_MEASURED: "P2",
    ProofReason.MEASURED_LONG_AGO: "P2",
    ProofReason.NOBODY_OR_EVERYBODY: "P9",
    ProofReason.MINORITY: "P4",
    ProofReason.HIDES_ANOTHER: "P3",
}


@dataclass(frozen=True)
class Proof:
    """`now` and `then` are the rows looked at. Only what `may_say_level` and `may_say_growth` allow is shown."""

    reason: ProofReason
    may_say_level: bool = False
    may_say_growth: bool = False
    now: Row | None = None
    then: Row | None = None


def smallest_of(minimum_group: int) -> int:
    """No campaign may ask for less than the floor."""
    return max(minimum_group, GROUP_FLOOR)


def prove(
    measurements: Measurements,
    *,
    measure: str,
    team: str,
    week: int,
    sizes: Mapping[str, int],
    minimum_group: int,
    said_weeks: Sequence[int] = (),
) -> Proof:
    """Rules P3, P4 and P9 on the newest numbers of this team up to campaign week `week`.

    `sizes` has the people of every team; `said_weeks` are the weeks of posts in which this measure was said before.
    """
    smallest = smallest_of(minimum_group)
    now = measurements.latest(measure=measure, team=team, week=week)
    if now is None:
        return Proof(ProofReason.NOT_MEASURED)
    refused = _refused(now, week=week, size=sizes[team], smallest=smallest)
    if refused is not None:
        return Proof(refused, now=now)
    said = [measurements.latest(measure=measure, team=team, week=before) for before in said_weeks]

    def tells_of_a_few(row: Row, beside: Sequence[Row | None]) -> bool:
        return _hides_a_team(measurements, row, sizes, smallest) or any(
            _differs_by_a_few(other, row, size=sizes[team], smallest=smallest) for other in beside
        )

    if tells_of_a_few(now, said):
        return Proof(ProofReason.HIDES_ANOTHER, now=now)
    then = measurements.earlier(now, weeks=COMPARE_WEEKS)
    may_compare = then is not None and _refused(then, week=then.week, size=sizes[team], smallest=smallest) is None
    has_grown = then is not None and may_compare and not tells_of_a_few(then, [*said, now]) and _grew(then, now)
    is_majority = now.share >= MAJORITY
    reason = ProofReason.LEVEL if is_majority else ProofReason.GROWTH if has_grown else ProofReason.MINORITY
    return Proof(reason, is_majority or has_grown, has_grown, now, then)


def _refused(row: Row, *, week: int, size: int, smallest: int) -> ProofReason | None:
    """Why this row may not be said in this week, whatever else is known."""
    if size < smallest:
        return ProofReason.GROUP_TOO_SMALL
    if row.total < smallest:
        return ProofReason.TOTAL_TOO_SMALL
    if row.week < week - FRESH_WEEKS:
        return ProofReason.MEASURED_LONG_AGO
    return ProofReason.NOBODY_OR_EVERYBODY if tells_on_everyone(row) else None


def _hides_a_team(measurements: Measurements, row: Row, sizes: Mapping[str, int], smallest: int) -> bool:
    """Whoever knows the sum of all teams finds a small team by subtraction, unless enough others are hidden with it.

    So the smallest of the other teams are hidden too, until those that are hidden make a group that is large enough.
    """
    of_week = {
        team: found
        for team in sizes
        for found in measurements.of(measure=row.measure, team=team)
        if found.week == row.week
    }
    hidden = {
        team for team, size in sizes.items() if size < smallest or (team in of_week and of_week[team].total < smallest)
    }
    if not hidden:
        return False
    shown = sorted(of_week.keys() - hidden, key=lambda team: (sizes[team], of_week[team].total, team))
    for team in shown:
        totals = sum(of_week[name].total for name in hidden if name in of_week)
        if min(sum(sizes[name] for name in hidden), totals or smallest) >= smallest:
            break
        hidden.add(team)
    return row.team.casefold() in {team.casefold() for team in hidden}


def _differs_by_a_few(before: Row | None, now: Row, *, size: int, smallest: int) -> bool:
    """Of two numbers that count people, the difference tells on the few who came or went."""
    counts_people = now.total <= size
    return counts_people and before is not None and 0 < abs(now.total - before.total) < smallest


def percentage(row: Row) -> int:
    """Rounded, half up: what people will read."""
    return floor(100 * row.count / row.total + 0.5)


def in_percentages(*rows: Row) -> bool:
    return all(row.total >= PERCENT_FROM for row in rows)


def grown_points(then: Row, now: Row) -> int:
    """The difference between the two percentages as they are shown."""
    return percentage(now) - percentage(then)


def tells_on_everyone(row: Row) -> bool:
    """0 % and 100 % say what each single person does; so does a share that is rounded to them."""
    return row.count in (0, row.total) or percentage(row) in (0, 100)


def _grew(then: Row, now: Row) -> bool:
    # In whole numbers: 100·now ≥ 100·then + 5 points, without the rounding of fractions.
    points_enough = 100 * (now.count * then.total - then.count * now.total) >= GROWTH_POINTS * now.total * then.total
    return points_enough and now.count - then.count >= GROWTH_COUNT
