"""A room to look into: a campaign with two audiences, a memory store, a clock that stands still, what was heard."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiohttp.test_utils import TestClient, TestServer

from bot.context import Context
from bot.inbound import Inbound
from bot.platforms.base import Answer
from bot.platforms.room.people import room_channels, room_people
from bot.platforms.room.platform import RoomPlatform
from bot.web.app import make_app
from bot.web.look import Look
from bot.web.room_hub import RoomHub
from bot.web.room_page import Room, pages
from bot.web.room_plan import Plans
from campaigns.message import Message, Part
from campaigns.model import Campaign
from tests.builders import a_campaign, a_post, a_wish, an_audience, some_seats
from tests.fakes import FixedClock, a_context

MONDAY = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
SALES, SERVICE = "crm/sales", "crm/service"


def a_campaign_with_two_teams(**changes: Any) -> Campaign:
    everywhere = ("sales", "service")
    return a_campaign(
        **{
            "audiences": {
                "sales": an_audience(),
                "service": an_audience(channel="Service > General", lead="sandra"),
            },
            "posts": (a_post(for_audiences=everywhere), a_post(id="call-1", kind="call", sender="sandra")),
            "seats": some_seats(),
            "wishes": {"postcode": a_wish()},
            **changes,
        }
    )


def a_message(text: str = "Hello.", **changes: Any) -> Message:
    return Message(**{"language": "en", "kind": "tip", "parts": (Part(text, authored=True),), "about": "p", **changes})


@dataclass
class Playing:
    """Controls that remember what was asked of them."""

    clock: FixedClock
    playing: bool = False
    speed: float = 60.0
    why_paused: str = ""
    pause_for_me: bool = False
    answering: bool = False
    asked: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        return self.clock.now()

    def play(self) -> None:
        self.playing = True

    def pause(self) -> None:
        self.playing = False

    def set_speed(self, speed: float) -> None:
        self.speed = speed

    def jump_to_next(self) -> None:
        self.asked.append("next")

    def set_pause_for_me(self, on: bool) -> None:
        self.pause_for_me = on

    def set_answering(self, on: bool) -> None:
        self.answering = on


@dataclass
class ARoom:
    """`heard` is all that was handed over; every act is answered with `answer`."""

    ctx: Context
    platform: RoomPlatform
    hub: RoomHub
    controls: Playing | None
    heard: list[Inbound]
    answer: list[str]

    @property
    def clock(self) -> FixedClock:
        assert isinstance(self.ctx.clock, FixedClock)
        return self.ctx.clock

    @property
    def room(self) -> Room:
        return Room(self.ctx, self.platform, self.hub, self.controls, self.controls, Plans(), pages())

    def look(self, person: str, place: str = SALES) -> Look:
        return self.room.look(person=f"room:{person}", place=place, campaign="crm")

    def client(self) -> TestClient[Any, Any]:
        app = make_app(self.ctx, room=self.platform, hub=self.hub, controls=self.controls, colleagues=self.controls)
        return TestClient(TestServer(app))


def a_room(campaign: Campaign | None = None, *, fast: bool = True, answer: str = "Noted.") -> ARoom:
    campaign = campaign or a_campaign_with_two_teams()
    ctx = a_context([campaign], now=MONDAY)
    assert isinstance(ctx.clock, FixedClock)
    platform = RoomPlatform(ctx.store, ctx.clock, room_people(ctx.campaigns), room_channels(ctx.campaigns))
    room = ARoom(ctx, platform, RoomHub(), Playing(ctx.clock) if fast else None, [], [answer])

    async def hear(inbound: Inbound) -> Answer | None:
        room.heard.append(inbound)
        return Answer(a_message(room.answer[0], kind="answer")) if room.answer[0] else None

    platform.heard(hear)
    return room


def act(who: str, **fields: Any) -> dict[str, Any]:
    return {"as": f"room:{who}", "event": f"event-{who}-{len(str(fields)):04}", **fields}
