"""What goes back to whoever acted, as Slack takes it: in the answer to a command, or as a message of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.platforms.base import DeliveryError
from bot.platforms.slack.blocks import checked, payload_of
from bot.platforms.slack.home import home_of
from campaigns.message import Message, Part
from campaigns.texts.say import say
from campaigns.words import Language

LONGEST_SENTENCE: Final = 2500  # characters of an answer that is too long to be shown whole


@dataclass(frozen=True)
class Reply:
    """What the request itself is answered with; 503 asks Slack to tell it again."""

    status: int = 200
    body: Mapping[str, Any] | None = None


NOTHING: Final = Reply()
AGAIN: Final = Reply(503)


def answer_of(message: Message) -> dict[str, Any]:
    """An answer that is too long is cut and loses its buttons: a part of it is better than silence."""
    try:
        return checked(payload_of(message))
    except DeliveryError:
        return checked(payload_of(_cut(message)))


def page_of(message: Message) -> dict[str, Any]:
    """The person's own page."""
    try:
        return home_of(message)
    except DeliveryError:
        return home_of(_cut(message))


def command_reply(message: Message) -> Reply:
    """Shown under the command, to nobody else."""
    return Reply(body={"response_type": "ephemeral", **answer_of(message)})


def not_kept(language: Language) -> Message:
    """For whoever was told nothing yet, when it could not be kept after all."""
    return Message(language, "answer", (Part(say(language, "not_kept")),))


def _cut(message: Message) -> Message:
    text = message.text[: LONGEST_SENTENCE - 1].rstrip() + "…"
    return replace(message, title="", sender=None, parts=(Part(text),), buttons=())
