"""What would break: a name that is published without a yes."""

from storage.tables import SEATS
from tests.bot.conversation import ANNA, BILAL, a_conversation


async def test_a_yes_and_a_no_are_both_kept_and_silence_is_neither() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "join", "sales")
    assert (await talk.all(SEATS))["crm"].entries[ANNA.id].may_be_named is None
    assert "may be in the post" in await talk.say(ANNA, "noem mij")
    assert (await talk.all(SEATS))["crm"].entries[ANNA.id].may_be_named is True
    assert "will not be in the post" in await talk.say(ANNA, "keep my name out")
    assert (await talk.all(SEATS))["crm"].entries[ANNA.id].may_be_named is False


async def test_who_has_not_signed_up_changes_nothing() -> None:
    talk = await a_conversation()
    assert "Nothing has changed" in await talk.say(BILAL, "name me", "sales")
