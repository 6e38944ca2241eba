"""What would break: a card for a director that goes to somebody else with the same name."""

from bot.directory import person_for, remember
from bot.inbound import Person, React
from storage.tables import PEOPLE, REACTIONS, KnownPerson
from tests.bot.conversation import KARIM, Conversation, a_conversation, a_sent_post, a_whole_campaign
from tests.fakes import FakePlatform

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


async def test_who_is_known_on_a_platform_that_is_not_running_is_looked_for_on_another_and_stays_one_person() -> None:
    talk = await a_conversation()
    await talk.put(PEOPLE, "slack:U1", KnownPerson("slack", "Karim", chat="karim@example.com"))
    assert [await found(talk, "karim") for _ in range(3)] == ["slack:U1"] * 3
    assert (await talk.all(PEOPLE))[KARIM.id].same_as == "slack:U1"
    assert talk.platform.looked_for_people == 1


async def test_whoever_is_known_on_two_platforms_has_the_same_id_each_time() -> None:
    """Also when the second one comes first in the alphabet."""
    talk = await a_conversation()
    talk.ctx.platforms = {**talk.ctx.platforms, "a-chat": FakePlatform("a-chat")}
    assert await found(talk, "karim") == KARIM.id
    async with talk.ctx.store.transaction() as tx:
        known = await remember(tx, "a-chat", Person("a-chat:1", "K.", "Karim@example.com"))
    assert known.same_as == KARIM.id
    assert await found(talk, "karim") == KARIM.id


async def test_two_accounts_of_one_platform_with_one_address_are_two_people() -> None:
    talk = await a_conversation()
    async with talk.ctx.store.transaction() as tx:
        for person in (KARIM, Person("room:karim-2", "Karim", KARIM.chat), Person("slack:U1", "Karim", KARIM.chat)):
            assert (await remember(tx, person.id.partition(":")[0], person)).same_as is None


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


async def test_what_somebody_reacted_before_we_knew_them_counts_once_when_we_meet_them() -> None:
    """A reaction leaves no trace, so on the second platform it could not be known whose it was."""
    talk = await a_conversation()
    post = await a_sent_post(talk, post="tip-1")
    async with talk.ctx.store.transaction() as tx:
        await remember(tx, "room", KARIM)
    for person in (KARIM, Person("slack:U1", "Karim")):
        await talk.do(React(talk.origin(person, "sales", post.key), emoji="👍"))
    assert len(await talk.all(REACTIONS)) == 2
    async with talk.ctx.store.transaction() as tx:
        await remember(tx, "slack", Person("slack:U1", "Karim", KARIM.chat))
    assert len(await talk.all(REACTIONS)) == 1
