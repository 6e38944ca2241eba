"""Everything that is held about the one who asks, readable, at once (D4)."""

from datetime import datetime
from typing import Any

from bot.answers import answer
from bot.inbound import MyData
from bot.platforms.base import Answer
from bot.privacy import personal_data
from bot.turn import Turn
from bot.which_campaign import campaigns_of
from bot.which_language import language_of
from campaigns.texts.say import say
from campaigns.words import Language

# In this order, and with these fields, as people read them.
_LINES = {
    "person": ("name", "chat", "platform", "audiences", "stopped"),
    "seats": ("campaign", "state", "team", "reserve_number", "may_be_named", "at"),
    "wishes": ("campaign", "id", "title", "state"),
    "questions": ("campaign", "number", "text", "answer"),
    "reminders": ("campaign", "due", "text"),
    "messages_to_you": ("at", "text"),
    "messages_that_name_you": ("at", "text"),
    "said_in_the_room": ("at", "text"),
    "reactions": ("delivery", "emoji"),
    "refused_commands": ("at", "action"),
}


async def handle(turn: Turn, inbound: MyData) -> Answer:
    mine = await campaigns_of(turn)
    turn.campaign = mine[0] if mine else None
    language = language_of(turn)
    held = await personal_data(turn.tx, turn.origin.person.id)
    lines = [say(language, "my_data_heading")]
    for noun, fields in _LINES.items():
        for record in held.get(noun, []):
            lines.append(say(language, f"my_data_{noun}", line=_line(language, record, fields)))
    lines += [say(language, "my_data_pulse"), say(language, "my_data_forget")]
    return answer(language, "\n".join(lines))


def _line(language: Language, record: dict[str, Any], fields: tuple[str, ...]) -> str:
    """Only what is there, separated by middle dots."""
    return " · ".join(_value(language, record[field]) for field in fields if record.get(field) not in (None, "", ()))


def _value(language: Language, value: object) -> str:
    if isinstance(value, bool):
        return say(language, "yes" if value else "no")
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    if isinstance(value, tuple):
        return ", ".join("/".join(pair) for pair in value)
    return str(value)
