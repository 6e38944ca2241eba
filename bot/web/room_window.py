"""Which messages of a place are shown: the newest, with the posts that those answer. The older ones are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from storage.tables import RoomPost

AT_ONCE: Final = 200

Item = tuple[str, RoomPost]  # a message and its key


@dataclass(frozen=True)
class Window:
    """`since` is the number of the first message that is shown for its own sake: a page that asks for it again only
    grows. `earlier` is the `since` that shows the messages before these too, or 0 when there are none."""

    items: tuple[Item, ...] = ()
    since: int = 1
    earlier: int = 0


def window(posts: Sequence[Item], person: str, *, since: int = 0) -> Window:
    """What this person may see of a place, from `posts` oldest first. Never less than the newest messages."""
    visible = [item for item in posts if item[1].only_for in ("", person)]
    first = _first(visible, since)
    answered = {post.thread for _, post in visible[first:]}
    brought_along = [item for item in visible[:first] if item[0] in answered]
    return Window(
        items=(*brought_along, *visible[first:]),
        since=visible[first][1].number if first else 1,
        earlier=visible[max(0, first - AT_ONCE)][1].number if first else 0,
    )


def _first(visible: Sequence[Item], since: int) -> int:
    """Where in `visible` the window begins."""
    newest = max(0, len(visible) - AT_ONCE)
    asked_for = (at for at, (_, post) in enumerate(visible[:newest]) if post.number >= since)
    return next(asked_for, newest) if since else newest
