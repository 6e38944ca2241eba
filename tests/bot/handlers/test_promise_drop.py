"""What would break: a promise that disappears without a reason."""

from storage.tables import PROMISES
from tests.bot.conversation import JORIS
from tests.bot.promised import a_promise


async def test_a_reason_is_asked_for_and_then_kept() -> None:
    talk = await a_promise()
    assert "Put the reason behind it" in await talk.say(JORIS, "promise drop 1")
    assert (await talk.all(PROMISES))["crm"].made == 1
    await talk.say(JORIS, "belofte vervalt 1 want dat is de dag van een overleg")
    book = (await talk.all(PROMISES))["crm"]
    assert (book.made, book.promises["1"].because) == (0, "dat is de dag van een overleg")
