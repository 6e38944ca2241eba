"""What would break: a pulse that stays open for ever, or that closes before its moment."""

from dataclasses import replace
from datetime import timedelta

from bot.jobs.pulses import PulsesJob
from campaigns.pulse import PulseCount, closes_at
from storage.tables import PULSES
from tests.bot.conversation import ANNA, Conversation, a_conversation, a_sent_post, a_whole_campaign
from tests.builders import a_post

SALES = "crm/pulse-1/sales"


async def an_answered_pulse() -> Conversation:
    talk = await a_conversation()
    await a_sent_post(talk, post="pulse-1")
    await talk.say(ANNA, "4", "sales")
    return talk


async def count_in(talk: Conversation, key: str = SALES) -> PulseCount:
    return (await talk.all(PULSES))[key]


async def test_it_closes_at_its_moment_and_not_a_second_before() -> None:
    talk = await an_answered_pulse()
    before = await count_in(talk)
    assert before.wake is not None
    job = PulsesJob()
    await job(talk.ctx, before.wake - timedelta(seconds=1))
    assert await count_in(talk) == before
    for _ in range(2):
        await job(talk.ctx, before.wake)
        assert await count_in(talk) == replace(before, closed=True, wake=None)


async def test_it_closes_while_the_file_is_away() -> None:
    talk = await an_answered_pulse()
    closes = (await count_in(talk)).wake
    assert closes is not None
    del talk.ctx.campaigns["crm"]
    await PulsesJob()(talk.ctx, closes)
    assert (await count_in(talk)).closed


async def test_what_an_older_version_left_open_gets_its_moment_after_a_restart() -> None:
    """With answers, and without: then nothing had been kept of it."""
    talk = await an_answered_pulse()
    old = replace(await count_in(talk), wake=None)
    await talk.put(PULSES, SALES, old)
    await a_sent_post(talk, post="pulse-1", audience="service")
    await PulsesJob()(talk.ctx, talk.clock.now())
    moment = closes_at(talk.ctx.campaigns["crm"], old.opened_at)
    assert await count_in(talk) == replace(old, wake=moment)
    assert (await count_in(talk, "crm/pulse-1/service")).wake == moment


async def test_of_two_old_ones_in_one_team_the_newer_stays_open() -> None:
    first, second = (a_post(id=f"pulse-{n}", kind="pulse", texts=(), question="Clear?") for n in (1, 2))
    talk = await a_conversation(a_whole_campaign(posts=(first, second)))
    await a_sent_post(talk, post="pulse-1", days_ago=1)
    await a_sent_post(talk, post="pulse-2", days_ago=3)
    await PulsesJob()(talk.ctx, talk.clock.now())
    assert {key: count.closed for key, count in (await talk.all(PULSES)).items()} == {
        SALES: False, "crm/pulse-2/sales": True,
    }  # fmt: skip
