"""What somebody does in the page. Each act is checked against what this person may do here, and names itself once."""

import logging
from collections.abc import Awaitable, Callable
from typing import Annotated, Final, Literal, cast, get_args

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.platforms.pressing import Press
from bot.platforms.room.platform import LONGEST_TEXT, Act, NotPossible
from bot.web.room_page import Room
from campaigns.message import Verb
from storage.base import StoreProblem

log = logging.getLogger(__name__)

LARGEST_BODY: Final = 64 * 1024
FASTEST: Final = 1_000_000.0

Word = Annotated[str, Field(max_length=400)]


class Asked(BaseModel):
    """What every act has; anything more or less than expected is refused."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)


class Done(Asked):
    person: Annotated[str, Field(alias="as", max_length=100)]
    event: Annotated[str, Field(min_length=8, max_length=64, pattern=r"^[\w-]+$")]


class Said(Done):
    place: Word
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT * 2)]
    thread: Word = ""


class Pressed(Done):
    key: Word
    verb: Word
    value: Word = ""
    text: Annotated[str, Field(max_length=LONGEST_TEXT * 2)] = ""


class Reacted(Done):
    key: Word
    emoji: Annotated[str, Field(max_length=8)]
    added: bool


class ClockAsked(Asked):
    action: Literal["play", "pause", "next", "speed", "pause_for_me", "colleagues"]
    speed: Annotated[float, Field(gt=0, le=FASTEST)] = 1.0
    on: bool = True


class NewColleague(Asked):
    name: Annotated[str, Field(min_length=1, max_length=100)]
    channel: Word


async def say(room: Room, request: web.Request) -> web.Response:
    said = Said.model_validate_json(await request.text())
    act = Act(said.person, said.event, place=said.place, about=said.thread)
    await room.platform.say(act, said.text)
    return web.json_response({"ok": True})


async def press(room: Room, request: web.Request) -> web.Response:
    pressed = Pressed.model_validate_json(await request.text())
    if pressed.verb not in get_args(Verb):
        raise NotPossible
    act = Act(pressed.person, pressed.event, about=pressed.key)
    await room.platform.press(act, Press(cast(Verb, pressed.verb), pressed.value, pressed.text))
    return web.json_response({"ok": True})


async def react(room: Room, request: web.Request) -> web.Response:
    reacted = Reacted.model_validate_json(await request.text())
    act = Act(reacted.person, reacted.event, about=reacted.key)
    await room.platform.react(act, reacted.emoji, added=reacted.added)
    room.hub.has_reacted(reacted.person, reacted.key, reacted.emoji, added=reacted.added)
    room.hub.stir()
    return web.json_response({"ok": True})


async def turn_clock(room: Room, request: web.Request) -> web.Response:
    asked = ClockAsked.model_validate_json(await request.text())
    if asked.action == "colleagues":
        _set_colleagues(room, on=asked.on)
    else:
        _turn(room, asked)
    room.hub.stir()
    return web.json_response({"ok": True})


def _set_colleagues(room: Room, *, on: bool) -> None:
    if room.colleagues is None:
        raise NotPossible
    room.colleagues.set_answering(on)


def _turn(room: Room, asked: ClockAsked) -> None:
    controls = room.controls
    if controls is None:
        raise NotPossible
    match asked.action:
        case "play":
            controls.play()
        case "pause":
            controls.pause()
        case "next":
            controls.jump_to_next()
        case "speed":
            controls.set_speed(asked.speed)
        case _:
            controls.set_pause_for_me(asked.on)


async def add_person(room: Room, request: web.Request) -> web.Response:
    asked = NewColleague.model_validate_json(await request.text())
    colleague = await room.platform.add_colleague(asked.name, asked.channel)
    return web.json_response({"ok": True, "id": colleague.id})


Answering = Callable[[Room, web.Request], Awaitable[web.Response]]


def answered(room: Room, act: Answering) -> Callable[[web.Request], Awaitable[web.Response]]:
    """What can't be read is the page's mistake (400); what is not possible here any more is said so (409), and so is
    what the store could not keep (503): nothing of it has happened.
    """

    async def handle(request: web.Request) -> web.Response:
        try:
            return await act(room, request)
        except (ValidationError, UnicodeDecodeError):
            return web.json_response({"ok": False, "why": "unreadable"}, status=400)
        except NotPossible:
            return web.json_response({"ok": False, "why": "not_possible"}, status=409)
        except (StoreProblem, OSError) as problem:
            log.error("What somebody did in the room could not be kept: %s", problem)
            return web.json_response({"ok": False, "why": "not_kept"}, status=503)

    return handle
