"""What would break: a Dutch answer to an English word, or the other way round."""

from dataclasses import replace

from bot.turn import Turn
from bot.which_language import language_of
from tests.bot.conversation import ANNA, OPEN, a_conversation, a_whole_campaign


async def test_the_campaign_decides_then_the_word_then_what_is_loaded() -> None:
    dutch = a_whole_campaign(language="nl")
    talk = await a_conversation(dutch)
    async with talk.ctx.store.transaction() as tx:
        turn = Turn(talk.ctx, tx, OPEN, talk.origin(ANNA))
    assert language_of(turn) == "nl"
    turn.origin = replace(turn.origin, language="en")
    assert language_of(turn) == "en"
    turn.campaign = dutch
    assert language_of(turn) == "nl"
    talk.ctx.campaigns.clear()
    turn.campaign, turn.origin = None, replace(turn.origin, language=None)
    assert language_of(turn) == "en"
