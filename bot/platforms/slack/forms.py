"""The form for a press that asks for text, and what comes back when it is sent. It keeps what it is about itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.platforms.pressing import verb_named
from bot.platforms.slack.buttons import Pressed, kept, loaded
from bot.platforms.slack.text import plain, shortened
from campaigns.message import Verb
from campaigns.texts.say import say
from campaigns.words import Language

FORM: Final = "klankbord"  # the name of every form of ours
FIELD: Final = "text"
LONGEST_TITLE: Final = 24  # characters
LONGEST_TYPED: Final = 3000  # characters; the most that Slack lets a field take


@dataclass(frozen=True)
class Filled:
    """`card` is what was given to the form with its press: where the message that was pressed is."""

    verb: Verb
    about: str
    value: str
    channel: str
    text: str
    card: str = ""


def form_for(pressed: Pressed, language: Language, *, channel: str, card: str) -> dict[str, Any]:
    """What views.open takes as its view."""
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": kept(
            verb=pressed.verb, about=pressed.about, value=pressed.value, channel=channel, card=card
        ),
        "title": plain(shortened(pressed.label or say(language, "room_bot"), LONGEST_TITLE)),
        "submit": plain(say(language, "room_send")),
        "close": plain(say(language, "room_close")),
        "blocks": [_question(pressed.asks_text or pressed.label or say(language, "room_bot"))],
    }


def filled_in(view: Mapping[str, Any]) -> Filled | None:
    """None for anything that is no form of ours."""
    about = loaded(view.get("private_metadata"))
    verb = verb_named(about.get("verb", ""))
    if view.get("callback_id") != FORM or verb is None or not {"about", "value", "channel"} <= about.keys():
        return None
    return Filled(verb, about["about"], about["value"], about["channel"], _typed(view), about.get("card", ""))


def _question(question: str) -> dict[str, Any]:
    return {
        "type": "input",
        "block_id": FIELD,
        "label": plain(question),
        "element": {
            "type": "plain_text_input",
            "action_id": FIELD,
            "multiline": True,
            "min_length": 1,
            "max_length": LONGEST_TYPED,
            "focus_on_load": True,
        },
    }


def _typed(view: Mapping[str, Any]) -> str:
    found: Any = view
    for name in ("state", "values", FIELD, FIELD, "value"):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found if isinstance(found, str) else ""
