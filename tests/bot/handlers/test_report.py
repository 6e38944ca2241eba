"""What would break: a number that isn't true, or one that gives away a small group."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.inbound import Person
from bot.jobs.forget import ForgetJob
from campaigns.calendar import ends_at
from campaigns.delivery import SETTLED, State
from campaigns.measurements import Measurements, Row
from campaigns.model import Goal, Rules
from campaigns.pulse import PulseCount, close_pulse
from storage.tables import CAMPAIGNS, DELIVERIES, PULSES
from tests.bot.conversation import ANNA, JORIS, Conversation, a_conversation, a_sent_post, a_whole_campaign

GOAL = Goal(text="8 of 10.", measure="notes", target=0.8, by=date(2027, 4, 1))


async def vote(talk: Conversation, answers: str, *, channel: str = "sales") -> None:
    for number, answer in enumerate(answers):
        await talk.say(Person(f"room:{channel}{number}", "P"), answer, channel)


async def close_all(talk: Conversation) -> None:
    for key, count in (await talk.all(PULSES)).items():
        await talk.put(PULSES, key, close_pulse(count))


async def test_a_post_for_two_teams_counts_once_and_gives_and_asks_are_added() -> None:
    talk = await a_conversation()
    await a_sent_post(talk, post="tip-1")
    await a_sent_post(talk, post="tip-1", audience="service")
    await talk.say(ANNA, "join", "sales")
    await talk.say(ANNA, "wish faster", "sales")
    await talk.say(JORIS, "wish done 1")
    said = await talk.say(JORIS, "report")
    assert said == (
        "Up to and including week 4: sent 1, held 0. Given 1, asked 0. 1 of 1 wishes done. "
        "Wishes by chat that were answered within five working days: 1 of 1. Places (sounding board): 1 of 3 taken."
    )


async def test_the_pulse_shows_from_five_answers_over_all_teams_and_only_when_closed() -> None:
    talk = await a_conversation()
    await a_sent_post(talk, post="pulse-1")
    await a_sent_post(talk, post="pulse-1", audience="service")
    await vote(talk, "124")
    await vote(talk, "5", channel="service")
    await close_all(talk)
    assert "pulse" not in await talk.say(JORIS, "report")
    key, count = _one_more(await talk.all(PULSES))
    await talk.put(PULSES, key, count)
    assert "average of 3.4 (5 answers)" in await talk.say(JORIS, "report")


def _one_more(counts: dict[str, PulseCount]) -> tuple[str, PulseCount]:
    key = min(counts)
    one, two, three, four, five = counts[key].counts
    return key, replace(counts[key], counts=(one, two, three, four, five + 1))


async def test_a_pulse_that_is_still_open_is_not_shown_however_many_answered() -> None:
    talk = await a_conversation()
    await a_sent_post(talk, post="pulse-1")
    await vote(talk, "1245312")
    assert "pulse" not in await talk.say(JORIS, "report")


@pytest.mark.parametrize(("state", "is_shown"), [(state, state in SETTLED) for state in State])
async def test_while_one_team_is_still_to_be_asked_nothing_is_shown(state: State, *, is_shown: bool) -> None:
    """Shown before and after, the answers of a small second team could be had by subtracting."""
    talk = await a_conversation()
    await a_sent_post(talk, post="pulse-1")
    await vote(talk, "12455")
    second = await a_sent_post(talk, post="pulse-1", audience="service")
    await talk.put(DELIVERIES, second.key, replace(second, state=state))
    await close_all(talk)
    assert ("(5 answers)" in await talk.say(JORIS, "report")) is is_shown


async def test_a_campaign_may_ask_for_a_larger_group() -> None:
    talk = await a_conversation(a_whole_campaign(rules=Rules(minimum_group=6)))
    await a_sent_post(talk, post="pulse-1")
    await vote(talk, "12455")
    await close_all(talk)
    assert "pulse" not in await talk.say(JORIS, "report")


async def test_the_goal_adds_the_newest_numbers_of_teams_that_are_large_enough() -> None:
    campaign = a_whole_campaign(goal=GOAL)
    small = campaign.audiences["service"].model_copy(update={"size": 4})
    campaign = campaign.model_copy(update={"audiences": {**campaign.audiences, "service": small}})
    talk = await a_conversation(campaign)
    rows = (Row(2, "sales", "notes", 10, 50), Row(4, "sales", "notes", 30, 50), Row(4, "service", "notes", 1, 2))
    talk.ctx.read_measurements = lambda _: Measurements(rows)
    assert "Goal: 30 of 50, target 80%." in await talk.say(JORIS, "report")
    talk.ctx.read_measurements = lambda _: Measurements()
    assert "Goal" not in await talk.say(JORIS, "report")


async def test_a_goal_that_everybody_or_nobody_reached_is_not_told() -> None:
    talk = await a_conversation(a_whole_campaign(goal=GOAL))
    talk.ctx.read_measurements = lambda _: Measurements((Row(4, "sales", "notes", 18, 18),))
    assert "Goal" not in await talk.say(JORIS, "report")
    talk.ctx.read_measurements = lambda _: Measurements((Row(4, "sales", "notes", 0, 18),))
    assert "Goal" not in await talk.say(JORIS, "report")


async def test_the_posts_stay_counted_when_their_deliveries_are_in_the_archive() -> None:
    talk = await a_conversation()
    await a_sent_post(talk, post="tip-1")
    await a_sent_post(talk, post="tip-1", audience="service")
    held = await a_sent_post(talk, post="pulse-1")
    await talk.put(DELIVERIES, held.key, replace(held, state=State.HELD))
    before = await talk.say(JORIS, "report")
    assert "sent 1, held 1. Given 1, asked 0." in before
    job, end = ForgetJob(), ends_at(talk.ctx.campaigns["crm"])
    state = (await talk.all(CAMPAIGNS))["crm"]
    await talk.put(CAMPAIGNS, "crm", replace(state, ends_at=end))
    for days in (31, 33):
        await job(talk.ctx, end + timedelta(days=days))
        assert set(await talk.all(DELIVERIES)) == {held.key}
        assert await talk.say(JORIS, "report") == before


async def test_of_a_campaign_that_was_archived_before_its_posts_were_counted_no_number_is_invented() -> None:
    talk = await a_conversation()
    state = (await talk.all(CAMPAIGNS))["crm"]
    await talk.put(CAMPAIGNS, "crm", replace(state, ended_at=talk.clock.now()))
    said = await talk.say(JORIS, "report")
    assert "Given" not in said
    assert "Places (sounding board)" in said
