"""How the fake Slack tells the app: one signed HTTP request, or one envelope over a connected socket."""

import asyncio
import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

import orjson
from aiohttp import ClientSession, WSMsgType, web

from tests.fake_slack.state import Reply, Sending, Whisper, Workspace

PATIENCE = 10.0  # seconds; Slack has 3, a busy machine is no fault of the app
_ENVELOPES = {"events": "events_api", "commands": "slash_commands", "interactive": "interactive"}


@dataclass(frozen=True)
class Tampering:
    """What is not as Slack does it. `body`: sent instead of what was signed. `headers`: instead of the right ones."""

    signed_at: float | None = None
    secret: str | None = None
    body: bytes | None = None
    headers: dict[str, str | None] = field(default_factory=dict)  # None leaves one out


AS_SLACK = Tampering()


class Delivering(Workspace):
    """`deliveries`: everything that was told, oldest first. `acks`: what came back over sockets."""

    def __init__(self, session: ClientSession, **more: Any) -> None:
        super().__init__(**more)
        self.events_url = ""
        self.deliveries: list[Sending] = []
        self.acks: list[dict[str, Any]] = []
        self.sockets: list[web.WebSocketResponse] = []
        self._session = session
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}

    async def deliver(
        self, sending: Sending, *, times: int = 1, repeat: bool = False, tampering: Tampering = AS_SLACK
    ) -> list[Reply]:
        """All replies, in order. From the second on, and with `repeat` from the first, it says that it is a repeat."""
        first = 1 if repeat else 0
        return [await self._deliver(sending, number, tampering) for number in range(first, first + times)]

    async def tells(self, sending: Sending) -> Reply:
        """Once, as Slack does it; what the app says back in the answer is shown to who acted."""
        self.deliveries.append(sending)
        (reply,) = await self.deliver(sending)
        self._show(sending, reply)
        return reply

    async def _deliver(self, sending: Sending, number: int, tampering: Tampering) -> Reply:
        if self.events_url:
            return await self._over_http(sending, number, tampering)
        return await self._over_socket(sending, number)

    async def _over_http(self, sending: Sending, number: int, tampering: Tampering) -> Reply:
        body = body_of(sending)
        headers = self.signed_headers(sending.kind, body, tampering)
        if number:
            headers |= {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": "http_timeout"}
        sent = body if tampering.body is None else tampering.body
        async with asyncio.timeout(PATIENCE):
            async with self._session.post(self.events_url, data=sent, headers=headers) as response:
                text = await response.read()
        return Reply(response.status, _loaded(text))

    def signed_headers(self, kind: str, body: bytes, tampering: Tampering = AS_SLACK) -> dict[str, str]:
        signed_at = self.clock() if tampering.signed_at is None else tampering.signed_at
        timestamp = str(int(signed_at))
        form = "application/x-www-form-urlencoded"
        headers: dict[str, str | None] = {
            "Content-Type": "application/json" if kind == "events" else form,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(tampering.secret or self.signing_secret, timestamp, body),
        }
        return {name: value for name, value in (headers | tampering.headers).items() if value is not None}

    # Socket Mode.

    async def link(self, request: web.Request) -> web.WebSocketResponse:
        """The WebSocket that apps.connections.open gave a single-use address of."""
        if request.query.get("ticket") not in self.tickets:
            raise web.HTTPUnauthorized
        self.tickets.discard(request.query["ticket"])
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_json(self._hello())
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                self._hear_ack(message.data)
        self.sockets = [other for other in self.sockets if other is not socket]
        return socket

    async def drop_sockets(self, reason: str = "") -> None:
        """With a `reason` ("refresh_requested", "warning", "link_disabled") Slack says so first."""
        for socket in list(self.sockets):
            if reason:
                await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-1"}})
            await socket.close()

    def _hello(self) -> dict[str, Any]:
        return {
            "type": "hello",
            "num_connections": len(self.sockets),
            "debug_info": {"host": "applink-1", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self.app_id},
        }

    async def _over_socket(self, sending: Sending, number: int) -> Reply:
        """Reply 0 when no ack came."""
        assert self.sockets, "neither an events_url nor a socket"
        envelope_id = self.next_id("envelope-")
        envelope: dict[str, Any] = {
            "envelope_id": envelope_id,
            "type": _ENVELOPES[sending.kind],
            "payload": sending.payload,
            "accepts_response_payload": sending.kind != "events",
        }
        if sending.kind == "events":
            envelope |= {"retry_attempt": number, "retry_reason": "timeout" if number else ""}
        waiting = self._waiting[envelope_id] = asyncio.get_running_loop().create_future()
        await self.sockets[-1].send_str(orjson.dumps(envelope).decode())
        try:
            async with asyncio.timeout(PATIENCE):
                ack = await waiting
        except TimeoutError:
            return Reply(0)
        return Reply(200, ack.get("payload"))

    def _hear_ack(self, text: str) -> None:
        ack = orjson.loads(text)
        self.acks.append(ack)
        waiting = self._waiting.pop(ack.get("envelope_id", ""), None)
        if waiting is not None and not waiting.done():
            waiting.set_result(ack)

    def _show(self, sending: Sending, reply: Reply) -> None:
        """What a command answers with is shown to who typed it."""
        if sending.kind != "commands" or reply.status != 200 or not reply.body:
            return
        said = reply.body if isinstance(reply.body, dict) else {"text": str(reply.body)}
        who, where = sending.payload["user_id"], sending.payload["channel_id"]
        self.whispers.append(Whisper(where, who, said, self.next_ts(), "ack"))


def signature(secret: str, timestamp: str, body: bytes) -> str:
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def body_of(sending: Sending) -> bytes:
    if sending.kind == "events":
        return orjson.dumps(sending.payload)
    fields = sending.payload if sending.kind == "commands" else {"payload": orjson.dumps(sending.payload).decode()}
    return urlencode(fields, quote_via=quote).encode()


def _loaded(text: bytes) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return text.decode(errors="replace") or None
