"""Klankbord. Builds what nothing else may: the real clock and real secrets, and hands them to the command line."""

import secrets
import sys
from datetime import UTC, datetime

from bot.cli.all_verbs import command_line
from bot.cli.surroundings import Surroundings


class RealClock:
    """The time of day, in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def seconds_until(self, instant: datetime) -> float:
        return max(0.0, (instant - self.now()).total_seconds())

    def expect(self, instant: datetime | None) -> None:
        """Real time waits for nobody."""


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a letter that a terminal lacks stops nothing
    command_line()(obj=Surroundings(clock=RealClock(), new_secret=new_secret))


if __name__ == "__main__":
    main()
