"""/healthz, 50 times a second, while the servers of keys, of logins and of posts each take 5 seconds to answer.

People press Join in Teams all the while, so the bot waits for the keys, then for its login, then for each receipt, with
the real library for logins. Time counts from the moment at which a request was due, so that a stall counts for all that
it holds up. Limit: 99 of 100 answers within 100 ms.
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Final

import orjson
from aiohttp import web

from benchmarks._teams_bot import a_teams_bot, the_call, the_campaign
from benchmarks._teams_wire import the_other_side, with_token
from benchmarks._wire import OTHERS, ask, connected, get_of, post_of, serve, started, take_core
from benchmarks.teams_join import a_press
from bot.platforms.teams.door import PATH
from bot.platforms.teams.tokens import Login, credential_for
from tests.bot.platforms.teams.a_door import APP_ID
from tests.bot.platforms.teams.a_team import TENANT
from tests.fake_login import LoginServer, way_to, write_pem

SLOW: Final = 5.0  # seconds
SECONDS: Final = 30
A_SECOND: Final = 50
PEOPLE: Final = 60
PLACES: Final = 3
LONGEST: Final = 0.100


class SlowLogin(LoginServer):
    async def serve(self, request: web.Request) -> web.Response:
        await asyncio.sleep(SLOW)
        return await super().serve(request)


async def serve_klankbord(url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pem = Path(folder) / "login.pem"
        write_pem(pem)
        async with way_to(SlowLogin(), pem) as transport:
            login = Login(app_id=APP_ID, tenant_id=TENANT, secret="no secret")
            credential = credential_for(login, transport=transport)
            made = await a_teams_bot(url, places=PLACES, credential=credential)
            await made.knows([f"p{number}" for number in range(PEOPLE)], url)
            await made.begin()
            await serve(made.app)


async def press(address: str, url: str) -> list[float]:
    """Everybody once, two a second; how long each waited."""
    headers, about = with_token(url), the_call(the_campaign(PLACES))[0].key

    async def one(number: int) -> float:
        caller = await connected(address)
        await asyncio.sleep(number * SECONDS / 2 / PEOPLE)
        began = perf_counter()
        status, body = await caller.call(post_of(PATH, orjson.dumps(a_press(url, f"p{number}", about)), headers))
        assert status == 200, body
        assert b"AdaptiveCard" in body, body
        caller.close()
        return perf_counter() - began

    return await asyncio.gather(*map(one, range(PEOPLE)))


async def look(address: str) -> list[float]:
    """How late each answer of /healthz was, in seconds."""
    began = perf_counter()

    async def one(number: int) -> float:
        due = began + number / A_SECOND
        await asyncio.sleep(due - perf_counter())
        caller = await connected(address)
        status, _ = await caller.call(get_of("/healthz"))
        assert status == 200
        caller.close()
        return perf_counter() - due

    return await asyncio.gather(*map(one, range(SECONDS * A_SECOND)))


async def measure(address: str, url: str) -> tuple[list[float], list[float], int]:
    looks, presses = await asyncio.gather(look(address), press(address, url))
    return looks, presses, await ask(url, "/posted")


def main() -> int:
    take_core(OTHERS)
    with the_other_side(SLOW) as url, started("benchmarks.teams_slow_servers", "klankbord", url) as address:
        looks, presses, posted = asyncio.run(measure(address, url))
    assert max(presses) >= 2 * SLOW, "nobody waited for the keys, so they were not slow"
    assert posted > 0, "nothing was posted, so nobody waited for a login"
    p99 = quantiles(looks, n=100)[-1]
    print(f"/healthz       {p99 * 1000:7.1f} ms for 99 of 100 (limit {LONGEST * 1000:.0f}), longest "
          f"{max(looks) * 1000:.1f} ms, of {len(looks):,} at {A_SECOND}/s")  # fmt: skip
    print(f"beside it      {len(presses)} people pressed Join (the first waited {max(presses):.1f} s for the keys), "
          f"{posted} messages of the bot were taken")  # fmt: skip
    return 0 if p99 < LONGEST else 1


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["klankbord", url]:
            asyncio.run(serve_klankbord(url))
        case _:
            sys.exit(main())
