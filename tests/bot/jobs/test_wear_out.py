"""What would break: a series that goes on when nobody reads it, or a small group that can be counted."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.jobs.wear_out import A_DAY, WearOutJob
from campaigns.delivery import Delivery, State
from storage.tables import CAMPAIGNS, DELIVERIES, REACTIONS, Reaction
from tests.bot.conversation import JORIS, OPEN, Conversation, a_conversation, a_whole_campaign
from tests.builders import a_post, an_occurrence

SERIES = a_post(texts=tuple(f"Tip {number}." for number in range(8)), for_audiences=("sales", "service"))


async def a_series(*people: tuple[int, int]) -> Conversation:
    """A tip every day before now, the last one a day ago: how many of sales and of service reacted to each."""
    talk = await a_conversation(a_whole_campaign(posts=(SERIES,)))
    for number, both in enumerate(people, start=1):
        at = OPEN - (len(people) - number + 1) * A_DAY
        for audience, count in zip(("sales", "service"), both, strict=True):
            await a_tip(talk, number, audience, at, count)
    return talk


async def a_tip(talk: Conversation, number: int, audience: str, at: datetime, people: int) -> Delivery:
    occurrence = an_occurrence(audience=audience, series=number, at=at)
    tip = Delivery(occurrence.key, "crm", at, None, State.SENT, occurrence=occurrence, settled_at=at)
    await talk.put(DELIVERIES, tip.key, tip)
    for person in range(people):
        await talk.put(REACTIONS, f"{tip.key}/{person}", Reaction(tip.key, "👍", by=f"{tip.key}/{person}"))
    return tip


async def told(talk: Conversation) -> list[str]:
    await WearOutJob()(talk.ctx, talk.clock.now())
    return [text for text in await talk.notices(JORIS) if "tip-1" in text]


WORN = ((8, 6), (7, 7), (6, 6), (3, 2), (4, 2), (1, 0))


async def test_three_times_below_half_is_told_once_and_as_advice() -> None:
    talk = await a_series(*WORN)
    (text,) = await told(talk)
    assert "The first posts: 14, 14, 12. The latest: 5, 6, a few at most." in text
    assert "advice only" in text
    assert len(await told(talk)) == 1
    assert [item.state for item in (await talk.all(DELIVERIES)).values() if item.occurrence] == [State.SENT] * 12


async def test_a_series_that_holds_its_readers_is_left_alone() -> None:
    assert await told(await a_series(*WORN[:5])) == []
    assert await told(await a_series(*WORN[:5], (8, 6))) == []


async def test_one_person_with_many_reactions_counts_once() -> None:
    talk = await a_series(*WORN)
    tips = [
        key for key, item in (await talk.all(DELIVERIES)).items() if item.occurrence and item.occurrence.series == 5
    ]
    for key in tips:
        for emoji in range(20):
            await talk.put(REACTIONS, f"{key}/0/{emoji}", Reaction(key, str(emoji), by=f"{key}/0"))
    assert len(await told(talk)) == 1


async def test_a_post_of_less_than_a_day_is_not_judged_yet() -> None:
    talk = await a_series(*WORN[:5])
    for audience in ("sales", "service"):
        await a_tip(talk, 6, audience, OPEN - timedelta(hours=23), 0)
    job = WearOutJob()
    await job(talk.ctx, OPEN)
    await job(talk.ctx, OPEN + timedelta(minutes=59))
    assert await talk.notices(JORIS) == []
    await job(talk.ctx, OPEN + timedelta(hours=1))
    assert len(await talk.notices(JORIS)) == 1


async def test_a_team_that_missed_a_post_is_not_compared() -> None:
    """With service away for the last three, sales alone reacts as before."""
    talk = await a_series((3, 9), (3, 9), (3, 9))
    for number in (4, 5, 6):
        await a_tip(talk, number, "sales", OPEN - (8 - number) * A_DAY, 3)
    assert await told(talk) == []


async def test_a_campaign_that_has_ended_hears_nothing_more() -> None:
    talk = await a_series(*WORN)
    state = (await talk.all(CAMPAIGNS))["crm"]
    await talk.put(CAMPAIGNS, "crm", replace(state, ended_at=OPEN))
    assert await told(talk) == []
