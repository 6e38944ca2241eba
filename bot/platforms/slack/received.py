"""What we use of what Slack tells, each field of the type we expect or empty: whatever else comes is left alone."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from bot.platforms.slack.buttons import Pressed, pressed_in
from bot.platforms.slack.forms import Filled, filled_in

Kind = Literal[
    "message", "mention", "command", "press", "form", "reaction", "home",
    "joined", "left", "closed", "opened", "renamed",
]  # fmt: skip

LONGEST_FIELD: Final = 1024  # characters; what is longer is no id, name or address of Slack
LONGEST_TEXT: Final = 4000  # characters that are read of what somebody typed; more would only cost time
_LONGEST_ESCAPE: Final = 5  # characters that Slack may write for one: &amp;
_INTERACTIVE: Final = frozenset({"command", "press", "form"})
_BY_A_PERSON: Final = frozenset({"message", "mention", "reaction", "home"})
_SHOWN: Final = re.compile(r"<([#!]|mailto:|https?://)([^<>|]*)(?:\|([^<>]*))?>")
_ESCAPED: Final = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


@dataclass(frozen=True)
class Received:
    """`event` tells it from every other, and is the same when Slack tells it again; "" when nothing does.

    `teams` are all that are named: of the place, and of who acts. `of_unknown_team`: other workspaces read there too,
    and nothing says which of them this person is of. `member` is who came or went, "" for the bot itself. `ts` is the
    message that was said, pressed or reacted to, `author` who wrote it; `thread` the message that it answers.
    """

    kind: Kind
    event: str
    teams: frozenset[str]
    user: str
    user_name: str = ""
    channel: str = ""
    channel_name: str = ""
    is_private: bool = False
    of_unknown_team: bool = False
    member: str = ""
    ts: str = ""
    author: str = ""
    thread: str = ""
    text: str = ""
    reaction: str = ""
    added: bool = True
    pressed: Pressed | None = None
    filled: Filled | None = None
    trigger: str = ""
    response_url: str = ""

    @property
    def comes_again(self) -> bool:
        """Whether Slack tells it again when it is not taken; who typed or pressed must do so themselves."""
        return self.kind not in _INTERACTIVE


def read(body: Mapping[str, Any]) -> Received | None:
    """None for what we have no answer to, such as what another bot said or what was only edited."""
    match body.get("type"):
        case "event_callback":
            return _event(body)
        case "block_actions":
            return _press(body)
        case "view_submission":
            return _form(body)
        case None if _text(body, "command"):
            return _command(body)
    return None


def _event(body: Mapping[str, Any]) -> Received | None:
    event = _object(body, "event")
    reader = _EVENTS.get(_text(event, "type"))
    if reader is None or _is_no_persons(event):
        return None
    found = reader(event)
    if found is None:
        return None
    of_person = _named(event, "team", "user_team", "source_team")
    return replace(
        found,
        event=_numbered("event", _text(body, "event_id")),
        teams=_named(body, "team_id") | of_person,
        of_unknown_team=found.kind in _BY_A_PERSON and body.get("is_ext_shared_channel") is True and not of_person,
    )


def _is_no_persons(event: Mapping[str, Any]) -> bool:
    """Said by a bot, or not said at all: an edit, a deletion, a line about who came in."""
    return any(event.get(mark) for mark in ("bot_id", "subtype", "hidden", "edited"))


def _message(event: Mapping[str, Any]) -> Received | None:
    """In a channel only what is said to the bot is read."""
    return _said("message", event) if event.get("channel_type") == "im" else None


def _mention(event: Mapping[str, Any]) -> Received | None:
    """In a private chat it comes as a message too."""
    said = _said("mention", event)
    return None if said.is_private else said


def _said(kind: Kind, event: Mapping[str, Any]) -> Received:
    return replace(
        _in_channel(kind, event),
        ts=_text(event, "ts"),
        thread=_text(event, "thread_ts"),
        text=_words(event.get("text")),
    )


def _reaction(event: Mapping[str, Any]) -> Received | None:
    item = _object(event, "item")
    if item.get("type") != "message":
        return None
    return replace(
        _in_channel("reaction", {**event, "channel": item.get("channel")}),
        ts=_text(item, "ts"),
        author=_text(event, "item_user"),
        reaction=_text(event, "reaction"),
        added=event.get("type") == "reaction_added",
    )


def _home(event: Mapping[str, Any]) -> Received | None:
    return replace(_in_channel("home", event), is_private=True) if event.get("tab") == "home" else None


def _joined(event: Mapping[str, Any]) -> Received:
    """Whoever let somebody in is the one who acts."""
    who = _text(event, "user")
    return replace(_in_channel("joined", event), member=who, user=_text(event, "inviter") or who)


def _left(event: Mapping[str, Any]) -> Received:
    return replace(_in_channel("left", event), member=_text(event, "user"))


def _bot_left(event: Mapping[str, Any]) -> Received:
    return _in_channel("left", event)


def _closed(event: Mapping[str, Any]) -> Received:
    return _in_channel("closed", event)


def _opened(event: Mapping[str, Any]) -> Received:
    return _in_channel("opened", event)


def _renamed(event: Mapping[str, Any]) -> Received:
    channel = _object(event, "channel")
    found = _in_channel("renamed", {"channel": channel.get("id")})
    return replace(found, channel_name=_text(channel, "name"))


def _in_channel(kind: Kind, event: Mapping[str, Any]) -> Received:
    channel = _text(event, "channel")
    return Received(kind, "", frozenset(), _text(event, "user"), channel=channel, is_private=_is_private(channel))


def _command(body: Mapping[str, Any]) -> Received:
    channel = _text(body, "channel_id")
    return Received(
        kind="command",
        event=_numbered("command", _text(body, "trigger_id")),
        teams=_named(body, "team_id"),
        user=_text(body, "user_id"),
        user_name=_text(body, "user_name"),
        channel=channel,
        channel_name=_text(body, "channel_name"),
        is_private=_is_private(channel),
        text=_words(body.get("text")),
        response_url=_text(body, "response_url"),
    )


def _press(body: Mapping[str, Any]) -> Received | None:
    actions = body.get("actions")
    first = actions[0] if isinstance(actions, list) and actions else None
    action = first if isinstance(first, dict) else {}
    pressed = pressed_in(action)
    if pressed is None:
        return None
    where, channel = _object(body, "container"), _text(_object(body, "channel"), "id")
    ts, moment = _text(where, "message_ts"), _text(action, "action_ts")
    found = _interaction("press", body)
    return replace(
        found,
        event=_numbered("press", moment, found.user, _text(where, "view_id") or ts, _text(action, "action_id")),
        channel=channel,
        channel_name=_text(_object(body, "channel"), "name"),
        is_private=_is_private(channel),
        ts=ts,
        thread=_text(where, "thread_ts"),
        pressed=pressed,
        trigger=_text(body, "trigger_id"),
        response_url=_text(body, "response_url"),
    )


def _form(body: Mapping[str, Any]) -> Received | None:
    view = _object(body, "view")
    filled = filled_in(view)
    if filled is None:
        return None
    found = _interaction("form", body)
    return replace(
        found,
        event=_numbered("form", _text(view, "id"), _text(view, "hash")),
        teams=found.teams | _named(view, "team_id", "app_installed_team_id"),
        channel=filled.channel,
        is_private=_is_private(filled.channel),
        ts=filled.card,
        filled=filled,
    )


def _interaction(kind: Kind, body: Mapping[str, Any]) -> Received:
    user = _object(body, "user")
    teams = _named(_object(body, "team"), "id") | _named(user, "team_id")
    return Received(kind, "", teams, _text(user, "id"), user_name=_text(user, "username") or _text(user, "name"))


def _is_private(channel: str) -> bool:
    """The bot's own page is in no channel at all."""
    return not channel or channel.startswith("D")


def _numbered(kind: str, number: str, *more: str) -> str:
    return " ".join((kind, number, *more)) if number else ""


def _named(holder: Mapping[str, Any], *keys: str) -> frozenset[str]:
    return frozenset(text for key in keys if (text := _text(holder, key)))


def _object(holder: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def _text(holder: Mapping[str, Any], key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) and len(value) <= LONGEST_FIELD else ""


def _words(text: object) -> str:
    """As it was typed: Slack escapes what would be markup, and wraps links and channels in it."""
    if not isinstance(text, str):
        return ""
    text = _SHOWN.sub(_as_typed, text[: LONGEST_TEXT * _LONGEST_ESCAPE])
    for escape, sign in _ESCAPED:
        text = text.replace(escape, sign)
    return text.replace("\u00a0", " ")[:LONGEST_TEXT]


def _as_typed(found: re.Match[str]) -> str:
    sign, rest, label = found.groups()
    match sign:
        case "#":
            return f"#{label or rest}"
        case "!":
            return label or f"@{rest.partition('^')[0]}"
        case "mailto:":
            return label or rest
    return f"{sign}{rest}"


_EVENTS: Final[Mapping[str, Callable[[Mapping[str, Any]], Received | None]]] = {
    "message": _message,
    "app_mention": _mention,
    "reaction_added": _reaction,
    "reaction_removed": _reaction,
    "app_home_opened": _home,
    "member_joined_channel": _joined,
    "member_left_channel": _left,
    "channel_left": _bot_left,
    "group_left": _bot_left,
    "channel_archive": _closed,
    "group_archive": _closed,
    "channel_deleted": _closed,
    "group_deleted": _closed,
    "channel_unarchive": _opened,
    "group_unarchive": _opened,
    "channel_rename": _renamed,
    "group_rename": _renamed,
}
