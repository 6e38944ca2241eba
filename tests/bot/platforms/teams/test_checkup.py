"""What would break: a doctor who does not see that Microsoft refuses the login, or that nobody could be recognised."""

import asyncio

import aiohttp
from azure.core.credentials import AccessToken

from bot.platforms.teams.checkup import keys_are_there, login_works
from bot.platforms.teams.keys import Keys
from bot.platforms.teams.tokens import AzureTokens


class Credential:
    """Gives a token, or refuses as Microsoft does."""

    def __init__(self, refusal: str = "") -> None:
        self.refusal = refusal
        self.is_closed = False

    async def get_token(self, *scopes: str) -> AccessToken:
        if self.refusal:
            raise ValueError(f"{self.refusal}: the secret is s3cret")
        return AccessToken("token", 10_000)

    async def close(self) -> None:
        self.is_closed = True


async def test_a_login_that_works_and_one_that_does_not() -> None:
    good, bad = Credential(), Credential("AADSTS7000222")
    assert (await login_works(AzureTokens(good, wall=float)))[:2] == ("Teams: login", True)
    about, is_fine, says = await login_works(AzureTokens(bad, wall=float))
    assert (about, is_fine) == ("Teams: login", False)
    assert "the client secret has expired" in says
    assert "s3cret" not in says
    assert good.is_closed
    assert bad.is_closed


async def test_keys_that_can_not_be_fetched_are_to_be_mended() -> None:
    async with aiohttp.ClientSession() as session:
        seconds = asyncio.get_running_loop().time
        about, is_fine, says = await keys_are_there(Keys(session, seconds=seconds, metadata_url="http://127.0.0.1:9/"))
    assert (about, is_fine) == ("Teams: keys", False)
    assert "login.botframework.com" in says
