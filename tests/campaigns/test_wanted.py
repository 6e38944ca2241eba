"""Every post for every audience, at the moment its author wrote."""

from datetime import UTC, date, datetime, time

import pytest

from campaigns.calendar import WorkCalendar
from campaigns.happened import NOTHING, Happened
from campaigns.model import Campaign, Post, Rules
from campaigns.moments import Around, AsSoonAs, Every, InWeek, Moment, OnDate
from campaigns.wanted import Firmness, Turn, channel_name, turns_of, wanted_by
from tests.builders import NINE_THIRTY, a_campaign, a_post, a_wish, an_audience, some_seats

SEATS = some_seats(opens=InWeek(4, 0, NINE_THIRTY), closes=OnDate(date(2027, 2, 11), time(16, 0)))


def turns(post: Post, campaign: Campaign, happened: Happened = NOTHING) -> list[Turn]:
    return list(turns_of(post, campaign, WorkCalendar.of(campaign), happened))


@pytest.mark.parametrize(
    ("when", "wall", "firmness"),
    [
        (InWeek(2, 3, NINE_THIRTY), "2027-01-21 09:30", Firmness.MOVABLE),
        (InWeek(2, 3, None), "2027-01-21 15:00", Firmness.MOVABLE),
        (OnDate(date(2027, 1, 16), NINE_THIRTY), "2027-01-16 09:30", Firmness.FIXED),
        (AsSoonAs("opening"), "2027-02-01 09:30", Firmness.FIXED),
        (Around(1, "before", "opening", NINE_THIRTY), "2027-01-29 09:30", Firmness.FIXED),
        (Around(2, "after", "closing", NINE_THIRTY), "2027-02-15 09:30", Firmness.FIXED),
        (Around(1, "after", "wish", NINE_THIRTY, "copy"), "2027-02-01 09:30", Firmness.FIXED),
    ],
)
def test_a_moment_becomes_a_wall_time_that_is_fixed_or_may_move(when: Moment, wall: str, firmness: Firmness) -> None:
    campaign = a_campaign(seats=SEATS, wishes={"copy": a_wish()})
    assert turns(a_post(when=when), campaign) == [Turn(datetime.fromisoformat(wall), firmness)]


def test_a_series_has_a_turn_for_each_text_on_working_days_only() -> None:
    series = a_post(when=Every(1, NINE_THIRTY, 1), texts=("a", "b", "c"))
    walls = [turn.wall.day for turn in turns(series, a_campaign(rules=Rules(free_weeks=frozenset({2}))))]
    assert walls == [12, 26, 2]


def test_a_question_may_return_until_its_week() -> None:
    pulse = a_post(kind="pulse", question="Does it help?", texts=(), when=Every(1, NINE_THIRTY, 1, 3))
    assert [turn.series for turn in turns(pulse, a_campaign())] == [1, 2, 3]


def test_news_of_a_wish_waits_for_a_whole_minute_inside_hours() -> None:
    post, campaign = a_post(kind="wish", when=AsSoonAs("wish done")), a_campaign(wishes={"copy": a_wish(planned=None)})
    for done, wall in (("10:00:00", "11:00"), ("10:00:01", "11:01"), ("06:00:00", "09:00")):
        happened = Happened(done_wishes={"copy": datetime.fromisoformat(f"2027-01-20 {done}").replace(tzinfo=UTC)})
        (turn,) = turns(post, campaign, happened)
        assert (f"{turn.wall:%H:%M}", turn.firmness, turn.expected) == (wall, Firmness.DONE, False)


def test_posts_come_in_file_order_with_their_audiences_in_theirs() -> None:
    audiences = {"sales": an_audience(), "service": an_audience()}
    campaign = a_campaign(posts=(a_post(for_audiences=("service", "sales")), a_post(id="tip-2")), audiences=audiences)
    wanted = list(wanted_by(campaign, WorkCalendar.of(campaign), NOTHING))
    assert [(one.slot, one.order) for one in wanted] == [
        ("crm/tip-1/service", (0, 0, 0)),
        ("crm/tip-1/sales", (0, 0, 1)),
        ("crm/tip-2/sales", (0, 1, 0)),
    ]


def test_a_channel_is_known_in_any_capitals_and_spaces() -> None:
    campaign = a_campaign(audiences={"sales": an_audience(channel="  SALES >  General")})
    assert channel_name(campaign, "sales") == "sales > general"
