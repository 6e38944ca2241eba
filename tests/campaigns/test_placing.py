"""A place is taken once, kept from others, and never given outside the rules."""

from datetime import datetime

from campaigns.calendar import WorkCalendar
from campaigns.model import Campaign, Rules
from campaigns.placing import Caps, Obstacle, Placed, Refused, Taken, caps_by_channel, place
from campaigns.wanted import Firmness, Turn, Wanted
from tests.builders import a_campaign, a_post, an_audience, an_occurrence


def wanted(wall: str, firmness: Firmness = Firmness.MOVABLE, campaign: Campaign | None = None) -> Wanted:
    campaign = campaign or a_campaign()
    turn = Turn(datetime.fromisoformat(wall), firmness)
    return Wanted(campaign, WorkCalendar.of(campaign), a_post(), "sales", "sales > general", turn, (0, 0, 0))


def test_a_free_place_is_given_once() -> None:
    taken = Taken([a_campaign()])
    first, second = (place(wanted("2027-01-12 09:30"), taken) for _ in range(2))
    assert isinstance(first, Placed)
    assert first.obstacle is None
    assert isinstance(second, Placed)
    assert (second.wall, second.obstacle) == (datetime(2027, 1, 13, 9, 30), Obstacle.DAY_FULL)


def test_a_refused_post_takes_no_place() -> None:
    taken = Taken([a_campaign()])
    refused = place(wanted("2027-01-12 20:00", Firmness.FIXED), taken)
    assert isinstance(refused, Refused)
    assert refused.obstacle is Obstacle.OUTSIDE_HOURS
    assert isinstance(place(wanted("2027-01-12 09:30", Firmness.FIXED), taken), Placed)


def test_the_week_of_a_cap_is_the_iso_week_over_new_year() -> None:
    taken = Taken([a_campaign(rules=Rules(max_per_week=1, holidays=None))])
    assert isinstance(place(wanted("2026-12-31 09:30", Firmness.FIXED), taken), Placed)
    new_year = place(wanted("2027-01-01 09:30", Firmness.FIXED, a_campaign(rules=Rules(holidays=None))), taken)
    assert isinstance(new_year, Refused)
    assert new_year.obstacle is Obstacle.WEEK_FULL


def test_news_of_a_wish_waits_for_room_longer_than_a_post() -> None:
    campaign = a_campaign(rules=Rules(max_per_week=1))
    taken = Taken([campaign])
    for week in range(4):
        taken.add("sales > general", datetime(2027, 1, 12 + 7 * week if week < 3 else 31).date())
    for week in range(3):
        taken.add("sales > general", datetime(2027, 2, 2 + 7 * week).date())
    assert isinstance(place(wanted("2027-01-12 09:30", campaign=campaign), taken), Refused)
    news = place(wanted("2027-01-12 09:30", Firmness.DONE, campaign), taken)
    assert isinstance(news, Placed)
    assert news.wall == datetime(2027, 2, 22, 9, 30)


def test_campaigns_that_share_a_channel_keep_to_the_strictest_cap() -> None:
    generous = a_campaign(rules=Rules(max_per_day=3, max_per_week=2))
    strict = a_campaign(id="vpn", audiences={"all": an_audience(channel="SALES > general")})
    assert caps_by_channel([generous, strict]) == {"sales > general": Caps(per_day=1, per_week=2)}


def test_a_sent_post_has_taken_its_place_and_one_without_audience_has_not() -> None:
    campaign = a_campaign()
    taken = Taken([campaign])
    taken.add_sent(campaign, [an_occurrence(audience="gone")])
    assert taken.obstacle("sales > general", an_occurrence().wall.date()) is None
    taken.add_sent(campaign, [an_occurrence()])
    assert taken.obstacle("sales > general", an_occurrence().wall.date()) is Obstacle.DAY_FULL
