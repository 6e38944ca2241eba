"""What would break: a colleague that answers for whom one plays, a page that isn't woken, unread that never ends."""

from bot.web.room_hub import RoomHub
from storage.tables import RoomPost
from tests.bot.web.a_room import MONDAY, SALES


def test_who_is_looked_through_is_played_until_the_last_page_closes() -> None:
    hub = RoomHub()
    with hub.watching("room:anna"):
        with hub.watching("room:anna"):
            assert hub.played == {"room:anna"}
        assert hub.played == {"room:anna"}
    assert hub.played == frozenset()


def test_every_open_page_is_woken_and_a_closed_one_is_not() -> None:
    hub = RoomHub()
    with hub.watching("room:anna") as one:
        with hub.watching("room:joris") as other:
            hub.stir()
            assert one.is_set()
            assert other.is_set()
            other.clear()
        hub.stir()
        assert not other.is_set()


def test_unread_counts_what_others_said_since_one_looked() -> None:
    hub = RoomHub()
    posts = [
        ("k1", RoomPost(SALES, MONDAY, 1)),
        ("k2", RoomPost(SALES, MONDAY, 2, by="room:anna")),
        ("k3", RoomPost(SALES, MONDAY, 3, only_for="room:bilal")),
        ("k4", RoomPost(SALES, MONDAY, 4, by="room:bilal")),
    ]
    assert hub.unread("room:anna", SALES, posts) == 2
    hub.has_read("room:anna", SALES, 4)
    hub.has_read("room:anna", SALES, 1)
    assert hub.unread("room:anna", SALES, posts) == 0
    assert (hub.last_read("room:anna", SALES), hub.last_read("room:joris", SALES)) == (4, 0)
    assert hub.unread("room:joris", SALES, posts) == 3 - 0


def test_own_reactions_are_remembered_per_person_and_taken_back() -> None:
    hub = RoomHub()
    hub.has_reacted("room:anna", "k1", "👍", added=True)
    assert hub.reacted("room:anna") == {("k1", "👍")}
    assert hub.reacted("room:joris") == frozenset()
    hub.has_reacted("room:anna", "k1", "👍", added=False)
    assert hub.reacted("room:anna") == frozenset()


def test_closing_lets_every_page_go() -> None:
    hub = RoomHub()
    with hub.watching("room:anna") as woken:
        hub.close()
        assert woken.is_set()
    assert hub.is_closing
