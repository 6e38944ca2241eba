"""What would break: a promise that is recorded as kept by somebody who may not say so."""

from campaigns.promises import PromiseState
from storage.tables import PROMISES
from tests.bot.conversation import ANNA, JORIS, SANDRA
from tests.bot.promised import a_promise


async def test_only_the_owner_says_that_it_was_kept() -> None:
    talk = await a_promise()
    for who in (ANNA, SANDRA):
        assert "Only Joris" in await talk.say(who, "promise kept 1", "sales")
    assert (await talk.all(PROMISES))["crm"].promises["1"].state is PromiseState.OPEN
    assert "promise 1 was kept" in await talk.say(JORIS, "belofte gehouden 1.")
    assert (await talk.all(PROMISES))["crm"].promises["1"].state is PromiseState.KEPT
