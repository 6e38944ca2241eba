"""What would break: a vote that counts twice, or can be traced to a person."""

from dataclasses import replace

from bot.inbound import AnswerPulse
from campaigns.pulse import close_pulse
from storage.tables import CAMPAIGNS, PULSES, VOTES
from tests.bot.conversation import ANNA, BILAL, a_conversation, a_sent_post, a_whole_campaign
from tests.builders import a_post


async def test_an_answer_is_one_more_in_a_counter_and_nothing_else() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="pulse-1")
    said = await talk.do(AnswerPulse(talk.origin(ANNA, "sales", post.key), answer="4"))
    assert "Nobody sees what you chose" in said
    (count,) = (await talk.all(PULSES)).values()
    assert count.counts == (0, 0, 0, 1, 0)
    assert "anna" not in repr(await talk.all(VOTES)).lower()


async def test_a_person_counts_once_also_in_two_teams_and_another_answer_changes_nothing() -> None:
    talk = await a_conversation()
    await a_sent_post(talk, post="pulse-1")
    await a_sent_post(talk, post="pulse-1", audience="service")
    await talk.say(ANNA, "4", "sales")
    assert "already answered" in await talk.say(ANNA, "1", "sales")
    assert "already answered" in await talk.say(ANNA, "1", "service")
    await talk.say(BILAL, "1", "service")
    assert sorted(count.counts for count in (await talk.all(PULSES)).values()) == [(0, 0, 0, 1, 0), (1, 0, 0, 0, 0)]


async def test_what_is_no_answer_or_comes_too_late_is_not_counted_and_may_be_tried_again() -> None:
    talk = await a_conversation()
    await a_sent_post(talk, post="pulse-1")
    assert "Choose a number" in await talk.say(ANNA, "pulse 9", "sales")
    await talk.say(ANNA, "5", "sales")
    ((key, count),) = (await talk.all(PULSES)).items()
    await talk.put(PULSES, key, close_pulse(count))
    assert "is closed" in await talk.say(BILAL, "5", "sales")
    assert (await talk.all(PULSES))[key].answered == 1
    assert len(await talk.all(VOTES)) == 1


async def test_an_answer_at_the_closing_moment_is_late_also_before_the_bot_has_woken() -> None:
    talk = await a_conversation()
    await a_sent_post(talk, post="pulse-1")
    await talk.say(ANNA, "5", "sales")
    ((_, count),) = (await talk.all(PULSES)).items()
    assert count.wake is not None
    talk.clock.set_to(count.wake)
    assert "is closed" in await talk.say(BILAL, "5", "sales")
    assert (await talk.all(PULSES))["crm/pulse-1/sales"].answered == 1


async def test_a_question_that_has_left_the_file_and_that_nobody_answered_is_asked_no_more() -> None:
    talk = await a_conversation()
    post = await a_sent_post(talk, post="pulse-1")
    talk.ctx.campaigns["crm"] = a_whole_campaign(posts=(a_post(),))
    assert await talk.say(ANNA, "4", "sales", post.key) == ""
    assert await talk.all(PULSES) == {}


async def test_a_digit_where_nothing_was_asked_is_talk_in_a_channel_and_an_error_in_private() -> None:
    talk = await a_conversation()
    assert await talk.say(ANNA, "3", "sales") == ""
    await talk.say(ANNA, "help", "sales")
    assert "no question" in await talk.say(ANNA, "3")


async def test_another_campaigns_secret_makes_another_mark() -> None:
    talk = await a_conversation()
    await a_sent_post(talk, post="pulse-1")
    await talk.say(ANNA, "4", "sales")
    first = set(await talk.all(VOTES))
    state = (await talk.all(CAMPAIGNS))["crm"]
    await talk.put(CAMPAIGNS, "crm", replace(state, sealed="another"))
    await talk.say(ANNA, "4", "sales")
    assert len(set(await talk.all(VOTES)) - first) == 1
