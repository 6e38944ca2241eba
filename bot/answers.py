"""A sentence becomes an answer to the one who acted."""

from collections.abc import Sequence

from bot.platforms.base import Answer
from campaigns.message import Button, Message, Part
from campaigns.texts.say import say
from campaigns.words import Language


def answer(language: Language, sentence: str, buttons: Sequence[Button] = ()) -> Answer:
    return Answer(Message(language, "answer", (Part(sentence),), buttons=tuple(buttons)))


def said(language: Language, key: str, buttons: Sequence[Button] = (), **fields: object) -> Answer:
    """The answer that is one sentence of `texts`."""
    return answer(language, say(language, key, **fields), buttons)
