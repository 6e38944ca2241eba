"""What would break: a form that Slack refuses to open, a typed text that is not heard, a form of another app."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models.views import View

from bot.platforms.slack.buttons import Pressed
from bot.platforms.slack.forms import Filled, filled_in, form_for
from campaigns.approval import LONGEST_TEXT
from campaigns.words import Language
from tests.bot.platforms.slack.block_kit import faults_of_form
from tests.bot.platforms.slack.test_buttons import JSON

WISH = Pressed("wish", "crm/wish-1/sales/x", "", "Wish", "What would help you?")


def form(pressed: Pressed = WISH, language: Language = "en") -> dict[str, Any]:
    return form_for(pressed, language, channel="C1", card="C1 1.2")


def sent(view: dict[str, Any], text: object) -> dict[str, Any]:
    """The view as Slack brings it back, with what it adds."""
    [question] = view["blocks"]
    field = question["element"]
    values = {question["block_id"]: {field["action_id"]: {"type": "plain_text_input", "value": text}}}
    return {**view, "id": "V1", "team_id": "T1", "app_id": "A1", "hash": "1.a", "state": {"values": values}}


def test_a_form_asks_the_question_of_its_button() -> None:
    assert form() == {
        "type": "modal",
        "callback_id": "klankbord",
        "private_metadata": '{"verb":"wish","about":"crm/wish-1/sales/x","value":"","channel":"C1","card":"C1 1.2"}',
        "title": {"type": "plain_text", "text": "Wish", "emoji": False},
        "submit": {"type": "plain_text", "text": "Send", "emoji": False},
        "close": {"type": "plain_text", "text": "Close", "emoji": False},
        "blocks": [
            {
                "type": "input",
                "block_id": "text",
                "label": {"type": "plain_text", "text": "What would help you?", "emoji": False},
                "element": {
                    "type": "plain_text_input",
                    "action_id": "text",
                    "multiline": True,
                    "min_length": 1,
                    "max_length": 3000,
                    "focus_on_load": True,
                },
            }
        ],
    }


def test_whatever_a_person_may_write_for_a_briefing_can_be_typed() -> None:
    assert form()["blocks"][0]["element"]["max_length"] >= LONGEST_TEXT


@given(st.text(max_size=200))
def test_what_was_typed_comes_back_with_what_it_is_about(text: str) -> None:
    assert filled_in(sent(form(), text)) == Filled("wish", "crm/wish-1/sales/x", "", "C1", text, "C1 1.2")


KEYS = st.text(st.characters(max_codepoint=127), max_size=90)


@given(KEYS, KEYS, st.text(max_size=90), st.text(max_size=1000) | st.none())
def test_every_form_is_one_that_slack_opens(about: str, value: str, label: str, asks: str | None) -> None:
    view = form(Pressed("change", about, value, label, asks), "nl")
    assert faults_of_form(view) == []
    View(**view).validate_json()


def test_a_long_name_of_a_form_ends_with_dots() -> None:
    assert form(replace(WISH, label="Say what should be different"))["title"]["text"] == "Say what should be diff…"


@pytest.mark.parametrize(
    "changes",
    [
        {"callback_id": "another"},
        {"callback_id": None},
        {"private_metadata": None},
        {"private_metadata": ""},
        {"private_metadata": '{"verb":"wish"}'},
        {"private_metadata": '{"verb":"unheard_of","about":"x","value":"","channel":""}'},
        {"private_metadata": '{"verb":["wish"],"about":"x","value":"","channel":""}'},
    ],
)
def test_what_is_no_form_of_ours_is_nothing(changes: dict[str, Any]) -> None:
    assert filled_in({**sent(form(), "x"), **changes}) is None


@pytest.mark.parametrize("state", [None, {}, [], {"values": None}, {"values": {"text": {"text": {"value": None}}}}])
def test_a_form_without_an_answer_has_none(state: object) -> None:
    filled = filled_in({**sent(form(), "x"), "state": state})
    assert filled
    assert filled.text == ""


@given(st.dictionaries(st.sampled_from(("callback_id", "private_metadata", "state", "blocks")), JSON))
def test_no_view_of_any_shape_is_our_fault(changes: dict[str, Any]) -> None:
    filled = filled_in({**sent(form(), "x"), **changes})
    assert filled is None or isinstance(filled.text, str)
