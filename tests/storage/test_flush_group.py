"""Everybody in a group hears the same, once, and the group remembers what was there before its first change."""

import asyncio

import pytest

from storage.base import StoreProblem
from storage.flush_group import AT_ONCE, FlushGroup


async def test_everybody_waits_until_the_end() -> None:
    group = FlushGroup()
    waiting = [asyncio.create_task(group.flushed()) for _ in range(2 * AT_ONCE + 1)]
    await asyncio.sleep(0)
    assert not any(task.done() for task in waiting)
    await group.end()
    await asyncio.gather(*waiting)
    await group.flushed()  # and whoever comes later


async def test_everybody_hears_of_the_problem_also_when_somebody_has_gone() -> None:
    group = FlushGroup()
    waiting = [asyncio.create_task(group.flushed()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.sleep(0)
    await group.end(OSError("the disk is full"))
    for answer in (await asyncio.gather(*waiting, return_exceptions=True))[1:]:
        assert isinstance(answer, StoreProblem)
    with pytest.raises(StoreProblem, match="the disk is full"):
        await group.flushed()


async def test_a_settled_group_has_nothing_to_wait_for() -> None:
    await FlushGroup.settled().flushed()


def test_what_was_there_before_the_first_change_stays_and_what_is_there_now_is_the_last() -> None:
    group = FlushGroup()
    group.note("counts", {"a": None}, {"a": 1})
    group.note("counts", {"a": 1, "b": 5}, {"a": 2, "b": None})
    assert group.before == {"counts": {"a": None, "b": 5}}
    assert group.changes.now == {("counts", "a"): 2, ("counts", "b"): None}
