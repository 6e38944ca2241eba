"""What would break: an act that isn't possible but happens, nonsense as a traceback, a clock that can't be turned."""

import html
from typing import Any

import pytest

from bot.inbound import Inbound, Join, React
from bot.platforms.base import Answer
from campaigns.texts.say import say
from campaigns.words import Language
from storage.base import StoreProblem
from tests.bot.web.a_room import SALES, SERVICE, ARoom, a_campaign_with_two_teams, a_message, a_room, act


async def post(room: ARoom, where: str, what: Any) -> int:
    async with room.client() as client:
        return (await client.post(f"/room/{where}", json=what)).status


async def test_saying_pressing_and_reacting_reach_the_bot_as_that_person() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message(), "k1")
    assert await post(room, "say", act("anna", place=SALES, text="join")) == 200
    assert await post(room, "press", act("anna", key="k1", verb="why")) == 200
    assert await post(room, "react", act("anna", key="k1", emoji="🎉", added=True)) == 200
    assert [inbound.origin.person.id for inbound in room.heard] == ["room:anna"] * 3
    assert isinstance(room.heard[0], Join)
    assert isinstance(room.heard[2], React)
    assert room.hub.reacted("room:anna") == {("k1", "🎉")}


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ("say", act("anna", place=SERVICE, text="hello")),
        ("say", act("nobody", place=SALES, text="hello")),
        ("say", act("anna", place="room:joris", text="hello")),
        ("press", act("anna", key="nothing", verb="why")),
        ("press", act("anna", key="k1", verb="approve")),
        ("press", act("anna", key="k1", verb="explode")),
        ("react", act("anna", key="k1", emoji="🔥", added=True)),
        ("person", {"name": "Bo", "channel": "crm/nowhere"}),
    ],
)
async def test_what_is_not_possible_is_said_so_and_nothing_happens(where: str, what: Any) -> None:
    room = a_room()
    await room.platform.post(SALES, a_message(), "k1")
    assert await post(room, where, what) == 409
    assert room.heard == []
    assert len(await room.platform.posts(SALES)) == 1


@pytest.mark.parametrize(
    "what",
    [
        [], "x", 3, {},
        act("anna", place=SALES),
        act("anna", place=SALES, text=""),
        act("anna", place=SALES, text=7),
        {**act("anna", place=SALES, text="x"), "event": "short"},
        {**act("anna", place=SALES, text="x"), "event": "../../etc/passwd"},
        act("anna", place=SALES, text="x" * 9000),
        act("anna", place=SALES, text="x", only_for="room:joris"),
    ],
)  # fmt: skip
async def test_nonsense_is_refused_without_a_traceback(what: Any) -> None:
    room = a_room()
    assert await post(room, "say", what) == 400
    assert room.heard == []


@pytest.mark.parametrize("problem", [StoreProblem("disk full at /secret/path"), OSError("/secret/path")])
async def test_what_can_not_be_kept_is_said_so_without_a_traceback(
    problem: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    room = a_room()

    async def full(inbound: Inbound) -> Answer | None:
        raise problem

    room.platform.heard(full)
    async with room.client() as client:
        answer = await client.post("/room/say", json=act("anna", place=SALES, text="join"))
        assert (answer.status, await answer.json()) == (503, {"ok": False, "why": "not_kept"})
    assert "/secret/path" in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_page_has_a_sentence_for_what_can_not_be_kept(language: Language) -> None:
    async with a_room(a_campaign_with_two_teams(language=language)).client() as client:
        page = await (await client.get("/room?as=room:anna")).text()
    assert f'data-not-kept="{say(language, "room_not_kept")}"' in html.unescape(page)


async def test_a_body_that_is_no_json_or_far_too_large_is_refused() -> None:
    async with a_room().client() as client:
        headers = {"Content-Type": "application/json"}
        assert (await client.post("/room/say", data=b"\xff{", headers=headers)).status == 400
        assert (await client.post("/room/say", data=b"x" * 100_000, headers=headers)).status == 413


async def test_the_same_act_twice_is_said_once() -> None:
    room = a_room()
    said = act("anna", place=SALES, text="Good morning all")
    assert [await post(room, "say", said), await post(room, "say", said)] == [200, 200]
    assert len(await room.platform.posts(SALES)) == 1


async def test_the_clock_of_a_rehearsal_can_be_turned() -> None:
    room = a_room()
    assert room.controls is not None
    turns = ({"action": "play"}, {"action": "speed", "speed": 10_000}, {"action": "next"}, {"action": "pause_for_me"})
    for what in turns:
        assert await post(room, "clock", what) == 200
    assert (room.controls.playing, room.controls.speed, room.controls.asked) == (True, 10_000, ["next"])
    assert room.controls.pause_for_me
    assert await post(room, "clock", {"action": "colleagues", "on": True}) == 200
    assert room.controls.answering
    assert await post(room, "clock", {"action": "pause"}) == 200
    assert not room.controls.playing


@pytest.mark.parametrize("speed", [0, -1, 1e9, "fast", None])
async def test_a_speed_that_is_none_is_refused(speed: Any) -> None:
    room = a_room()
    assert await post(room, "clock", {"action": "speed", "speed": speed}) == 400
    assert room.controls is not None
    assert room.controls.speed == 60


async def test_the_real_clock_has_no_controls() -> None:
    room = a_room(fast=False)
    assert await post(room, "clock", {"action": "play"}) == 409
    assert await post(room, "clock", {"action": "colleagues", "on": True}) == 409


async def test_a_colleague_can_be_added_and_is_found_by_their_id() -> None:
    room = a_room()
    async with room.client() as client:
        answer = await (await client.post("/room/person", json={"name": "Zoë\u202e", "channel": SALES})).json()
    assert answer == {"ok": True, "id": "room:zoë"}
    added = room.platform.person("room:zoë")
    assert added is not None
    assert (added.name, added.audiences) == ("Zoë", (SALES,))
