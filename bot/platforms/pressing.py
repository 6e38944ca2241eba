"""What a press on a button means, on any platform. What it is about is only ever looked up, never trusted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.inbound import (
    AnswerPulse,
    Approve,
    AskChange,
    Inbound,
    Join,
    Leave,
    MakeWish,
    MyData,
    NameMe,
    Origin,
    Reject,
    Settle,
    ShowWishes,
    Why,
    Write,
)
from campaigns.message import Verb


@dataclass(frozen=True)
class Press:
    """`value` is the button's own, `text` what was typed with it."""

    verb: Verb
    value: str = ""
    text: str = ""


SAYS_NO: Final = frozenset({"no", "nee", "false", "0"})

_READ: Final[dict[Verb, Callable[[Press, Origin], Inbound]]] = {
    "join": lambda press, origin: Join(origin),
    "leave": lambda press, origin: Leave(origin),
    "wish": lambda press, origin: MakeWish(origin, text=press.text),
    "wishes": lambda press, origin: ShowWishes(origin),
    "pulse": lambda press, origin: AnswerPulse(origin, answer=press.value),
    "why": lambda press, origin: Why(origin),
    "name_me": lambda press, origin: NameMe(origin, agreed=press.value.lower() not in SAYS_NO),
    "my_data": lambda press, origin: MyData(origin),
    "approve": lambda press, origin: Approve(origin),
    "change": lambda press, origin: AskChange(origin, because=press.text),
    "reject": lambda press, origin: Reject(origin, because=press.text),
    "write": lambda press, origin: Write(origin, text=press.text),
    "it_is_there": lambda press, origin: Settle(origin, delivery=origin.about, is_there=True),
    "post_it": lambda press, origin: Settle(origin, delivery=origin.about, is_there=False),
}


def verb_named(word: str) -> Verb | None:
    """The verb of one of our buttons; None for anything else that a client may send."""
    return word if word in _READ else None


def read_press(press: Press, origin: Origin) -> Inbound:
    return _READ[press.verb](press, origin)
