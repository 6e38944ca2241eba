"""What would break: an owner who doesn't see what is due, or which yes is missing."""

from tests.bot.conversation import ANNA, JORIS, SANDRA, a_conversation, a_sent_post, ask_for_a_yes


async def test_it_lists_what_is_due_today_and_which_yes_is_missing() -> None:
    talk = await a_conversation()
    assert await talk.say(JORIS, "today") == "Nothing is planned for today.\nNo yes is missing."
    await a_sent_post(talk, post="tip-1", days_ago=0)
    await ask_for_a_yes(talk)
    said = (await talk.say(JORIS, "vandaag")).splitlines()
    assert said[0] == "Today:"
    assert said[1].endswith("tip-1 · Sales · posted")
    assert said[3].endswith("management-1 · Sales and Service · Sandra de Wit")
    await talk.say(SANDRA, "approve management-1")
    assert "No yes is missing" in await talk.say(JORIS, "today")


async def test_it_is_for_the_owner_alone() -> None:
    talk = await a_conversation()
    assert "Only Joris" in await talk.say(ANNA, "today", "sales")
