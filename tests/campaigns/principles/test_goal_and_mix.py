"""G1 to G4: a goal that can be measured and was discussed, several principles, and an honest end."""

from datetime import date
from typing import Any

import pytest

from campaigns.findings import Level
from campaigns.model import Campaign, Goal
from tests.builders import a_campaign, an_audience
from tests.campaigns.principles.planned import MONDAY, THURSDAY, a_plan, a_planned, found

GOAL = "8 out of 10 conversations have a note."


def with_goal(size: int = 18, **changes: Any) -> Campaign:
    """Twelve weeks from 11 January until 4 April 2027."""
    goal = Goal(**{"text": GOAL, "measure": "notes", "by": date(2027, 4, 1), "discussed_with": "sales", **changes})
    return a_campaign(goal=goal, audiences={"sales": an_audience(size=size)})


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({}, 0),
        ({"text": "Eight out of ten conversations have a note."}, 0),
        ({"text": "On 1 April everybody writes notes.", "target": 0.8}, 0),
        ({"text": "On 1 April everybody writes notes."}, 1),
        ({"measure": None}, 1),
        ({"by": None}, 1),
        ({"measure": None, "by": None, "text": "Better notes."}, 3),
        ({"by": date(2027, 1, 11)}, 0),
        ({"by": date(2027, 1, 10)}, 1),
        ({"by": date(2027, 5, 2)}, 0),
        ({"by": date(2027, 5, 3)}, 1),
    ],
)
def test_a_goal_has_a_number_a_measure_and_a_day_in_time(changes: dict[str, Any], count: int) -> None:
    assert len(found("G1", with_goal(**changes))) == count


@pytest.mark.parametrize(
    ("size", "discussed_with", "level"),
    [
        (49, "sales", None),
        (49, None, Level.WARN),
        (50, "works council, 3 December 2026", None),
        (50, "Works Council on 10 January", None),
        (50, "works council, 11 January 2027", Level.ERROR),
        (50, "works council", Level.ERROR),
        (50, "team leads or staff, 3 December 2026", Level.ERROR),
        (50, "OR, 3 December 2026", None),
        (50, None, Level.ERROR),
    ],
)
def test_from_fifty_people_the_works_council_comes_first(
    size: int, discussed_with: str | None, level: Level | None
) -> None:
    findings = found("G2", with_goal(size=size, discussed_with=discussed_with))
    assert [finding.level for finding in findings] == [level] * (level is not None)


MIXED = [a_planned("tip", 1), a_planned("benefit", 1, THURSDAY), a_planned("introduction", 2)]


def test_a_campaign_uses_four_principles_and_none_in_more_than_half_of_its_posts() -> None:
    assert found("G3", a_plan(*MIXED)) == []
    (few,) = found("G3", a_plan(*MIXED[:2]))
    assert few.message.startswith("The number of principles in the posts is 3;")
    often = found("G3", a_plan(*MIXED, a_planned("tip", 3), a_planned("tip", 4)))
    assert [finding.message.split(": ")[1].split(".")[0] for finding in often] == ["reciprocity", "repetition"]
    assert found("G3", a_plan(*MIXED, a_planned("tip", 3))) == []  # two of four is not more than half
    assert found("G3", a_plan()) == []


def test_a_post_for_three_audiences_counts_once() -> None:
    names = ("sales", "service", "office")
    tip = a_planned("tip", 1, for_audiences=names)
    audiences = {name: an_audience(channel=name) for name in names}
    assert found("G3", a_plan(tip, *MIXED[1:], audiences=audiences)) == []


@pytest.mark.parametrize(
    ("week", "changes", "message"),
    [
        (11, {"texts": ("It went less well.",)}, "In the last week, week 12, no management post"),
        (12, {"texts": ("It went very well.",)}, "management-12-0 closes the campaign for sales, but"),
        (12, {"texts": ("It did not go as planned.",)}, None),
        (12, {"texts": (), "briefing": "What went well and what went less well?"}, None),
    ],
)
def test_the_last_week_closes_with_what_went_less_well(week: int, changes: dict[str, Any], message: str | None) -> None:
    findings = found("G4", a_plan(a_planned("management", week, MONDAY, **changes)))
    assert [finding.message.startswith(message or "") for finding in findings] == [True] * (message is not None)


def test_only_management_closes_a_campaign() -> None:
    """Rule G4."""
    honest = {"texts": ("It went less well.",)}
    assert len(found("G4", a_plan(a_planned("thanks", 12, MONDAY, **honest)))) == 1
    assert found("G4", a_plan(a_planned("management", 12, MONDAY, **honest))) == []
