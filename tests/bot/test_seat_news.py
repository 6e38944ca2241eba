"""What would break: an offer that nobody hears of, or one that can't be answered with a press."""

import pytest

from bot.seat_news import tell_news
from campaigns.seat_book import SeatChange, SeatNews
from storage.tables import DELIVERIES, SEATS
from tests.bot.conversation import ANNA, OPEN, Conversation, a_conversation


async def tell(talk: Conversation, change: SeatChange) -> None:
    book = (await talk.all(SEATS))["crm"]
    async with talk.ctx.store.transaction() as tx:
        await tell_news(talk.ctx, tx, talk.ctx.campaigns["crm"], book, [change], OPEN)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (SeatNews.OFFERED, "until Tuesday 2 February 10:00"),
        (SeatNews.EXPIRED, "goes to the next person"),
        (SeatNews.DRAWN, "one of the 3"),
        (SeatNews.NOT_DRAWN, "number 2 on the reserve list"),
    ],
)
async def test_each_kind_of_news_says_what_it_means(what: SeatNews, words: str) -> None:
    talk = await a_conversation()
    await tell(talk, SeatChange(ANNA.id, what, number=2, answer_by=OPEN))
    (text,) = await talk.notices(ANNA)
    assert words in text


async def test_an_offer_can_be_taken_or_left_with_one_press_each() -> None:
    talk = await a_conversation()
    await tell(talk, SeatChange(ANNA.id, SeatNews.OFFERED, answer_by=OPEN))
    await tell(talk, SeatChange(ANNA.id, SeatNews.OFFERED, answer_by=OPEN))
    (delivery,) = (await talk.all(DELIVERIES)).values()
    assert delivery.message is not None
    assert [(button.verb, button.about) for button in delivery.message.buttons] == [("join", "crm"), ("leave", "crm")]
