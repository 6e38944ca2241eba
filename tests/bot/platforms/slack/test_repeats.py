"""What would break: something that Slack tells again and that counts twice, or brings somebody forgotten back."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import orjson
import pytest

from storage.tables import (
    ALL_TABLES,
    BINDINGS,
    INBOX,
    PULSES,
    QUESTIONS,
    REACTIONS,
    REFERENCES,
    SEATS,
    VOTES,
    WISHES,
)
from tests.bot.platforms.slack.a_call import ANNA, HTTP_AND_SOCKET, Called, a_call
from tests.bot.platforms.slack.a_workspace import CHANNEL, person, user
from tests.fake_slack.state import Sending


def a_day(call: Called) -> list[Callable[[], Awaitable[Any]]]:
    """What people do on one day, each kind of event once or more."""
    slack = call.slack
    return [
        lambda: call.presses("anna", call.call, "Join"),
        lambda: call.says("bilal", "join"),
        lambda: call.commands("chiara", "join"),
        lambda: call.says_in_private("daan", "help"),
        lambda: call.commands("daan", "join"),
        lambda: call.presses("daan", call.call, "Wish"),
        lambda: call.fills_in("daan", "Search by street"),
        lambda: call.says("anna", "question who pays?"),
        lambda: call.commands("bilal", "question who pays?"),
        lambda: call.presses("anna", call.pulse, "4"),
        lambda: call.presses("bilal", call.pulse, "2"),
        lambda: call.reacts("anna", call.call, "+1"),
        lambda: call.reacts("daan", call.call, "+1"),
        lambda: call.reacts("daan", call.call, "cry"),
        lambda: call.reacts("daan", call.call, "cry", removed=True),
        lambda: slack.opens_home(user("anna")),
        lambda: call.says("joris", "wish later 1 It takes a week."),
        lambda: slack.archives("C7", by=user("joris")),
        lambda: slack.renames("C7", "seven"),
        lambda: slack.removes(CHANNEL, user=user("chiara")),
        lambda: slack.invites("C8", by=user("joris")),
        lambda: slack.removes("C8"),
        lambda: slack.happens({"type": "channel_unarchive", "channel": "C7", "user": user("joris")}),
        lambda: slack.happens({"type": "channel_deleted", "channel": "C7"}),
    ]


async def play(call: Called) -> list[Sending]:
    """The day as it comes, and all that Slack told of it."""
    for channel in ("C7", "C8"):
        call.slack.has_channel(channel, channel.lower())
    for act in a_day(call):
        await act()
        await call.talk.quiet()
    return list(call.slack.deliveries)


async def tell(call: Called, told: list[Sending]) -> None:
    for sending in told:
        [reply] = await call.slack.deliver(sending, repeat=True)
        assert reply.status == 200
    await call.talk.quiet()


async def counted(call: Called) -> dict[str, Any]:
    """Everything that a repeat could have made more of."""
    kept = {table.name: await call.kept(table) for table in (SEATS, BINDINGS, INBOX, REACTIONS, VOTES, PULSES)}
    questions = sorted((item.person, item.text) for item in (await call.kept(QUESTIONS)).values())
    wishes = [(wish.title, wish.state) for book in (await call.kept(WISHES)).values() for wish in book.wishes.values()]
    people = ("anna", "bilal", "chiara", "daan", "joris")
    heard = {who: call.to(who) for who in people}
    return {**kept, "questions": questions, "wishes": wishes, "people": await call.known(), "heard": heard}


@HTTP_AND_SOCKET
@pytest.mark.parametrize("seed", range(2))
async def test_four_times_shuffled_and_ten_minutes_late_is_as_once(seed: int, over_socket: bool) -> None:
    """The first of each comes in its order; the repeats come whenever."""
    async with a_call(over_socket=over_socket) as call:
        told = await play(call)
        once = await counted(call)
        assert [entry.number for entry in once["seats"]["crm"].entries.values()] == [1, 2, 3, 4]
        assert [len(once[name]) for name in ("reactions", "votes", "questions", "wishes")] == [2, 2, 2, 1]
        posts, homes = len(call.slack.messages), dict(call.slack.homes)
        repeats = told * 3
        random.Random(seed).shuffle(repeats)
        call.talk.clock.move(minutes=10)
        await tell(call, repeats)
        assert await counted(call) == once
        assert (len(call.slack.messages), call.slack.homes) == (posts, homes)


@pytest.mark.parametrize("seed", range(3))
async def test_in_any_order_at_all_each_counts_once(seed: int) -> None:
    """Told to a bot that has heard nothing of it yet."""
    async with a_call() as first:
        told = await play(first)
    async with a_call() as call:
        repeats = [_told_to(call, first, sending) for sending in told] * 4
        random.Random(seed).shuffle(repeats)
        await tell(call, repeats)
        state = await counted(call)
        assert sorted(entry.number for entry in state["seats"]["crm"].entries.values()) == [1, 2, 3, 4]
        assert [len(state[name]) for name in ("votes", "questions", "wishes")] == [2, 2, 1]
        answers = [len(call.to(who)) for who in ("bilal", "chiara")]
        assert answers == [2, 0], "beside what rode on the answer to a command"


def _told_to(call: Called, first: Called, sending: Sending) -> Sending:
    """The posts of the other workspace have other times."""
    told = orjson.dumps(sending.payload).decode()
    for there, here in ((first.call, call.call), (first.pulse, call.pulse)):
        told = told.replace(f'"{there.ts}"', f'"{here.ts}"')
    return replace(sending, payload=orjson.loads(told))


async def test_a_double_press_is_two_presses_and_joins_once() -> None:
    async with a_call() as call:
        for _ in range(2):
            await call.presses("anna", call.call, "Join")
        assert await call.seated() == [ANNA]
        assert len(call.to("anna")) == 2


async def test_what_nothing_tells_from_its_repeat_does_nothing() -> None:
    async with a_call() as call:
        told = await play(call)
        heard = await call.kept(INBOX)
        for sending in told:
            await call.slack.deliver(replace(sending, payload=_without_ids(sending.payload)))
        await call.talk.quiet()
        assert await call.kept(INBOX) == heard


def _without_ids(payload: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in payload.items() if name not in ("event_id", "trigger_id")}
    if "actions" in kept:
        kept["actions"] = [{**kept["actions"][0], "action_ts": ""}]
    if "view" in kept:
        kept["view"] = {**kept["view"], "id": ""}
    return kept


async def test_a_repeat_brings_nobody_back_who_was_forgotten() -> None:
    async with a_call() as call:
        await call.says("anna", "join")
        await call.commands("anna", "question why?")
        await call.says_in_private("anna", "help")
        await call.presses("anna", call.call, "Wish")
        await call.fills_in("anna", "More")
        await call.says("anna", "forget me")
        everything = {table.name: await call.kept(table) for table in ALL_TABLES}
        await tell(call, list(call.slack.deliveries) * 2)
        assert {table.name: await call.kept(table) for table in ALL_TABLES} == everything
        assert ANNA not in await call.kept(REFERENCES)
        assert person("anna") not in str({name: kept for name, kept in everything.items() if name != "inbox"})
