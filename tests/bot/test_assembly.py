"""What would break: parts that are all right alone and not connected to each other."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bot.assembly import Bot, assemble
from bot.clock import SteppedClock
from bot.commands import read_command
from bot.inbound import Origin, Person
from campaigns.delivery import State
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES, DELIVERIES, ROOM_POSTS
from tests.bot.test_campaign_folder import GOOD

MONDAY = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
JORIS = Person("room:joris", "Joris Hendriks", "joris@example.com")


def a_bot(folder: Path) -> Bot:
    file = folder / "crm.yaml"
    file.write_text(GOOD)
    numbers = count()
    return assemble(
        store=MemoryStore(ALL_TABLES),
        clock=SteppedClock(MONDAY),
        files=lambda: [file],
        new_secret=lambda: f"secret-{next(numbers)}",
        at_once=1,
    )


async def posts(bot: Bot) -> list[str]:
    async with bot.ctx.store.transaction() as tx:
        found = await tx.find(ROOM_POSTS, place="crm/sales")
    return [post.message.text for _, post in found if post.message]


async def test_a_file_becomes_a_post_in_the_room_by_way_of_a_yes(tmp_path: Path) -> None:
    bot = a_bot(tmp_path)
    await bot.engine.settle()
    answer = await bot.hear(read_command("approve tip-1", Origin("room", JORIS, "event-1")))
    assert answer is not None
    assert "tip-1" in answer.message.text
    clock = bot.ctx.clock
    assert isinstance(clock, SteppedClock)
    clock.set_to(TUESDAY)
    await bot.engine.settle()
    assert await posts(bot) == ["Click the star beside a customer."]


async def test_what_people_do_makes_the_engine_look_again(tmp_path: Path) -> None:
    """A notice that an act leads to goes out in the same settling."""
    bot = a_bot(tmp_path)
    await bot.engine.settle()
    anna = Person("room:anna", "Anna")
    await bot.hear(read_command("wish a dark screen", Origin("room", anna, "event-1", "crm/sales")))
    await bot.engine.settle()
    async with bot.ctx.store.transaction() as tx:
        notices = [item for _, item in await tx.find(DELIVERIES, person="room:joris") if item.message]
    assert any("a dark screen" in item.message.text for item in notices if item.message)
    assert {item.state for item in notices} == {State.SENT}
