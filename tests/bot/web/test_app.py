"""What would break: a page that isn't there, a stop that hangs on open pages, a change that no page hears of."""

import asyncio

from aiohttp.test_utils import TestClient, TestServer

from bot.context import Event
from bot.web.app import STATIC, make_app
from tests.bot.web.a_room import MONDAY, a_room


async def test_the_front_door_leads_to_the_room() -> None:
    async with a_room().client() as client:
        answer = await client.get("/", allow_redirects=False)
        assert (answer.status, answer.headers["Location"]) == (302, "/room")


async def test_every_file_of_the_page_is_served_and_nothing_beside_it() -> None:
    async with a_room().client() as client:
        for file in STATIC.iterdir():
            assert (await client.get(f"/room/static/{file.name}")).status == 200
        for path in ("../app.py", "%2e%2e/app.py", "..%2fapp.py", ""):
            assert (await client.get(f"/room/static/{path}")).status in (403, 404)


async def test_without_the_room_there_is_only_health() -> None:
    async with TestClient(TestServer(make_app(a_room().ctx))) as client:
        assert (await client.get("/healthz")).status == 200
        assert (await client.get("/room")).status == 404


async def test_what_happens_anywhere_wakes_the_open_pages() -> None:
    room = a_room()
    async with room.client():
        with room.hub.watching("room:anna") as woken:
            room.ctx.tell(Event(MONDAY, "sent", "crm"))
            assert woken.is_set()


async def test_a_stop_lets_open_pages_go_at_once() -> None:
    room = a_room()
    client = room.client()
    await client.start_server()
    answer = await client.get("/room/events", params={"as": "room:anna"})
    await answer.content.readline()
    async with asyncio.timeout(5):
        await client.close()
    assert room.hub.played == frozenset()


async def test_added_colleagues_are_back_when_the_app_starts() -> None:
    room = a_room()
    await room.platform.add_colleague("Zoe", "crm/sales")
    del room.platform._people["room:zoe"]
    async with room.client():
        assert room.platform.person("room:zoe") is not None
