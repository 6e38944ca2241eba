"""What would break: something that is held and not shown, or that can't be read."""

from bot.inbound import React
from tests.bot.conversation import ANNA, BILAL, JORIS, a_conversation, a_sent_post


async def test_everything_is_one_readable_line() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="tip-1")
    await talk.say(ANNA, "join", "sales")
    await talk.say(ANNA, "name me", "sales")
    await talk.say(ANNA, "wish faster", "sales")
    await talk.say(ANNA, "question does it work?", "sales")
    await talk.say(JORIS, "answer 1 yes")
    await talk.say(ANNA, "remind me tomorrow 10:00", "sales")
    await talk.do(React(talk.origin(ANNA, "sales", post.key), emoji="👍"))
    await talk.say(ANNA, "wish done 1", "sales")
    said = (await talk.say(ANNA, "my data")).splitlines()
    assert said[1:5] == [
        "You: Anna · room · crm/sales · no",
        "Place: crm · seated · sales · yes · 2027-02-02 09:00 UTC",
        "Wish: crm · 1 · faster · received",
        "Question: crm · 1 · does it work? · yes",
    ]
    assert any(line.startswith("Reminder: crm · 2027-02-03 09:00 UTC") for line in said)
    assert any(line.startswith("Message to you:") for line in said)
    assert f"Reaction: {post.key} · 👍" in said
    assert any(line.endswith("refused: WishDone") for line in said)


async def test_nobody_sees_somebody_elses() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "wish a secret", "sales")
    assert "secret" not in await talk.say(BILAL, "mijn gegevens", "sales")
