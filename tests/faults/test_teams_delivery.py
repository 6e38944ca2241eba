"""Teams in trouble, with the real outbox: nothing twice, nothing lost, in order, and one bad channel stops no other."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta

import pytest

from campaigns.delivery import Delivery, State
from campaigns.message import Message, Part
from campaigns.model import Rules
from campaigns.moments import InWeek
from storage.tables import BINDINGS, DELIVERIES, REFERENCES, Binding, Reference
from tests.bot.platforms.teams.a_team import TENANT, TeamsTalk, a_team, person, titles_of, words_of
from tests.builders import a_campaign, a_post, an_occurrence
from tests.fake_connector import answers, says
from tests.waiting import wait_until
from tests.wire_faults import ANSWER_DROPPED, ANSWER_RESET, HALF_ANSWER, Fault, held, html

NOW = datetime(2027, 1, 12, 9, 0, tzinfo=UTC)
UNCLEAR = {
    "answer dropped": ANSWER_DROPPED, "reset": ANSWER_RESET, "half": HALF_ANSWER, "502 page": html(502),
    "504": says(504), "no id": answers(b"{}"),
}  # fmt: skip


def channel(number: int) -> str:
    return f"19:channel-{number}@thread.tacv2"


@asynccontextmanager
async def posts_due(*, channels: int, each: int) -> AsyncIterator[TeamsTalk]:
    """So many automatic posts wait for each of so many channels, a second apart; Joris, the owner, has a chat."""
    audiences = {f"team-{number}": a_campaign().audiences["sales"] for number in range(channels)}
    later = a_post(for_audiences=("team-0",), when=InWeek(week=11, weekday=1, at=time(9, 30)))
    no_caps = Rules().model_copy(update={"max_per_day": 99, "max_per_week": 99})
    campaign = a_campaign(audiences=audiences, posts=(later,), rules=no_caps)
    async with a_team(campaign, now=NOW, at_once=50, paced=False) as talk:
        await talk.installs("joris", private=True)
        async with talk.bot.ctx.store.transaction() as tx:
            for number, audience in enumerate(audiences):
                place = channel(number)
                await tx.put(BINDINGS, f"crm/{audience}", Binding("crm", audience, "teams", place))
                await tx.put(REFERENCES, f"teams:{place}", Reference("teams", TENANT, talk.connector.url, place))
                for post in range(each):
                    delivery = an_automatic_post(audience, post, NOW + timedelta(seconds=post))
                    await tx.put(DELIVERIES, delivery.key, delivery)
        yield talk


def an_automatic_post(audience: str, number: int, at: datetime) -> Delivery:
    """Composed when it was put here, so no approval is asked."""
    occurrence = an_occurrence(post=f"extension.{number}", kind="extension", audience=audience, at=at)
    message = Message("en", "extension", (Part(f"Post {number} for {audience}."),), about=occurrence.key)
    return Delivery(occurrence.key, "crm", at, at, occurrence=occurrence, message=message)


async def states(talk: TeamsTalk) -> Counter[State]:
    async with talk.bot.ctx.store.transaction() as tx:
        kept = [item for _, item in await tx.find(DELIVERIES)]
    return Counter(item.state for item in kept if item.occurrence and item.occurrence.kind == "extension")


def tries(talk: TeamsTalk, number: int) -> int:
    return [request.method for request in talk.connector.requests if request.conversation == channel(number)].count(
        "POST"
    )


def posted(talk: TeamsTalk, number: int) -> list[str]:
    return [words_of(post.activity).split()[1] for post in talk.connector.in_conversation(channel(number))]


@pytest.mark.parametrize("fault", UNCLEAR.values(), ids=UNCLEAR)
async def test_what_may_be_there_is_never_posted_again_and_its_owner_settles_it(fault: Fault) -> None:
    async with posts_due(channels=1, each=1) as talk:
        talk.connector.faults_in[channel(0)].append(fault)
        await talk.until(NOW + timedelta(hours=1))
        assert await states(talk) == {State.UNCERTAIN: 1}
        assert tries(talk, 0) == 1
        question = talk.connector.in_conversation("a:with-29:joris")[-1]
        assert len(titles_of(question.activity)) == 2
        await talk.presses("joris", question, titles_of(question.activity)[0], private=True)
        assert await states(talk) == {State.SENT: 1}
        assert tries(talk, 0) == 1


async def test_a_storm_of_refusals_loses_nothing_doubles_nothing_and_keeps_the_order() -> None:
    """Two of three requests are asked to slow down, or meet a busy conversation."""
    chance = random.Random(7)
    async with posts_due(channels=6, each=10) as talk:
        for number in range(6):
            for _ in range(10):
                slower = says(429, Retry_After=str(chance.randint(1, 5)))
                talk.connector.faults_in[channel(number)] += [slower, chance.choice((says(412), says(503))), Fault()]
        await talk.until(NOW + timedelta(hours=1))
        assert await states(talk) == {State.SENT: 60}
        assert [posted(talk, number) for number in range(6)] == [[str(post) for post in range(10)]] * 6
        assert max(talk.connector.most_at_once[channel(number)] for number in range(6)) == 1


async def test_a_channel_that_does_not_answer_holds_up_no_other() -> None:
    async with posts_due(channels=2, each=1) as talk:
        answer = asyncio.Event()
        talk.connector.faults_in[channel(0)].append(held(answer))
        await talk.bot.engine.tick()
        await wait_until(lambda: posted(talk, 1) == ["0"])
        async with asyncio.timeout(5):
            while (await states(talk))[State.SENT] == 0:  # noqa: ASYNC110 it is there, and soon that is recorded
                await asyncio.sleep(0.003)
        assert (await states(talk))[State.SENDING] == 1
        answer.set()
        await talk.quiet()
        assert await states(talk) == {State.SENT: 2}


async def test_a_channel_without_the_bot_is_left_alone_until_it_is_added_again() -> None:
    async with posts_due(channels=2, each=3) as talk:
        talk.connector.closed[channel(0)] = "BotNotInConversationRoster"
        await talk.until(NOW + timedelta(minutes=20))
        assert (len(posted(talk, 0)), len(posted(talk, 1))) == (0, 3)
        assert tries(talk, 0) == 1
        assert sum("Team 0" in text for text in talk.to("joris")) == 3
        talk.connector.closed.clear()
        added = talk.activity("joris", "installationUpdate", action="add")
        place = {"team": {"id": "19:other@thread.tacv2"}, "channel": {"id": channel(0)}, "tenant": {"id": TENANT}}
        await talk.brings({**added, "channelData": place})
        await talk.until(NOW + timedelta(minutes=21))
        assert posted(talk, 0) == ["0", "1", "2"]


async def test_who_removed_the_app_is_not_tried_again_and_again_and_gets_it_all_when_it_is_back() -> None:
    async with posts_due(channels=1, each=0) as talk:
        talk.connector.closed["a:with-29:joris"] = "MessageWritesBlocked"
        notice = Delivery(
            "notice/x", "crm", NOW, NOW, person=person("joris"), message=Message("en", "notice", (Part("Hi."),))
        )
        async with talk.bot.ctx.store.transaction() as tx:
            await tx.put(DELIVERIES, notice.key, notice)
        before = len(talk.connector.requests)
        await talk.until(NOW + timedelta(hours=5))
        assert len(talk.connector.requests) - before == 1
        talk.connector.closed.clear()
        await talk.installs("joris", private=True)
        await talk.until(NOW + timedelta(hours=5))
        assert "Hi." in talk.to("joris")
