"""No random test fails because a busy machine was slow: speed is measured in benchmarks/, never in a test."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

CORE = tuple(Path(__file__).parent / folder for folder in ("campaigns", "planted"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the core's coverage is asked of, so that `-m core` finds it."""
    for item in items:
        if any(item.path.is_relative_to(folder) for folder in CORE):
            item.add_marker("core")
