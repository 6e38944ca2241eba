"""Speaking to Slack: what goes over the wire, where the token goes, and how a post is found back."""

import asyncio
import gc
import hashlib
import logging
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.platforms.base import DeliveryError
from bot.platforms.slack import client as module
from bot.platforms.slack.answers import Channel, Me, Profile
from bot.platforms.slack.client import LOOKS_BACK, SlackClient
from tests.fake_slack.faults import answers, limited, refuses
from tests.fake_slack.server import FakeSlack, a_fake_slack
from tests.fake_slack.state import Posted, Someone
from tests.waiting import wait_until
from tests.wire_faults import ANSWER_DROPPED, ANSWER_RESET, HALF_ANSWER, RESET_BEFORE, elsewhere, held, html

BLOCKS = [{"type": "section", "text": {"type": "plain_text", "text": "Héllo 👋"}}]
HELLO: dict[str, Any] = {"text": "Héllo 👋", "blocks": BLOCKS, "unfurl_links": False, "unfurl_media": False}
SHOWN = {"text": "Héllo 👋", "blocks": BLOCKS}
KEY = "sales one-2026 kickoff"
NOW = 1_790_000_000.0


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with a_fake_slack(clock=lambda: NOW) as slack:
        slack.has(Someone("UANNA", "Anna", "anna@example.com"), Someone("UOLD", "Olaf", deleted=True))
        slack.has_channel("C1", "general", "UBOT", "UANNA")
        yield slack


@pytest.fixture
async def client(slack: FakeSlack) -> AsyncIterator[SlackClient]:
    async with aiohttp.ClientSession() as session:
        yield SlackClient(session, slack.bot_token, base_url=slack.url)


async def test_a_post_carries_an_opaque_key(slack: FakeSlack, client: SlackClient) -> None:
    ts = await client.post("C1", HELLO, KEY)
    (posted,) = slack.messages
    key = hashlib.sha256(KEY.encode()).hexdigest()
    assert (posted.channel, posted.ts, posted.key) == ("C1", ts, key)
    metadata = {"event_type": "klankbord_post", "event_payload": {"key": key}}
    assert posted.payload == HELLO | {"metadata": metadata}
    assert slack.requests[0].token == slack.bot_token
    assert KEY not in str(slack.requests)


async def test_a_change_holds_what_is_shown_and_leaves_the_key(slack: FakeSlack, client: SlackClient) -> None:
    ts = await client.post("C1", HELLO, KEY)
    await client.update("C1", ts, HELLO | {"text": "New"})
    (posted,) = slack.messages
    assert (posted.payload["text"], [before["text"] for before in posted.edits]) == ("New", ["Héllo 👋"])
    assert slack.asked("chat.update")[0].body == {"channel": "C1", "ts": ts, "text": "New", "blocks": BLOCKS}
    assert await client.find("C1", KEY) == ts


async def test_a_whisper_is_for_one_person(slack: FakeSlack, client: SlackClient) -> None:
    await client.whisper("C1", "UANNA", HELLO, thread="1.2")
    (whisper,) = slack.whispers
    assert (whisper.channel, whisper.user, whisper.payload, whisper.thread_ts) == ("C1", "UANNA", SHOWN, "1.2")
    assert slack.messages == []


async def test_a_response_goes_without_the_token(slack: FakeSlack, client: SlackClient) -> None:
    await client.respond(slack.new_response_url("UANNA", "C1"), HELLO)
    (request,) = slack.requests
    assert request.token is None
    assert request.body == SHOWN | {"response_type": "ephemeral", "replace_original": False}
    assert [whisper.via for whisper in slack.whispers] == ["response_url"]


async def test_a_response_may_replace_what_was_pressed(slack: FakeSlack, client: SlackClient) -> None:
    await client.post("C1", HELLO, KEY)
    await client.respond(slack.new_response_url("UANNA", "C1", slack.messages[0]), {"text": "Done"}, replace=True)
    assert slack.messages[0].payload["text"] == "Done"
    assert slack.whispers == []


@pytest.mark.parametrize(
    "address",
    [
        "https://hooks.slack.com.example.com/commands/1",
        "https://example.com/hooks.slack.com",
        "http://hooks.slack.com/commands/1",
        "https://hooks.slack.com@example.com/",
        "https://user:secret@hooks.slack.com/",
        "https://hooks.slack.com:8443/",
        "https://127.0.0.1/",
        "//hooks.slack.com/",
        "https:///x",
        "https://[::1",
        "file:///etc/passwd",
        "",
    ],
)
async def test_a_response_goes_to_slack_alone(address: str) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(DeliveryError, match="not Slack's") as refused:
            await SlackClient(session, "xoxb-1").respond(address, HELLO)
    assert refused.value.permanent


@pytest.mark.parametrize("text", ["\ud800", object()])
async def test_what_is_no_json_is_refused_before_it_is_sent(slack: FakeSlack, client: SlackClient, text: Any) -> None:
    bad = {"text": text}
    calls = [client.post("C1", bad, KEY), client.update("C1", "1.2", bad), client.whisper("C1", "UANNA", bad)]
    for call in [*calls, client.publish_home("UANNA", bad), client.open_form("1", bad)]:
        with pytest.raises(DeliveryError) as refused:
            await call
        assert refused.value.permanent
    assert slack.requests == []


async def test_who_it_is(slack: FakeSlack, client: SlackClient) -> None:
    slack.scopes = {"chat:write", "commands"}
    assert await client.who_am_i() == Me("T1", "UBOT", "BBOT", "klankbord", frozenset({"chat:write", "commands"}))


async def test_people_and_places(slack: FakeSlack, client: SlackClient) -> None:
    anna = Profile("UANNA", "Anna", "anna@example.com", "T1", True)
    assert await client.profile("UANNA") == anna
    assert await client.user_with("ANNA@example.com") == anna
    assert await client.user_with("nobody@example.com") is None
    assert not (await client.profile("UOLD")).is_person
    assert await client.channel("C1") == Channel("C1", "general", True, False, False)
    chat = await client.chat_with("UANNA")
    assert await client.channel(chat) == Channel(chat, "", True, False, True)
    with pytest.raises(DeliveryError, match="Slack does not know this person"):
        await client.profile("UNOBODY")


async def test_a_form_and_a_home(slack: FakeSlack, client: SlackClient) -> None:
    title = {"type": "plain_text", "text": "Wish"}
    await client.open_form(slack.new_trigger("UANNA"), {"type": "modal", "title": title, "blocks": BLOCKS})
    await client.publish_home("UANNA", {"type": "home", "blocks": BLOCKS})
    assert [(form.user, form.view["title"]) for form in slack.forms] == [("UANNA", title)]
    assert slack.homes["UANNA"].view["type"] == "home"


async def test_one_channel_is_written_to_in_the_order_that_was_asked(slack: FakeSlack, client: SlackClient) -> None:
    answer = asyncio.Event()
    slack.has_channel("C2", "other", "UBOT")
    slack.fails("chat.postMessage", held(answer))
    first = asyncio.create_task(client.post("C1", {"text": "first"}, "1"))
    await wait_until(lambda: bool(slack.messages))
    second = asyncio.create_task(client.post("C1", {"text": "second"}, "2"))
    await client.post("C2", {"text": "elsewhere"}, "3")
    assert [posted.payload["text"] for posted in slack.messages] == ["first", "elsewhere"]
    answer.set()
    await asyncio.gather(first, second)
    assert slack.in_channel("C1")[1].payload["text"] == "second"


# Finding a post back.


def has_message(slack: FakeSlack, seconds: float, *, key: str = "", user: str = "UANNA", thread: str = "") -> Posted:
    metadata = {"event_type": "klankbord_post", "event_payload": {"key": hashlib.sha256(key.encode()).hexdigest()}}
    payload = {"text": "Hi"} | ({"metadata": metadata} if key else {})
    slack.messages.append(Posted("C1", f"{seconds:.6f}", user, payload, thread))
    return slack.messages[-1]


async def test_a_post_whose_answer_was_lost_is_found_back(slack: FakeSlack, client: SlackClient) -> None:
    slack.fails("chat.postMessage", ANSWER_DROPPED)
    with pytest.raises(DeliveryError) as lost:
        await client.post("C1", HELLO, KEY)
    assert lost.value.unknown
    assert await client.find("C1", KEY) == slack.messages[0].ts
    assert await client.find("C1", "another key") is None


async def test_it_is_found_behind_many_others_too(
    slack: FakeSlack, client: SlackClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGE_SIZE", 2)
    ours = has_message(slack, NOW - 100, key=KEY, user="UBOT")
    for number in range(5):
        has_message(slack, NOW - number)
    assert await client.find("C1", KEY) == ours.ts
    assert len(slack.asked("conversations.history")) == 3
    assert await client.find("C1", "not there") is None


async def test_a_key_that_somebody_else_copied_is_not_our_post(slack: FakeSlack, client: SlackClient) -> None:
    """Else any app of the workspace could make the bot believe that it had posted."""
    has_message(slack, NOW, key=KEY, user="UANNA")
    assert await client.find("C1", KEY) is None


async def test_it_looks_back_a_week_from_the_newest_message(slack: FakeSlack, client: SlackClient) -> None:
    has_message(slack, NOW)
    ours = has_message(slack, NOW - LOOKS_BACK - 1, key=KEY, user="UBOT")
    assert await client.find("C1", KEY) is None
    ours.ts = f"{NOW - LOOKS_BACK + 1:.6f}"
    assert await client.find("C1", KEY) == ours.ts


async def test_in_a_quiet_channel_a_week_is_counted_from_its_last_word(slack: FakeSlack, client: SlackClient) -> None:
    ours = has_message(slack, NOW - 20 * LOOKS_BACK, key=KEY, user="UBOT")
    assert await client.find("C1", KEY) == ours.ts


async def test_more_than_it_can_look_through_is_for_a_human(
    slack: FakeSlack, client: SlackClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGE_SIZE", 1)
    monkeypatch.setattr(module, "MOST_PAGES", 3)
    for number in range(5):
        has_message(slack, NOW - number)
    with pytest.raises(DeliveryError, match="too many messages") as unsure:
        await client.find("C1", KEY)
    assert unsure.value.permanent
    assert len(slack.asked("conversations.history")) == 3


@pytest.mark.parametrize(
    "page",
    [
        b'{"ok": true}',
        b'{"ok": true, "messages": [{}]}',
        b'{"ok": true, "messages": [], "has_more": true}',
        b'{"ok": true, "messages": [], "has_more": true, "response_metadata": {"next_cursor": "again"}}',
    ],
)
async def test_half_a_look_is_no_proof_that_it_is_not_there(slack: FakeSlack, client: SlackClient, page: bytes) -> None:
    slack.fails("conversations.history", answers(page), answers(page))
    with pytest.raises(DeliveryError) as unsure:
        await client.find("C1", KEY)
    assert not unsure.value.permanent


@pytest.mark.parametrize("said", [b'{"ok": true}', b'{"ok": true, "ts": 17}', b'{"ok": true, "ts": " "}'])
async def test_a_yes_without_a_ts_is_unknown(slack: FakeSlack, client: SlackClient, said: bytes) -> None:
    slack.fails("chat.postMessage", answers(said))
    with pytest.raises(DeliveryError, match="it has no ts") as odd:
        await client.post("C1", HELLO, KEY)
    assert odd.value.unknown


# The token goes to Slack alone.


async def test_no_redirect_is_followed(slack: FakeSlack, client: SlackClient) -> None:
    heard: list[str] = []

    async def hear(request: web.Request) -> web.Response:
        heard.append(request.headers.get("Authorization", ""))
        return web.json_response({"ok": True, "ts": "1.2", "messages": []})

    other = web.Application()
    other.router.add_route("*", "/{path:.*}", hear)
    await client.who_am_i()
    async with TestServer(other) as server:
        slack.fails("*", *[elsewhere(str(server.make_url("/api/x")))] * 4)
        calls = [client.post("C1", HELLO, KEY), client.profile("UANNA"), client.find("C1", KEY)]
        for call in [*calls, client.respond(slack.new_response_url("UANNA", "C1"), HELLO)]:
            with pytest.raises(DeliveryError, match="pointed to another address") as refused:
                await call
            assert refused.value.permanent
    assert heard == []
    assert len(slack.requests) == 5


async def test_no_error_and_no_log_holds_the_token_or_what_was_said(
    slack: FakeSlack, client: SlackClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = []
    faults = [ANSWER_DROPPED, ANSWER_RESET, HALF_ANSWER, RESET_BEFORE, html(502), html(200), limited(1)]
    for fault in [*faults, refuses("invalid_auth"), answers(b"{"), answers(b"[]"), answers(b'{"ok": true}')]:
        slack.fails("chat.postMessage", fault)
        with pytest.raises(DeliveryError) as failed:
            await client.post("C1", {"text": "Nobody may read this"}, KEY)
        assert (failed.value.__context__, failed.value.__cause__) == (None, None)
        told.append(f"{failed.value!r} {failed.value.reason}")
    gc.collect()
    everything = " ".join([*told, caplog.text])
    assert slack.bot_token not in everything
    assert "Nobody may read" not in everything
