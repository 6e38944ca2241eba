"""What would break: a rotation that shuts Teams out, a stranger who makes us ask, a key server that stops us."""

import asyncio
import json
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.platforms.teams.keys import FIRST_PAUSE, LARGEST_ANSWER, OLD, PAUSE, Key, Keys, NoKeys, keys_in
from tests.bot.platforms.teams.a_door import GONE, Answer, Clock, KeyServer, a_jwk, some_keys
from tests.waiting import wait_until


@pytest.fixture
async def server() -> AsyncIterator[KeyServer]:
    async with KeyServer().serving() as server:
        yield server


@pytest.fixture
def seconds() -> Clock:
    return Clock(0.0)


@pytest.fixture
async def keys(server: KeyServer, seconds: Clock) -> AsyncIterator[Keys]:
    async with some_keys(server, seconds) as keys:
        yield keys


async def test_a_key_is_fetched_once_with_the_channels_it_may_speak_for(keys: Keys, server: KeyServer) -> None:
    first = await keys.find("first")
    assert first is not None
    assert first.endorsements == {"msteams"}
    assert first.public.key_size == 2048
    assert await keys.find("first") is first
    assert server.asked == ["/openid", "/keys"]


async def test_however_many_ask_at_once_one_fetch_answers_them_all(keys: Keys, server: KeyServer) -> None:
    found = await asyncio.gather(*(keys.find(f"made-up-{number}") for number in range(50)), keys.find("first"))
    assert found[:-1] == [None] * 50
    assert found[-1] is not None
    assert server.fetches == 1


async def test_made_up_ids_cause_one_fetch_in_five_minutes(keys: Keys, server: KeyServer, seconds: Clock) -> None:
    await keys.find("first")
    for second in range(0, 901, 20):
        seconds.now = float(second)
        assert await keys.find(f"made-up-{second}") is None
    assert server.fetches == 4  # at 0, 300, 600 and 900


async def test_a_rotated_key_is_found_at_its_first_use_and_the_old_one_is_gone(
    keys: Keys, server: KeyServer, seconds: Clock
) -> None:
    await keys.find("first")
    server.listed = [a_jwk("second")]
    assert await keys.find("first") is not None
    seconds.now += PAUSE
    assert await keys.find("second") is not None
    assert await keys.find("first") is None


async def test_a_day_old_key_is_given_at_once_and_fetched_again_behind_it(
    keys: Keys, server: KeyServer, seconds: Clock
) -> None:
    await keys.find("first")
    server.listed = [a_jwk("first", endorsements=["msteams", "webchat"]), a_jwk("second")]
    seconds.now += OLD
    old = await keys.find("first")
    assert old is not None
    assert old.endorsements == {"msteams"}
    await wait_until(lambda: server.asked == ["/openid", "/keys"] * 2)
    await wait_until(lambda: "second" in keys._known)
    assert await keys.find("first") is not old
    assert server.fetches == 2


async def test_a_known_key_never_waits_while_an_unknown_one_does(keys: Keys, server: KeyServer, seconds: Clock) -> None:
    await keys.find("first")
    server.instead["/keys"] = server.hang
    seconds.now += OLD
    unknown = asyncio.create_task(keys.find("second"))
    await wait_until(lambda: server.fetches == 2)
    assert await keys.find("first") is not None
    assert not unknown.done()
    server.listed.append(a_jwk("second"))
    server.released.set()
    assert await unknown is not None


async def test_one_who_gives_up_does_not_end_the_fetch_of_the_others(keys: Keys, server: KeyServer) -> None:
    server.instead["/openid"] = server.hang
    impatient, patient = asyncio.create_task(keys.find("first")), asyncio.create_task(keys.find("first"))
    await wait_until(lambda: server.fetches == 1)
    impatient.cancel()
    server.released.set()
    assert await patient is not None


async def says(text: str, **how: Any) -> web.StreamResponse:
    return web.Response(text=text, **how)


async def right(request: web.Request, *, host: str = "127.0.0.1", more: str = "", **how: Any) -> web.StreamResponse:
    """All that is asked for, on either page, so that only what is wrong with it makes it refused."""
    address = request.url.with_path("/keys").with_host(host)
    return await says(json.dumps({"jwks_uri": str(address), "keys": [a_jwk("first"), a_jwk("second")]}) + more, **how)


async def elsewhere(request: web.Request) -> web.StreamResponse:
    raise web.HTTPFound("/elsewhere")


TROUBLE: dict[str, Answer] = {
    "500": partial(right, status=500),
    "html": lambda _: says("<html>Sign in to this network</html>", content_type="text/html"),
    "redirect": elsewhere,
    "huge": partial(right, more=" " * LARGEST_ANSWER),
    "a list": lambda _: says("[]"),
    "empty": lambda _: says(""),
    "nested": lambda _: says("[" * 100_000),
    "not utf-8": lambda _: asyncio.sleep(0, web.Response(body=b'{"keys": "\xff"}')),
    "no keys": lambda _: says('{"keys": []}'),
    "keys are no list": lambda _: says('{"keys": 5, "jwks_uri": 5}'),
    "other scheme": lambda _: says('{"jwks_uri": "file:///etc/passwd"}'),
    "no address": lambda _: says('{"jwks_uri": "http://[::1"}'),
}


@pytest.mark.parametrize("path", ["/openid", "/keys"])
@pytest.mark.parametrize("trouble", TROUBLE)
async def test_a_key_server_in_trouble_takes_no_known_key_away(
    keys: Keys, server: KeyServer, seconds: Clock, trouble: str, path: str
) -> None:
    server.instead[path] = TROUBLE[trouble]
    with pytest.raises(NoKeys):
        await keys.find("first")
    del server.instead[path]
    seconds.now += FIRST_PAUSE
    assert await keys.find("first") is not None
    server.instead[path] = TROUBLE[trouble]
    seconds.now += PAUSE
    assert await keys.find("second") is None
    assert await keys.find("first") is not None
    assert "/elsewhere" not in server.asked


@pytest.mark.parametrize("path", ["/openid", "/keys"])
async def test_a_key_server_that_hangs_is_left_after_a_while(server: KeyServer, seconds: Clock, path: str) -> None:
    server.instead[path] = server.hang
    async with some_keys(server, seconds, patience=0.05) as keys:
        with pytest.raises(NoKeys):
            await keys.find("first")


async def test_keys_are_fetched_only_where_no_stranger_can_answer(keys: Keys, server: KeyServer) -> None:
    server.instead["/openid"] = partial(right, host="0.0.0.0")  # it leads to this machine, and is not named as it
    with pytest.raises(NoKeys):
        await keys.find("first")
    assert server.asked == ["/openid"]


async def test_without_any_key_it_is_asked_again_soon_but_not_for_everybody(
    keys: Keys, server: KeyServer, seconds: Clock
) -> None:
    server.instead["/openid"] = TROUBLE["500"]
    for _ in range(20):
        with pytest.raises(NoKeys):
            await keys.find("first")
    assert server.fetches == 1
    del server.instead["/openid"]
    seconds.now += FIRST_PAUSE
    assert await keys.find("first") is not None


async def test_a_key_server_that_is_down_raises_no_other_error(seconds: Clock) -> None:
    async with KeyServer().serving() as server:
        url = server.url
    async with aiohttp.ClientSession() as session:
        with pytest.raises(NoKeys):
            await Keys(session, seconds=seconds, metadata_url=url).find("first")


async def test_closing_ends_a_fetch_that_hangs(server: KeyServer, seconds: Clock) -> None:
    server.instead["/openid"] = server.hang
    async with some_keys(server, seconds) as keys:
        waiting = asyncio.create_task(keys.find("first"))
        await wait_until(lambda: server.fetches == 1)
    with pytest.raises(asyncio.CancelledError):
        await waiting


@pytest.mark.parametrize("url", ["http://login.example/keys", "http://127.0.0.1.example/", "ftp://127.0.0.1/", "", "x"])
async def test_keys_come_over_tls_or_from_this_machine(url: str) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(ValueError, match="https"):
            Keys(session, seconds=Clock(0.0), metadata_url=url)


BROKEN = {
    "no object": 5,
    "no number": a_jwk("first", n=GONE),
    "no text": a_jwk("first", n=5),
    "no base64": a_jwk("first", n="é!"),
    "zero": a_jwk("first", n="AA"),
    "even exponent": a_jwk("first", e="Ag"),
    "too short": a_jwk("short", bits=1024),
    "for encryption": a_jwk("first", use="enc"),
    "another algorithm": a_jwk("first", alg="RS512"),
    "a curve": {"kty": "EC", "kid": "first", "crv": "P-256", "x": "AA", "y": "AA"},
    "a secret": {"kty": "oct", "kid": "first", "k": "AAAA"},
    "private": a_jwk("first", d="AQAB"),
    "no id": a_jwk("first", kid=GONE),
    "an empty id": a_jwk("first", kid=""),
    "a number as id": a_jwk("first", kid=5),
    "a list as id": a_jwk("first", kid=["first"]),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_key_is_left_out_and_the_others_stay(broken: str) -> None:
    assert set(keys_in({"keys": [BROKEN[broken], a_jwk("second")]})) == {"second"}


@pytest.mark.parametrize(
    ("listed", "endorsed"),
    [(["msteams", 5, None], {"msteams"}), ([], set()), ("msteams", set()), (GONE, set()), ({"msteams": 1}, set())],
)
def test_only_a_list_endorses_and_a_key_without_one_speaks_for_no_channel(listed: Any, endorsed: set[str]) -> None:
    key: Key = keys_in({"keys": [a_jwk("first", endorsements=listed)]})["first"]
    assert key.endorsements == endorsed
