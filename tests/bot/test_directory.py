"""What would break: a card for a director that goes to somebody else with the same name."""

from bot.directory import person_for, remember
from bot.inbound import Person
from storage.tables import PEOPLE, KnownPerson
from tests.bot.conversation import KARIM, Conversation, a_conversation, a_whole_campaign

CAMPAIGN = a_whole_campaign()


async def found(talk: Conversation, who: str) -> str | None:
    async with talk.ctx.store.transaction() as tx:
        return await person_for(talk.ctx, tx, CAMPAIGN, who)


async def test_somebody_is_found_by_address_whatever_its_case_and_never_by_name() -> None:
    talk = await a_conversation()
    talk.platform.directory = (
        Person("room:impostor", "Karim Bouzid", "other@example.com"),
        Person("room:nobody", "Karim Bouzid"),
        Person("room:k", "K. Bouzid", "KARIM@EXAMPLE.COM"),
    )
    assert await found(talk, "karim") == "room:k"


async def test_once_found_the_directory_is_not_asked_again() -> None:
    talk = await a_conversation()
    assert await found(talk, "karim") == KARIM.id
    assert await found(talk, "karim") == KARIM.id
    assert talk.platform.looked_for_people == 1
    assert (await talk.all(PEOPLE))[KARIM.id].chat == "karim@example.com"


async def test_a_platform_that_is_not_running_can_not_be_used() -> None:
    talk = await a_conversation()
    await talk.put(PEOPLE, "slack:U1", KnownPerson("slack", "Karim", chat="karim@example.com"))
    assert await found(talk, "karim") == KARIM.id


async def test_nobody_with_that_address_is_nobody() -> None:
    talk = await a_conversation()
    talk.platform.directory = ()
    assert await found(talk, "karim") is None


async def test_a_newer_name_replaces_the_old_one_and_a_known_address_stays() -> None:
    talk = await a_conversation()
    async with talk.ctx.store.transaction() as tx:
        await remember(tx, "room", KARIM)
        known = await remember(tx, "room", Person(KARIM.id, "Karim B."))
    assert (known.name, known.chat) == ("Karim B.", "karim@example.com")
