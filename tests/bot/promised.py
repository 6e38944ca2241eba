"""A conversation in which something has been promised."""

from datetime import date

from campaigns.calendar import WorkCalendar
from campaigns.promised_days import Dated
from campaigns.promises import PromiseBook, Promised, register
from storage.tables import PROMISES
from tests.bot.conversation import Conversation, a_conversation

FRIDAY = date(2027, 2, 12)
SAID = Promised("sandra", "crm/management-1/sales/x", ("sales", "service"))


async def a_promise(promised: Promised = SAID, text: str = "You hear it by 12 February.") -> Conversation:
    """Promise 1, for Friday of week 5."""
    talk = await a_conversation()
    campaign = talk.ctx.campaigns["crm"]
    book, _ = register(
        PromiseBook("crm"), WorkCalendar.of(campaign), promised, [Dated(text, FRIDAY)], now=talk.clock.now()
    )
    await talk.put(PROMISES, "crm", book)
    return talk
