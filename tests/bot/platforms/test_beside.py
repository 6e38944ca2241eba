"""What would break: an answer that is lost at the end, an end that hangs, or a person's words in a log."""

import asyncio

import pytest

from bot.platforms.beside import Beside


async def test_what_came_of_it_is_waited_for_too() -> None:
    beside, done = Beside(), []

    async def second() -> None:
        await asyncio.sleep(0)
        done.append("second")

    async def first() -> None:
        await asyncio.sleep(0)
        beside.later(second())
        done.append("first")

    beside.later(first())
    await beside.idle()
    assert done == ["first", "second"]


async def test_an_end_waits_a_while_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.beside.LONGEST_GOODBYE", 0.02)
    beside = Beside()
    beside.later(asyncio.sleep(60))
    async with asyncio.timeout(5):
        await beside.end()


async def test_what_is_waited_for_at_the_start_goes_on_by_itself_when_it_takes_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.platforms.beside.LONGEST_LOOK", 0.02)
    beside, may_end, done = Beside(), asyncio.Event(), []

    async def look() -> None:
        await may_end.wait()
        done.append("found")

    await beside.soon(look())
    assert done == []
    may_end.set()
    await beside.idle()
    assert done == ["found"]


async def test_a_fault_is_logged_with_its_place_and_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(words: str) -> None:
        raise ValueError(words)

    beside = Beside()
    beside.later(broken("Anna said: the search is slow"))
    await beside.idle()
    assert "ValueError" in caplog.text
    assert "in broken" in caplog.text
    assert "Anna" not in caplog.text
