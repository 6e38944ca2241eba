"""What can be pressed on a card, and what a press brings back: the button's verb, key and value, and what was typed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final

from bot.platforms.teams.text import Element, inert
from campaigns.message import Button
from campaigns.texts.say import say
from campaigns.words import Language

Fields = Iterator[str]

MOST_IN_A_ROW: Final = 6  # Teams hides the seventh behind three dots
LONGEST_TYPED: Final = 4000  # characters
BY_MESSAGE: Final = {
    "klankbord": "press"
}  # what a press carries that comes as a message, from a client without invokes


def field_names() -> Fields:
    """A name for every text field on one card: a phone shows nothing of a card that has the same name twice."""
    yield "text"
    yield from (f"text{number}" for number in count(2))


def typed(data: Mapping[str, Any]) -> str:
    """What was typed with the press that brought this data."""
    text = data.get(str(data.get("field", "text")))
    return text if isinstance(text, str) else ""


def rows_of(buttons: Sequence[Button], why: Sequence[Button], language: Language, fields: Fields) -> list[Element]:
    """The answers to a pulse are a row of their own; asking why a post is there comes last, and least."""
    scale = [button for button in buttons if button.verb == "pulse"]
    others = [button for button in buttons if button.verb != "pulse"]
    is_lonely = len(others) == 1
    actions = [_action(button, language, fields, is_main=is_lonely) for button in others]
    actions += [_action(button, language, fields) for button in why]
    return [*_rows([_action(button, language, fields) for button in scale]), *_rows(actions)]


def _rows(actions: Sequence[Element]) -> Iterator[Element]:
    for start in range(0, len(actions), MOST_IN_A_ROW):
        row: Element = {"type": "ActionSet", "actions": list(actions[start : start + MOST_IN_A_ROW])}
        yield row if start else {**row, "spacing": "Medium"}


def _action(button: Button, language: Language, fields: Fields, *, is_main: bool = False) -> Element:
    """Only a button without a rival is coloured: between answers the card has no favourite."""
    looks = {"style": "positive"} if is_main else {}
    if button.asks_text is None:
        return {**_press(button, button.label, {}), **looks}
    field = next(fields)
    question: Element = {
        "type": "Input.Text",
        "id": field,
        "label": inert(button.asks_text),
        "isMultiline": True,
        "maxLength": LONGEST_TYPED,
        "isRequired": True,
        "errorMessage": say(language, "nothing_typed"),
    }
    send = _press(button, say(language, "room_send"), {"field": field})
    card = {"type": "AdaptiveCard", "body": [question], "actions": [send]}
    return {"type": "Action.ShowCard", "title": inert(button.label), "card": card, **looks}


def _press(button: Button, label: str, more: Mapping[str, str]) -> Element:
    """Teams on an old client knows no Action.Execute and takes its fallback, which comes in as a message."""
    title = inert(label)
    data = {"verb": button.verb, "about": button.about, "value": button.value, **more}
    fallback = {"type": "Action.Submit", "title": title, "data": {**data, **BY_MESSAGE}}
    return {"type": "Action.Execute", "title": title, "verb": button.verb, "data": data, "fallback": fallback}
