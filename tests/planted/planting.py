"""Puts a bug into one function of the code in memory, and tells whether a test would see it."""

import inspect
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from itertools import product
from types import FunctionType
from typing import Any


@dataclass(frozen=True)
class Bug:
    """In `function` it puts `put` instead of the sound code `instead_of`; `guard` is the test that must turn red."""

    rule: str
    function: Callable[..., Any]
    instead_of: str
    put: str
    guard: Callable[..., None]

    def __str__(self) -> str:
        return f"{self.rule} {self.function.__name__}: {self.put}"


@contextmanager
def planted(bug: Bug) -> Iterator[None]:
    """Whoever imported the function gets the bug; afterwards it is as it was."""
    function = bug.function
    assert isinstance(function, FunctionType)
    source = textwrap.dedent(inspect.getsource(function))
    assert source.count(bug.instead_of) == 1, f"{function.__name__} no longer has: {bug.instead_of}"
    names = dict(function.__globals__)
    exec(compile(source.replace(bug.instead_of, bug.put), f"<{bug}>", "exec"), names)
    sound = function.__code__
    function.__code__ = names[function.__name__].__code__
    try:
        yield
    finally:
        function.__code__ = sound


def is_red(guard: Callable[..., None]) -> bool:
    """Whether the test fails for any of its parameters."""
    return any(_fails(guard, arguments) for arguments in _arguments(guard))


def _fails(guard: Callable[..., None], arguments: dict[str, Any]) -> bool:
    """Some tests take their parameters apart, so each run has its own copy."""
    try:
        guard(**deepcopy(arguments))
    except Exception:
        return True
    return False


def _arguments(guard: Callable[..., None]) -> Iterator[dict[str, Any]]:
    """What pytest.mark.parametrize says, in all combinations; once without arguments when it says nothing."""
    sets = [list(_set(mark.args)) for mark in getattr(guard, "pytestmark", ()) if mark.name == "parametrize"]
    for combination in product(*sets):
        yield {name: value for part in combination for name, value in part.items()}


def _set(marked: tuple[Any, ...]) -> Iterator[dict[str, Any]]:
    names = [name.strip() for name in marked[0].split(",")] if isinstance(marked[0], str) else list(marked[0])
    for values in marked[1]:
        plain = getattr(values, "values", values) if not isinstance(values, dict) else values
        yield dict(zip(names, plain if len(names) > 1 else (plain,), strict=True))
