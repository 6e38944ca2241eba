"""What goes back to whoever acted: a card of their own for a press, and never more in a channel than all may read."""

from typing import Any, Final

from bot.inbound import Inbound, Join, Leave, MakeWish, NameMe
from bot.platforms.base import Answer, ReadImage, no_image
from bot.platforms.teams.card import LARGEST, card_of, size_of
from bot.platforms.teams.door import Reply
from bot.platforms.teams.text import inert
from campaigns.message import Message, Part
from campaigns.texts.say import say
from campaigns.words import Language

_CARD: Final = "application/vnd.microsoft.card.adaptive"
_SENTENCE: Final = "application/vnd.microsoft.activity.message"
LONGEST_SENTENCE: Final = 4000  # characters; nobody reads more where a press is answered without a card
# To keep: a card in a channel is soon drawn anew for everybody, and then what only one person saw is gone.
_WITH_RECEIPT: Final = (Join, Leave, MakeWish, NameMe)


def card_reply(answer: Answer | None, images: ReadImage = no_image) -> Reply:
    """The pressed card as it is now, with the answer on it for this person alone; the client shows it in its place."""
    if answer is None:
        return NOTHING
    sentence = _reply(_SENTENCE, _cut(inert(answer.message.text)))
    if answer.card is None:
        return sentence
    card = card_of(answer.card, private=answer.message, images=images)
    return _reply(_CARD, card) if size_of(card) <= LARGEST else sentence


def has_receipt(inbound: Inbound) -> bool:
    return isinstance(inbound, _WITH_RECEIPT)


def may_not_know(language: Language) -> Message:
    """What a whole channel may read when the answer can't be given in private."""
    return Message(language, "answer", (Part(say(language, "answer_in_private_only")),))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SENTENCE else text[: LONGEST_SENTENCE - 1].rstrip() + "…"


def _reply(kind: str, value: Any) -> Reply:
    return Reply(body={"statusCode": 200, "type": kind, "value": value})


NOTHING: Final = _reply(_SENTENCE, "")
