"""What would break: the owner's word on a promise that leaves no trace, or that counts when it should not."""

from campaigns.promises import PromiseBook, Promised, PromiseState
from storage.tables import DELIVERIES, PROMISES
from tests.bot.conversation import ANNA, BILAL, JORIS, Conversation, a_conversation
from tests.bot.promised import a_promise


async def book_of(talk: Conversation) -> PromiseBook:
    return (await talk.all(PROMISES))["crm"]


async def test_what_counts_is_kept_and_stands_in_the_trail() -> None:
    talk = await a_promise()
    await talk.say(JORIS, "promise drop 1 because it is a meeting")
    (entry,) = await talk.audit()
    assert (entry.actor, entry.action, entry.subject, entry.detail) == (
        "joris", "promise dropped", "1", "it is a meeting",
    )  # fmt: skip
    assert (await book_of(talk)).promises["1"].state is PromiseState.DROPPED


async def test_what_does_not_count_changes_nothing_and_leaves_no_trace() -> None:
    talk = await a_promise()
    before = await book_of(talk)
    for said, answer in (
        ("promise missed 1", "what happens now"),
        ("promise missed 1 It failed.", "a new date"),
        ("promise drop 1", "Put the reason"),
        ("promise kept 9", "I know no promise 9"),
        ("promise kept", "I know no promise –"),
    ):
        assert answer in await talk.say(JORIS, said)
    assert await book_of(talk) == before
    assert await talk.audit() == []
    assert await talk.all(DELIVERIES) == {}


async def test_who_reads_it_is_said_to_the_owner() -> None:
    for promised, text, expected in (
        (Promised("sandra", "k", ("sales", "service")), "x", "These teams read it: Sales and Service."),
        (Promised("joris", "question/1"), "", "No team has to be told."),
        (Promised("sandra", "k"), "x", "No team has to be told."),
    ):
        talk = await a_promise(promised, text)
        said = await talk.say(JORIS, "promise missed 1 It will be 19 February.")
        assert expected in said
        assert said.endswith("The new date: 19 February (promise 2).")


async def test_the_promise_of_a_wish_points_to_the_wish() -> None:
    talk = await a_promise(Promised("joris", "wish/copy", ("sales",)), "Copy")
    assert "wish done copy" in await talk.say(JORIS, "promise kept 1")


async def test_the_owner_hears_whether_the_one_who_asked_still_reads_it() -> None:
    """After forget me nobody does, and nobody else may get it either."""
    for forgets, expected in ((False, "Only the person who asked reads it."), (True, "No team has to be told.")):
        talk = await a_conversation()
        await talk.say(ANNA, "question may I keep my chair?", "sales")
        await talk.say(JORIS, "answer 1 You hear it by 12 February.")
        if forgets:
            await talk.say(ANNA, "forget me")
        await talk.say(BILAL, "question where is the star?", "service")
        assert expected in await talk.say(JORIS, "promise missed 1 The doctor was ill. You hear by 19 February.")
        told = {item.person for item in (await talk.all(DELIVERIES)).values() if "not-made" in item.key}
        assert told == (set() if forgets else {ANNA.id})
