"""Which addresses may get our token: Microsoft's Bot Connector, or the playground on this machine; nobody else.

A service URL comes from outside and is kept for months, so it is compared whole with a narrow pattern before anything
is asked or sent. What does not match gets no request and no token.
"""

import re
from dataclasses import dataclass
from typing import Final

from yarl import URL

from bot.platforms.base import DeliveryError

LONGEST_URL: Final = 500
# No %, no \, no ?, no #, no ;: an address of the connector has none, and parsers disagree about them.
_PATH: Final = r"(?P<path>(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?)"
# Teams in the public cloud with its regions (/emea, /amer, /teams), in the US government community cloud (GCC, which
# logs in where everybody does), and the Bot Framework's own. GCC High and DoD log in elsewhere, so our token is not
# for them: https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high
_MICROSOFT: Final = (
    r"(?i:https)://(?P<host>(?i:smba\.trafficmanager\.net|smba\.infra\.gcc\.teams\.microsoft\.com"
    r"|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.botframework\.com))(?P<port>:443)?" + _PATH
)
_THIS_MACHINE: Final = r"https?://(?P<host>127\.0\.0\.1|localhost|\[::1\])(?P<port>:[0-9]{1,5})?" + _PATH


@dataclass(frozen=True)
class Hosts:
    """`pattern` matches a whole service URL."""

    pattern: re.Pattern[str]

    @classmethod
    def real(cls) -> "Hosts":
        return cls(re.compile(_MICROSOFT, re.ASCII))

    @classmethod
    def loopback(cls) -> "Hosts":
        """For the playground only."""
        return cls(re.compile(_THIS_MACHINE, re.ASCII))

    def check(self, service_url: str) -> URL:
        """The address to call, or DeliveryError. The reason never repeats the address: somebody else wrote it."""
        found = self.pattern.fullmatch(service_url) if len(service_url) <= LONGEST_URL else None
        if found is None or int((found["port"] or ":0")[1:]) > 65535:
            raise DeliveryError("The address of this conversation is not one of Microsoft Teams.", permanent=True)
        return URL(service_url)
