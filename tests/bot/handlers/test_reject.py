"""What would break: a no after which the post goes out, or of which the owner never hears why."""

from campaigns.delivery import SkipReason, State
from storage.tables import DELIVERIES
from tests.bot.conversation import JORIS, SANDRA, a_conversation, ask_for_a_yes


async def test_a_no_skips_every_audience_with_the_reason_and_tells_the_owner() -> None:
    talk = await a_conversation()
    asked = await ask_for_a_yes(talk)
    assert "will not be posted" in await talk.say(SANDRA, "do not post management-1 because it is too early")
    kept = await talk.all(DELIVERIES)
    for item in asked:
        after = kept[item.key]
        assert (after.state, after.reason, after.detail) == (State.SKIPPED, SkipReason.REJECTED, "it is too early")
    (text,) = await talk.notices(JORIS)
    assert "it is too early" in text
    assert [event.reason for event in talk.told.events if event.event == "rejected"] == ["it is too early"] * 2


async def test_a_no_without_a_reason_asks_for_one_and_does_nothing() -> None:
    talk = await a_conversation()
    asked = await ask_for_a_yes(talk)
    assert "What is the reason?" in await talk.say(SANDRA, "niet plaatsen management-1")
    assert (await talk.all(DELIVERIES))[asked[0].key].state is State.WAITING
