"""What would break: a press that shows its answer to others, not at all, or larger than Teams takes."""

from dataclasses import replace
from typing import Any

import pytest

from bot.inbound import AnswerPulse, Approve, Inbound, Join, Leave, MakeWish, NameMe, Origin, Person, Why
from bot.platforms.base import Answer
from bot.platforms.teams.answering import LONGEST_SENTENCE, NOTHING, card_reply, has_receipt, may_not_know
from bot.platforms.teams.card import LARGEST, size_of
from campaigns.message import Button, Image, Message, Part
from campaigns.texts.say import say
from campaigns.words import Language
from tests.bot.platforms.teams.a_team import titles_of, words_of
from tests.some_images import PNG

ORIGIN = Origin("teams", Person("teams:anna", "Anna"), "event")
SAID = Message("en", "answer", (Part("You have place 2 of 3."),))
CARD = Message("en", "call", (Part("Have a say."),), about="key", buttons=(Button("join", "Join", "key"),))


def reply(answer: Answer | None) -> tuple[str, Any]:
    """What kind of thing the client shows, and what."""
    found = card_reply(answer)
    assert found.body is not None
    assert (found.status, found.body["statusCode"]) == (200, 200)
    return found.body["type"].removeprefix("application/vnd.microsoft."), found.body["value"]


def test_a_press_shows_its_card_again_with_the_answer_above_it() -> None:
    kind, card = reply(Answer(SAID, CARD))
    assert (kind, card["type"], titles_of(card)) == ("card.adaptive", "AdaptiveCard", ["Join", say("en", "room_why")])
    assert words_of(card).splitlines() == [say("en", "room_only_you"), "You have place 2 of 3.", "Have a say."]


def test_without_a_card_it_is_a_sentence_in_which_nothing_is_markup() -> None:
    assert reply(Answer(SAID)) == ("activity.message", "You have place 2 of 3.")
    kind, text = reply(Answer(Message("en", "answer", (Part("It comes {{DATE(2027)}}."),))))
    assert kind == "activity.message"
    assert "{{DATE(" not in text


def test_the_card_that_was_pressed_keeps_its_image() -> None:
    """The client puts the answer in the place of the card: without it the image would be gone for who pressed."""
    pressed = replace(CARD, image=Image("star.png", "The star", "mark"))
    found = card_reply(Answer(SAID, pressed), {"mark": PNG}.get)
    assert found.body is not None
    assert [one["altText"] for one in found.body["value"]["body"] if one["type"] == "Image"] == ["The star"]


def test_nothing_to_say_is_still_an_answer() -> None:
    assert reply(None) == ("activity.message", "")
    assert card_reply(None) == NOTHING


def test_what_is_too_large_for_a_card_is_said_without_one_and_cut() -> None:
    large = Message("en", "answer", (Part("é" * 45_000),))
    for answer in (Answer(large, CARD), Answer(large)):
        assert reply(answer) == ("activity.message", "é" * (LONGEST_SENTENCE - 1) + "…")
    kind, card = reply(Answer(Message("en", "answer", (Part("é" * 30_000),)), CARD))
    assert kind == "card.adaptive"
    assert 60_000 < size_of(card) <= LARGEST


@pytest.mark.parametrize(
    ("act", "kept"),
    [
        (Join(ORIGIN), True), (Leave(ORIGIN), True), (MakeWish(ORIGIN, "More"), True), (NameMe(ORIGIN), True),
        (AnswerPulse(ORIGIN, "4"), False), (Why(ORIGIN), False), (Approve(ORIGIN), False),
    ],
)  # fmt: skip
def test_what_somebody_did_themselves_is_theirs_to_keep(act: Inbound, kept: bool) -> None:
    assert has_receipt(act) is kept


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_channel_reads_only_that_there_is_an_answer(language: Language) -> None:
    message = may_not_know(language)
    assert message.text == say(language, "answer_in_private_only")
    assert message.buttons == ()
    assert "Klankbord" in message.text
