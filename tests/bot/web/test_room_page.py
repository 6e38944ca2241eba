"""What would break: a stream that sends what another may see, markup from people, a change that never comes."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from jinja2 import Environment, Template

from bot.platforms.room.platform import Act
from bot.web.look import read_kept
from bot.web.room_page import Stream, pages
from bot.web.room_window import AT_ONCE
from tests.bot.web.a_room import SALES, SERVICE, ARoom, a_campaign_with_two_teams, a_message, a_room

HOSTILE = '<script>alert(1)</script> [x](javascript:alert(1)) {{DATE()}} "><img src=x onerror=alert(1)>'


async def page(room: ARoom, person: str, place: str = SALES) -> str:
    async with room.client() as client:
        answer = await client.get("/room", params={"as": f"room:{person}", "in": place})
        assert answer.status == 200
        return await answer.text()


class Events:
    """Reads server-sent events one by one."""

    def __init__(self, content: Any) -> None:
        self._content = content

    async def next(self, wanted: str) -> str:
        async with asyncio.timeout(3):
            while True:
                name, data = await self._one()
                if name == wanted:
                    return data

    async def _one(self) -> tuple[str, str]:
        lines: list[str] = []
        while line := (await self._content.readline()).decode().rstrip("\r\n"):
            lines.append(line)
        fields = [line.partition(": ") for line in lines]
        name = next((value for key, _, value in fields if key == "event"), "")
        return name, "\n".join(value for key, _, value in fields if key in ("data", "data:"))


@asynccontextmanager
async def stream(room: ARoom, person: str, place: str = SALES) -> AsyncIterator[Events]:
    async with room.client() as client:
        async with client.get("/room/events", params={"as": f"room:{person}", "in": place}) as answer:
            yield Events(answer.content)
        room.hub.close()


async def test_the_page_is_whole_and_loads_nothing_from_elsewhere() -> None:
    html = await page(a_room(), "anna")
    assert "Anna" in html
    assert "Sales &gt; General" in html
    assert not re.search(r'(?:src|href)="(?!/room|#|\?)', html)
    assert not re.search(r"<script(?! type=\"(?:module|application/json)\")", html)
    assert " style=" not in html
    assert not re.search(r"\son\w+=", html)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_every_page_is_in_the_language_of_its_campaign(language: str) -> None:
    room = a_room(a_campaign_with_two_teams(language=language))
    html = await page(room, "joris")
    assert f'<html lang="{language}">' in html
    assert ("Wat er komt" in html) == (language == "nl")


async def test_what_people_say_never_becomes_markup() -> None:
    room = a_room()
    await room.platform.say(Act("room:anna", "e1", place=SALES), HOSTILE)
    await room.platform.add_colleague('<b onclick="x">Eve</b>', SALES)
    html = await page(room, "bilal")
    assert "&lt;script&gt;alert(1)" in html
    assert "{{DATE()}}" in html
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "<b onclick" not in html
    assert 'href="javascript' not in html


async def test_a_private_answer_is_on_nobody_elses_page() -> None:
    room = a_room(answer="Seat number one is yours.")
    await room.platform.say(Act("room:anna", "e1", place=SALES), "join")
    assert "Seat number one is yours." in await page(room, "anna")
    for other in ("bilal", "joris", "karim", "sandra"):
        assert "Seat number one" not in await page(room, other)


async def test_a_place_that_is_not_theirs_is_not_shown_but_their_own_is() -> None:
    room = a_room()
    await room.platform.post(SERVICE, a_message("Only for service"), "k1")
    await room.platform.dm("room:joris", a_message("Only for Joris"), "k2")
    for place in (SERVICE, "room:joris", "crm/nowhere", "../..", "private"):
        html = await page(room, "anna", place)
        assert "Only for" not in html


async def test_a_post_comes_down_the_stream_when_it_is_kept() -> None:
    room = a_room()
    async with stream(room, "anna") as events:
        first = json.loads(await events.next("posts"))
        assert (first["posts"], first["keys"], first["all"]) == ([], [], True)
        await room.platform.post(SALES, a_message("A tip for you"), "k1")
        came = json.loads(await events.next("posts"))
        assert came["keys"] == ["k1"]
        assert "A tip for you" in came["posts"][0]["html"]
        await room.platform.update(SALES, "k1", a_message("A better tip"))
        changed = json.loads(await events.next("posts"))
        assert changed["posts"][0]["version"] != came["posts"][0]["version"]


async def test_the_stream_of_another_never_carries_a_private_answer() -> None:
    room = a_room(answer="Seat number one is yours.")
    async with stream(room, "bilal") as events:
        await events.next("posts")
        await room.platform.say(Act("room:anna", "e1", place=SALES), "join")
        await room.platform.say(Act("room:anna", "e2", place=SALES), "Good morning all")
        came = await events.next("posts")
    assert "Good morning" in came
    assert "Seat number" not in came
    assert "e1" not in json.loads(came)["keys"][0]


async def test_what_is_forgotten_leaves_the_open_pages_too() -> None:
    from storage.tables import ROOM_POSTS

    room = a_room()
    await room.platform.post(SALES, a_message(), "k1")
    async with stream(room, "anna") as events:
        assert json.loads(await events.next("posts"))["keys"] == ["k1"]
        async with room.ctx.store.transaction() as tx:
            await tx.remove(ROOM_POSTS, "k1")
        room.hub.stir()
        assert json.loads(await events.next("posts"))["keys"] == []


async def test_the_stream_tells_who_is_played_and_the_unread_of_other_places() -> None:
    room = a_room()
    async with stream(room, "joris") as events:
        await events.next("places")
        assert room.hub.played == {"room:joris"}
        await room.platform.post(SERVICE, a_message(), "k1")
        assert 'class="count"' in await events.next("places")


async def test_the_clock_comes_down_the_stream_as_it_moves() -> None:
    room = a_room()
    async with stream(room, "anna") as events:
        assert json.loads(await events.next("clock"))["time"] == "09:00"
        room.clock.move(minutes=5)
        room.hub.stir()
        assert json.loads(await events.next("clock"))["time"] == "09:05"


async def test_a_reconnect_starts_with_everything() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message(), "k1")
    for _ in range(2):
        room.hub.is_closing = False
        async with stream(room, "anna") as events:
            assert json.loads(await events.next("posts"))["keys"] == ["k1"]
            assert "line" in await events.next("timeline")


async def test_without_a_campaign_the_page_says_so_and_looks_again_by_itself() -> None:
    room = a_room()
    room.ctx.campaigns.clear()
    async with room.client() as client:
        answer = await client.get("/room")
        assert (answer.status, answer.headers["Refresh"]) == (503, "1")
        assert (await client.get("/room/events")).status == 503


class CountedPages(Environment):
    """The page's templates, with the names of those that were taken to be made."""

    def __init__(self) -> None:
        super().__init__(loader=pages().loader, autoescape=True)
        self.taken: list[str] = []

    def get_template(self, name: Any, *args: Any, **kwargs: Any) -> Template:
        self.taken.append(str(name))
        return super().get_template(name, *args, **kwargs)


class Sent:
    """What would have gone down the stream."""

    def __init__(self) -> None:
        self.events: list[str] = []

    async def send(self, data: str, *, event: str) -> None:
        self.events.append(event)


class Tab:
    """One open page that looks again when it is told to, and the work that it did for it."""

    def __init__(self, room: ARoom, person: str, place: str = SALES) -> None:
        self.templates = CountedPages()
        self.sent = Sent()
        look = room.look(person, place)
        self.stream = Stream(replace(room.room, pages=self.templates), look, self.sent)  # type: ignore[arg-type]
        self._store = room.ctx.store
        self._at = 0.0

    async def looks_again(self, *, after: float = 1.0) -> list[str]:
        self._at += after
        self.templates.taken.clear()
        self.sent.events.clear()
        self.stream.look_again()
        await self.stream.refresh(await read_kept(self._store, self.stream.look), now=self._at)
        return self.templates.taken


async def test_a_page_on_which_nothing_changed_is_not_made_again() -> None:
    room = a_room()
    for number in range(5):
        await room.platform.say(Act("room:anna", f"event{number}", place=SALES), "Good morning")
    tab = Tab(room, "anna")
    assert (await tab.looks_again()).count("_post.html") == 5
    assert await tab.looks_again() == []
    room.clock.move(seconds=30)
    assert await tab.looks_again() == []
    await room.platform.dm("room:joris", a_message("Not for Anna"), "d1")
    assert await tab.looks_again() == []


async def test_a_page_is_made_again_for_all_that_shows_on_it() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message(), "k1")
    tab = Tab(room, "joris")
    await tab.looks_again()
    room.hub.has_reacted("room:joris", "k1", "👍", added=True)
    await tab.looks_again()
    assert tab.sent.events == ["posts"]
    await room.platform.post(SERVICE, a_message(), "k2")
    await tab.looks_again()
    assert tab.sent.events == ["places"]
    room.hub.has_read("room:joris", SERVICE, 2)
    await tab.looks_again()
    assert tab.sent.events == ["places"], "read in another tab"
    room.clock.move(days=1)
    await tab.looks_again()
    assert "posts" in tab.sent.events, "today is yesterday"
    assert await tab.looks_again() == []


async def test_what_comes_next_follows_a_rush_of_changes_even_when_nothing_changes_after_it() -> None:
    room = a_room()
    tab = Tab(room, "anna")
    await tab.looks_again()
    await room.platform.post(SALES, a_message(), "k1")
    assert "_ahead.html" not in await tab.looks_again(after=0.05)
    assert "_ahead.html" in await tab.looks_again()
    assert await tab.looks_again() == []


async def test_a_page_begins_with_the_newest_messages_and_links_to_the_earlier_ones() -> None:
    room = a_room()
    for number in range(AT_ONCE + 50):
        await room.platform.say(Act("room:anna", f"event{number}", place=SALES), f"Message {number}.")
    async with room.client() as client:
        query = {"as": "room:anna", "in": SALES}
        newest = await (await client.get("/room", params=query)).text()
        assert newest.count("data-key=") == AT_ONCE
        assert "Message 49." not in newest
        [link] = re.findall(r'href="([^"]*since=1)"[^>]*>Earlier messages', newest)
        whole = await (await client.get(link.replace("&amp;", "&"))).text()
        assert whole.count("data-key=") == AT_ONCE + 50
        assert "Earlier messages" not in whole
        for strange in ("-1", "x", "9" * 5000, "²"):
            answer = await client.get("/room", params={**query, "since": strange})
            assert (await answer.text()).count("data-key=") == AT_ONCE
