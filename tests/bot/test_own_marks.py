"""What would break: one person whose reaction or vote counts twice, or who may vote again after being forgotten."""

from bot.inbound import AnswerPulse, Person, React
from bot.own_marks import move_marks, own_reactions, unlink_votes
from campaigns.pulse import close_pulse
from storage.tables import PULSES, REACTIONS, VOTES
from tests.bot.conversation import ANNA, BILAL, Conversation, a_conversation, a_sent_post

LATER = Person("slack:U1", "Anna")


async def reacted_and_voted(*people: Person) -> Conversation:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="pulse-1")
    for who in people:
        await talk.do(React(talk.origin(who, "sales", post.key), emoji="👍"))
        await talk.do(AnswerPulse(talk.origin(who, "sales", post.key), answer="4"))
    return talk


async def reactions_of(talk: Conversation, person: str) -> int:
    async with talk.ctx.store.transaction() as tx:
        return len(await own_reactions(tx, person))


async def votes_again(talk: Conversation, who: Person) -> str:
    post = await a_sent_post(talk, post="pulse-1")
    return await talk.do(AnswerPulse(talk.origin(who, "sales", post.key), answer="5"))


async def test_a_reaction_is_found_by_trying_its_own_person() -> None:
    talk = await reacted_and_voted(ANNA, BILAL)
    assert [await reactions_of(talk, who) for who in (ANNA.id, BILAL.id, "room:x")] == [1, 1, 0]


async def test_what_was_done_under_the_later_id_is_the_firsts() -> None:
    talk = await reacted_and_voted(LATER)
    async with talk.ctx.store.transaction() as tx:
        await move_marks(tx, later=LATER.id, first=ANNA.id)
    assert [await reactions_of(talk, person) for person in (ANNA.id, LATER.id)] == [1, 0]
    assert "already answered" in await votes_again(talk, ANNA)


async def test_who_did_it_under_both_counts_once_from_then_on() -> None:
    talk = await reacted_and_voted(ANNA, LATER, BILAL)
    async with talk.ctx.store.transaction() as tx:
        await move_marks(tx, later=LATER.id, first=ANNA.id)
    kept = (await talk.all(REACTIONS)).values()
    assert len({reaction.by for reaction in kept}) == len(kept) == 2
    assert len(await talk.all(VOTES)) == 2
    assert sum(next(iter((await talk.all(PULSES)).values())).counts) == 3, "nobody knows which number to take back"


async def test_forgetting_leaves_a_mark_for_every_id_while_the_pulse_is_open_and_none_after() -> None:
    talk = await reacted_and_voted(ANNA)
    async with talk.ctx.store.transaction() as tx:
        await unlink_votes(tx, first=ANNA.id, later=[LATER.id])
    assert "already answered" in await votes_again(talk, LATER)
    assert "already answered" in await votes_again(talk, ANNA)
    assert "counts" in await votes_again(talk, BILAL)
    for key, count in (await talk.all(PULSES)).items():
        await talk.put(PULSES, key, close_pulse(count))
    async with talk.ctx.store.transaction() as tx:
        await unlink_votes(tx, first=ANNA.id, later=[LATER.id])
        await unlink_votes(tx, first=BILAL.id, later=[])
    assert await talk.all(VOTES) == {}
