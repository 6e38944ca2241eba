"""The room's page, and the stream that keeps it true: what changed since the last look, never more than one may see."""

import asyncio
import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args
from zlib import crc32

from aiohttp import web
from aiohttp_sse import EventSourceResponse, sse_response
from jinja2 import Environment, FileSystemLoader
from yarl import URL

from bot.context import Context
from bot.platforms.room.platform import RoomPlatform
from bot.web.clock_controls import ClockControls, Colleagues
from bot.web.look import Kept, Look, read_kept
from bot.web.room_commands import commands
from bot.web.room_hub import RoomHub
from bot.web.room_plan import Plans, Step, steps_of
from bot.web.room_posts import PostView, conversation
from bot.web.room_view import (
    ahead_view,
    clock_view,
    empty_words,
    open_campaign,
    people,
    person_view,
    places,
    speeds,
    timeline_view,
)
from bot.web.room_words import SHAPES
from campaigns.texts.say import say
from campaigns.words import Language

PAGES: Final = Path(__file__).parent / "templates"
PRIVATE: Final = "private"
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
BETWEEN_SENDS: Final = 0.05  # seconds: so many changes at ×10,000 become one
BETWEEN_ASIDES: Final = 0.25
TICK_PLAYING: Final = 0.1
TICK_STILL: Final = 1.0
_NUMBER: Final = re.compile("[0-9]{1,15}")
RETRY: Final = 1000  # milliseconds until a browser tries again


@dataclass(frozen=True)
class Room:
    """Everything the page is made from."""

    ctx: Context
    platform: RoomPlatform
    hub: RoomHub
    controls: ClockControls | None
    colleagues: Colleagues | None
    plans: Plans
    pages: Environment

    def look(self, *, person: str, place: str, campaign: str, since: int = 0) -> Look:
        """Whoever is asked for, and if that is nobody, the first; the same for the place."""
        me = self.platform.person(person) or self.platform.everybody()[0]
        chosen = open_campaign(self.ctx.campaigns, me, campaign)
        now = (self.controls or self.ctx.clock).now()
        look = Look(chosen, me, me.id, now, since)
        mine = [f"{chosen.id}/{audience}" for audience in look.audiences]
        if place in (PRIVATE, me.id) or not mine:
            return look
        return Look(chosen, me, place if place in mine else mine[0], now, since)

    def look_asked_for(self, request: web.Request) -> Look:
        query = request.query
        since = query.get("since", "")
        return self.look(
            person=query.get("as", ""),
            place=query.get("in", ""),
            campaign=query.get("campaign", ""),
            since=int(since) if _NUMBER.fullmatch(since) else 0,
        )

    def steps(self, look: Look, kept: Kept) -> tuple[Step, ...]:
        return steps_of(self.plans.of(look.campaign), kept)

    def fragment(self, name: str, look: Look, **values: Any) -> str:
        return self.pages.get_template(name).render(say=look.say, look=look, shapes=SHAPES, url=_url(look), **values)


@cache
def pages() -> Environment:
    return Environment(loader=FileSystemLoader(PAGES), autoescape=True, trim_blocks=True, lstrip_blocks=True)


def _url(look: Look) -> Callable[..., str]:
    """The address of another look from this one: another person, place or campaign, or further back."""

    def to(person: str = "", place: str = "", campaign: str = "", since: int = 0) -> str:
        who = person or look.me.id
        where = place or ("" if person else look.place)
        where = PRIVATE if where == look.me.id else where
        query = {"as": who, "in": where, "campaign": campaign or look.campaign.id}
        if since:
            query["since"] = str(since)
        return str(URL("/room").with_query({key: value for key, value in query.items() if value}))

    return to


def warm_up(room: Room) -> None:
    """Plan and read the pages before the first look, so that the first page is as quick as the others."""
    for campaign in room.ctx.campaigns.values():
        room.plans.of(campaign)
    for name in room.pages.list_templates():
        room.pages.get_template(name)


def _can_show(room: Room) -> bool:
    return bool(room.ctx.campaigns and room.platform.everybody())


async def show_page(room: Room, request: web.Request) -> web.Response:
    if not _can_show(room):
        words = "\n".join(say(language, "room_no_campaign") for language in LANGUAGES)
        return web.Response(text=words, status=503, headers={"Refresh": "1"})
    look = room.look_asked_for(request)
    kept = await read_kept(room.ctx.store, look)
    posts = conversation(look, kept, room.hub.reacted(look.me.id))
    _mark_read(room, look, kept)
    return web.Response(text=_whole(room, look, kept, posts), content_type="text/html", charset="utf-8")


def _whole(room: Room, look: Look, kept: Kept, posts: tuple[PostView, ...]) -> str:
    steps = room.steps(look, kept)
    clock = clock_view(look, room.controls, room.colleagues)
    return room.fragment(
        "room.html",
        look,
        me=person_view(look, look.me),
        groups=people(look, room.platform),
        campaigns=list(room.ctx.campaigns.values()),
        places=places(look, kept, room.hub),
        posts=[(view, _version(view)) for view in posts],
        shown=kept.shown,
        empty=empty_words(look, posts, steps),
        ahead=ahead_view(look, kept, steps),
        marks=timeline_view(look, steps),
        clock=clock,
        speeds=speeds(look, clock.speed),
        commands=commands(look),
    )


def _mark_read(room: Room, look: Look, kept: Kept) -> None:
    newest = max((post.number for _, post in kept.posts.get(look.place, [])), default=0)
    room.hub.has_read(look.me.id, look.place, newest)


def _version(view: PostView) -> str:
    return f"{crc32(repr(view).encode()):08x}"


@dataclass
class Stream:
    """One open page. It remembers what it sent, and sends only what is different now."""

    room: Room
    look: Look
    response: EventSourceResponse
    posts: dict[str, PostView] = field(default_factory=dict)
    sent: dict[str, str] = field(default_factory=dict)
    seen: tuple[object, ...] = ()
    asides_wait: bool = False
    aside_at: float = 0.0

    async def refresh(self, kept: Kept, *, now: float) -> None:
        """Nothing is made anew while all that it is made from is as it was."""
        seen = self._all_that_shows(kept)
        if seen != self.seen:
            self.seen = seen
            self.asides_wait = True
            await self._send_posts(kept)
            await self._send_changed(
                "places", self._html("_places.html", places=places(self.look, kept, self.room.hub))
            )
        if self.asides_wait and now - self.aside_at >= BETWEEN_ASIDES:
            self.asides_wait = False
            self.aside_at = now
            await self._send_asides(kept)

    def _all_that_shows(self, kept: Kept) -> tuple[object, ...]:
        """Moments pass by the minute; what is kept is compared by whether it is the same record."""
        look, hub = self.look, self.room.hub
        minute = look.now.replace(second=0, microsecond=0)
        read = [hub.last_read(look.me.id, place) for place in kept.posts if place != look.place]
        return kept, look.campaign, look.me, minute, hub.reacted(look.me.id), read

    async def _send_asides(self, kept: Kept) -> None:
        steps = self.room.steps(self.look, kept)
        await self._send_changed("ahead", self._html("_ahead.html", ahead=ahead_view(self.look, kept, steps)))
        await self._send_changed("timeline", self._html("_timeline.html", marks=timeline_view(self.look, steps)))
        empty = empty_words(self.look, tuple(self.posts.values()), steps)
        await self._send_changed("empty", self._html("_empty.html", empty=empty))

    def look_again(self) -> None:
        look = self.look
        self.look = self.room.look(person=look.me.id, place=look.place, campaign=look.campaign.id, since=look.since)

    async def send_clock(self) -> None:
        clock = clock_view(self.look, self.room.controls, self.room.colleagues)
        await self._send_changed("clock", json.dumps(clock.__dict__, ensure_ascii=False))

    async def _send_posts(self, kept: Kept) -> None:
        views = conversation(self.look, kept, self.room.hub.reacted(self.look.me.id))
        _mark_read(self.room, self.look, kept)
        changed = [view for view in views if self.posts.get(view.key) != view]
        gone = self.posts.keys() - {view.key for view in views}
        is_first = "posts" not in self.sent
        if not changed and not gone and not is_first:
            return
        self.posts = {view.key: view for view in views}
        self.sent["posts"] = "sent"
        made = [
            {"key": view.key, "version": _version(view), "mine": view.mine, "html": self._post_html(view)}
            for view in changed
        ]
        payload = {"posts": made, "keys": [view.key for view in views], "all": is_first}
        await self.response.send(json.dumps(payload, ensure_ascii=False), event="posts")

    def _post_html(self, view: PostView) -> str:
        return self._html("_post.html", post=view, version=_version(view))

    def _html(self, name: str, **values: Any) -> str:
        return self.room.fragment(name, self.look, **values)

    async def _send_changed(self, event: str, data: str) -> None:
        if self.sent.get(event) != data:
            self.sent[event] = data
            await self.response.send(data, event=event)


async def stream_page(room: Room, request: web.Request) -> web.StreamResponse:
    if not _can_show(room):
        return web.Response(status=503)
    look = room.look_asked_for(request)
    async with sse_response(request) as response:
        stream = Stream(room, look, response)
        with room.hub.watching(look.me.id) as woken, suppress(ConnectionResetError):
            await response.send("", event="hello", retry=RETRY)
            while _is_open(request) and _can_show(room) and not room.hub.is_closing:
                await _turn(stream, woken)
    return response


def _is_open(request: web.Request) -> bool:
    return request.transport is not None and not request.transport.is_closing()


async def _turn(stream: Stream, woken: asyncio.Event) -> None:
    """Look, send what is different, and wait for the next change; the first change is never made to wait."""
    seconds = asyncio.get_running_loop().time
    began = seconds()
    woken.clear()
    stream.look_again()
    kept = await read_kept(stream.room.ctx.store, stream.look)
    await stream.send_clock()
    await stream.refresh(kept, now=began)
    await asyncio.sleep(max(0.0, BETWEEN_SENDS - (seconds() - began)))
    await _wait(stream, woken)


async def _wait(stream: Stream, woken: asyncio.Event) -> None:
    """Until something changed; meanwhile only the clock moves on. After a second, look anyway."""
    is_fast = stream.room.controls is not None and stream.room.controls.playing
    for _ in range(round(TICK_STILL / TICK_PLAYING) if is_fast else 1):
        try:
            await asyncio.wait_for(woken.wait(), TICK_PLAYING if is_fast else TICK_STILL)
        except TimeoutError:
            stream.look_again()
            await stream.send_clock()
        else:
            return
