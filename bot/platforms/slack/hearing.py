"""What something in Slack means: pure, from what was received to an Inbound; None is for what we have no answer to."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.commands import read_command
from bot.inbound import Help, Inbound, Installed, Origin, Overview, React
from bot.platforms.pressing import Press, read_press
from bot.platforms.slack.received import LONGEST_TEXT, Kind, Received

# The same sign on every platform; any other reaction comes under its own name.
EMOJI: Final[Mapping[str, str]] = {
    "+1": "👍", "thumbsup": "👍", "heart": "❤️", "laughing": "😆", "satisfied": "😆", "open_mouth": "😮",
    "cry": "😢", "angry": "😠",
}  # fmt: skip
_ABOUT_ELSEWHERE: Final = frozenset({"it_is_there", "post_it"})  # the owner is asked in private about a post
_SKIN: Final = "::"  # +1::skin-tone-3 is a thumb too


def meant(received: Received, origin: Origin) -> Inbound | None:
    """`origin.about` is filled in already, from what was pressed, answered or reacted to."""
    return _READERS[received.kind](received, origin)


def about_of(received: Received) -> str:
    """The key that the pressed button carries, or the form that it opened."""
    carrier = received.pressed or received.filled
    return carrier.about if carrier is not None else ""


def is_about_elsewhere(received: Received) -> bool:
    """Whether the pressed button is of a card about another message than itself."""
    carrier = received.pressed or received.filled
    return carrier is not None and carrier.verb in _ABOUT_ELSEWHERE


def _said(received: Received, origin: Origin) -> Inbound | None:
    return read_command(received.text, origin) if received.text.strip() else None


def _command(received: Received, origin: Origin) -> Inbound | None:
    """The bare command asks what can be typed behind it."""
    return read_command(received.text, origin) if received.text.strip() else Help(origin)


def _press(received: Received, origin: Origin) -> Inbound | None:
    pressed = received.pressed
    return read_press(Press(pressed.verb, value=pressed.value), origin) if pressed is not None else None


def _form(received: Received, origin: Origin) -> Inbound | None:
    filled = received.filled
    if filled is None:
        return None
    return read_press(Press(filled.verb, value=filled.value, text=filled.text[:LONGEST_TEXT]), origin)


def _reaction(received: Received, origin: Origin) -> Inbound | None:
    name = received.reaction.partition(_SKIN)[0]
    return React(origin, emoji=EMOJI.get(name, name), added=received.added) if name else None


def _home(received: Received, origin: Origin) -> Inbound:
    return Overview(origin)


def _there(received: Received, origin: Origin) -> Inbound:
    return Installed(origin)


def _gone(received: Received, origin: Origin) -> Inbound:
    return Installed(origin, removed=True)


def _nothing(received: Received, origin: Origin) -> None:
    return None


_READERS: Final[Mapping[Kind, Callable[[Received, Origin], Inbound | None]]] = {
    "message": _said,
    "mention": _said,
    "command": _command,
    "press": _press,
    "form": _form,
    "reaction": _reaction,
    "home": _home,
    "joined": _there,
    "opened": _there,
    "left": _gone,
    "closed": _gone,
    "renamed": _nothing,
}
