"""What would break: a no without a reason."""

from campaigns.wishes import WishState
from storage.tables import WISHES
from tests.bot.conversation import ANNA, JORIS, a_conversation


async def test_a_reason_is_asked_for_and_then_kept() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "wish faster", "sales")
    assert "Put the reason behind it" in await talk.say(JORIS, "wish later 1")
    assert (await talk.all(WISHES))["crm"].wishes["1"].state is WishState.RECEIVED
    await talk.say(JORIS, "wens later 1 omdat het twee weken kost")
    wish = (await talk.all(WISHES))["crm"].wishes["1"]
    assert (wish.state, wish.because) == (WishState.LATER, "het twee weken kost")
