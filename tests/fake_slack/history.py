"""What the fake Slack gives back of a channel, a page at a time: its messages, one thread, its members."""

from collections.abc import Sequence
from typing import Any

from tests.fake_slack.refused import Refused
from tests.fake_slack.shapes import message_shape
from tests.fake_slack.state import Channel, Posted, Workspace

Arguments = dict[str, Any]
USUAL_PAGE = 100
LARGEST_PAGE = 1000


def history(slack: Workspace, asked: Arguments) -> dict[str, Any]:
    """Newest first, no replies; a page is everything between `oldest` and `latest`, `limit` at a time."""
    channel = _readable(slack, asked)
    there = [p for p in slack.in_channel(channel.id) if not p.thread_ts or p.thread_ts == p.ts]
    return _page(slack, asked, sorted(filter(_between(asked), there), key=lambda p: float(p.ts), reverse=True))


def replies(slack: Workspace, asked: Arguments) -> dict[str, Any]:
    """One thread, its first message first."""
    channel, root = _readable(slack, asked), asked.get("ts")
    there = [p for p in slack.in_channel(channel.id) if root in (p.ts, p.thread_ts)]
    if not there:
        raise Refused("thread_not_found")
    return _page(slack, asked, there)


def members(slack: Workspace, asked: Arguments) -> dict[str, Any]:
    channel = _known(slack, asked)
    people, more = _slice(slack, asked, sorted(channel.members))
    return {"members": people, "response_metadata": {"next_cursor": more}}


def _page(slack: Workspace, asked: Arguments, found: Sequence[Posted]) -> dict[str, Any]:
    there, more = _slice(slack, asked, found)
    with_metadata = _is_yes(asked.get("include_all_metadata"))
    shown = [message_shape(slack, posted, with_metadata=with_metadata) for posted in there]
    answered: dict[str, Any] = {"messages": shown, "has_more": bool(more), "pin_count": 0}
    return answered | ({"response_metadata": {"next_cursor": more}} if more else {})


def _slice(slack: Workspace, asked: Arguments, found: Sequence[Any]) -> tuple[list[Any], str]:
    cursor = str(asked.get("cursor") or "next-0")
    if not cursor.startswith("next-"):
        raise Refused("invalid_cursor")
    start, limit = int(cursor.removeprefix("next-")), int(asked.get("limit") or USUAL_PAGE)
    if not 1 <= limit <= LARGEST_PAGE:
        raise Refused("invalid_limit")
    end = start + min(limit, slack.page_size)
    return list(found[start:end]), f"next-{end}" if end < len(found) else ""


def _between(asked: Arguments) -> Any:
    oldest, latest = float(asked.get("oldest") or 0), float(asked.get("latest") or "inf")
    if _is_yes(asked.get("inclusive")):
        return lambda posted: oldest <= float(posted.ts) <= latest
    return lambda posted: oldest < float(posted.ts) < latest


def _known(slack: Workspace, asked: Arguments) -> Channel:
    channel = slack.channels.get(str(asked.get("channel")))
    if channel is None or (channel.is_private and slack.bot_user not in channel.members):
        raise Refused("channel_not_found")
    return channel


def _readable(slack: Workspace, asked: Arguments) -> Channel:
    channel = _known(slack, asked)
    if slack.bot_user not in channel.members:
        raise Refused("not_in_channel")
    return channel


def _is_yes(found: Any) -> bool:
    return found in (True, 1, "1", "true", "True")
