"""What would break: a page from elsewhere that reads or writes the room, or a page of ours that loads from there."""

import pytest

from tests.bot.web.a_room import SALES, a_room, act


@pytest.mark.parametrize("path", ["/", "/room", "/room/events", "/room/static/room.css"])
async def test_a_name_made_to_point_here_gets_nothing_of_the_room(path: str) -> None:
    async with a_room().client() as client:
        answer = await client.get(path, headers={"Host": "rebound.example"})
        assert answer.status == 421
        assert "Klankbord" not in await answer.text()


async def test_health_is_there_under_every_name() -> None:
    async with a_room().client() as client:
        assert (await client.get("/healthz", headers={"Host": "klankbord.internal"})).status == 200


async def test_a_post_from_another_page_does_nothing() -> None:
    room = a_room()
    said = act("anna", place=SALES, text="join")
    async with room.client() as client:
        for origin in ("https://evil.example", "null", "http://localhost:1"):
            answer = await client.post("/room/say", json=said, headers={"Origin": origin})
            assert answer.status == 403
        form = await client.post("/room/say", data='{"as": "room:anna"}', headers={"Content-Type": "text/plain"})
        assert form.status == 403
        assert room.heard == []
        own = str(client.make_url("")).rstrip("/")
        assert (await client.post("/room/say", json=said, headers={"Origin": own})).status == 200
    assert len(room.heard) == 1


@pytest.mark.parametrize("path", ["/room", "/healthz", "/nowhere"])
async def test_every_answer_says_that_nothing_may_come_from_elsewhere(path: str) -> None:
    async with a_room().client() as client:
        headers = (await client.get(path)).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
