"""What would break: an audience without a channel, an owner's own connection undone, a person whose team nobody knows."""

from bot.platforms.room.door import connect_room
from bot.platforms.room.platform import RoomPlatform
from storage.tables import BINDINGS, PEOPLE, Binding
from tests.bot.web.a_room import MONDAY, SALES, SERVICE, a_campaign_with_two_teams
from tests.fakes import FixedClock, a_context


async def test_every_audience_is_connected_and_what_an_owner_connected_stays() -> None:
    ctx = a_context([a_campaign_with_two_teams()], now=MONDAY)
    elsewhere = Binding("crm", "sales", "slack", "C1")
    async with ctx.store.transaction() as tx:
        await tx.put(BINDINGS, SALES, elsewhere)
    room = RoomPlatform(ctx.store, FixedClock(MONDAY), (), {})
    await connect_room(ctx, room)
    async with ctx.store.transaction() as tx:
        found = dict(await tx.find(BINDINGS))
        known = dict(await tx.find(PEOPLE))
    assert found == {SALES: elsewhere, SERVICE: Binding("crm", "service", "room", SERVICE)}
    assert set(room.channels) == {SALES, SERVICE}
    assert known["room:anna"].audiences == (("crm", "sales"),)
    assert "room:joris" not in known


async def test_a_second_time_nothing_changes() -> None:
    ctx = a_context([a_campaign_with_two_teams()], now=MONDAY)
    room = RoomPlatform(ctx.store, FixedClock(MONDAY), (), {})
    told: list[int] = []
    await connect_room(ctx, room)
    room.listeners.append(lambda: told.append(1))
    await connect_room(ctx, room)
    assert told == []
