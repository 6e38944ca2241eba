"""Teams from its settings: session, gate and login as they belong together; for real, or for the playground."""

import asyncio
from typing import Final

import aiohttp
from yarl import URL

from bot.clock import Clock
from bot.platforms.proxy import proxy_for
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.gate import OpenGate, TokenGate
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.keys import Keys
from bot.platforms.teams.platform import TeamsPlatform
from bot.platforms.teams.tokens import AzureTokens, Login, NoTokens, credential_for
from bot.teams_settings import AppType, TeamsSettings
from storage.base import Store

BOT_CONNECTOR: Final = "https://smba.trafficmanager.net/"
AT_ONCE: Final = 100  # connections to it
# These stand in the playground's own file, bot/platforms/teams/playground.yml.
PLAYGROUND_TENANT: Final = "11111111-1111-4111-8111-111111111111"
PLAYGROUND_BOT: Final = "28:klankbord"
AT_THE_PAGE: Final = "teams:00000000-0000-4000-8000-0000000000a1"


async def open_teams(settings: TeamsSettings, *, store: Store, clock: Clock) -> TeamsPlatform:
    """Raises InvalidSettings when the login can't be used. Nothing is asked of Microsoft yet."""

    def wall() -> float:
        return clock.now().timestamp()

    credential = await asyncio.to_thread(credential_for, login_of(settings))
    tokens, session = AzureTokens(credential, wall=wall), open_session(proxy_for(BOT_CONNECTOR))
    keys = Keys(session, seconds=asyncio.get_running_loop().time)
    return TeamsPlatform(
        bot_id=f"28:{settings.app_id}",
        tenants=settings.tenants,
        gate=TokenGate(app_id=settings.app_id, keys=keys, wall=wall),
        connector=Connector(session, tokens, Hosts.real()),
        store=store,
        closers=(keys.close, tokens.close, session.close),
    )


async def open_playground(store: Store) -> TeamsPlatform:
    """For whoever is at this machine: nobody is asked for a token, so it must never be reached from elsewhere."""
    session = open_session()
    return TeamsPlatform(
        bot_id=PLAYGROUND_BOT,
        tenants=frozenset({PLAYGROUND_TENANT}),
        gate=OpenGate(),
        connector=Connector(session, NoTokens(), Hosts.loopback()),
        store=store,
        closers=(session.close,),
    )


def open_session(proxy: URL | None = None) -> aiohttp.ClientSession:
    """No cookies: what one tenant answers never colours what another is asked."""
    connector = aiohttp.TCPConnector(limit=AT_ONCE)
    return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), proxy=proxy)


def login_of(settings: TeamsSettings) -> Login:
    return Login(
        app_id=settings.app_id,
        tenant_id=settings.tenant,
        secret=settings.password or "",
        certificate=str(settings.certificate or ""),
        federated_token_file=str(settings.federated_token_file or ""),
        managed_identity=settings.type is AppType.MANAGED_IDENTITY,
    )
