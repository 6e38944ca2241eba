"""What would break: another's private words in one's view, markup from people, a card that can be answered twice."""

from dataclasses import replace

import pytest

from bot.platforms.pressing import Press
from bot.platforms.room.platform import Act
from bot.web.look import read_kept
from bot.web.room_posts import PostView, conversation
from bot.web.room_window import Window
from campaigns.approval import Approval, Decision
from campaigns.delivery import Delivery
from campaigns.message import Button, Part, Sender
from storage.tables import DELIVERIES, REACTIONS, Reaction, RoomPost
from tests.bot.web.a_room import MONDAY, SALES, ARoom, a_message, a_room
from tests.builders import an_occurrence

YES = Button("approve", "Approve", "card")


async def views(room: ARoom, person: str, place: str = SALES) -> tuple[PostView, ...]:
    look = room.look(person, place)
    return conversation(look, await read_kept(room.ctx.store, look), room.hub.reacted(look.me.id))


async def test_private_answers_are_never_in_another_persons_view() -> None:
    room = a_room(answer="You have a place.")
    await room.platform.post(SALES, a_message("Join us", buttons=(Button("join", "Join", "p"),)), "k1")
    await room.platform.say(Act("room:anna", "e1", place=SALES), "my data")
    await room.platform.press(Act("room:anna", "e2", about="k1"), Press("join"))
    mine = await views(room, "anna")
    assert [len(view.replies) for view in mine] == [1, 0, 0]
    assert [view.only_me for view in mine] == [False, True, True]
    for other in ("bilal", "joris", "karim"):
        seen = await views(room, other)
        assert [view.key for view in seen] == ["k1"]
        assert seen[0].replies == ()
        assert "place" not in repr(seen)


async def test_what_people_say_is_text_and_what_the_author_wrote_is_markup() -> None:
    room = a_room()
    await room.platform.say(Act("room:anna", "e1", place=SALES), "**hi** <b>x</b> [x](https://a.example)")
    message = a_message(parts=(Part("**hi**", authored=True), Part("**said**")))
    await room.platform.post(SALES, message, "k1")
    said, posted = await views(room, "anna")
    assert said.parts[0].html == "<p>**hi** &lt;b&gt;x&lt;/b&gt; [x](https://a.example)</p>"
    assert [part.html for part in posted.parts] == ["<p><strong>hi</strong></p>", "<p>**said**</p>"]


async def test_the_bots_own_lines_are_the_bots_and_a_text_names_its_sender() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message(sender=Sender("Sandra de Wit", "director")), "k1")
    await room.platform.post(SALES, a_message(), "k2")
    named, own = await views(room, "anna")
    assert (named.author, named.role, named.is_bot) == ("Sandra de Wit", "director", True)
    assert (own.author, own.role, own.is_bot) == ("Klankbord", "", True)


async def test_a_day_is_said_once_above_its_first_post() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message(), "k1")
    await room.platform.post(SALES, a_message(), "k2")
    room.clock.move(days=1)
    await room.platform.post(SALES, a_message(), "k3")
    assert [view.day for view in await views(room, "anna")] == ["Yesterday", "", "Today"]


async def asked(room: ARoom, approval: Approval) -> PostView:
    parts = (Part("Is this good?", authored=True), Part("You can answer until Tuesday.", while_open=True))
    await room.platform.dm("room:sandra", a_message(kind="approval", parts=parts, buttons=(YES,)), "card")
    delivery = Delivery("d", "crm", MONDAY, None, occurrence=an_occurrence(), approval=approval)
    async with room.ctx.store.transaction() as tx:
        await tx.put(DELIVERIES, "d", delivery)
    return (await views(room, "sandra", "private"))[0]


WAITING = Approval("h", "sandra", "card", Decision.ASKED, MONDAY)


async def test_a_card_that_waits_has_its_buttons() -> None:
    view = await asked(a_room(), WAITING)
    assert (view.buttons, view.settled, view.is_card) == ((YES,), "", True)
    assert [part.html for part in view.parts] == ["<p>Is this good?</p>", "<p>You can answer until Tuesday.</p>"]


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (Decision.APPROVED, "Approved by Sandra de Wit, Monday 11 January 09:00."),
        (Decision.REJECTED, "Sandra de Wit said no, Monday 11 January 09:00. “Too soon”"),
        (Decision.CHANGE_ASKED, "Sandra de Wit asked for a change, Monday 11 January 09:00. “Too soon”"),
        (Decision.EXPIRED, "No answer came in time, so this is not posted."),
    ],
)
async def test_an_answered_card_says_who_said_what_and_asks_no_more(decision: Decision, words: str) -> None:
    has_words = decision in (Decision.REJECTED, Decision.CHANGE_ASKED)
    answered = replace(
        WAITING, decision=decision, decided_at=MONDAY, decided_by="sandra", because="Too soon" if has_words else ""
    )
    view = await asked(a_room(), answered)
    assert (view.settled, view.buttons) == (words, ())
    assert [part.html for part in view.parts] == ["<p>Is this good?</p>"]


async def test_reactions_are_counts_and_only_ones_own_is_known() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message(), "k1")
    async with room.ctx.store.transaction() as tx:
        for token in ("t1", "t2"):
            await tx.put(REACTIONS, token, Reaction("k1", "👍"))
    room.hub.has_reacted("room:anna", "k1", "👍", added=True)
    for person, mine in (("anna", True), ("bilal", False)):
        thumb = (await views(room, person))[0].reactions[0]
        assert (thumb.emoji, thumb.count, thumb.mine) == ("👍", 2, mine)


async def test_a_reply_stands_under_its_post_and_one_whose_post_is_gone_stands_alone() -> None:
    room = a_room()
    await room.platform.post(SALES, a_message(), "k1")
    await room.platform.say(Act("room:anna", "e1", place=SALES, about="k1"), "That helps a lot")
    await room.platform.say(Act("room:anna", "e2", place=SALES, about="gone"), "What do you all think?")
    first, second = await views(room, "bilal")
    assert [reply.author for reply in first.replies] == ["Anna"]
    assert (second.author, second.replies) == ("Anna", ())
    assert not (await views(room, "bilal"))[0].replies[0].mine
    assert (await views(room, "anna"))[0].replies[0].mine


class CountedKey(str):
    """A key that counts how often it is compared."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        CountedKey.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


async def test_a_long_thread_takes_no_more_looks_per_message_than_a_short_one() -> None:
    room = a_room()
    look = room.look("anna")
    kept = await read_kept(room.ctx.store, look)
    for count in (20, 200):
        answers = [RoomPost(SALES, MONDAY, n, by="room:bilal", thread=CountedKey("k0")) for n in range(1, count)]
        items = ((CountedKey("k0"), RoomPost(SALES, MONDAY, 0)), *((CountedKey(f"k{a.number}"), a) for a in answers))
        CountedKey.compared = 0
        [view] = conversation(look, replace(kept, shown=Window(items)), frozenset())
        assert len(view.replies) == count - 1
        assert CountedKey.compared <= 5 * count


async def test_a_pulse_is_a_scale_and_why_is_asked_apart() -> None:
    room = a_room()
    buttons = (*(Button("pulse", n, "p", value=n) for n in "12345"), Button("why", "Why", "p"))
    await room.platform.post(SALES, a_message(kind="pulse", buttons=buttons), "k1")
    [view] = await views(room, "anna")
    assert ([button.value for button in view.scale], view.buttons, view.may_ask_why) == (list("12345"), (), True)
