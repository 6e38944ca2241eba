"""The operator's own proxy, from the environment (HTTPS_PROXY, NO_PROXY), read once at the start.

aiohttp's `trust_env` would read it anew for every request, in a thread, which takes as long as the request itself.
"""

from urllib.request import getproxies, proxy_bypass

from yarl import URL


def proxy_for(address: str) -> URL | None:
    """Through which proxy this https address is reached; None for straight away."""
    proxy = getproxies().get("https")
    return URL(proxy) if proxy and not proxy_bypass(URL(address).host or "") else None
