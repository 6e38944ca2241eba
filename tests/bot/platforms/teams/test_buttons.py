"""What would break: a press that brings back nothing, a card that a phone can't show, a button out of sight."""

from typing import Any

import pytest

from bot.platforms.teams.buttons import LONGEST_TYPED, field_names, rows_of, typed
from bot.platforms.teams.text import Element
from campaigns.message import Button

JOIN = Button("join", "Join", "crm/call-1/sales")
WHY = Button("why", "Why am I seeing this?", "crm/call-1/sales")
CHANGE = Button("change", "Ask for a change", "card", asks_text="What should be different?")
REJECT = Button("reject", "Do not post", "card", asks_text="Why not?")
PULSE = [Button("pulse", answer, "crm/pulse-1/sales", value=answer) for answer in "12345"]


def rows(*buttons: Button, why: tuple[Button, ...] = ()) -> list[Element]:
    return rows_of(buttons, why, "en", field_names())


def titles(found: list[Element]) -> list[list[str]]:
    return [[action["title"] for action in row["actions"]] for row in found]


def test_a_press_brings_back_the_verb_the_key_and_the_value_on_every_client() -> None:
    [action] = rows(PULSE[3])[0]["actions"]
    data = {"verb": "pulse", "about": "crm/pulse-1/sales", "value": "4"}
    assert action == {
        "type": "Action.Execute",
        "title": "4",
        "verb": "pulse",
        "data": data,
        "fallback": {"type": "Action.Submit", "title": "4", "data": {**data, "klankbord": "press"}},
    }


def test_a_button_that_asks_opens_a_field_that_must_be_filled() -> None:
    [action] = rows(CHANGE)[0]["actions"]
    assert (action["type"], action["title"]) == ("Action.ShowCard", "Ask for a change")
    [question] = action["card"]["body"]
    assert question == {
        "type": "Input.Text",
        "id": "text",
        "label": "What should be different?",
        "isMultiline": True,
        "maxLength": LONGEST_TYPED,
        "isRequired": True,
        "errorMessage": "Type something first.",
    }
    [send] = action["card"]["actions"]
    assert (send["title"], send["verb"], send["fallback"]["data"]["verb"]) == ("Send", "change", "change")


def test_every_field_of_a_card_has_a_name_of_its_own_and_a_press_says_which_is_its() -> None:
    """Teams on a phone shows nothing of a card with the same name twice (MicrosoftDocs/msteams-docs#7868)."""
    cards = [action["card"] for action in rows(CHANGE, REJECT)[0]["actions"]]
    names = [card["body"][0]["id"] for card in cards]
    assert len(set(names)) == 2
    for name, card in zip(names, cards, strict=True):
        [send] = card["actions"]
        for data in (send["data"], send["fallback"]["data"]):
            assert typed({**data, name: "Because."}) == "Because."


@pytest.mark.parametrize("data", [{}, {"field": "text2"}, {"text": 3}, {"field": ["text"], "text": "x"}, {"field": {}}])
def test_what_was_not_typed_is_empty(data: dict[str, Any]) -> None:
    assert typed(data) == ""


def test_the_answers_to_a_pulse_are_one_row_and_why_stands_below() -> None:
    assert titles(rows(*PULSE, why=(WHY,))) == [["1", "2", "3", "4", "5"], ["Why am I seeing this?"]]


def test_why_comes_last_beside_other_buttons() -> None:
    assert titles(rows(JOIN, why=(WHY,))) == [["Join", "Why am I seeing this?"]]


def test_no_row_is_so_long_that_teams_hides_a_button() -> None:
    many = [Button("wishes", str(number), "x", value=str(number)) for number in range(13)]
    assert [len(row) for row in titles(rows(*many, why=(WHY,)))] == [6, 6, 2]


def test_only_a_button_without_a_rival_is_coloured() -> None:
    def styles(*buttons: Button) -> list[str | None]:
        return [action.get("style") for row in rows(*buttons, why=(WHY,)) for action in row["actions"]]

    assert styles(JOIN) == ["positive", None]
    assert styles(CHANGE, REJECT) == [None, None, None]
    assert styles(*PULSE) == [None] * 6


def test_nothing_to_press_is_no_row() -> None:
    assert rows() == []
