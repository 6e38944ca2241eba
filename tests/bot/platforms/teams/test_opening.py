"""What would break: a door without a lock, a token for the wrong host, a secret that is shown, a session left open."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import aiohttp
import pytest
import yaml
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.invalid_settings import InvalidSettings
from bot.platforms.base import DeliveryError
from bot.platforms.teams import opening
from bot.platforms.teams.door import PATH
from bot.platforms.teams.opening import login_of, open_playground, open_session, open_teams
from bot.platforms.teams.platform import TeamsPlatform
from bot.teams_settings import AppType, TeamsSettings, read_teams
from campaigns.message import Message, Part
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES, REFERENCES, Reference
from tests.bot.conversation import OPEN
from tests.bot.platforms.teams.a_door import a_token
from tests.bot.platforms.teams.recordings import recorded
from tests.fake_connector import fake_connector
from tests.fakes import FixedClock

APP: Final = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
TENANT: Final = "9c5b94b1-35ad-49bb-b118-8e8fc24abf80"
SECRET: Final = "marker~secret.that-must_never-be-seen"
MESSAGE: Final = Message("en", "tip", (Part("Click the star."),))
CHANNEL: Final = "19:crm@thread.tacv2"


def settings() -> TeamsSettings:
    values = {"MICROSOFT_APP_ID": APP, "MICROSOFT_APP_TENANT_ID": TENANT, "MICROSOFT_APP_PASSWORD": SECRET}
    found, problems = read_teams(values)
    assert found is not None, problems
    return found


@asynccontextmanager
async def a_door(teams: TeamsPlatform) -> AsyncIterator["TestClient[web.Request, web.Application]"]:
    app = web.Application()
    teams.add_to(app)
    async with TestClient(TestServer(app)) as client:
        try:
            yield client
        finally:
            await teams.close()


async def with_a_channel(service_url: str) -> MemoryStore:
    store = MemoryStore(ALL_TABLES)
    async with store.transaction() as tx:
        await tx.put(REFERENCES, f"teams:{CHANNEL}", Reference("teams", TENANT, service_url, CHANNEL))
    return store


async def test_the_real_door_is_locked() -> None:
    teams = await open_teams(settings(), store=MemoryStore(ALL_TABLES), clock=FixedClock(OPEN))
    async with a_door(teams) as client:
        for headers in ({}, {"Authorization": "Bearer x.y.z"}, {"Authorization": f"Bearer {SECRET}"}):
            async with client.post(PATH, json=recorded("thread_message"), headers=headers) as answer:
                assert answer.status == 401


async def test_the_real_one_sends_nothing_to_this_machine() -> None:
    """Nor asks for a token first."""
    async with fake_connector() as fake:
        store = await with_a_channel(fake.url)
        teams = await open_teams(settings(), store=store, clock=FixedClock(OPEN))
        with pytest.raises(DeliveryError, match="not one of Microsoft Teams"):
            await teams.post(CHANNEL, MESSAGE, "key")
        await teams.close()
        assert fake.requests == []


async def test_the_secret_is_in_no_repr_and_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    teams = await open_teams(settings(), store=MemoryStore(ALL_TABLES), clock=FixedClock(OPEN))
    login = login_of(settings())
    assert login.secret == SECRET, "it is used"
    shown = [repr(thing) for thing in (teams, vars(teams), settings(), login, teams.addresses)]
    shown += [repr(vars(part)) for part in vars(teams).values() if hasattr(part, "__dict__")]
    await teams.close()
    assert SECRET not in "".join(shown) + caplog.text


async def test_a_login_that_can_not_be_used_is_said_and_leaves_nothing_open(tmp_path: Path) -> None:
    certificate = tmp_path / "app.pem"
    certificate.write_text("no certificate")
    bad = TeamsSettings(APP, TENANT, AppType.SINGLE_TENANT, certificate=certificate, tenants=frozenset({TENANT}))
    with pytest.raises(InvalidSettings, match="login for Teams"):
        await open_teams(bad, store=MemoryStore(ALL_TABLES), clock=FixedClock(OPEN))
    gc.collect()  # a session that is left open would complain here


async def test_the_real_one_closes_what_it_opened() -> None:
    teams = await open_teams(settings(), store=MemoryStore(ALL_TABLES), clock=FixedClock(OPEN))
    await teams.close()
    await teams.close()
    del teams
    gc.collect()


async def test_the_playground_comes_in_from_this_machine_and_goes_nowhere_else() -> None:
    async with fake_connector() as fake:
        store = await with_a_channel(fake.url)
        teams = await open_playground(store)
        async with a_door(teams) as client:
            async with client.post(PATH, json=recorded("personal_message")) as answer:
                assert answer.status == 200
            async with client.post(PATH, json={}, headers={"X-Forwarded-For": "127.0.0.1"}) as answer:
                assert answer.status == 403
            await teams.post(CHANNEL, MESSAGE, "key")
            assert (len(fake.sent), fake.requests[0].bearer) == (1, None)
            async with store.transaction() as tx:
                real = Reference("teams", TENANT, "https://smba.trafficmanager.net/emea/", CHANNEL)
                await tx.put(REFERENCES, f"teams:{CHANNEL}", real)
            with pytest.raises(DeliveryError, match="not one of Microsoft Teams"):
                await teams.post(CHANNEL, MESSAGE, "key")


def test_the_playgrounds_own_file_has_the_same_names() -> None:
    file = Path(opening.__file__).with_name("playground.yml")
    said = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert (said["bot"]["id"], said["tenantId"]) == (opening.PLAYGROUND_BOT, opening.PLAYGROUND_TENANT)
    assert recorded("execute")["conversation"]["tenantId"] == said["tenantId"]
    assert f"teams:{said['currentUser']['aadObjectId']}" == opening.AT_THE_PAGE


async def test_a_session_keeps_no_cookies() -> None:
    session = open_session()
    assert isinstance(session.cookie_jar, aiohttp.DummyCookieJar)
    await session.close()


async def test_behind_a_proxy_it_asks_the_proxy_and_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readline())
        writer.close()

    proxy = await asyncio.start_server(refuse, "127.0.0.1", 0)
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.sockets[0].getsockname()[1]}")
    teams = await open_teams(settings(), store=MemoryStore(ALL_TABLES), clock=FixedClock(OPEN))
    async with a_door(teams) as client:
        headers = {"Authorization": f"Bearer {a_token()}"}
        async with client.post(PATH, json=recorded("thread_message"), headers=headers) as answer:
            assert answer.status == 503, "its keys could not be asked for"
    proxy.close()
    assert set(asked) == {b"CONNECT login.botframework.com:443 HTTP/1.1\r\n"}


def test_a_login_is_of_one_kind() -> None:
    managed = TeamsSettings(APP, TENANT, AppType.MANAGED_IDENTITY)
    assert (login_of(managed).managed_identity, login_of(managed).secret) == (True, "")
    federated = TeamsSettings(APP, TENANT, AppType.FEDERATED, federated_token_file=Path("/token"))
    assert (login_of(federated).federated_token_file, login_of(federated).managed_identity) == ("/token", False)
    assert (login_of(settings()).app_id, login_of(settings()).tenant_id) == (APP, TENANT)
