"""No random test fails because a busy machine was slow: speed is measured in benchmarks/, never in a test."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

HERE = Path(__file__).parent
CORE = (HERE / "campaigns", HERE / "planted")
LONG = (HERE / "browser", HERE / "faults" / "test_rehearsal_kill.py", HERE / "storage" / "test_state_machine.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what the core's coverage is asked of; what takes longest comes first, or others wait for it at the end."""
    for item in items:
        if _stands_in(item, CORE):
            item.add_marker("core")
    items.sort(key=lambda item: not _stands_in(item, LONG))


def _stands_in(item: pytest.Item, places: tuple[Path, ...]) -> bool:
    return any(item.path.is_relative_to(place) for place in places)
