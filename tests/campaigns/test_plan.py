"""The plan of the shipped campaigns, of random ones, and of campaigns that were partly sent and then edited."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.calendar import WorkCalendar
from campaigns.ledger import Ledger, ledger_of
from campaigns.model import Campaign, Rules
from campaigns.moments import Around, AsSoonAs, Every, InWeek, OnDate
from campaigns.occurrence import Occurrence
from campaigns.parse import read_campaign
from campaigns.placing import caps_by_channel, monday_of
from campaigns.plan import Happened, Plan, plan, seat_moments
from campaigns.wanted import channel_name
from tests.builders import NINE_THIRTY, a_campaign, a_post, a_wish, an_audience, some_seats
from tests.campaigns.random_campaigns import some_campaigns

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


# Moved and refused


def test_a_movable_post_on_a_free_day_moves_visibly_to_the_next_working_day() -> None:
    easter_monday = a_post(when=InWeek(12, 0, NINE_THIRTY))
    planned = plan([a_campaign(posts=(easter_monday,))])
    assert walls(planned) == ["03-30 09:30"]
    assert planned.occurrences[0].moved_from == datetime(2027, 3, 29, 9, 30)
    assert rules_found(planned) == ["E1 warn"]
    assert "Monday 29 March 2027 09:30" in planned.findings[0].message
    assert planned.findings[0].line == easter_monday.line


def test_a_movable_post_outside_hours_moves_to_the_next_opening_hour() -> None:
    early, late = a_post(when=InWeek(1, 1, time(7, 0))), a_post(id="tip-2", when=InWeek(1, 4, time(20, 0)))
    planned = plan([a_campaign(posts=(early, late))])
    assert walls(planned) == ["01-12 09:00", "01-18 09:00"]
    assert rules_found(planned) == ["E1 warn", "E1 warn"]


def test_a_second_post_on_a_day_moves_to_the_next_day_at_its_own_time() -> None:
    planned = plan([two_tips()])
    assert walls(planned) == ["01-12 09:30", "01-13 11:00"]
    assert rules_found(planned) == ["H6 warn"]
    assert planned.findings[0].post == "tip-2"


def test_a_full_week_sends_a_post_to_the_next_week() -> None:
    planned = plan([two_tips(max_per_day=5, max_per_week=1)])
    assert walls(planned) == ["01-12 09:30", "01-18 11:00"]
    assert rules_found(planned) == ["H6 warn"]


@pytest.mark.parametrize(
    ("when", "rule"),
    [
        (OnDate(date(2027, 3, 29), NINE_THIRTY), "E1 error"),
        (OnDate(date(2027, 1, 13), time(20, 0)), "E1 error"),
        (OnDate(date(2027, 1, 12), time(11, 0)), "H6 error"),
        (Around(1, "before", "closing", time(8, 0)), "E1 error"),
    ],
)
def test_a_fixed_post_is_refused_where_it_may_not_stand(when: OnDate | Around, rule: str) -> None:
    first = a_post(id="first", when=OnDate(date(2027, 1, 12), NINE_THIRTY))
    planned = plan([a_campaign(posts=(first, a_post(id="fixed", when=when)), seats=some_seats())])
    assert walls(planned) == ["01-12 09:30"]
    assert rules_found(planned) == [rule]


def test_a_fixed_post_goes_before_a_movable_one_that_wants_the_same_day() -> None:
    movable = a_post(id="movable", when=InWeek(1, 1, NINE_THIRTY))
    fixed = a_post(id="fixed", when=OnDate(date(2027, 1, 12), time(15, 0)))
    planned = plan([a_campaign(posts=(movable, fixed))])
    assert [(one.post, f"{one.wall:%m-%d}") for one in planned.occurrences] == [
        ("fixed", "01-12"),
        ("movable", "01-13"),
    ]


def test_a_post_that_finds_no_room_within_ten_working_days_is_refused() -> None:
    rules = Rules(free_weeks=frozenset({1, 2, 3}))
    planned = plan([a_campaign(rules=rules)])
    assert walls(planned) == ["02-01 09:30"]  # free days are no working days, so this is a move of one
    full = [a_post(id=f"tip-{n}", when=InWeek(1, 0, NINE_THIRTY)) for n in range(12)]
    planned = plan([a_campaign(posts=tuple(full), rules=Rules(max_per_week=5))])
    assert len(planned.occurrences) == 11
    assert [finding for finding in rules_found(planned) if finding.endswith("error")] == ["H6 error"]


def test_rules_without_a_working_day_refuse_instead_of_hanging() -> None:
    planned = plan([a_campaign(rules=Rules(workdays=frozenset()))])
    assert planned.occurrences == ()
    assert rules_found(planned) == ["E1 error"]


def test_one_channel_in_two_campaigns_has_one_cap_and_the_earlier_campaign_goes_first() -> None:
    later = a_campaign(
        id="a-later", start=date(2027, 1, 12), audiences={"sales": an_audience(channel="SALES > general")}
    )
    planned = plan([later, a_campaign(id="z-earlier")])
    assert [(one.campaign, f"{one.wall:%m-%d}") for one in planned.occurrences] == [
        ("z-earlier", "01-12"),
        ("a-later", "01-13"),
    ]
    assert planned.findings[0].file == "a-later.yaml"


def test_a_series_moves_one_post_for_a_cap_and_goes_on() -> None:
    series = a_post(when=Every(1, NINE_THIRTY, 1), texts=("a", "b", "c"))
    fixed = a_post(id="fixed", when=OnDate(date(2027, 1, 19), time(10, 0)))
    tips = [one for one in plan([a_campaign(posts=(series, fixed))]).occurrences if one.post == "tip-1"]
    assert [(one.series, f"{one.wall:%m-%d}") for one in tips] == [(1, "01-12"), (2, "01-20"), (3, "01-26")]


def test_a_series_skips_holidays_silently_and_ends_with_its_list() -> None:
    mondays = a_post(when=Every(0, NINE_THIRTY, 11), texts=("a",))
    planned = plan([a_campaign(posts=(mondays,))])
    assert (walls(planned), planned.findings) == (["03-22 09:30"], ())


@pytest.mark.parametrize("until", [None, 3])
def test_a_series_that_does_not_fit_is_pointed_out(until: int | None) -> None:
    series = a_post(when=Every(1, NINE_THIRTY, 2, until), texts=("a", "b", "c"))
    planned = plan([a_campaign(posts=(series,), weeks=3)])
    assert walls(planned) == ["01-19 09:30", "01-26 09:30"]
    assert rules_found(planned) == ["H4 warn"]
    assert "2 of the 3" in planned.findings[0].message


def test_a_night_hour_that_the_clock_skips_is_pointed_out() -> None:
    rules = Rules(opens_at=time(0, 0), closes_at=time(23, 59), workdays=frozenset(range(7)), holidays=None)
    audiences = {"sales": an_audience(), "service": an_audience(channel="B")}
    for day, instant in ((date(2027, 3, 28), "01:30"), (date(2026, 10, 25), "00:30")):
        post = a_post(when=OnDate(day, time(2, 30)), for_audiences=("sales", "service"))
        planned = plan([a_campaign(start=day, posts=(post,), rules=rules, audiences=audiences)])
        assert [f"{one.at:%H:%M}" for one in planned.occurrences] == [instant] * 2
        assert rules_found(planned) == ["M9 warn"]


# Wishes


def wish_campaign(**changes: object) -> Campaign:
    post = a_post(kind="wish", when=AsSoonAs("wish done"))
    wishes = {"copy": a_wish(), "agenda": a_wish(planned=InWeek(7, 4, None)), "later": a_wish(planned=None)}
    return a_campaign(**{"posts": (post,), "wishes": wishes, **changes})


def test_a_planned_wish_is_expected_in_the_afternoon_of_its_day() -> None:
    planned = plan([wish_campaign()])
    assert [(one.wish, f"{one.wall:%m-%d %H:%M}", one.expected) for one in planned.occurrences] == [
        ("copy", "01-29 15:00", True),
        ("agenda", "02-26 15:00", True),
    ]


def test_a_wish_that_is_done_comes_at_once_and_others_stay_expected() -> None:
    done = datetime(2027, 1, 20, 9, 15, 20, tzinfo=UTC)
    planned = plan([wish_campaign()], {"crm": Happened(done_wishes={"copy": done})})
    assert [(one.wish, f"{one.wall:%m-%d %H:%M}", one.expected) for one in planned.occurrences] == [
        ("copy", "01-20 10:16", False),
        ("agenda", "02-26 15:00", True),
    ]
    assert planned.occurrences[0].at >= done


def test_a_wish_without_a_planned_day_comes_only_when_it_is_done() -> None:
    saturday = datetime(2027, 1, 16, 9, 0, tzinfo=UTC)
    planned = plan([wish_campaign()], {"crm": Happened(done_wishes={"later": saturday})})
    assert (planned.occurrences[0].wish, walls(planned)[0]) == ("later", "01-18 09:00")


def test_a_wish_from_the_chat_comes_when_it_is_done_and_not_before() -> None:
    extra = {"wish-5": a_wish()}
    assert len(plan([wish_campaign()], {"crm": Happened(extra_wishes=extra)}).occurrences) == 2
    done = {"wish-5": datetime(2027, 1, 20, 9, 0, tzinfo=UTC)}
    planned = plan([wish_campaign()], {"crm": Happened(extra_wishes=extra, done_wishes=done)})
    assert planned.occurrences[0].wish == "wish-5"


def test_news_of_a_wish_gives_way_to_every_other_post() -> None:
    tip = a_post(when=InWeek(2, 2, time(16, 0)))
    campaign = wish_campaign(posts=(*wish_campaign().posts, tip))
    done = {"copy": datetime(2027, 1, 20, 9, 0, tzinfo=UTC)}
    planned = plan([campaign], {"crm": Happened(done_wishes=done)})
    assert [(one.kind, f"{one.wall:%m-%d %H:%M}", one.moved_from) for one in planned.occurrences[:2]] == [
        ("tip", "01-20 16:00", None),
        ("wish", "01-21 10:00", None),
    ]
    assert planned.findings == ()


def test_a_moment_around_a_wish_counts_from_its_planned_day() -> None:
    post = a_post(when=Around(1, "after", "wish", NINE_THIRTY, "copy"))
    assert walls(plan([wish_campaign(posts=(post,))])) == ["02-01 09:30"]
    with pytest.raises(LookupError):
        plan([wish_campaign(posts=(a_post(when=Around(1, "after", "wish", NINE_THIRTY, "later")),))])


# History


def test_what_was_sent_is_not_planned_again_when_its_moment_changes() -> None:
    (sent,) = plan([a_campaign()]).occurrences
    edited = a_campaign(posts=(a_post(when=InWeek(3, 1, NINE_THIRTY)),))
    planned = plan([edited], {"crm": Happened(sent=(sent,))})
    assert planned.occurrences == (sent,)
    assert rules_found(planned) == ["M5 warn"]
    assert "Tuesday 12 January 2027 09:30" in planned.findings[0].message


def test_what_was_sent_after_a_move_still_has_its_moment() -> None:
    campaign = a_campaign(posts=(a_post(when=InWeek(12, 0, NINE_THIRTY)),))
    (sent,) = plan([campaign]).occurrences
    planned = plan([campaign], {"crm": Happened(sent=(sent,))})
    assert (planned.occurrences, planned.findings) == ((sent,), ())


def test_what_was_sent_under_another_id_is_not_sent_again() -> None:
    (sent,) = plan([a_campaign()]).occurrences
    new = a_post(id="tip-1", when=InWeek(2, 1, NINE_THIRTY))
    renumbered = a_campaign(posts=(a_post(id="tip-2"), new))
    planned = plan([renumbered], {"crm": Happened(sent=(sent,))})
    assert planned.occurrences == (sent,)
    assert rules_found(planned) == ["M5 warn"]


def test_a_second_post_at_the_same_instant_is_not_mistaken_for_the_sent_one() -> None:
    posts = (a_post(), a_post(id="tip-2"))
    campaign = a_campaign(posts=posts, rules=Rules(max_per_day=2))
    first, second = plan([campaign]).occurrences
    assert plan([campaign], {"crm": Happened(sent=(first,))}).occurrences == (first, second)


def test_a_sent_post_keeps_its_place_in_the_caps_and_the_ledger() -> None:
    (sent,) = plan([a_campaign()]).occurrences
    other = a_campaign(id="vpn", posts=(a_post(kind="pulse"),))
    planned = plan([a_campaign(posts=()), other], {"crm": Happened(sent=(sent,))})
    assert [(one.campaign, f"{one.wall:%m-%d}") for one in planned.occurrences] == [("crm", "01-12"), ("vpn", "01-13")]
    edited = a_campaign(posts=(a_post(id="tip-2", when=InWeek(2, 1, NINE_THIRTY)),))
    assert [one.balance for one in plan([edited], {"crm": Happened(sent=(sent,))}).occurrences] == [1, 2]


def test_a_sent_post_of_an_audience_that_left_stays_in_the_plan() -> None:
    (sent,) = plan([a_campaign()]).occurrences
    without = a_campaign(audiences={"service": an_audience()}, posts=())
    assert plan([without], {"crm": Happened(sent=(sent,))}).occurrences == (sent,)


def test_an_edited_series_goes_on_where_it_was() -> None:
    series = a_post(when=Every(1, NINE_THIRTY, 1), texts=("a", "b", "c"))
    sent = plan([a_campaign(posts=(series,))]).occurrences[:2]
    thursdays = a_post(when=Every(3, NINE_THIRTY, 1), texts=("a", "b", "c"))
    planned = plan([a_campaign(posts=(thursdays,))], {"crm": Happened(sent=sent)})
    assert planned.occurrences[:2] == sent
    assert [(one.series, f"{one.wall:%m-%d}") for one in planned.occurrences[2:]] == [(3, "01-28")]
    assert rules_found(planned) == ["M5 warn"]


def test_news_of_a_wish_that_was_sent_says_nothing_about_moments() -> None:
    done = {"copy": datetime(2027, 1, 20, 9, 0, tzinfo=UTC)}
    sent = plan([wish_campaign()], {"crm": Happened(done_wishes=done)}).occurrences[:1]
    planned = plan([wish_campaign()], {"crm": Happened(sent=sent, done_wishes=done)})
    assert planned.occurrences[0] == sent[0]
    assert [one.wish for one in planned.occurrences] == ["copy", "agenda"]
    assert planned.findings == ()


# Random campaigns


def assert_sound(campaigns: Sequence[Campaign], occurrences: Sequence[Occurrence]) -> None:
    """Inside hours, on working days, within the caps of every channel, each key and each slot once."""
    by_id = {campaign.id: campaign for campaign in campaigns}
    days: Counter[tuple[str, date]] = Counter()
    weeks: Counter[tuple[str, date]] = Counter()
    for one in occurrences:
        calendar = WorkCalendar.of(by_id[one.campaign])
        assert calendar.is_allowed(one.wall)
        assert calendar.to_wall(one.at) == one.wall
        assert one.ask_at <= one.at < one.late_after
        channel = channel_name(by_id[one.campaign], one.audience)
        days[channel, one.wall.date()] += 1
        weeks[channel, monday_of(one.wall.date())] += 1
    caps = caps_by_channel(campaigns)
    assert all(count <= caps[channel].per_day for (channel, _), count in days.items())
    assert all(count <= caps[channel].per_week for (channel, _), count in weeks.items())
    assert len({one.key for one in occurrences}) == len(occurrences)
    assert len({one.slot for one in occurrences}) == len(occurrences)
    assert [one.at for one in occurrences] == sorted(one.at for one in occurrences)


@settings(SLOW_TO_MAKE, max_examples=50)
@given(some_campaigns())
def test_no_post_stands_on_a_free_day_outside_hours_or_above_a_cap(campaigns: list[Campaign]) -> None:
    assert_sound(campaigns, plan(campaigns).occurrences)


@settings(SLOW_TO_MAKE, max_examples=15)
@given(some_campaigns())
def test_the_same_campaigns_in_any_order_give_the_same_plan(campaigns: list[Campaign]) -> None:
    assert plan(campaigns) == plan(campaigns) == plan(campaigns[::-1])


@settings(SLOW_TO_MAKE, max_examples=15)
@given(some_campaigns())
def test_every_move_and_every_refusal_is_said(campaigns: list[Campaign]) -> None:
    planned = plan(campaigns)
    for one in planned.occurrences:
        said = {
            finding.rule
            for finding in planned.findings
            if (finding.post, finding.file[:-5]) == (one.post, one.campaign)
        }
        assert one.moved_from is None or said & {"E1", "H6"}
    placed = {(one.campaign, one.post) for one in planned.occurrences}
    warned = {(finding.file[:-5], finding.post) for finding in planned.findings}
    for campaign in campaigns:
        for post in campaign.posts:
            assert {(campaign.id, post.id)} & (placed | warned)


@settings(SLOW_TO_MAKE, max_examples=30)
@given(some_campaigns(), st.data())
def test_an_edit_never_plans_again_what_was_sent(campaigns: list[Campaign], data: st.DataObject) -> None:
    before = plan(campaigns).occurrences
    sent = tuple(one for one in before if data.draw(st.booleans()))
    history = {
        campaign.id: Happened(
            sent=tuple(one for one in sent if one.campaign == campaign.id),
            done_wishes={"later": datetime(2027, 1, 20, 9, 0, tzinfo=UTC)} if data.draw(st.booleans()) else {},
        )
        for campaign in campaigns
    }
    when = st.builds(InWeek, st.integers(1, 6), st.integers(0, 4), st.just(NINE_THIRTY))
    edited = [
        campaign.model_copy(
            update={
                "posts": tuple(
                    post.model_copy(update={"when": data.draw(when)}) if data.draw(st.booleans()) else post
                    for post in campaign.posts
                )
            }
        )
        for campaign in campaigns
    ]
    planned = plan(edited, history)
    assert_sound(edited, planned.occurrences)
    assert set(sent) <= set(planned.occurrences)
    assert planned == plan(edited, history)
