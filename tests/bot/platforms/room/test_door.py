"""What would break: an audience without a channel in the room, or one taken from where its owner connected it."""

from bot.context import Context
from bot.platforms.room.door import connect_room
from bot.platforms.room.platform import RoomPlatform
from storage.tables import BINDINGS, PEOPLE, Binding
from tests.bot.web.a_room import MONDAY, a_campaign_with_two_teams
from tests.builders import a_campaign, a_person
from tests.fakes import a_context


def a_door() -> tuple[Context, RoomPlatform]:
    ctx = a_context([a_campaign_with_two_teams()], now=MONDAY)
    return ctx, RoomPlatform(ctx.store, ctx.clock, (), {})


async def bound(ctx: Context) -> dict[str, str]:
    async with ctx.store.transaction() as tx:
        return {key: f"{item.platform}:{item.channel}" for key, item in await tx.find(BINDINGS)}


async def test_every_audience_has_its_channel_and_everybody_is_in_the_room() -> None:
    ctx, room = a_door()
    await connect_room(ctx, room)
    assert await bound(ctx) == {"crm/sales": "room:crm/sales", "crm/service": "room:crm/service"}
    assert {"room:joris", "room:sandra", "room:anna"} <= {person.id for person in room.everybody()}


async def test_made_up_colleagues_are_known_by_their_team_and_people_with_a_role_by_the_directory() -> None:
    ctx, room = a_door()
    await connect_room(ctx, room)
    async with ctx.store.transaction() as tx:
        known = dict(await tx.find(PEOPLE))
    assert known["room:anna"].audiences == (("crm", "sales"),)
    assert "room:joris" not in known


async def test_an_audience_that_its_owner_connected_elsewhere_stays_there() -> None:
    ctx, room = a_door()
    async with ctx.store.transaction() as tx:
        await tx.put(BINDINGS, "crm/sales", Binding("crm", "sales", "slack", "C1"))
    await connect_room(ctx, room)
    assert (await bound(ctx))["crm/sales"] == "slack:C1"


async def test_a_campaign_that_comes_later_gets_its_channels_too() -> None:
    ctx, room = a_door()
    await connect_room(ctx, room)
    ctx.campaigns["other"] = a_campaign(id="other")
    await connect_room(ctx, room)
    assert (await bound(ctx))["other/sales"] == "room:other/sales"


async def test_somebody_who_was_added_to_the_file_comes_in_too() -> None:
    ctx, room = a_door()
    await connect_room(ctx, room)
    campaign = a_campaign_with_two_teams()
    people = {**campaign.people, "els": a_person(name="Els Kuiper", chat="els@example.com")}
    ctx.campaigns["crm"] = campaign.model_copy(update={"people": people})
    await connect_room(ctx, room)
    assert "room:els" in {person.id for person in room.everybody()}


async def test_somebody_who_was_forgotten_is_not_known_again_by_a_later_look() -> None:
    ctx, room = a_door()
    await connect_room(ctx, room)
    async with ctx.store.transaction() as tx:
        await tx.remove(PEOPLE, "room:anna")
    await connect_room(ctx, room)
    async with ctx.store.transaction() as tx:
        assert await tx.get(PEOPLE, "room:anna") is None
