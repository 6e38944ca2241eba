"""What a verb can't make itself; app.py makes it, tests make it with a fixed clock."""

from collections.abc import Callable
from dataclasses import dataclass

import typer

from bot.clock import Clock


@dataclass(frozen=True)
class Surroundings:
    clock: Clock
    new_secret: Callable[[], str]


def surroundings(context: typer.Context) -> Surroundings:
    made = context.obj
    assert isinstance(made, Surroundings)
    return made
