"""What we use of Slack's answers: pure, each field of the type that was agreed.

Rule: what is not as agreed raises Odd, so that nothing is believed that was not said.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Answer = Mapping[str, Any]
LONGEST_ID = 255
LONGEST_URL = 2000


class Odd(Exception):
    """Says what is not as agreed."""


@dataclass(frozen=True)
class Me:
    """Who the token belongs to: workspace, bot user, bot id, and the rights that it has."""

    team: str
    user: str
    bot: str
    name: str
    scopes: frozenset[str]


@dataclass(frozen=True)
class Profile:
    """`email` is None when the workspace or the rights keep it back. `is_person`: no bot, and not switched off."""

    user: str
    name: str
    email: str | None
    team: str
    is_person: bool


@dataclass(frozen=True)
class Channel:
    id: str
    name: str
    is_member: bool
    is_archived: bool
    is_private: bool


@dataclass(frozen=True)
class Seen:
    """One message of a channel: who wrote it, and what its metadata says. `seconds` since 1970, by Slack's clock."""

    ts: str
    seconds: float
    user: str
    bot: str
    event: str
    key: str


@dataclass(frozen=True)
class Page:
    """Some of a channel's messages, newest first. `cursor` is "" on the last page."""

    messages: tuple[Seen, ...]
    cursor: str


@dataclass(frozen=True)
class Upload:
    """For one file: its id, and the address to which it is brought, which is a secret of its own."""

    file: str
    url: str


def me_in(answer: Answer, scopes: str) -> Me:
    return Me(
        team=text_in(answer, "team_id"),
        user=text_in(answer, "user_id"),
        bot=text_in(answer, "bot_id"),
        name=text_in(answer, "user"),
        scopes=frozenset(scope.strip() for scope in scopes.split(",") if scope.strip()),
    )


def profile_in(answer: Answer) -> Profile:
    user = dict_in(answer, "user")
    profile = dict_in(user, "profile")
    names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
    email = profile.get("email")
    return Profile(
        user=text_in(user, "id"),
        name=next((name for name in names if isinstance(name, str) and name.strip()), ""),
        email=email if isinstance(email, str) and email.strip() else None,
        team=text_in(user, "team_id"),
        is_person=not any(user.get(name) for name in ("is_bot", "deleted", "is_workflow_bot")),
    )


def channel_in(answer: Answer) -> Channel:
    """A private chat counts as private, and the bot is always in it."""
    channel = dict_in(answer, "channel")
    is_chat = bool(channel.get("is_im"))
    name = channel.get("name")
    return Channel(
        id=text_in(channel, "id"),
        name=name if isinstance(name, str) else "",
        is_member=is_chat or bool(channel.get("is_member")),
        is_archived=bool(channel.get("is_archived")),
        is_private=is_chat or bool(channel.get("is_private")),
    )


def upload_in(answer: Answer) -> Upload:
    return Upload(text_in(answer, "file_id"), text_in(answer, "upload_url", LONGEST_URL))


def page_in(answer: Answer) -> Page:
    messages = answer.get("messages")
    if not isinstance(messages, list):
        raise Odd("it has no list of messages")
    seen = tuple(_seen(message) for message in messages)
    if not answer.get("has_more"):
        return Page(seen, "")
    return Page(seen, text_in(dict_in(answer, "response_metadata"), "next_cursor"))


def _seen(message: object) -> Seen:
    """Only its ts must be there: whoever wrote it may have left out all the rest."""
    found = message if isinstance(message, dict) else {}
    ts = text_in(found, "ts")
    if re.fullmatch(r"[0-9]{1,12}\.[0-9]{1,9}", ts) is None:
        raise Odd("it has a message without a moment")
    metadata = found.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    payload = metadata.get("event_payload")
    key = payload.get("key") if isinstance(payload, dict) else ""
    return Seen(
        ts=ts,
        seconds=float(ts),
        user=str(found.get("user") or ""),
        bot=str(found.get("bot_id") or ""),
        event=str(metadata.get("event_type") or ""),
        key=str(key or ""),
    )


def text_in(answer: Answer, name: str, longest: int = LONGEST_ID) -> str:
    value = answer.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise Odd(f"it has no {name}")
    return value


def dict_in(answer: Answer, name: str) -> Answer:
    value = answer.get(name)
    if not isinstance(value, dict):
        raise Odd(f"it has no {name}")
    return value
