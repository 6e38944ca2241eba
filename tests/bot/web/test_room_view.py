"""What would break: a place that isn't theirs, an unread count of what they read, a clock of another zone."""

from datetime import timedelta

from bot.platforms.room.platform import Act
from bot.web.look import read_kept
from bot.web.room_view import (
    PlaceView,
    ahead_view,
    clock_view,
    empty_words,
    open_campaign,
    people,
    places,
    speeds,
    timeline_view,
)
from tests.bot.web.a_room import SALES, SERVICE, ARoom, a_message, a_room
from tests.builders import a_campaign


async def places_of(room: ARoom, person: str, place: str = SALES) -> tuple[PlaceView, ...]:
    look = room.look(person, place)
    return places(look, await read_kept(room.ctx.store, look), room.hub)


async def test_channels_of_ones_teams_come_first_and_then_the_private_chat() -> None:
    room = a_room()
    assert [place.id for place in await places_of(room, "anna")] == [SALES, "room:anna"]
    assert [place.id for place in await places_of(room, "joris")] == [SALES, SERVICE, "room:joris"]


async def test_unread_is_what_others_wrote_where_one_does_not_look_now() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message(), "k1")
    await room.platform.say(Act("room:joris", "e1", place=SERVICE), "My own words")
    await room.platform.post(SERVICE, a_message(), "k2")
    found = {place.id: place.unread for place in await places_of(room, "joris")}
    assert found == {SALES: 0, SERVICE: 1, "room:joris": 0}


def test_one_can_look_through_everybody_first_those_with_a_role() -> None:
    room = a_room()
    groups = people(room.look("joris"), room.platform)
    assert [title for title, _ in groups] == ["With a role", "Employees of Sales", "Employees of Service"]
    assert [person.name for person in groups[0][1] if person.is_me] == ["Joris Hendriks"]
    assert {person.role for person in groups[1][1]} == {"employee"}


def test_the_campaign_that_is_asked_for_is_shown_else_ones_own() -> None:
    room = a_room()
    both = {"move": a_campaign(id="move"), **room.ctx.campaigns}
    anna = room.look("anna").me
    assert open_campaign(both, anna, "").id == "crm"
    assert open_campaign(both, anna, "move").id == "move"
    assert open_campaign({"move": both["move"]}, anna, "gone").id == "move"


def test_the_clock_shows_the_campaigns_zone_and_week() -> None:
    room = a_room()
    clock = clock_view(room.look("anna"), room.controls, room.controls)
    assert (clock.time, clock.day, clock.week) == ("09:00", "Monday 11 January 2027", "Campaign week 1 of 12")
    assert (clock.iso, clock.has_controls, clock.playing, clock.answering) == ("ISO week 2", True, False, False)
    room.clock.move(weeks=-1)
    assert clock_view(room.look("anna"), None, None).week == "Before the start"
    room.clock.move(weeks=20)
    real = clock_view(room.look("anna"), None, None)
    assert (real.week, real.has_controls, real.answering) == ("After the last week", False, None)


def test_the_speed_it_has_is_always_among_those_one_can_choose() -> None:
    look = a_room().look("anna")
    assert [value for value, _ in speeds(look, 60)] == [1, 60, 3600, 10000, 43200]
    assert (7.5, "× 7.5") in speeds(look, 7.5)


async def test_an_empty_place_says_what_will_come_and_when() -> None:
    room = a_room()
    look = room.look("anna")
    kept = await read_kept(room.ctx.store, look)
    steps = room.room.steps(look, kept)
    assert empty_words(look, (), steps)[1] == "The first post comes Tuesday 12 January 09:30: tip."
    room.clock.move(weeks=20)
    assert empty_words(room.look("anna"), (), steps)[1] == "Nothing is planned for this channel."
    employee = empty_words(room.look("anna", "private"), (), steps)
    role = empty_words(room.look("joris", "private"), (), steps)
    assert employee[0] == role[0]
    assert employee[1] != role[1]


async def test_the_two_pictures_of_the_plan_tell_the_same() -> None:
    room = a_room()
    look = room.look("joris")
    kept = await read_kept(room.ctx.store, look)
    steps = room.room.steps(look, kept)
    shown = ahead_view(look, kept, steps)
    assert {step.key for step in shown.steps} <= {mark.key for mark in timeline_view(look, steps)}
    assert [balance.audience for balance in shown.balances] == ["Sales", "Service"]
    assert shown.seats is not None
    assert look.now + timedelta(0) == room.clock.now()
