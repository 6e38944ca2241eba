"""200 people type `/klankbord join` in Slack for 3 seats, beside a Bolt app that does nothing but acknowledge.

Both check the signature of every request. Ours keeps each command once, gives the seat or a place on the reserve list,
durably on the TinyDB store, and answers with it. Limit: 0.6 of the Bolt app.
"""

import asyncio
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from statistics import median
from time import perf_counter, process_time, time
from typing import Any, Final
from urllib.parse import urlencode

import aiohttp
import orjson
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from benchmarks._teams_bot import OPEN, the_call, the_campaign
from benchmarks._wire import OTHERS, ask, call_all, listen, post_of, serve, started, take_core
from bot.all_platforms import connect_doors
from bot.assembly import assemble
from bot.platforms.slack.addresses import NAME
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.door import PATH
from bot.platforms.slack.opening import open_session
from bot.platforms.slack.platform import SlackPlatform
from bot.scheduler import Scheduler
from bot.web.app import make_app
from storage.all_stores import open_store
from storage.tables import BINDINGS, PEOPLE, SEATS, Binding, KnownPerson
from tests.fake_slack.delivering import signature
from tests.fakes import FixedClock

ROUNDS: Final = 15
MANY: Final = 200  # commands a round
PLACES: Final = 3
OF_BOLT: Final = 0.6
TEAM, CHANNEL = "T1", "C1"
SECRET: Final = "8f742231b10e8888abcd99yyyzzz85a5"  # of nobody
TOKEN: Final = "xoxb-0"


@dataclass(frozen=True)
class Round:
    """Commands a second, by the clock and by the server's own processor time."""

    rate: float
    busy_rate: float


@contextmanager
def the_other_side() -> Iterator[str]:
    """Slack's methods; gives their address."""
    with started("benchmarks.slack_join", "slack") as url:
        yield f"{url}/api/"


async def serve_slack() -> None:
    take_core(OTHERS)
    me = {"ok": True, "team_id": TEAM, "user_id": "UBOT", "bot_id": "BBOT", "user": "klankbord", "team": "Example"}

    async def answer(request: web.BaseRequest) -> web.StreamResponse:
        await request.read()
        nobody = request.path.endswith("/users.lookupByEmail")
        found = {"ok": False, "error": "users_not_found"} if nobody else me
        return web.Response(body=orjson.dumps(found), content_type="application/json")

    await listen(web.ServerRunner(web.Server(answer, access_log=None)))


async def serve_klankbord(url: str, folder: str) -> None:
    store, clock, secrets = await open_store(f"tinydb:{folder}/klankbord.db"), FixedClock(OPEN), count(1)
    session = open_session()
    platform = SlackPlatform(
        client=SlackClient(session, TOKEN, base_url=url),
        store=store,
        wall=time,
        signing_secret=SECRET,
        base_url=url,
        closers=(session.close,),
    )
    bot = assemble(store=store, clock=clock, files=list, new_secret=lambda: f"secret-{next(secrets)}", chats=[platform])
    campaign = the_campaign(PLACES)
    bot.ctx.campaigns[campaign.id] = campaign
    _, book = the_call(campaign)

    async def begin(request: web.Request) -> web.Response:
        async with store.transaction() as tx:
            await tx.put(SEATS, campaign.id, book)
            await tx.put(BINDINGS, f"{campaign.id}/sales", Binding(campaign.id, "sales", NAME, CHANNEL))
            for who in people(int(request.query["round"])):
                await tx.put(PEOPLE, f"{NAME}:{who}", KnownPerson(NAME, who, f"{who.lower()}@example.com"))
        return web.json_response(None)

    app, scheduler = make_app(bot.ctx, room=bot.room), Scheduler(bot.engine, clock)
    bot.ctx.wake = scheduler.wake
    connect_doors(bot, [platform], app)
    app.router.add_get("/begin", begin)
    app.router.add_get("/spent", spent)
    scheduler.start()
    await serve(app)


async def serve_bolt(url: str) -> None:
    """As its own documents show it."""
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(token=TOKEN, base_url=url, session=session)
        bolt = AsyncApp(signing_secret=SECRET, client=client)

        async def only_acknowledge(ack: AsyncAck) -> None:
            await ack()

        bolt.command("/klankbord")(only_acknowledge)

        async def come_in(request: web.Request) -> web.Response:
            return await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

        app = web.Application()
        app.router.add_post(PATH, come_in)
        app.router.add_get("/spent", spent)
        await serve(app)


async def spent(_: web.Request) -> web.Response:
    return web.json_response(process_time())


def people(number: int) -> list[str]:
    return [f"U{number}X{each}" for each in range(MANY)]


def a_command(who: str) -> bytes:
    """As Slack brings it: a form, signed just now."""
    body = urlencode(_fields(who)).encode()
    timestamp = str(int(time()))
    signed = {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature(SECRET, timestamp, body)}
    return post_of(PATH, body, {"Content-Type": "application/x-www-form-urlencoded", **signed})


def _fields(who: str) -> Mapping[str, Any]:
    return {
        "token": "verification",
        "team_id": TEAM,
        "team_domain": "example",
        "channel_id": CHANNEL,
        "channel_name": "sales",
        "user_id": who,
        "user_name": who.lower(),
        "command": "/klankbord",
        "text": "join",
        "api_app_id": "A1",
        "is_enterprise_install": "false",
        "response_url": f"https://hooks.slack.com/commands/{TEAM}/{who}",
        "trigger_id": f"trigger-{who}",
    }


async def one_round(address: str, number: int, expected: bytes) -> Round:
    requests = [a_command(who) for who in people(number)]
    before, began = await ask(address, "/spent"), perf_counter()
    await call_all(address, requests, lambda status, body: status == 200 and expected in body)
    seconds = perf_counter() - began
    return Round(MANY / seconds, MANY / (await ask(address, "/spent") - before))


def measure() -> list[tuple[Round, Round]]:
    """They take turns, so that a busy machine slows both."""
    me, rounds = "benchmarks.slack_join", []
    with (
        tempfile.TemporaryDirectory() as folder,
        the_other_side() as url,
        started(me, "klankbord", url, folder) as ours,
        started(me, "bolt", url) as bolt,
    ):
        for number in range(ROUNDS + 1):
            asyncio.run(ask(ours, f"/begin?round={number}"))
            rounds.append((asyncio.run(one_round(ours, number, b"blocks")), asyncio.run(one_round(bolt, number, b""))))
    return rounds[1:]  # the first warms them


def main() -> int:
    take_core(OTHERS)
    rounds = measure()
    ratio = median(ours.rate / bolt.rate for ours, bolt in rounds)
    busy = median(ours.busy_rate / bolt.busy_rate for ours, bolt in rounds)
    print(f"Klankbord join    {median(ours.rate for ours, _ in rounds):7,.0f}/s (median of {ROUNDS} rounds)")
    print(f"Bolt, only ack    {median(bolt.rate for _, bolt in rounds):7,.0f}/s")
    print(f"of Bolt           {ratio:7.2f} (limit at least {OF_BOLT}; by processor time {busy:.2f})")
    return 0 if ratio >= OF_BOLT else 1


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["slack"]:
            asyncio.run(serve_slack())
        case ["klankbord", url, folder]:
            asyncio.run(serve_klankbord(url, folder))
        case ["bolt", url]:
            asyncio.run(serve_bolt(url))
        case _:
            sys.exit(main())
