"""What can go wrong with one request to the fake Slack, in Slack's own words."""

from typing import Any

import orjson

from tests.wire_faults import Fault

_JSON = {"Content-Type": "application/json; charset=utf-8"}


def refuses(error: str, *, status: int = 200, accepts: bool = False, **more: Any) -> Fault:
    """A refusal as Slack words it; `accepts` for internal_error and its like after which it is there nevertheless."""
    return Fault(status, _JSON, orjson.dumps({"ok": False, "error": error, **more}), accepts)


def limited(seconds: float | str) -> Fault:
    headers = {**_JSON, "Retry-After": str(seconds)}
    return Fault(429, headers, orjson.dumps({"ok": False, "error": "ratelimited"}))


def answers(body: bytes, kind: str = "application/json") -> Fault:
    """200 and it is done, but this is what comes back."""
    return Fault(200, {"Content-Type": kind}, body, accepts=True)
