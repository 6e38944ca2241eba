"""What would break: a look that reads somebody else's chat, or time in the wrong zone."""

from datetime import datetime

from bot.web.look import read_kept
from storage.tables import REACTIONS, Reaction
from tests.bot.web.a_room import MONDAY, SALES, SERVICE, a_message, a_room


async def test_only_the_places_of_this_person_are_read_at_all() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message("For sales"), "k1")
    await room.platform.post(SERVICE, a_message("For service"), "k2")
    await room.platform.dm("room:joris", a_message("For Joris"), "k3")
    kept = await read_kept(room.ctx.store, room.look("anna"))
    assert set(kept.posts) == {SALES, "room:anna"}
    assert [key for key, _ in kept.posts[SALES]] == ["k1"]


async def test_reactions_are_read_of_what_is_shown_and_of_nothing_else() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message("For sales"), "k1")
    await room.platform.post(SERVICE, a_message("For service"), "k2")
    async with room.ctx.store.transaction() as tx:
        for delivery in ("k1", "k2", "elsewhere"):
            await tx.put(REACTIONS, f"token-{delivery}", Reaction(delivery, "👍"))
    kept = await read_kept(room.ctx.store, room.look("joris"))
    assert kept.reactions == {("k1", "👍"): 1}


def test_roles_come_from_the_file_and_time_from_the_campaigns_zone() -> None:
    room = a_room()
    joris, anna = room.look("joris"), room.look("anna")
    assert (joris.is_owner, joris.has_role, anna.is_owner, anna.has_role) == (True, True, False, False)
    assert joris.audiences == ("sales", "service")
    assert anna.audiences == ("sales",)
    assert anna.wall(MONDAY) == datetime(2027, 1, 11, 9, 0)
    assert anna.audience_title("sales") == "Sales"
    assert anna.say("room_send") == "Send"


def test_the_private_chat_is_a_place_of_its_own() -> None:
    assert a_room().look("anna", "private").is_private
    assert not a_room().look("anna").is_private
