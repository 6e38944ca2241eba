"""What would break: Slack that waits in vain, something taken and not kept, an end that loses an answer or hangs."""

import asyncio

import pytest

from bot.inbound import Inbound
from bot.platforms.base import Answer
from bot.platforms.slack import platform as module
from bot.platforms.slack.bolt_app import brought
from storage.base import StoreProblem
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES
from tests.bot.platforms.slack.a_call import ANNA, HTTP_AND_SOCKET, a_call
from tests.bot.platforms.slack.a_workspace import CHANNEL, a_platform, user
from tests.fake_slack.faults import refuses
from tests.fake_slack.server import a_fake_slack
from tests.waiting import wait_until
from tests.wire_faults import held


async def test_a_store_that_fails_asks_slack_to_come_again() -> None:
    async with a_call() as call:

        async def fails(_: Inbound) -> Answer | None:
            raise StoreProblem("the disk is full")

        call.talk.platform.heard(fails)
        assert (await call.says("anna", "join")).status == 503
        call.talk.platform.heard(call.talk.bot.hear)
        [reply] = await call.slack.deliver(call.slack.deliveries[-1], repeat=True)
        assert (reply.status, await call.seated()) == (200, [ANNA])


async def test_until_slack_says_who_the_bot_is_everything_is_to_come_again() -> None:
    async with a_fake_slack() as slack, a_call() as call:
        slack.fails("auth.test", refuses("internal_error"))
        async with a_platform(slack, MemoryStore(ALL_TABLES)) as fresh:
            await call.says("anna", "join")

            told = call.slack.deliveries[-1].payload
            assert (await brought(fresh._bolt, told)).status == 503
            assert (await brought(fresh._bolt, told)).status == 200


@HTTP_AND_SOCKET
async def test_what_takes_long_is_taken_in_time_and_answered_later(
    over_socket: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_call(over_socket=over_socket) as call:
        monkeypatch.setattr(module, "ACK_WITHIN", 0.05)
        free = asyncio.Event()

        async def waits(inbound: Inbound) -> Answer | None:
            await free.wait()
            return await call.talk.bot.hear(inbound)

        call.talk.platform.heard(waits)
        command = await call.slack.commands(user("anna"), CHANNEL, "join")
        press = await call.slack.presses(user("bilal"), call.call, "Join")
        assert (command.status, command.body, press.status) == (200, None, 200)
        if not over_socket:  # a socket has no such answer: an event that is not taken comes again
            event = await call.slack.mentions(user("chiara"), CHANNEL, "join")
            assert event.status == 503, "an event counts as told only when it is kept"
        assert await call.seated() == []
        free.set()
        await call.talk.quiet()
        assert [whisper.via for whisper in call.talk.whispered("anna")] == ["response_url"]
        assert len(await call.seated()) == (2 if over_socket else 3)
        again = await call.slack.deliver(call.slack.deliveries[-1], times=2)
        assert [reply.status for reply in again] == [200, 200]


async def test_what_fails_after_it_was_taken_is_said_to_whoever_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_call() as call:
        monkeypatch.setattr(module, "ACK_WITHIN", 0.0)

        async def fails(_: Inbound) -> Answer | None:
            await asyncio.sleep(0)
            raise StoreProblem("the disk is full")

        call.talk.platform.heard(fails)
        assert (await call.commands("anna", "join")).status == 200
        await call.presses("bilal", call.call, "Join")
        for who in ("anna", "bilal"):
            assert call.to(who) == ["I could not keep that just now. Please try it once more."]


async def test_the_end_waits_for_an_answer_that_is_on_its_way() -> None:
    async with a_call() as call:
        answered = asyncio.Event()
        call.slack.fails("chat.postEphemeral", held(answered))
        await call.slack.mentions(user("anna"), CHANNEL, "join")
        await wait_until(lambda: bool(call.slack.asked("chat.postEphemeral")))
        ending = asyncio.create_task(call.talk.platform.close())
        answered.set()
        await ending
        assert len(call.to("anna")) == 1


async def test_the_end_does_not_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.beside.LONGEST_GOODBYE", 0.05)
    async with a_call() as call:
        never = asyncio.Event()
        call.slack.fails("chat.postEphemeral", held(never))
        await call.slack.mentions(user("anna"), CHANNEL, "join")
        await wait_until(lambda: bool(call.slack.asked("chat.postEphemeral")))
        async with asyncio.timeout(5):
            await call.talk.platform.close()
        never.set()
