"""Why a call to a platform got no answer, in plain words; and which of aiohttp's errors say that nothing was sent."""

from typing import Final

import aiohttp

# aiohttp raises these before a connection is there, so before a byte of the request has left.
NOT_REACHED: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ServerFingerprintMismatch,
)


class NotReached(Exception):
    """Nothing was sent; says why in words of ours."""


def words_for(error: BaseException) -> str:
    """Never aiohttp's own words: those may hold the token."""
    match error:
        case NotReached():
            return str(error)
        case TimeoutError():
            return "it took too long"
        case aiohttp.ClientConnectorDNSError():
            return "its name is not known"
        case aiohttp.ClientSSLError():
            return "its certificate or encryption is not right"
        case aiohttp.ClientConnectorError():
            return "the connection was refused"
        case aiohttp.ClientResponseError():
            return "it did not speak HTTP"
        case _:
            return "the connection broke off"
