"""What we use of an activity, each field of the type we expect or empty: whatever else comes is no reason to fail."""

import html
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

PERSONAL: Final = "personal"
LONGEST_FIELD: Final = 1024  # characters; what is longer is no id, name or address of Teams
LONGEST_TEXT: Final = 4000  # characters that are read of what somebody typed; more would only cost time
_LONGEST_ESCAPE: Final = 6  # characters that the client may write for one: &nbsp;
_THREAD: Final = ";messageid="


@dataclass(frozen=True)
class Received:
    """`place` is the channel (or group chat) without its thread; `thread` the id of the message that began it.

    `aad` is the person's object id in the directory: the only thing that tells who somebody is. `tenants` are all that
    are named, in small letters: that of the place, and that of who acts where it is another.
    """

    type: str
    id: str
    tenant: str
    service_url: str
    conversation: str
    place: str
    is_personal: bool
    aad: str
    user: str = ""
    name: str = ""
    bot: str = ""
    thread: str = ""
    reply_to: str = ""
    team: str = ""
    channel_name: str = ""
    text: str = ""
    invoke: str = ""
    action: str = ""
    event: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    reactions_added: tuple[str, ...] = ()
    reactions_removed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    tenants: frozenset[str] = frozenset()


def read(activity: Mapping[str, Any]) -> Received | None:
    """None when it doesn't say what it is, where it was said or in which tenant."""
    conversation, channel_data = _object(activity, "conversation"), _object(activity, "channelData")
    team, channel = _object(channel_data, "team"), _object(channel_data, "channel")
    sender = _object(activity, "from")
    where = _text(conversation, "id")
    place, _, thread = where.partition(_THREAD)
    named = (_text(conversation, "tenantId"), _text(_object(channel_data, "tenant"), "id"), _text(sender, "tenantId"))
    tenant = named[0] or named[1]
    if not (where and tenant and _text(activity, "type")):
        return None
    return Received(
        type=_text(activity, "type"),
        id=_text(activity, "id"),
        tenant=tenant,
        service_url=_text(activity, "serviceUrl"),
        conversation=where,
        place=_text(channel, "id") or place,
        is_personal=_text(conversation, "conversationType") == PERSONAL,
        aad=_text(sender, "aadObjectId"),
        user=_text(sender, "id"),
        name=_text(sender, "name"),
        bot=_text(_object(activity, "recipient"), "id"),
        thread=thread,
        reply_to=_text(activity, "replyToId"),
        team=_text(team, "id"),
        channel_name=" > ".join(name for name in (_text(team, "name"), _text(channel, "name")) if name),
        text=_words(activity.get("text")),
        invoke=_text(activity, "name"),
        action=_text(activity, "action"),
        event=_text(channel_data, "eventType"),
        data=_pressed(_object(activity, "value")),
        reactions_added=_each(activity, "reactionsAdded", "type"),
        reactions_removed=_each(activity, "reactionsRemoved", "type"),
        removed=_each(activity, "membersRemoved", "id"),
        tenants=frozenset(each.casefold() for each in named if each),
    )


def _pressed(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data of the button and of the fields beside it, whether it came as an invoke or as a message."""
    action = _object(value, "action")
    return {**_object(action, "data")} if action else value


def _object(holder: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = holder.get(key)
    return value if isinstance(value, dict) else {}


def _text(holder: Mapping[str, Any], key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) and len(value) <= LONGEST_FIELD else ""


def _each(holder: Mapping[str, Any], key: str, inner: str) -> tuple[str, ...]:
    items = holder.get(key)
    if not isinstance(items, list):
        return ()
    return tuple(text for item in items if isinstance(item, dict) and (text := _text(item, inner)))


def _words(text: object) -> str:
    """As it was typed: the client escapes what would be markup."""
    if not isinstance(text, str):
        return ""
    text = text[: LONGEST_TEXT * _LONGEST_ESCAPE]
    with suppress(ValueError):  # &# and a number of thousands of digits, which is no character
        text = html.unescape(text)
    return text.replace("\u00a0", " ")[:LONGEST_TEXT]
