"""The Web API methods of the fake Slack: what each needs, does and answers, with the errors that are published."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web

from tests.fake_slack.files import address_for, complete, trouble_with_files
from tests.fake_slack.history import history, members, replies
from tests.fake_slack.limits import LONGEST_UPDATE, trouble_with_message, trouble_with_view
from tests.fake_slack.refused import Refused
from tests.fake_slack.shapes import channel_shape, message_shape, someone_shape, view_shape
from tests.fake_slack.state import TRIGGER_LIVES, Channel, Form, Home, Posted, Someone, Whisper, Workspace

Arguments = dict[str, Any]
Answered = dict[str, Any]


@dataclass(frozen=True)
class Method:
    scope: str  # any of these, separated by spaces; "" when none is needed
    act: Callable[[Workspace, Arguments], Answered]


def answer(slack: Workspace, name: str, token: str | None, arguments: Arguments) -> web.Response:
    headers = {"X-OAuth-Scopes": ",".join(sorted(slack.scopes)), "X-Slack-Req-Id": slack.next_id("req-")}
    try:
        found = {"ok": True, **_done(slack, name, token, arguments)}
    except Refused as refused:
        found = {"ok": False, "error": refused.code, **refused.more}
    return web.json_response(found, headers=headers)


def _done(slack: Workspace, name: str, token: str | None, arguments: Arguments) -> Answered:
    method = METHODS.get(name)
    if method is None:
        raise Refused("unknown_method", req_method=name)
    _check_token(slack, name, token)
    needed = method.scope.split()
    if needed and not slack.scopes & set(needed):
        raise Refused("missing_scope", needed=",".join(needed), provided=",".join(sorted(slack.scopes)))
    return method.act(slack, arguments)


def _check_token(slack: Workspace, name: str, token: str | None) -> None:
    if not token:
        raise Refused("not_authed")
    if token not in (slack.bot_token, slack.app_token):
        raise Refused("invalid_auth")
    if slack.token_trouble:
        raise Refused(slack.token_trouble)
    if (token == slack.app_token) != (name == "apps.connections.open"):
        raise Refused("not_allowed_token_type")


def _auth_test(slack: Workspace, _: Arguments) -> Answered:
    where = {"url": "https://t1.slack.com/", "team": "Example", "team_id": slack.team}
    return where | {"user": "klankbord", "user_id": slack.bot_user, "bot_id": slack.bot_id}


def _post(slack: Workspace, asked: Arguments) -> Answered:
    channel = _open_to_us(slack, asked)
    _check_message(slack, asked)
    said = {name: value for name, value in asked.items() if name != "channel"}
    posted = Posted(channel.id, slack.next_ts(), slack.bot_user, said, asked.get("thread_ts") or "", _key(asked))
    slack.messages.append(posted)
    return {"channel": channel.id, "ts": posted.ts, "message": message_shape(slack, posted)}


def _update(slack: Workspace, asked: Arguments) -> Answered:
    posted = _ours(slack, asked, "cant_update_message")
    _check_message(slack, asked, longest=LONGEST_UPDATE)
    posted.edits.append(posted.payload)
    kept = {"metadata": posted.payload["metadata"]} if "metadata" in posted.payload else {}
    posted.payload = kept | {name: value for name, value in asked.items() if name not in ("channel", "ts")}
    shown = message_shape(slack, posted)
    return {"channel": posted.channel, "ts": posted.ts, "text": shown["text"], "message": shown}


def _delete(slack: Workspace, asked: Arguments) -> Answered:
    posted = _ours(slack, asked, "cant_delete_message")
    posted.deleted = True
    return {"channel": posted.channel, "ts": posted.ts}


def _whisper(slack: Workspace, asked: Arguments) -> Answered:
    channel = _open_to_us(slack, asked)
    if asked.get("user") not in channel.members:
        raise Refused("user_not_in_channel")
    _check_message(slack, asked)
    said = {name: value for name, value in asked.items() if name not in ("channel", "user", "thread_ts")}
    ts, thread = slack.next_ts(), asked.get("thread_ts") or ""
    slack.whispers.append(Whisper(channel.id, asked["user"], said, ts, "api", thread))
    return {"message_ts": ts}


def _open_chat(slack: Workspace, asked: Arguments) -> Answered:
    someone = _person(slack, asked.get("users"), "user_not_found")
    if someone.deleted:
        raise Refused("user_disabled")
    if someone.is_bot:
        raise Refused("cannot_dm_bot")
    return {"channel": {"id": slack.chat_with(someone.id)}}


def _channel_info(slack: Workspace, asked: Arguments) -> Answered:
    return {"channel": channel_shape(slack, _seen(slack, asked))}


def _user_info(slack: Workspace, asked: Arguments) -> Answered:
    return _shown(slack, _person(slack, asked.get("user"), "user_not_found"))


def _user_with(slack: Workspace, asked: Arguments) -> Answered:
    email = str(asked.get("email", "")).casefold()
    found = [s for s in slack.people.values() if email and s.email.casefold() == email and not s.deleted]
    if not found:
        raise Refused("users_not_found")
    return _shown(slack, found[0])


def _shown(slack: Workspace, someone: Someone) -> Answered:
    return {"user": someone_shape(someone, with_email="users:read.email" in slack.scopes)}


def _open_view(slack: Workspace, asked: Arguments) -> Answered:
    trigger = slack.triggers.get(str(asked.get("trigger_id")))
    if trigger is None:
        raise Refused("invalid_trigger_id")
    if slack.clock() - trigger.made > TRIGGER_LIVES:
        raise Refused("expired_trigger_id")
    if trigger.used:
        raise Refused("exchanged_trigger_id")
    form = Form(trigger.user, _checked_view(slack, asked, "modal"))
    trigger.used = True
    slack.forms.append(form)
    return {"view": form.view}


def _publish_view(slack: Workspace, asked: Arguments) -> Answered:
    someone = _person(slack, asked.get("user_id"), "user_not_found")
    slack.homes[someone.id] = Home(someone.id, _checked_view(slack, asked, "home"))
    return {"view": slack.homes[someone.id].view}


def _open_socket(slack: Workspace, _: Arguments) -> Answered:
    ticket = slack.next_id("ticket-")
    slack.tickets.add(ticket)
    return {"url": f"{slack.url.replace('http', 'ws', 1).removesuffix('api/')}link/?ticket={ticket}"}


def _seen(slack: Workspace, asked: Arguments) -> Channel:
    """A channel that the bot may know of: a private one only when it is in it."""
    channel = slack.channels.get(str(asked.get("channel")))
    if channel is None or (channel.is_private and slack.bot_user not in channel.members):
        raise Refused("channel_not_found")
    return channel


def _open_to_us(slack: Workspace, asked: Arguments) -> Channel:
    channel = _seen(slack, asked)
    if channel.is_archived:
        raise Refused("is_archived")
    if slack.bot_user not in channel.members:
        raise Refused("not_in_channel")
    if channel.closed:
        raise Refused(channel.closed)
    return channel


def _ours(slack: Workspace, asked: Arguments, not_ours: str) -> Posted:
    channel = _open_to_us(slack, asked)
    for posted in slack.in_channel(channel.id):
        if posted.ts == asked.get("ts"):
            if posted.user != slack.bot_user:
                raise Refused(not_ours)
            return posted
    raise Refused("message_not_found")


def _person(slack: Workspace, user: Any, unknown: str) -> Someone:
    someone = slack.people.get(str(user))
    if someone is None:
        raise Refused(unknown)
    return someone


def _check_message(slack: Workspace, asked: Arguments, **more: int) -> None:
    files = list(trouble_with_files(slack, asked))
    trouble = ("invalid_blocks", files) if files else trouble_with_message(asked, **more)
    if trouble is not None:
        code, messages = trouble
        raise Refused(code, **({"response_metadata": {"messages": messages}, "errors": messages} if messages else {}))


def _checked_view(slack: Workspace, asked: Arguments, kind: str) -> dict[str, Any]:
    view = asked.get("view") or {}
    messages = trouble_with_view(view, kind)
    if messages:
        raise Refused("invalid_arguments", response_metadata={"messages": messages})
    return view_shape(slack, view)


def _key(asked: Arguments) -> str:
    return str(((asked.get("metadata") or {}).get("event_payload") or {}).get("key", ""))


_READS: Final = "channels:history groups:history im:history"
METHODS: Final[dict[str, Method]] = {
    "auth.test": Method("", _auth_test),
    "chat.postMessage": Method("chat:write", _post),
    "chat.update": Method("chat:write", _update),
    "chat.delete": Method("chat:write", _delete),
    "chat.postEphemeral": Method("chat:write", _whisper),
    "conversations.open": Method("im:write", _open_chat),
    "conversations.info": Method("channels:read groups:read im:read", _channel_info),
    "conversations.history": Method(_READS, history),
    "conversations.replies": Method(_READS, replies),
    "conversations.members": Method("channels:read groups:read im:read", members),
    "files.getUploadURLExternal": Method("files:write", address_for),
    "files.completeUploadExternal": Method("files:write", complete),
    "users.info": Method("users:read", _user_info),
    "users.lookupByEmail": Method("users:read.email", _user_with),
    "views.open": Method("", _open_view),
    "views.publish": Method("", _publish_view),
    "apps.connections.open": Method("", _open_socket),
}
