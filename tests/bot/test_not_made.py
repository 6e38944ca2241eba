"""What would break: people who wait for what will not come, or a private answer that a whole team reads."""

from dataclasses import replace
from datetime import date

import pytest

from bot.not_made import tell_not_made
from campaigns.promises import Promise, Promised
from campaigns.wishes import WishBook, WishRecord, WishState
from storage.tables import DELIVERIES, PROMISES, QUESTIONS, WISHES
from tests.bot.conversation import ANNA, Conversation
from tests.bot.promised import a_promise


async def told(talk: Conversation, said: str = "Now on 19 March.") -> dict[str, str]:
    """Who reads what, by audience or person."""
    promise: Promise = (await talk.all(PROMISES))["crm"].promises["1"]
    async with talk.ctx.store.transaction() as tx:
        await tell_not_made(tx, talk.ctx.campaigns["crm"], promise, said, talk.clock.now())
    found = (await talk.all(DELIVERIES)).values()
    return {
        item.occurrence.audience if item.occurrence else str(item.person): item.message.text
        for item in found
        if item.message
    }


async def test_every_team_that_read_it_reads_what_happens_now_in_the_owner_s_name() -> None:
    text = "Sandra de Wit promised for 12 February: “You hear it by 12 February.” We did not make it."
    whole = f"{text}\n\nNow on 19 March.\n\nJoris Hendriks"
    talk = await a_promise()
    assert await told(talk) == {"sales": whole, "service": whole}
    assert len(await told(talk)) == 2  # and a second word changes nothing


async def test_a_promise_that_no_team_read_is_posted_nowhere() -> None:
    assert await told(await a_promise(Promised("sandra", "k"))) == {}


async def test_the_answer_to_a_question_goes_to_who_asked_or_to_nobody() -> None:
    talk = await a_promise(Promised("joris", "question/1"), text="")
    assert await told(talk) == {}
    await talk.say(ANNA, "question does it work?", "sales")
    assert ANNA.id not in await told(talk), "her question is another one"
    (key,) = await talk.all(QUESTIONS)
    book = (await talk.all(PROMISES))["crm"]
    hers = replace(book.promises["1"], source=f"question/{key.removeprefix('crm/')}")
    await talk.put(PROMISES, "crm", replace(book, promises={"1": hers}))
    assert "Now on 19 March." in (await told(talk))[ANNA.id]


@pytest.mark.parametrize(
    ("state", "planned", "expected"),
    [
        (WishState.LATER, None, "we will not do it now. The reason: no time"),
        (WishState.PLANNED, date(2027, 3, 12), "The new date is 12 March."),
        (WishState.RECEIVED, None, "There is no new date yet."),
    ],
)
async def test_a_wish_says_its_own_fate(state: WishState, planned: date | None, expected: str) -> None:
    talk = await a_promise(Promised("joris", "wish/copy", ("sales",)), text="Copy")
    wish = WishRecord("copy", "Copy a number", "sales", state, planned_for=planned, because="no time")
    await talk.put(WISHES, "crm", WishBook("crm", {"copy": wish}))
    (text,) = (await told(talk)).values()
    assert text.startswith("The wish “Copy a number” was planned for 12 February. We did not make it")
    assert expected in text
