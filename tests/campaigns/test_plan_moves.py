"""What would break: a post that moves unseen, or stands where calendar or caps forbid it."""

from datetime import date, datetime, time

import pytest

from campaigns.model import Campaign, Rules
from campaigns.moments import Around, Every, InWeek, OnDate
from campaigns.plan import Plan, plan
from tests.builders import NINE_THIRTY, a_campaign, a_post, an_audience, some_seats


def walls(planned: Plan) -> list[str]:
    return [f"{one.wall:%m-%d %H:%M}" for one in planned.occurrences]


def rules_found(planned: Plan) -> list[str]:
    return [f"{finding.rule} {finding.level}" for finding in planned.findings]


def two_tips(**rules: object) -> Campaign:
    """Two posts that want the same Tuesday."""
    posts = (a_post(), a_post(id="tip-2", line=20, when=InWeek(1, 1, time(11, 0))))
    return a_campaign(posts=posts, rules=Rules.model_validate(rules))


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


@pytest.mark.parametrize("until", [None, 4])
def test_a_series_that_just_fits_is_left_alone(until: int | None) -> None:
    """Rule H4."""
    series = a_post(when=Every(1, NINE_THIRTY, 2, until), texts=("a", "b", "c"))
    planned = plan([a_campaign(posts=(series,), weeks=4)])
    assert walls(planned) == ["01-19 09:30", "01-26 09:30", "02-02 09:30"]
    assert rules_found(planned) == []


def test_a_night_hour_that_the_clock_skips_is_pointed_out() -> None:
    rules = Rules(opens_at=time(0, 0), closes_at=time(23, 59), workdays=frozenset(range(7)), holidays=None)
    audiences = {"sales": an_audience(), "service": an_audience(channel="B")}
    for day, instant in ((date(2027, 3, 28), "01:30"), (date(2026, 10, 25), "00:30")):
        post = a_post(when=OnDate(day, time(2, 30)), for_audiences=("sales", "service"))
        planned = plan([a_campaign(start=day, posts=(post,), rules=rules, audiences=audiences)])
        assert [f"{one.at:%H:%M}" for one in planned.occurrences] == [instant] * 2
        assert rules_found(planned) == ["M9 warn"]
        an_hour_later = post.model_copy(update={"when": OnDate(day, time(3, 30))})
        assert (
            rules_found(plan([a_campaign(start=day, posts=(an_hour_later,), rules=rules, audiences=audiences)])) == []
        )
