"""Whether Teams would work with these settings: a real login, and a look at the Bot Framework's keys. Posts nothing."""

import asyncio
from collections.abc import Callable

from bot.platforms.base import DeliveryError
from bot.platforms.proxy import proxy_for
from bot.platforms.teams.keys import Keys, NoKeys
from bot.platforms.teams.opening import BOT_CONNECTOR, login_of, open_session
from bot.platforms.teams.tokens import AzureTokens, credential_for
from bot.teams_settings import TeamsSettings

Result = tuple[str, bool, str]


async def check_up(settings: TeamsSettings, *, wall: Callable[[], float]) -> list[Result]:
    """What about, whether it is fine, and what to do when it is not. Raises InvalidSettings."""
    credential = await asyncio.to_thread(credential_for, login_of(settings))
    session = open_session(proxy_for(BOT_CONNECTOR))
    keys = Keys(session, seconds=asyncio.get_running_loop().time)
    try:
        return [await login_works(AzureTokens(credential, wall=wall)), await keys_are_there(keys)]
    finally:
        await keys.close()
        await session.close()


async def login_works(tokens: AzureTokens) -> Result:
    try:
        await tokens.bearer()
    except DeliveryError as error:
        return "Teams: login", False, f"{error.reason} docs/howto/teams.md, step 4"
    finally:
        await tokens.close()
    return "Teams: login", True, "Microsoft knows this app and gives it a token"


async def keys_are_there(keys: Keys) -> Result:
    try:
        await keys.find("")  # nobody's key: only whether there are any is asked
    except NoKeys:
        says = "the Bot Framework's keys can't be fetched: let this machine reach login.botframework.com over https"
        return "Teams: keys", False, says
    return "Teams: keys", True, "the Bot Framework's keys are there, so what comes from Teams can be recognised"
