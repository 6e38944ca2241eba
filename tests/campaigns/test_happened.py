"""History is read, never written, by the plan."""

from datetime import UTC, datetime

import pytest

from campaigns.happened import NOTHING, Happened


def test_nothing_has_happened_until_something_did() -> None:
    assert Happened() == NOTHING
    assert (NOTHING.sent, dict(NOTHING.done_wishes), dict(NOTHING.extra_wishes)) == ((), {}, {})


def test_the_empty_history_cannot_be_filled_by_mistake() -> None:
    with pytest.raises(TypeError):
        NOTHING.done_wishes["copy"] = datetime(2027, 1, 20, tzinfo=UTC)  # type: ignore[index]
