"""The other side of Teams, in a process of its own: the Bot Connector and the server of keys."""

import asyncio
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from time import time
from typing import Any, Final

import orjson
from aiohttp import web

from benchmarks._wire import OTHERS, listen, started, take_core
from tests.bot.platforms.teams.a_door import a_jwk, a_token

FIRST_POST: Final = 1_700_000_000_000
JSON: Final[Mapping[str, str]] = {"Content-Type": "application/json"}


@contextmanager
def the_other_side(seconds: float = 0.0) -> Iterator[str]:
    """Each server answers after so many seconds."""
    with started("benchmarks._teams_wire", json.dumps(a_jwk("first")), str(seconds)) as url:
        yield url


def with_token(service_url: str) -> Mapping[str, str]:
    """The headers that Teams sends: signed with the key that is listed, good for this hour."""
    token = a_token(serviceurl=service_url, nbf=time() - 60, exp=time() + 3600)
    return {**JSON, "Authorization": f"Bearer {token}"}


async def _serve_the_other_side(jwk: dict[str, Any], seconds: float) -> None:
    """A bare aiohttp server, without an app and its routes."""
    take_core(OTHERS)
    numbers = count(FIRST_POST)

    def answer(request: web.BaseRequest) -> bytes:
        if request.path == "/openid":
            return orjson.dumps({"jwks_uri": f"http://{request.host}/keys"})
        if request.path == "/keys":
            return orjson.dumps({"keys": [jwk]})
        if request.path == "/posted":
            return orjson.dumps(next(numbers) - FIRST_POST)
        if request.path.endswith("/pagedmembers"):
            return b'{"members":[]}'
        if request.method == "GET":  # who somebody is
            who = request.path.rpartition("/")[2].removeprefix("29:")
            return orjson.dumps({"id": f"29:{who}", "aadObjectId": f"aad-{who}", "email": f"{who}@example.com"})
        number = next(numbers)
        return b'{"id":"a:%d","activityId":"%d"}' % (number, number)

    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        await request.read()
        if seconds and request.path != "/posted":
            await asyncio.sleep(seconds)
        return web.Response(body=answer(request), content_type="application/json")

    await listen(web.ServerRunner(web.Server(handle, access_log=None)))


if __name__ == "__main__":
    asyncio.run(_serve_the_other_side(json.loads(sys.argv[1]), float(sys.argv[2])))
