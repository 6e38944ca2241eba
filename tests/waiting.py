"""Wait in a test for what really runs: short looks, and a limit instead of a test that hangs."""

import asyncio
from collections.abc import Callable


async def wait_until(is_so: Callable[[], bool], *, at_most: float = 5.0) -> None:
    async with asyncio.timeout(at_most):
        while not is_so():  # noqa: ASYNC110 what is waited for has no event to give
            await asyncio.sleep(0.003)
