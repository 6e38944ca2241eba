"""What would break: a post that counts twice or not at all, or a goal that tells on each single person (D8)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from campaigns.delivery import Delivery, State
from campaigns.measurements import Measurements, Row
from campaigns.model import Goal
from campaigns.report import goal_now, posts_sent
from tests.builders import a_campaign, an_audience, an_occurrence

GOAL = Goal(text="8 of 10.", measure="notes", target=0.8, by=date(2027, 4, 1))


def delivered(state: State = State.SENT, **changes: object) -> Delivery:
    occurrence = replace(an_occurrence(), **changes)  # type: ignore[arg-type]
    return Delivery(occurrence.key, "crm", occurrence.at, None, state, occurrence)


def test_a_post_counts_once_for_all_who_read_it_at_one_moment_and_only_when_it_went_out() -> None:
    first = an_occurrence()
    sent = [
        delivered(),
        delivered(audience="service"),
        delivered(wall=first.wall + timedelta(days=7), weight=-2),
        delivered(series=2),
        delivered(State.HELD, post="held-1"),
        Delivery("n", "crm", first.at, None, State.SENT, person="room:anna"),
    ]
    assert sorted(posts_sent(sent).values()) == [-2, first.weight, first.weight]


def goal(*rows: tuple[str, int, int], sizes: tuple[int, int] = (50, 50)) -> tuple[int, int] | None:
    teams = {name: an_audience(size=size) for name, size in zip(("sales", "service"), sizes, strict=True)}
    measured = Measurements(tuple(Row(4, team, "notes", count, total) for team, count, total in rows))
    found = goal_now(a_campaign(goal=GOAL, audiences=teams), measured, week=5)
    return None if found is None else (found.count, found.total)


def test_the_goal_is_that_of_all_teams_that_are_large_enough_to_be_told() -> None:
    assert goal(("sales", 30, 50), ("service", 10, 50)) == (40, 100)
    assert goal(("sales", 30, 50), ("service", 1, 2), sizes=(50, 4)) == (30, 50)
    assert goal(("sales", 30, 50), ("service", 1, 2)) == (30, 50)
    assert goal() is None


@pytest.mark.parametrize("count", [0, 1, 299, 300])
def test_nobody_and_everybody_are_not_told_nor_a_share_that_is_rounded_to_them(count: int) -> None:
    assert goal(("sales", count, 300), sizes=(300, 50)) is None


def test_one_team_that_all_do_it_does_not_hide_the_whole() -> None:
    assert goal(("sales", 50, 50), ("service", 10, 50)) == (60, 100)


def test_a_campaign_without_a_measure_or_a_target_has_no_goal_to_report() -> None:
    measured = Measurements((Row(4, "sales", "notes", 30, 50),))
    for missing in ({"measure": None}, {"target": None}):
        campaign = a_campaign(goal=GOAL.model_copy(update=missing))
        assert goal_now(campaign, measured, week=5) is None
