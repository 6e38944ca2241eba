"""What would break: an open promise that is not in the list, or counts that do not add up."""

from tests.bot.conversation import ANNA, JORIS, a_conversation
from tests.bot.promised import a_promise


async def test_without_promises_it_says_so() -> None:
    talk = await a_conversation()
    assert await talk.say(JORIS, "promises") == "No promise is open.\nMade: 0. Kept: 0. Not made: 0."


async def test_open_ones_are_named_with_day_and_maker_and_settled_ones_counted() -> None:
    talk = await a_promise()
    assert await talk.say(JORIS, "beloftes") == (
        "Promise 1, for 12 February: “You hear it by 12 February.” (Sandra de Wit)\nMade: 1. Kept: 0. Not made: 0."
    )
    await talk.say(JORIS, "promise missed 1 It will be 19 February.")
    said = await talk.say(JORIS, "promises")
    assert said.startswith("Promise 2, for 19 February: “It will be 19 February.” (Joris Hendriks)")
    assert said.endswith("Made: 2. Kept: 0. Not made: 1.")


async def test_it_is_not_for_everybody() -> None:
    talk = await a_promise()
    assert "Only Joris" in await talk.say(ANNA, "promises", "sales")
