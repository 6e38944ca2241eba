"""Posts that nobody asked for, in Teams: rendered, checked, with a login, each a new thread; beside bare aiohttp.

Both send the same card to the same other side, 16 at once, each to another channel: in one channel ours wait for each
other, as Teams wants. Limit: 0.4 of bare aiohttp.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from statistics import median
from time import perf_counter
from typing import Final

import aiohttp

from benchmarks._teams_bot import TOKEN, a_teams_bot, the_call, the_campaign
from benchmarks._teams_wire import the_other_side
from benchmarks._wire import AT_ONCE, MEASURED, take_core
from bot.platforms.teams.card import activity_of
from campaigns.message import Message

ROUNDS: Final = 7
POSTS: Final = 1_000
PLACES: Final = 3
OF_BARE: Final = 0.4
CHANNELS: Final = [f"19:team-{number}@thread.tacv2" for number in range(100)]

Post = Callable[[str], Awaitable[object]]


def the_message() -> Message:
    message = the_call(the_campaign(PLACES))[0].message
    assert message is not None
    return message


async def posts_a_second(post: Post) -> float:
    """There are always so many under way."""
    left = iter(range(POSTS))

    async def one_after_another() -> None:
        for number in left:
            await post(CHANNELS[number % len(CHANNELS)])

    began = perf_counter()
    async with asyncio.TaskGroup() as group:
        for _ in range(AT_ONCE):
            group.create_task(one_after_another())
    return POSTS / (perf_counter() - began)


async def measure(url: str) -> list[tuple[float, float]]:
    """They take turns, so that a busy machine slows both."""
    message = the_message()
    made = await a_teams_bot(url, places=PLACES)
    await made.knows_channels(CHANNELS, url)
    card = activity_of(message)

    async def ours(channel: str) -> None:
        await made.teams.post(channel, message, message.about)

    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {TOKEN}"}) as session:

        async def bare(channel: str) -> None:
            wire = {"isGroup": True, "channelData": {"channel": {"id": channel}}, "activity": card}
            async with session.post(f"{url}/v3/conversations", json=wire) as answer:
                await answer.json()

        rounds = [(await posts_a_second(ours), await posts_a_second(bare)) for _ in range(ROUNDS + 1)]
    await made.teams.close()
    return rounds[1:]  # the first warms them


def main() -> int:
    take_core(MEASURED)
    with the_other_side() as url:
        rounds = asyncio.run(measure(url))
    ratio = median(ours / bare for ours, bare in rounds)
    print(f"Klankbord     {median(ours for ours, _ in rounds):7,.0f} posts/s (median of {ROUNDS} rounds)")
    print(f"bare aiohttp  {median(bare for _, bare in rounds):7,.0f} posts/s")
    print(f"ratio         {ratio:7.2f} (limit at least {OF_BARE})")
    return 0 if ratio >= OF_BARE else 1


if __name__ == "__main__":
    sys.exit(main())
