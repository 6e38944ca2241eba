"""What would break: a page that grows without end, a message that can't be reached, an answer without its post."""

from bot.web.room_window import AT_ONCE, Item, Window, window
from storage.tables import RoomPost
from tests.bot.web.a_room import MONDAY, SALES


def said(number: int, *, thread: str = "", only_for: str = "") -> Item:
    return f"k{number}", RoomPost(SALES, MONDAY, number, by="room:anna", thread=thread, only_for=only_for)


def many(count: int) -> list[Item]:
    return [said(number) for number in range(1, count + 1)]


def numbers(shown: Window) -> list[int]:
    return [post.number for _, post in shown.items]


def test_a_few_messages_are_all_shown_and_nothing_is_earlier() -> None:
    assert window([], "room:anna") == Window((), 1, 0)
    few = many(AT_ONCE)
    assert window(few, "room:anna") == Window(tuple(few), 1, 0)


def test_only_the_newest_are_shown() -> None:
    assert numbers(window(many(AT_ONCE + 7), "room:anna")) == list(range(8, AT_ONCE + 8))


def test_every_message_is_reached_by_asking_for_earlier_ones() -> None:
    posts = many(3 * AT_ONCE - 5)
    shown = window(posts, "room:anna")
    steps = [len(shown.items)]
    while shown.earlier:
        shown = window(posts, "room:anna", since=shown.earlier)
        steps.append(len(shown.items))
    assert steps == [AT_ONCE, 2 * AT_ONCE, 3 * AT_ONCE - 5]
    assert shown.items == tuple(posts)


def test_what_an_open_page_shows_never_leaves_it_when_more_is_said() -> None:
    for before in (0, 3, AT_ONCE + 3):
        shown = window(many(before), "room:anna")
        later = window(many(before + 500), "room:anna", since=shown.since)
        assert numbers(later)[: len(shown.items)] == numbers(shown)
        assert later.earlier == shown.earlier


def test_a_new_answer_brings_its_old_post_along_but_not_the_old_answers() -> None:
    posts = [said(1), said(2, thread="k1"), *(said(number) for number in range(3, 400)), said(400, thread="k1")]
    shown = window(posts, "room:anna")
    assert numbers(shown) == [1, *range(201, 401)]
    assert shown.since == 201


def test_what_is_only_for_somebody_else_neither_counts_nor_makes_anything_earlier() -> None:
    posts = [said(number, only_for="room:bilal") for number in range(1, 300)] + [said(300)]
    assert window(posts, "room:anna") == Window((posts[-1],), 1, 0)
    assert window(posts, "room:bilal").earlier == 1


def test_a_page_that_asks_for_what_is_not_there_gets_the_newest() -> None:
    posts = many(AT_ONCE + 1)
    assert window(posts, "room:anna", since=10**9) == window(posts, "room:anna")
