"""What would break: an answer that others can read, that nobody gets, or that ends what was done already."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.platforms.slack.addresses import AddressBook
from bot.platforms.slack.client import SlackClient
from bot.platforms.slack.giving import Giving
from bot.platforms.slack.ourselves import Ourselves
from bot.platforms.slack.received import Kind, Received
from campaigns.message import Message, Part
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES
from tests.bot.platforms.slack.a_workspace import a_person
from tests.fake_slack.faults import refuses
from tests.fake_slack.server import FakeSlack, a_fake_slack
from tests.fake_slack.shapes import words_in
from tests.wire_faults import ANSWER_DROPPED

ANSWER = Message("en", "answer", (Part("For you alone."),))


@asynccontextmanager
async def giving() -> AsyncIterator[tuple[FakeSlack, Giving]]:
    async with a_fake_slack() as slack, aiohttp.ClientSession() as session:
        slack.has(a_person("anna"), a_person("bilal"))
        slack.has_channel("C1", "sales", slack.bot_user, "UANNA", "UBILAL")
        client = SlackClient(session, slack.bot_token, base_url=slack.url)
        store = MemoryStore(ALL_TABLES)
        yield slack, Giving(client, AddressBook(store, client, Ourselves(client), frozenset))


def acted(kind: Kind, channel: str = "C1", **more: str) -> Received:
    private = not channel or channel.startswith("D")
    return Received(kind, "event", frozenset({"T1"}), "UANNA", channel=channel, is_private=private, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["mention", "press", "form"])
async def test_in_a_channel_only_who_acted_reads_it(kind: Kind) -> None:
    async with giving() as (slack, give):
        await give.give(acted(kind, thread="1.1"), ANSWER)
        [whisper] = slack.whispers
        assert (whisper.channel, whisper.user, whisper.thread_ts, whisper.via) == ("C1", "UANNA", "1.1", "api")
        assert words_in(whisper.payload) == "For you alone."
        assert slack.messages == []


@pytest.mark.parametrize("kind", ["message", "press", "form"])
async def test_in_the_private_chat_it_stays(kind: Kind) -> None:
    async with giving() as (slack, give):
        chat = slack.chat_with("UANNA")
        await give.give(acted(kind, chat), ANSWER)
        assert [(posted.channel, words_in(posted.payload)) for posted in slack.messages] == [(chat, "For you alone.")]
        assert slack.asked("conversations.open") == []


async def test_what_is_pressed_on_the_own_page_is_answered_in_the_private_chat() -> None:
    async with giving() as (slack, give):
        await give.give(acted("press", ""), ANSWER)
        assert [posted.channel for posted in slack.messages] == ["DANNA"]


async def test_a_late_answer_to_a_command_comes_under_it() -> None:
    async with giving() as (slack, give):
        url = slack.new_response_url("UANNA", "C1")
        await give.give(acted("command", response_url=url), ANSWER)
        assert [(whisper.user, whisper.via) for whisper in slack.whispers] == [("UANNA", "response_url")]
        assert slack.asked("response_url")[0].token is None


async def test_the_own_page() -> None:
    async with giving() as (slack, give):
        await give.give(acted("home", "DANNA"), ANSWER)
        assert words_in(slack.homes["UANNA"].view) == "For you alone."


async def test_where_the_bot_is_not_another_way_is_taken() -> None:
    async with giving() as (slack, give):
        slack.channels["C1"].members.discard(slack.bot_user)
        await give.give(acted("press", response_url=slack.new_response_url("UANNA", "C1")), ANSWER)
        assert [whisper.via for whisper in slack.whispers] == ["response_url"]
        await give.give(acted("form"), ANSWER)
        assert [posted.channel for posted in slack.messages] == ["DANNA"]


@pytest.mark.parametrize("fault", [ANSWER_DROPPED, refuses("ratelimited"), refuses("internal_error")])
async def test_what_may_be_there_already_is_not_said_again_elsewhere(
    fault: object, caplog: pytest.LogCaptureFixture
) -> None:
    async with giving() as (slack, give):
        slack.fails("chat.postEphemeral", fault)  # type: ignore[arg-type]
        await give.give(acted("mention"), ANSWER)
        assert slack.messages == []
        assert "An answer was not given" in caplog.text
        assert "For you alone" not in caplog.text


async def test_an_address_that_is_not_slack_s_gets_nothing(caplog: pytest.LogCaptureFixture) -> None:
    async with giving() as (slack, give):
        await give.give(acted("command", response_url="https://evil.example/x"), ANSWER)
        assert slack.requests == []
        assert "An answer was not given" in caplog.text
