"""The plan of the shipped campaigns, of random ones, and of campaigns that were partly sent and then edited."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from campaigns.ledger import Ledger, ledger_of
from campaigns.model import Campaign, Rules
from campaigns.moments import Every, InWeek, OnDate
from campaigns.occurrence import Occurrence
from campaigns.parse import read_campaign
from campaigns.plan import Plan, plan, seat_moments
from tests.builders import NINE_THIRTY, a_campaign, a_post, an_audience, some_seats

# A random campaign takes a while to make; that says nothing about the plan.
SLOW_TO_MAKE = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
LIBRARY = Path(__file__).parents[2] / "campaigns" / "library"
TIMELINE = """
 1  2 Tue 12 Jan 09:30 management    all            0
 1  2 Thu 14 Jan 10:00 introduction  all            0
 2  3 Tue 19 Jan 09:30 tip           all            1
 2  3 Thu 21 Jan 10:00 benefit       all            2
 3  4 Tue 26 Jan 09:30 tip           all            3
 3  4 Thu 28 Jan 10:00 pulse         all            2
 3  4 Fri 29 Jan 15:00 wish          all            4
 4  5 Mon 01 Feb 09:30 call          all            2
 4  5 Tue 02 Feb 09:30 tip           all            3
 4  5 Thu 04 Feb 10:00 invitation    all            2
 5  6 Tue 09 Feb 09:30 tip           all            3
 5  6 Wed 10 Feb 10:00 status        all            2
 5  6 Fri 12 Feb 10:00 closing       all            2
 7  8 Tue 23 Feb 09:30 tip           all            3
 7  8 Thu 25 Feb 10:00 management    all            3
 7  8 Fri 26 Feb 15:00 wish          all            5
 8  9 Tue 02 Mar 09:30 tip           all            6
 8  9 Thu 04 Mar 10:00 commitment    sales,service  5
 8  9 Fri 05 Mar 10:00 outcome       all            5
 9 10 Tue 09 Mar 09:30 tip           all            6
 9 10 Thu 11 Mar 10:00 proof         sales,service  6
 9 10 Fri 12 Mar 15:00 wish          all            8
10 11 Tue 16 Mar 09:30 tip           all            9
10 11 Thu 18 Mar 10:00 pulse         all            8
11 12 Wed 24 Mar 15:00 wish          all           10
11 12 Thu 25 Mar 10:00 thanks        all           11
12 13 Tue 30 Mar 09:30 management    all           11
"""


def shipped(name: str) -> Campaign:
    file = LIBRARY / f"{name}.yaml"
    return read_campaign(file.read_bytes(), file.name)


def timeline(occurrences: Iterable[Occurrence]) -> list[str]:
    lines = []
    for wall, group in groupby(occurrences, key=lambda one: one.wall):
        together = list(group)
        audiences = "all" if len(together) == 3 else ",".join(one.audience for one in together)
        first = together[0]
        lines.append(
            f"{first.week:2} {first.iso_week:2} {wall:%a %d %b %H:%M} {first.kind:13} {audiences:13} {first.balance:2}"
        )
    return lines


def walls(planned: Plan) -> list[str]:
    return [f"{one.wall:%m-%d %H:%M}" for one in planned.occurrences]


def rules_found(planned: Plan) -> list[str]:
    return [f"{finding.rule} {finding.level}" for finding in planned.findings]


def two_tips(**rules: object) -> Campaign:
    """Two posts that want the same Tuesday."""
    posts = (a_post(), a_post(id="tip-2", line=20, when=InWeek(1, 1, time(11, 0))))
    return a_campaign(posts=posts, rules=Rules.model_validate(rules))


# The shipped campaigns


def test_the_shipped_campaign_has_exactly_its_27_moments_and_balances() -> None:
    planned = plan([shipped("one-customer-view")])
    assert timeline(planned.occurrences) == TIMELINE.strip("\n").splitlines()
    assert planned.findings == ()


def test_dutch_and_english_plan_to_the_same_instants() -> None:
    english, dutch = (plan([shipped(name)]).occurrences for name in ("one-customer-view", "een-klantbeeld"))
    what = [[(one.at, one.kind, one.series, one.balance, one.approver) for one in each] for each in (english, dutch)]
    assert what[0] == what[1]
    assert len(english) == 27 * 3 - 2


def test_the_shipped_campaign_gives_more_than_it_asks() -> None:
    sales = [one for one in plan([shipped("one-customer-view")]).occurrences if one.audience == "sales"]
    assert ledger_of(sales) == Ledger(gives=14, asks=6, information=7, balance=11, lowest_at_an_ask=2)


def test_a_free_week_is_skipped_and_the_tips_simply_continue() -> None:
    tips = [one for one in plan([shipped("one-customer-view")]).occurrences if one.kind == "tip"]
    assert [one.week for one in tips if one.audience == "sales"] == [2, 3, 4, 5, 7, 8, 9, 10]
    assert [one.series for one in tips if one.audience == "sales"] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_the_shipped_campaigns_do_not_disturb_each_other() -> None:
    both = plan([shipped("one-customer-view"), shipped("een-klantbeeld")])
    assert len(both.occurrences) == 2 * 79
    assert both.findings == ()


# One occurrence


def test_an_occurrence_knows_who_is_asked_and_when() -> None:
    post = a_post(kind="management", sender="sandra", when=InWeek(3, 1, NINE_THIRTY))
    rules = Rules(extra_free=frozenset({date(2027, 1, 25)}), late_after=timedelta(hours=3))
    (one,) = plan([a_campaign(posts=(post,), rules=rules)]).occurrences
    assert one.at == datetime(2027, 1, 26, 8, 30, tzinfo=UTC)
    assert one.ask_at == datetime(2027, 1, 18, 8, 0, tzinfo=UTC)  # five working days, and Monday 25 January is free
    assert one.remind_at == datetime(2027, 1, 21, 8, 0, tzinfo=UTC)
    assert one.late_after == datetime(2027, 1, 26, 11, 30, tzinfo=UTC)
    assert (one.approver, one.sender, one.principles) == ("sandra", "sandra", ("authority",))


@pytest.mark.parametrize(
    ("kind", "approver"), [("management", "sandra"), ("tip", "joris"), ("benefit", "karim"), ("wish", "joris")]
)
def test_the_kind_says_who_approves(kind: str, approver: str) -> None:
    (one,) = plan([a_campaign(posts=(a_post(kind=kind, sender="sandra"),))]).occurrences
    assert one.approver == approver


def test_a_post_for_the_same_audience_twice_is_one_post() -> None:
    assert len(plan([a_campaign(posts=(a_post(for_audiences=("sales", "sales")),))]).occurrences) == 1


def test_the_plan_is_ordered_by_time_then_file_then_audience() -> None:
    audiences = {"sales": an_audience(channel="A"), "service": an_audience(channel="B")}
    late = a_post(id="late", when=InWeek(2, 1, NINE_THIRTY), for_audiences=("service", "sales"))
    early = a_post(id="early", for_audiences=("service", "sales"))
    also = a_post(id="also", when=late.when, for_audiences=("sales", "service"))
    rules = Rules(max_per_day=2)
    planned = plan([a_campaign(posts=(late, early, also), audiences=audiences, rules=rules)])
    assert [(one.post, one.audience) for one in planned.occurrences] == [
        ("early", "service"),
        ("early", "sales"),
        ("late", "service"),
        ("late", "sales"),
        ("also", "sales"),
        ("also", "service"),
    ]


def test_seats_open_and_close_in_utc() -> None:
    opens, closes = seat_moments(a_campaign(seats=some_seats()))
    assert opens == datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
    assert closes == datetime(2027, 2, 11, 15, 0, tzinfo=UTC)
    with pytest.raises(LookupError):
        seat_moments(a_campaign())


def test_dst_weeks_keep_the_wall_time() -> None:
    for start, instants in (
        (date(2026, 10, 19), ["10-20 07:30", "10-27 08:30"]),
        (date(2027, 3, 22), ["03-23 08:30", "03-30 07:30"]),
    ):
        post = a_post(when=Every(1, NINE_THIRTY, 1), texts=("a", "b"))
        planned = plan([a_campaign(start=start, posts=(post,))])
        assert [f"{one.at:%m-%d %H:%M}" for one in planned.occurrences] == instants
        assert {f"{one.wall:%H:%M}" for one in planned.occurrences} == {"09:30"}


def test_leap_day_is_an_ordinary_tuesday() -> None:
    post = a_post(when=OnDate(date(2028, 2, 29), NINE_THIRTY))
    assert walls(plan([a_campaign(start=date(2028, 2, 28), posts=(post,))])) == ["02-29 09:30"]
