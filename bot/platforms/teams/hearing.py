"""What an activity means: pure, from what was received to an Inbound; None is for what we have no answer to."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from bot.commands import read_command
from bot.inbound import Inbound, Installed, Origin, React
from bot.platforms.pressing import Press, read_press, verb_named
from bot.platforms.teams.buttons import typed
from bot.platforms.teams.received import LONGEST_FIELD, LONGEST_TEXT, Received

CARD_ACTION: Final = "adaptiveCard/action"
# What Teams calls its six reactions; any other comes under its own name.
EMOJI: Final[Mapping[str, str]] = {
    "like": "👍", "heart": "❤️", "laugh": "😆", "surprised": "😮", "sad": "😢", "angry": "😠",
}  # fmt: skip
_ADDED: Final = frozenset({"add", "add-upgrade"})
_REMOVED: Final = frozenset({"remove"})  # a new version of the app comes as remove-upgrade and then add-upgrade
_CHANNEL_GONE: Final = frozenset({"channelDeleted", "teamDeleted", "teamArchived"})
_CHANNEL_BACK: Final = frozenset({"channelRestored", "teamRestored", "teamUnarchived"})
_OF_ONE_CHANNEL: Final = frozenset({"channelDeleted", "channelRestored"})
_ABOUT_ELSEWHERE: Final = frozenset({"it_is_there", "post_it"})  # the owner is asked in private about a post
_MOST_REACTIONS: Final = 20  # of one person at once


def apart(received: Received) -> list[Received]:
    """Who changes a reaction may add one and remove another in the same activity; each is then one of its own."""
    added = [replace(received, reactions_added=(kind,), reactions_removed=()) for kind in received.reactions_added]
    removed = [replace(received, reactions_added=(), reactions_removed=(kind,)) for kind in received.reactions_removed]
    each = [*removed, *added][:_MOST_REACTIONS]
    if received.type != "messageReaction" or len(each) < 2 or not received.id:
        return [received]
    return [replace(one, id=f"{received.id} {number}") for number, one in enumerate(each)]


def is_of_one_channel(received: Received) -> bool:
    """What happened to this channel happened to no other channel of its team."""
    return received.event in _OF_ONE_CHANNEL


def is_press(received: Received) -> bool:
    return bool(received.data) and (received.invoke == CARD_ACTION or not received.text)


def meant(received: Received, origin: Origin) -> Inbound | None:
    """`origin.about` is filled in already where it was replied or reacted to; a button names its own."""
    read = _READERS.get(received.type)
    return read(received, origin) if read is not None else None


def about_of(received: Received) -> str:
    """The key that the pressed button carries."""
    return _text(received.data, "about") if is_press(received) else ""


def is_about_elsewhere(received: Received) -> bool:
    """Whether the pressed button is of a card about another message than itself."""
    return _text(received.data, "verb") in _ABOUT_ELSEWHERE


def _message(received: Received, origin: Origin) -> Inbound | None:
    if is_press(received):
        return _press(received, origin)
    return read_command(received.text, origin) if received.text.strip() else None


def _invoke(received: Received, origin: Origin) -> Inbound | None:
    return _press(received, origin) if is_press(received) else None


def _press(received: Received, origin: Origin) -> Inbound | None:
    data = received.data
    verb = verb_named(_text(data, "verb"))
    if verb is None:
        return None
    return read_press(Press(verb, value=_text(data, "value"), text=typed(data)[:LONGEST_TEXT]), origin)


def _reaction(received: Received, origin: Origin) -> Inbound | None:
    for added, kinds in ((True, received.reactions_added), (False, received.reactions_removed)):
        for kind in kinds:
            return React(origin, emoji=EMOJI.get(kind, kind), added=added)
    return None


def _installation(received: Received, origin: Origin) -> Inbound | None:
    if received.action in _ADDED | _REMOVED:
        return Installed(origin, removed=received.action in _REMOVED)
    return None


def _conversation_update(received: Received, origin: Origin) -> Inbound | None:
    """A channel that goes takes its posts with it; one that comes back is as it was."""
    if received.event in _CHANNEL_GONE or (received.bot and received.bot in received.removed):
        return Installed(origin, removed=True)
    return Installed(origin) if received.event in _CHANNEL_BACK else None


def _text(holder: Mapping[str, Any], key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) and len(value) <= LONGEST_FIELD else ""


_READERS: Final[Mapping[str, Callable[[Received, Origin], Inbound | None]]] = {
    "message": _message,
    "invoke": _invoke,
    "messageReaction": _reaction,
    "installationUpdate": _installation,
    "conversationUpdate": _conversation_update,
}
