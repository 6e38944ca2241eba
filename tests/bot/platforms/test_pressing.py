"""What would break: a button that does something else than it says, or that a new verb has no meaning here."""

from typing import get_args

import pytest

from bot import inbound as said
from bot.inbound import Inbound, Origin, Person
from bot.platforms.pressing import Press, read_press, verb_named
from campaigns.message import Verb

ORIGIN = Origin("room", Person("room:anna", "Anna"), "e1", "crm/sales", "crm/tip-1")


def test_every_verb_of_a_button_means_something() -> None:
    for verb in get_args(Verb):
        assert read_press(Press(verb), ORIGIN).origin is ORIGIN


@pytest.mark.parametrize(
    ("press", "meant"),
    [
        (Press("join"), said.Join(ORIGIN)),
        (Press("wish", text="Dark mode"), said.MakeWish(ORIGIN, text="Dark mode")),
        (Press("pulse", value="4"), said.AnswerPulse(ORIGIN, answer="4")),
        (Press("name_me", value="yes"), said.NameMe(ORIGIN, agreed=True)),
        (Press("name_me", value="no"), said.NameMe(ORIGIN, agreed=False)),
        (Press("my_data"), said.MyData(ORIGIN)),
        (Press("approve"), said.Approve(ORIGIN)),
        (Press("change", text="Shorter"), said.AskChange(ORIGIN, because="Shorter")),
        (Press("reject", text="Not now"), said.Reject(ORIGIN, because="Not now")),
        (Press("write", text="Dear all"), said.Write(ORIGIN, text="Dear all")),
        (Press("it_is_there"), said.Settle(ORIGIN, delivery="crm/tip-1", is_there=True)),
        (Press("post_it"), said.Settle(ORIGIN, delivery="crm/tip-1", is_there=False)),
    ],
)
def test_a_press_becomes_what_its_word_would_become(press: Press, meant: Inbound) -> None:
    assert read_press(press, ORIGIN) == meant


def test_only_our_own_verbs_are_known() -> None:
    assert verb_named("join") == "join"
    assert [verb_named(word) for word in ("", "JOIN", "delete", "__class__")] == [None] * 4
