"""A verb without its surroundings is our own mistake, and loud."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.cli.surroundings import surroundings


def test_a_verb_started_without_a_clock_fails_at_once() -> None:
    with pytest.raises(AssertionError):
        surroundings(cast(Any, SimpleNamespace(obj=None)))
