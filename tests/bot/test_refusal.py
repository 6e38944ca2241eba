"""What would break: a refusal that is unkind, or that nobody can find afterwards."""

from tests.bot.conversation import ANNA, KARIM, a_conversation


async def test_the_answer_names_who_can_and_the_trail_names_who_tried() -> None:
    talk = await a_conversation()
    assert "Only Joris Hendriks can do this" in await talk.say(KARIM, "resume", "sales")
    assert "Joris Hendriks is glad to help" in await talk.say(ANNA, "approve management-1", "sales")
    entries = await talk.audit()
    assert {(entry.actor, entry.action) for entry in entries} == {
        ("karim", "refused: Resume"),
        (ANNA.id, "refused: Approve"),
    }
