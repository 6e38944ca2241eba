"""What would break: a fault that keeps others waiting, or one that nobody hears of."""

from collections.abc import Awaitable, Iterator

import pytest

from bot.each import each

done: list[int] = []


async def divide(number: int) -> None:
    done.append(12 // number)


def all_of(*numbers: int) -> Iterator[Awaitable[None]]:
    return (divide(number) for number in numbers)


async def test_all_are_done_in_order() -> None:
    done.clear()
    await each(all_of(1, 2, 3))
    assert done == [12, 6, 4]


async def test_the_others_are_done_and_every_fault_is_told() -> None:
    done.clear()
    with pytest.raises(ExceptionGroup) as told:
        await each(all_of(0, 2, 0, 4))
    assert done == [6, 3]
    assert [type(fault) for fault in told.value.exceptions] == [ZeroDivisionError] * 2


async def test_being_stopped_stops_at_once() -> None:
    async def stop() -> None:
        raise KeyboardInterrupt

    done.clear()
    with pytest.raises(KeyboardInterrupt):
        await each(stop() if number == 2 else divide(number) for number in (1, 2, 3))
    assert done == [12]
