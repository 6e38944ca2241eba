"""An answer of the fake Slack with ok: false."""

from typing import Any


class Refused(Exception):
    def __init__(self, code: str, **more: Any) -> None:
        super().__init__(code)
        self.code = code
        self.more = more
