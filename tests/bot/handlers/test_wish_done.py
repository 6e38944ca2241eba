"""What would break: a delivered wish that isn't recorded, or is recorded by somebody else."""

from campaigns.wishes import WishState
from storage.tables import WISHES
from tests.bot.conversation import ANNA, JORIS, KARIM, a_conversation


async def test_only_the_owner_records_it_and_once() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "wish faster", "sales")
    await talk.say(KARIM, "wish done 1", "sales")
    assert (await talk.all(WISHES))["crm"].wishes["1"].state is WishState.RECEIVED
    assert "is done" in await talk.say(JORIS, "wens klaar #1")
    assert (await talk.all(WISHES))["crm"].wishes["1"].done_at == talk.clock.now()
    assert "already done" in await talk.say(JORIS, "wish done 1")
    assert any("is done" in text for text in await talk.notices(ANNA))
