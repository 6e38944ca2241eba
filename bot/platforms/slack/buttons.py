"""What can be pressed on a message in Slack, and what a press brings back: the button's verb, key, value, question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

import orjson

from bot.platforms.pressing import verb_named
from bot.platforms.slack.text import Block, plain, shortened
from campaigns.message import Button, Verb

MOST_IN_A_ROW: Final = 25  # Slack refuses a row of 26
LONGEST_LABEL: Final = 75  # characters
_ESCAPES: Final = {"&": "\\u0026", "<": "\\u003c", ">": "\\u003e"}  # Slack hands back what it escaped itself: &amp;


@dataclass(frozen=True)
class Pressed:
    """`label` is for showing only; `asks_text` is the question of the form that the press opens, if any."""

    verb: Verb
    about: str
    value: str
    label: str
    asks_text: str | None


def rows_of(buttons: Sequence[Button], why: Sequence[Button]) -> list[Block]:
    """The answers to a pulse are a row of their own; asking why a post is there comes last, and least."""
    scale = [button for button in buttons if button.verb == "pulse"]
    others = [button for button in buttons if button.verb != "pulse"]
    is_lonely = len(others) == 1
    names: dict[str, Iterator[str]] = {}
    actions = [_action(button, names, is_main=is_lonely) for button in others]
    actions += [_action(button, names) for button in why]
    return [*_rows([_action(button, names) for button in scale]), *_rows(actions)]


def pressed_in(action: Mapping[str, Any]) -> Pressed | None:
    """None for anything that is no button of ours."""
    name, brought = action.get("action_id"), loaded(action.get("value"))
    verb = verb_named(name.split(" ")[0]) if isinstance(name, str) else None
    if verb is None or not {"about", "value"} <= brought.keys():
        return None
    return Pressed(verb, brought["about"], brought["value"], _shown(action.get("text")), brought.get("asks"))


def kept(**fields: str | None) -> str:
    """As text that Slack keeps with a button or a form, and gives back as it is."""
    text = orjson.dumps({name: value for name, value in fields.items() if value is not None}).decode()
    return "".join(_ESCAPES.get(sign, sign) for sign in text)


def loaded(text: object) -> dict[str, str]:
    """What was kept so; empty for anything else."""
    try:
        found = orjson.loads(text) if isinstance(text, str) else None
    except orjson.JSONDecodeError:
        return {}
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        return {}
    return found


def _rows(actions: Sequence[Block]) -> Iterator[Block]:
    for start in range(0, len(actions), MOST_IN_A_ROW):
        yield {"type": "actions", "elements": list(actions[start : start + MOST_IN_A_ROW])}


def _action(button: Button, names: dict[str, Iterator[str]], *, is_main: bool = False) -> Block:
    """Only a button without a rival is coloured: between answers the message has no favourite."""
    return {
        "type": "button",
        "action_id": next(names.setdefault(button.verb, _names(button.verb))),
        "text": plain(shortened(button.label, LONGEST_LABEL)),
        "value": kept(about=button.about, value=button.value, asks=button.asks_text),
        **({"style": "primary"} if is_main else {}),
    }


def _names(verb: Verb) -> Iterator[str]:
    """Slack refuses a message that has the same name twice."""
    yield verb
    yield from (f"{verb} {number}" for number in count(2))


def _shown(label: object) -> str:
    """Slack gives a label back escaped."""
    text = label.get("text") if isinstance(label, Mapping) else None
    if not isinstance(text, str):
        return ""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
