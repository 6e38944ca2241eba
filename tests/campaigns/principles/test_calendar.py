"""E1 and H6 are seen to while posts get their place, E3 and the rest while the file is read: each row says where."""

from datetime import date, time

import pytest

from campaigns.findings import Level
from campaigns.model import Campaign, Post, Rules
from campaigns.moments import OnDate
from campaigns.plan import plan
from campaigns.principles.calendar import PRINCIPLE
from tests.campaigns.bad_campaigns import found as read
from tests.campaigns.principles.planned import MONDAY, TUESDAY, WEDNESDAY, a_plan, a_planned

HOURS = "hours: 09:00 to 17:00"


def fixed(day: date, at: time = time(9, 30)) -> Post:
    return a_planned("tip", 1, when=OnDate(day, at))


def levels(rule: str, campaign: Campaign) -> list[Level]:
    return [finding.level for finding in plan([campaign]).findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("post", "found"),
    [
        (fixed(date(2027, 3, 29)), [Level.ERROR]),  # Easter Monday
        (fixed(date(2027, 3, 30)), []),
        (fixed(date(2027, 1, 12), time(17, 1)), [Level.ERROR]),
        (fixed(date(2027, 1, 12), time(17, 0)), []),
        (a_planned("tip", 12, MONDAY), [Level.WARN]),  # a moment in a week moves, a date does not
    ],
)
def test_no_post_comes_on_a_holiday_or_outside_hours(post: Post, found: list[Level]) -> None:
    assert levels("E1", a_plan(post)) == found


def test_a_channel_gets_no_more_posts_than_agreed() -> None:
    same_day = (a_planned("tip", 1), a_planned("benefit", 1))
    assert levels("H6", a_plan(*same_day)) == [Level.WARN]
    assert levels("H6", a_plan(*same_day, rules=Rules(max_per_day=2))) == []
    same_week = [a_planned("tip", 1, day) for day in (MONDAY, TUESDAY, WEDNESDAY)]
    assert levels("H6", a_plan(*same_week, rules=Rules(max_per_week=2))) == [Level.WARN]
    assert levels("H6", a_plan(*same_week, rules=Rules(max_per_week=3))) == []


@pytest.mark.parametrize(
    ("stopped", "left_alone"),
    [("minimum_group: 4", "minimum_group: 5"), ("keep: 13 months", "keep: 12 months")],
)
def test_e3_a_group_is_no_smaller_than_five_and_nothing_is_kept_longer_than_a_year(
    stopped: str, left_alone: str
) -> None:
    assert [rule for _, rule in read((HOURS, f"{stopped}\n  {HOURS}"))] == ["E3"]
    assert read((HOURS, f"{left_alone}\n  {HOURS}")) == []


def test_every_row_says_where_it_is_seen_to() -> None:
    assert all(rule.where and rule.check is None for rule in PRINCIPLE.rules)
