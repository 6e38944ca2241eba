"""600 people press Join in Teams for 3 seats, beside bare aiohttp and the SDK's own echo, with the same other side.

Ours does all it does for a person: the token is checked, the press is kept once, the seat is given or the reserve list
joined, the card comes back with its true count, and a receipt goes to the private chat. So each of the three makes one
outgoing post. The two echoes check the same token (bare aiohttp) or none (the SDK as shipped, with an empty app id).
Time counts until the last receipt is out. Limits: 0.3 of bare aiohttp, 8 times the SDK.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time
from typing import Any, Final

import aiohttp
import jwt
import orjson
from aiohttp import web

from benchmarks._teams_bot import CHANNEL, THREAD, TeamsBot, a_teams_bot, the_call, the_campaign
from benchmarks._teams_wire import JSON, the_other_side, with_token
from benchmarks._wire import OTHERS, Check, ask, call_all, post_of, serve, started, take_core
from bot.platforms.teams.door import PATH
from bot.platforms.teams.gate import ISSUER
from tests.bot.platforms.teams.a_door import APP_ID
from tests.bot.platforms.teams.a_team import TENANT

ROUNDS: Final = 5
PLACES: Final = 3
MANY, FEW = 600, 60  # requests a round; the SDK would make it last too long
OF_BARE, TIMES_SDK = 0.3, 8.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Round:
    """Requests a second, by the clock and by the server's own processor time."""

    rate: float
    busy_rate: float


def a_press(url: str, who: str, about: str) -> dict[str, Any]:
    """As Teams brings it."""
    data = {"verb": "join", "about": about, "value": ""}
    return {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "id": f"event-{who}",
        "channelId": "msteams",
        "serviceUrl": url,
        "locale": "en-US",
        "from": {"id": f"29:{who}", "aadObjectId": f"aad-{who}", "name": who.capitalize()},
        "recipient": {"id": f"28:{APP_ID}", "name": "Klankbord"},
        "conversation": {"id": THREAD, "tenantId": TENANT, "conversationType": "channel", "isGroup": True},
        "channelData": {
            "tenant": {"id": TENANT},
            "team": {"id": "19:sales@thread.tacv2", "name": "Sales"},
            "channel": {"id": CHANNEL, "name": "CRM"},
        },
        "replyToId": THREAD.partition("=")[2],
        "value": {"action": {"type": "Action.Execute", "title": "Join", "verb": "join", "data": data}},
    }


async def serve_klankbord(url: str) -> None:
    made = await a_teams_bot(url, places=PLACES)

    async def spent(_: web.Request) -> web.Response:
        await made.teams.idle()
        return web.json_response(process_time())

    async def begin_round(request: web.Request) -> web.Response:
        await _begin_round(made, url, int(request.query["round"]))
        return web.json_response(None)

    made.app.router.add_get("/spent", spent)
    made.app.router.add_get("/begin", begin_round)
    await made.begin()
    await serve(made.app)


async def _begin_round(made: TeamsBot, url: str, number: int) -> None:
    await made.empty_the_book()
    await made.knows(_people(number), url)


def _people(number: int) -> list[str]:
    return [f"p{number}x{each}" for each in range(MANY)]


async def serve_bare(url: str) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{url}/keys") as answer:
            key = jwt.PyJWK.from_dict((await answer.json())["keys"][0], "RS256").key

        async def echo(request: web.Request) -> web.Response:
            token = request.headers["Authorization"].removeprefix("Bearer ")
            jwt.decode(token, key, algorithms=["RS256"], audience=APP_ID, issuer=ISSUER)
            activity = await request.json()
            where = f"{activity['serviceUrl']}/v3/conversations/{activity['conversation']['id']}/activities"
            async with session.post(where, json={"type": "message", "text": "Echo"}) as answer:
                await answer.json()
            return web.json_response({"statusCode": 200, "type": "application/vnd.microsoft.activity.message"})

        await serve(_app(echo))


async def serve_sdk() -> None:
    from botbuilder.core import ActivityHandler, TurnContext
    from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication

    class Settings:
        APP_ID, APP_PASSWORD, APP_TYPE, APP_TENANTID = "", "", "MultiTenant", ""

    class Echo(ActivityHandler):  # type: ignore[misc]  # the SDK has no types
        async def on_message_activity(self, turn_context: TurnContext) -> None:
            await turn_context.send_activity("Echo")

    adapter, echo = CloudAdapter(ConfigurationBotFrameworkAuthentication(Settings())), Echo()
    await serve(_app(lambda request: adapter.process(request, echo)))


def _app(echo: Handler) -> web.Application:
    async def spent(_: web.Request) -> web.Response:
        return web.json_response(process_time())

    app = web.Application()
    app.router.add_post(PATH, echo)
    app.router.add_get("/spent", spent)
    return app


async def one_round(address: str, requests: Sequence[bytes], is_right: Check) -> Round:
    before = await ask(address, "/spent")
    began = perf_counter()
    await call_all(address, requests, is_right)
    busy = await ask(address, "/spent") - before
    return Round(len(requests) / (perf_counter() - began), len(requests) / busy)


def round_of_each(number: int, url: str, ours: str, bare: str, sdk: str) -> tuple[Round, Round, Round]:
    headers, about = with_token(url), the_call(the_campaign(PLACES))[0].key
    presses = [a_press(url, who, about) for who in _people(number)]
    typed = [{**press, "type": "message", "text": "join", "value": None, "name": None} for press in presses[:FEW]]
    signed = [post_of(PATH, orjson.dumps(press), headers) for press in presses]
    unsigned = [post_of(PATH, orjson.dumps(message), JSON) for message in typed]
    asyncio.run(ask(ours, f"/begin?round={number}"))
    return (
        asyncio.run(one_round(ours, signed, lambda status, body: status == 200 and b"AdaptiveCard" in body)),
        asyncio.run(one_round(bare, signed, lambda status, _: status == 200)),
        asyncio.run(one_round(sdk, unsigned, lambda status, _: status == 201)),
    )


def measure() -> list[tuple[Round, Round, Round]]:
    """They take turns, so that a busy machine slows all three."""
    me = "benchmarks.teams_join"
    with (
        the_other_side() as url,
        started(me, "klankbord", url) as ours,
        started(me, "bare", url) as bare,
        started(me, "sdk") as sdk,
    ):
        rounds = [round_of_each(number, url, ours, bare, sdk) for number in range(ROUNDS + 1)]
    return rounds[1:]  # the first warms them


def main() -> int:
    take_core(OTHERS)
    rounds = measure()
    for name, each in zip(("Klankbord join", "bare aiohttp echo", "SDK echo"), zip(*rounds, strict=True), strict=True):
        print(f"{name:18} {median(one.rate for one in each):7,.0f}/s (median of {ROUNDS} rounds)")
    of_bare = median(ours.rate / bare.rate for ours, bare, _ in rounds)
    times_sdk = median(ours.rate / sdk.rate for ours, _, sdk in rounds)
    print(f"of bare aiohttp    {of_bare:7.2f} (limit at least {OF_BARE}; "
          f"by processor time {median(ours.busy_rate / bare.busy_rate for ours, bare, _ in rounds):.2f})")  # fmt: skip
    print(f"times the SDK      {times_sdk:7.1f} (limit at least {TIMES_SDK:.0f}; "
          f"by processor time {median(ours.busy_rate / sdk.busy_rate for ours, _, sdk in rounds):.1f})")  # fmt: skip
    return 0 if of_bare >= OF_BARE and times_sdk >= TIMES_SDK else 1


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["klankbord", url]:
            asyncio.run(serve_klankbord(url))
        case ["bare", url]:
            asyncio.run(serve_bare(url))
        case ["sdk"]:
            asyncio.run(serve_sdk())
        case _:
            sys.exit(main())
