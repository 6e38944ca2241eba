"""The fake Slack is as strict as the real one: were it kinder, every test that stands on it would prove too little."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs

import aiohttp
import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import Clock, SignatureVerifier
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from tests.fake_slack.delivering import Tampering
from tests.fake_slack.server import FakeSlack, a_fake_slack
from tests.fake_slack.shapes import NotThere, words_in
from tests.fake_slack.state import Someone

NOW = 1_790_000_000.0
TOO_MUCH = "invalid_blocks"
JOIN = {"type": "button", "action_id": "join", "text": {"type": "plain_text", "text": "Join"}, "value": "v"}
POST: dict[str, Any] = {"text": "Join us", "blocks": [{"type": "actions", "elements": [JOIN]}]}
INPUT = {
    "type": "input",
    "block_id": "wish",
    "label": {"type": "plain_text", "text": "Your wish"},
    "element": {"type": "plain_text_input", "action_id": "text"},
}
FORM: dict[str, Any] = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Wish"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [INPUT],
}


class Now(Clock):
    def now(self) -> float:
        return NOW


class Heard:
    """What came to the app: kind of body and what it said; whether the real verifier holds it for signed."""

    def __init__(self) -> None:
        self.bodies: list[tuple[bytes, dict[str, str]]] = []
        self.answer: web.Response = web.Response()

    async def hear(self, request: web.Request) -> web.Response:
        self.bodies.append((await request.read(), dict(request.headers)))
        return web.Response(body=self.answer.body, status=self.answer.status, headers=self.answer.headers)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with a_fake_slack(clock=lambda: NOW) as slack:
        slack.has(Someone("UANNA", "Anna de Vries", "anna@example.com"))
        slack.has_channel("C1", "general", "UBOT", "UANNA")
        slack.has_channel("C2", "elsewhere", "UANNA")
        slack.has_channel("G1", "hidden", "UANNA", private=True)
        slack.has_channel("C3", "old", "UBOT", archived=True)
        yield slack


@pytest.fixture
async def heard(slack: FakeSlack) -> AsyncIterator[Heard]:
    heard = Heard()
    app = web.Application()
    app.router.add_post("/slack/events", heard.hear)
    async with TestServer(app) as server:
        slack.events_url = str(server.make_url("/slack/events"))
        yield heard


def web_of(slack: FakeSlack, token: str | None = None) -> AsyncWebClient:
    return AsyncWebClient(slack.bot_token if token is None else token, slack.url, retry_handlers=[])


async def refused(call: Any) -> str:
    with pytest.raises(SlackApiError) as error:
        await call
    return str(error.value.response["error"])


async def test_what_it_tells_is_signed_as_slack_signs(slack: FakeSlack, heard: Heard) -> None:
    await slack.says("UANNA", "C1", "Hé 👋")
    await slack.commands("UANNA", "C1", "join <me> & you")
    await slack.deliver(slack.deliveries[0], tampering=Tampering(signed_at=NOW - 301))
    await slack.deliver(slack.deliveries[0], tampering=Tampering(secret="another"))
    await slack.deliver(slack.deliveries[0], tampering=Tampering(body=b"{}"))
    await slack.deliver(slack.deliveries[0], tampering=Tampering(headers={"X-Slack-Signature": None}))
    judge = SignatureVerifier(slack.signing_secret, Now())
    assert [judge.is_valid_request(*both) for both in heard.bodies] == [True, True, False, False, False, False]
    assert parse_qs(heard.bodies[1][0].decode())["text"] == ["join <me> & you"]


async def test_a_repeat_says_so_and_holds_the_same_event(slack: FakeSlack, heard: Heard) -> None:
    await slack.mentions("UANNA", "C1", "help")
    await slack.deliver(slack.deliveries[0], times=3, repeat=True)
    assert [headers.get("X-Slack-Retry-Num") for _, headers in heard.bodies] == [None, "1", "2", "3"]
    assert len({orjson.loads(body)["event_id"] for body, _ in heard.bodies}) == 1
    event = orjson.loads(heard.bodies[0][0])["event"]
    assert (event["type"], event["text"]) == ("app_mention", "<@UBOT> help")


async def test_a_press_brings_back_the_button_and_opens_one_form(slack: FakeSlack, heard: Heard) -> None:
    client = web_of(slack)
    await client.chat_postMessage(channel="C1", **POST)
    await slack.presses("UANNA", slack.messages[0], "Join")
    payload = orjson.loads(parse_qs(heard.bodies[0][0].decode())["payload"][0])
    assert payload["actions"][0]["value"] == "v"
    assert (payload["container"]["message_ts"], payload["channel"]["id"]) == (slack.messages[0].ts, "C1")
    await client.views_open(trigger_id=payload["trigger_id"], view=FORM)
    assert await refused(client.views_open(trigger_id=payload["trigger_id"], view=FORM)) == "exchanged_trigger_id"
    with pytest.raises(NotThere):
        await slack.presses("UANNA", slack.messages[0], "Leave")


async def test_a_form_is_filled_in_and_stays_open_when_the_app_says_so(slack: FakeSlack, heard: Heard) -> None:
    await web_of(slack).views_open(trigger_id=slack.new_trigger("UANNA"), view=FORM)
    (form,) = slack.forms
    heard.answer = web.json_response({"response_action": "errors", "errors": {"wish": "Too short"}})
    await slack.fills_in("UANNA", form, {"wish/text": "x"})
    assert not form.closed
    heard.answer = web.Response()
    await slack.fills_in("UANNA", form, {"wish/text": "Dark mode"})
    payload = orjson.loads(parse_qs(heard.bodies[1][0].decode())["payload"][0])
    assert payload["view"]["state"]["values"] == {"wish": {"text": {"type": "plain_text_input", "value": "Dark mode"}}}
    assert form.closed


async def test_a_trigger_lives_three_seconds(slack: FakeSlack) -> None:
    trigger = slack.new_trigger("UANNA")
    slack.clock = lambda: NOW + 3.1
    assert await refused(web_of(slack).views_open(trigger_id=trigger, view=FORM)) == "expired_trigger_id"


async def test_it_refuses_as_slack_does(slack: FakeSlack) -> None:
    client = web_of(slack)
    for channel, code in (("C2", "not_in_channel"), ("G1", "channel_not_found"), ("C3", "is_archived")):
        assert await refused(client.chat_postMessage(channel=channel, **POST)) == code
    annas = slack.writes("UANNA", "C1", "Hello")
    assert await refused(client.chat_update(channel="C1", ts=annas.ts, **POST)) == "cant_update_message"
    assert await refused(client.chat_update(channel="C1", ts="1.2", **POST)) == "message_not_found"
    assert await refused(client.users_lookupByEmail(email="nobody@example.com")) == "users_not_found"
    assert await refused(web_of(slack, "xoxb-wrong").auth_test()) == "invalid_auth"
    assert await refused(web_of(slack, slack.app_token).auth_test()) == "not_allowed_token_type"
    slack.scopes.discard("chat:write")
    assert await refused(client.chat_postMessage(channel="C1", **POST)) == "missing_scope"
    slack.token_trouble = "token_revoked"
    assert await refused(client.auth_test()) == "token_revoked"


def text(number: int) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "plain_text", "text": "x" * number}}


def buttons(number: int, **more: str) -> dict[str, Any]:
    return {"type": "actions", "elements": [JOIN | {"action_id": f"{n}"} | more for n in range(number)]}


@pytest.mark.parametrize(
    ("blocks", "code"),
    [
        ([text(3000)], ""),
        ([text(3001)], TOO_MUCH),
        ([text(0)], TOO_MUCH),
        ([text(1)] * 50, ""),
        ([text(1)] * 51, TOO_MUCH),
        ([text(2900)] * 5, "msg_blocks_too_long"),
        ([buttons(25)], ""),
        ([buttons(26)], TOO_MUCH),
        ([buttons(2, action_id="same")], TOO_MUCH),
        ([buttons(1, value="x" * 2000)], ""),
        ([buttons(1, value="x" * 2001)], TOO_MUCH),
        ([{"type": "actions", "elements": [JOIN | {"text": {"type": "plain_text", "text": "x" * 76}}]}], TOO_MUCH),
        ([{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}], TOO_MUCH),
        ([{"type": "image", "image_url": "https://example.com/a.png"}], TOO_MUCH),
        ([{"type": "divider", "block_id": "same"}] * 2, TOO_MUCH),
        ([{"type": "card"}], TOO_MUCH),
    ],
)  # fmt: skip
async def test_the_published_limits_hold(slack: FakeSlack, blocks: list[dict[str, Any]], code: str) -> None:
    post = web_of(slack).chat_postMessage(channel="C1", text="x", blocks=blocks)
    if code:
        assert await refused(post) == code
        assert slack.messages == []
    else:
        await post
        assert len(slack.messages) == 1


@asynccontextmanager
async def a_socket(slack: FakeSlack, said: dict[str, Any] | None = None) -> AsyncIterator[list[SocketModeRequest]]:
    """The real client, that acks everything, with `said` where something may be said."""
    heard: list[SocketModeRequest] = []

    async def ack(client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        heard.append(request)
        answer = said if request.accepts_response_payload else None
        await client.send_socket_mode_response(SocketModeResponse(request.envelope_id, answer))

    client = SocketModeClient(slack.app_token, web_client=web_of(slack))
    client.socket_mode_request_listeners.append(ack)
    await client.connect()  # type: ignore[no-untyped-call]
    try:
        yield heard
    finally:
        await client.close()  # type: ignore[no-untyped-call]


async def test_socket_mode_with_the_real_client(slack: FakeSlack) -> None:
    async with a_socket(slack, {"text": "You have a seat."}) as heard:
        await slack.commands("UANNA", "C1", "join")
        await slack.mentions("UANNA", "C1", "help")
        await slack.deliver(slack.deliveries[1], repeat=True)
        assert [(request.type, request.retry_attempt) for request in heard] == [
            ("slash_commands", None),
            ("events_api", 0),
            ("events_api", 1),
        ]
        assert len(slack.acks) == 3
        assert [(whisper.user, words_in(whisper.payload)) for whisper in slack.whispers] == [
            ("UANNA", "You have a seat.")
        ]


async def test_an_address_of_a_socket_is_for_one(slack: FakeSlack) -> None:
    url = (await web_of(slack).apps_connections_open(app_token=slack.app_token))["url"].replace("ws", "http", 1)
    client = web_of(slack)
    assert url.startswith(slack.url.removesuffix("api/"))
    async with aiohttp.ClientSession() as session:
        statuses = [(await session.get(url)).status for _ in range(2)]
    assert statuses == [400, 401]  # no WebSocket, and then used up
    assert await refused(client.apps_connections_open(app_token=slack.bot_token)) == "not_allowed_token_type"


async def test_a_file_is_brought_by_the_real_client_and_shown_only_when_it_is_ready(slack: FakeSlack) -> None:
    client = web_of(slack)
    brought = await client.files_upload_v2(content=b"bytes", filename="a.png")
    [file] = slack.files.values()
    assert (brought["files"][0]["id"], file.content, file.is_complete) == (file.id, b"bytes", True)
    image = {"type": "image", "slack_file": {"id": file.id}, "alt_text": "A star"}
    await client.chat_postMessage(channel="C1", text="x", blocks=[image])
    file.is_ready = False
    assert await refused(client.chat_postMessage(channel="C1", text="x", blocks=[image])) == "invalid_blocks"
    slack.scopes.discard("files:write")
    assert await refused(client.files_getUploadURLExternal(filename="a.png", length=5)) == "missing_scope"
