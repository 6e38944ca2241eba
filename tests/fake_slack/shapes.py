"""How Slack writes its things down, as published: users, channels, messages, views and the envelope of an event."""

from collections.abc import Iterator
from typing import Any

from tests.fake_slack.state import Channel, Home, Posted, Someone, Whisper, Workspace


class NotThere(AssertionError):
    """A person can't press what is not shown."""


def event_callback(slack: Workspace, event: dict[str, Any]) -> dict[str, Any]:
    number = slack.next_id("Ev")
    return {
        "token": "verification",
        "team_id": slack.team,
        "api_app_id": slack.app_id,
        "event": {"event_ts": slack.next_ts()} | event,
        "type": "event_callback",
        "event_id": number,
        "event_time": int(slack.clock()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": slack.team,
                "user_id": slack.bot_user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{number}",
    }


def message_shape(slack: Workspace, posted: Posted, *, with_metadata: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "message",
        "user": posted.user,
        "text": posted.payload.get("text", ""),
        "ts": posted.ts,
        "team": slack.team,
        "blocks": with_block_ids(posted.payload.get("blocks") or []),
    }
    if posted.user == slack.bot_user:
        found |= {"bot_id": slack.bot_id, "app_id": slack.app_id}
    if posted.thread_ts:
        found["thread_ts"] = posted.thread_ts
    if posted.edits:
        found["edited"] = {"user": posted.user, "ts": posted.ts}
    if with_metadata and "metadata" in posted.payload:
        found["metadata"] = posted.payload["metadata"]
    return found


def someone_shape(someone: Someone, *, with_email: bool) -> dict[str, Any]:
    profile = {"real_name": someone.name, "display_name": someone.name.split()[0], "team": someone.team}
    return {
        "id": someone.id,
        "team_id": someone.team,
        "name": someone.handle,
        "deleted": someone.deleted,
        "real_name": someone.name,
        "tz": someone.zone,
        "profile": profile | ({"email": someone.email} if with_email and someone.email else {}),
        "is_admin": False,
        "is_bot": someone.is_bot,
        "is_app_user": False,
        "updated": 1,
    }


def channel_shape(slack: Workspace, channel: Channel) -> dict[str, Any]:
    if channel.is_im:
        other = next(iter(channel.members - {slack.bot_user}), slack.bot_user)
        return {"id": channel.id, "created": 1, "is_im": True, "is_archived": False, "user": other, "is_open": True}
    return {
        "id": channel.id,
        "name": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_archived": channel.is_archived,
        "is_general": False,
        "is_member": slack.bot_user in channel.members,
        "created": 1,
        "creator": "U0",
        "context_team_id": slack.team,
        "num_members": len(channel.members),
    }


def view_shape(slack: Workspace, view: dict[str, Any]) -> dict[str, Any]:
    """A view as Slack gives it back."""
    number = slack.next_id("V")
    usual = {"private_metadata": "", "callback_id": "", "title": None, "submit": None, "close": None, "external_id": ""}
    ours = {"id": number, "team_id": slack.team, "app_id": slack.app_id, "bot_id": slack.bot_id, "hash": f"1.{number}"}
    shown = {"blocks": with_block_ids(view["blocks"]), "state": {"values": {}}, "root_view_id": number}
    return usual | view | ours | shown | {"previous_view_id": None, "clear_on_close": False, "notify_on_close": False}


def user_shape(someone: Someone) -> dict[str, Any]:
    return {"id": someone.id, "username": someone.handle, "name": someone.handle, "team_id": someone.team}


def team_shape(team: str) -> dict[str, Any]:
    return {"id": team, "domain": team.lower()}


def place_name(slack: Workspace, channel: str) -> str:
    """As in a command: the name of what is private is not told."""
    place = slack.channels.get(channel)
    if channel.startswith("D"):
        return "directmessage"
    return "privategroup" if place is None or place.is_private else place.name


def channel_kind(channel: str, place: Channel | None = None) -> str:
    if channel.startswith("D"):
        return "im"
    return "group" if channel.startswith("G") or (place is not None and place.is_private) else "channel"


def rich_text(text: str) -> dict[str, Any]:
    """What a person typed, as their client sends it."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "block_id": "typed", "elements": [section]}


def with_block_ids(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"block_id": f"made-{number}"} | block for number, block in enumerate(blocks)]


def action_of(on: Posted | Whisper | Home, button: str) -> dict[str, Any]:
    """What `actions` of a press holds, for the button with this text or action_id."""
    blocks = on.view["blocks"] if isinstance(on, Home) else on.payload.get("blocks") or []
    for block in with_block_ids(blocks):
        for element in elements_of(block):
            if element.get("type") == "button" and button in (element["text"]["text"], element.get("action_id")):
                kept: dict[str, Any] = {
                    name: element[name] for name in ("action_id", "value", "style", "url") if name in element
                }
                return {"type": "button", "block_id": block["block_id"], "text": element["text"], **kept}
    shown = [e["text"]["text"] for block in blocks for e in elements_of(block) if e.get("type") == "button"]
    raise NotThere(f"No button {button!r}; there are {shown}.")


def elements_of(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if block.get("type") == "actions":
        yield from block["elements"]
    if "accessory" in block:
        yield block["accessory"]


def words_in(found: Any) -> str:
    """Everything a person reads in a payload, a view or blocks, one piece a line."""
    return "\n".join(_words(found.get("blocks") or found.get("text") if isinstance(found, dict) else found))


def _words(found: Any) -> Iterator[str]:
    match found:
        case str():
            yield found
        case {"text": str() as text}:
            yield text
        case dict():
            for name in ("title", "text", "label", "fields", "elements", "accessory", "blocks", "url", "alt_text"):
                if name in found:
                    yield from _words(found[name])
        case list():
            for part in found:
                yield from _words(part)
