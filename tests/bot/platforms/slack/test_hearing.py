"""What would break: a word, press, form, reaction or event that means something else than the person did."""

import pytest

from bot.commands import read_command
from bot.inbound import (
    AnswerPulse,
    AskChange,
    Help,
    Inbound,
    Installed,
    Join,
    MakeWish,
    Origin,
    Overview,
    Person,
    React,
    Settle,
)
from bot.platforms.slack.buttons import Pressed
from bot.platforms.slack.forms import Filled
from bot.platforms.slack.hearing import about_of, is_about_elsewhere, meant
from bot.platforms.slack.received import LONGEST_TEXT, Kind, Received
from campaigns.message import Verb

ORIGIN = Origin("slack", Person("slack:UANNA", "Anna"), "event", "C1", "key")


def received(kind: Kind, **fields: object) -> Received:
    return Received(kind, "event", frozenset({"T1"}), "UANNA", channel="C1", **fields)  # type: ignore[arg-type]


def pressed(verb: Verb, value: str = "") -> Inbound | None:
    return meant(received("press", pressed=Pressed(verb, "key", value, "Label", None)), ORIGIN)


def filled(verb: Verb, text: str) -> Inbound | None:
    return meant(received("form", filled=Filled(verb, "key", "", "C1", text)), ORIGIN)


@pytest.mark.parametrize("kind", ["message", "mention", "command"])
def test_what_is_typed_is_the_word_that_it_is(kind: Kind) -> None:
    for text in ("join", "wish more colour", "4", "hello there"):
        assert meant(received(kind, text=text), ORIGIN) == read_command(text, ORIGIN)


def test_behind_the_bots_name_stands_the_word() -> None:
    assert meant(received("mention", text="<@UBOT> join"), ORIGIN) == Join(ORIGIN)
    assert meant(received("mention", text="<@UBOT>: join!"), ORIGIN) == Join(ORIGIN)


def test_a_bare_command_asks_for_help_and_a_bare_message_for_nothing() -> None:
    assert meant(received("command", text="  "), ORIGIN) == Help(ORIGIN)
    assert meant(received("message", text=" "), ORIGIN) is None


def test_a_press_and_a_form() -> None:
    assert pressed("join") == Join(ORIGIN)
    assert pressed("pulse", "4") == AnswerPulse(ORIGIN, answer="4")
    assert pressed("it_is_there") == Settle(ORIGIN, delivery="key", is_there=True)
    assert filled("wish", "More") == MakeWish(ORIGIN, text="More")
    assert filled("change", "Shorter") == AskChange(ORIGIN, because="Shorter")
    assert filled("wish", "m" * 20_000) == MakeWish(ORIGIN, text="m" * LONGEST_TEXT)
    assert meant(received("press"), ORIGIN) is None
    assert meant(received("form"), ORIGIN) is None


@pytest.mark.parametrize(
    ("name", "emoji"),
    [
        ("+1", "👍"),
        ("thumbsup", "👍"),
        ("+1::skin-tone-4", "👍"),
        ("heart", "❤️"),
        ("tada", "tada"),
        ("wave::x", "wave"),
    ],
)
def test_a_reaction_is_the_same_sign_as_elsewhere(name: str, emoji: str) -> None:
    assert meant(received("reaction", reaction=name), ORIGIN) == React(ORIGIN, emoji=emoji)
    assert meant(received("reaction", reaction=name, added=False), ORIGIN) == React(ORIGIN, emoji=emoji, added=False)


def test_a_reaction_without_a_name_is_none() -> None:
    assert meant(received("reaction"), ORIGIN) is None


@pytest.mark.parametrize(
    ("kind", "removed"), [("joined", False), ("opened", False), ("left", True), ("closed", True), ("renamed", None)]
)
def test_what_becomes_of_a_channel(kind: Kind, removed: bool | None) -> None:
    assert meant(received(kind), ORIGIN) == (None if removed is None else Installed(ORIGIN, removed=removed))


def test_the_own_page_is_an_overview() -> None:
    assert meant(received("home"), ORIGIN) == Overview(ORIGIN)


def test_what_a_button_or_a_form_is_about() -> None:
    press = received("press", pressed=Pressed("post_it", "key", "", "", None))
    form = received("form", filled=Filled("wish", "other", "", "C1", "x"))
    assert (about_of(press), about_of(form), about_of(received("mention"))) == ("key", "other", "")
    assert [is_about_elsewhere(each) for each in (press, form, received("mention"))] == [True, False, False]
