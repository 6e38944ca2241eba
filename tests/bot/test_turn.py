"""What would break: one event's news told with another's."""

from bot.turn import Turn
from tests.bot.conversation import ANNA, OPEN, a_conversation


async def test_every_turn_has_news_of_its_own() -> None:
    talk = await a_conversation()
    async with talk.ctx.store.transaction() as tx:
        one, two = (Turn(talk.ctx, tx, OPEN, talk.origin(ANNA)) for _ in range(2))
    one.cards.append("card")
    assert (two.cards, two.events, two.campaign) == ([], [], None)
