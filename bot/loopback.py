"""The names of this machine itself."""

from typing import Final
from urllib.parse import urlsplit

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def is_loopback(host: str) -> bool:
    """Of a Host header, with its port or without."""
    try:
        parts = urlsplit(f"//{host}")
        return parts.hostname in LOOPBACK and parts.username is None and not parts.path
    except ValueError:
        return False
