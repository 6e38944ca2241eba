"""What would break: a pulse that is begun before it is there, begun twice, or that two teams end for each other."""

from dataclasses import replace

from bot.asking import begin_pulse
from campaigns.delivery import Delivery, State
from campaigns.pulse import PulseCount, close_pulse, count_answer
from storage.records import from_document, to_document
from storage.tables import PULSES
from tests.bot.conversation import Conversation, a_conversation, a_sent_post, a_whole_campaign
from tests.builders import a_post

PULSES_OF_TWO_TEAMS = tuple(
    a_post(id=f"pulse-{number}", kind="pulse", texts=(), question="Clear?", for_audiences=("sales", "service"))
    for number in (1, 2)
)


async def begun(talk: Conversation, delivery: Delivery) -> PulseCount | None:
    async with talk.ctx.store.transaction() as tx:
        return await begin_pulse(talk.ctx, tx, delivery)


async def test_only_a_pulse_that_is_there_is_begun() -> None:
    talk = await a_conversation()
    post, tip = await a_sent_post(talk, post="pulse-1"), await a_sent_post(talk, post="tip-1")
    nothing = [tip, replace(post, campaign="gone"), replace(post, occurrence=None)]
    for other in (*nothing, *(replace(post, state=state) for state in set(State) - {State.SENT})):
        assert await begun(talk, other) is None
    assert await talk.all(PULSES) == {}
    count = await begun(talk, post)
    assert count is not None
    assert count.opened_at == post.settled_at


async def test_begun_again_its_answers_and_its_closing_stay_as_they_were() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="pulse-1")
    first = await begun(talk, post)
    assert first is not None
    for kept in (count_answer(first, "4")[0], close_pulse(first)):
        await talk.put(PULSES, "crm/pulse-1/sales", kept)
        assert await begun(talk, post) == kept


async def test_the_next_pulse_in_a_team_closes_what_was_open_there() -> None:
    talk = await a_conversation(a_whole_campaign(posts=PULSES_OF_TWO_TEAMS))
    for audience in ("sales", "service"):
        await begun(talk, await a_sent_post(talk, post="pulse-1", audience=audience, days_ago=2))
    await begun(talk, await a_sent_post(talk, post="pulse-2"))
    closed = {key for key, count in (await talk.all(PULSES)).items() if count.closed}
    assert closed == {"crm/pulse-1/sales"}


async def test_a_count_that_was_kept_without_a_closing_moment_still_loads() -> None:
    talk = await a_conversation()
    count = await begun(talk, await a_sent_post(talk, post="pulse-1"))
    assert count is not None
    document = to_document(count)
    del document["wake"]
    assert from_document(PulseCount, document) == replace(count, wake=None)
