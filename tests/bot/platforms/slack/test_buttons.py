"""What would break: a press that brings back nothing or somebody else's words, a message that Slack refuses."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.buttons import Pressed, kept, loaded, pressed_in, rows_of
from bot.platforms.slack.text import Block
from campaigns.message import Button

JOIN = Button("join", "Join", "crm/call-1/sales")
WHY = Button("why", "Why am I seeing this?", "crm/call-1/sales")
CHANGE = Button("change", "Ask for a change", "card", asks_text="What should be different?")
REJECT = Button("reject", "Do not post", "card", asks_text="Why not?")
PULSE = [Button("pulse", answer, "crm/pulse-1/sales", value=answer) for answer in "12345"]


def labels(found: list[Block]) -> list[list[str]]:
    return [[button["text"]["text"] for button in row["elements"]] for row in found]


def test_a_button_keeps_its_key_and_its_value_and_is_named_by_its_verb() -> None:
    [row] = rows_of([PULSE[3]], [])
    assert row == {
        "type": "actions",
        "elements": [
            {
                "type": "button",
                "action_id": "pulse",
                "text": {"type": "plain_text", "text": "4", "emoji": False},
                "value": '{"about":"crm/pulse-1/sales","value":"4"}',
            }
        ],
    }


@pytest.mark.parametrize("button", [JOIN, WHY, CHANGE, REJECT, *PULSE])
def test_a_press_brings_back_what_the_button_was(button: Button) -> None:
    [row] = rows_of([button], [])
    assert pressed_in(row["elements"][0]) == Pressed(
        button.verb, button.about, button.value, button.label, button.asks_text
    )


def test_no_two_buttons_of_a_message_have_the_same_name() -> None:
    names = [button["action_id"] for row in rows_of([*PULSE, JOIN, JOIN], [WHY]) for button in row["elements"]]
    assert names == ["pulse", "pulse 2", "pulse 3", "pulse 4", "pulse 5", "join", "join 2", "why"]


def test_every_name_is_read_back_as_its_verb() -> None:
    presses = [pressed_in(button) for row in rows_of([*PULSE, JOIN, JOIN], [WHY]) for button in row["elements"]]
    assert [press.verb for press in presses if press] == [*["pulse"] * 5, "join", "join", "why"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_a_button_keeps_has_nothing_that_slack_rewrites(about: str, value: str) -> None:
    """Slack escapes &, < and > in what it hands back (slackapi/bolt-python#513)."""
    text = kept(about=about, value=value, asks=None)
    assert not set(text) & set("&<>")
    assert loaded(text) == {"about": about, "value": value}


def test_a_label_comes_back_as_it_was_written() -> None:
    [row] = rows_of([Button("join", "R&D <now>", "x")], [])
    back = row["elements"][0] | {"text": {"type": "plain_text", "text": "R&amp;D &lt;now&gt;"}}
    assert (pressed := pressed_in(back))
    assert pressed.label == "R&D <now>"


OURS = {"action_id": "join", "value": '{"about":"x","value":""}', "text": {"text": "Join"}}


@pytest.mark.parametrize(
    "changes",
    [
        {"action_id": "unheard_of"},
        {"action_id": ""},
        {"action_id": 3},
        {"action_id": None},
        {"action_id": ["join"]},
        {"value": None},
        {"value": ""},
        {"value": "x"},
        {"value": "[]"},
        {"value": "{}"},
        {"value": '{"about":"x"}'},
        {"value": '{"about":3,"value":""}'},
        {"value": '{"about":"x","value":"","asks":null}'},
        {"value": "[" * 5000},
        {"value": {"about": "x", "value": ""}},
    ],
)
def test_what_is_no_button_of_ours_is_nothing(changes: dict[str, Any]) -> None:
    assert pressed_in(OURS)
    assert pressed_in({**OURS, **changes}) is None


@pytest.mark.parametrize("text", [None, "Join", {}, {"text": 3}, []])
def test_a_press_without_a_label_is_a_press(text: object) -> None:
    pressed = pressed_in({**OURS, "text": text})
    assert pressed == Pressed("join", "x", "", "", None)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(("type", "action_id", "value", "text", "block_id"))


@given(st.dictionaries(FIELDS, JSON | JSON.map(json.dumps)))
def test_no_action_of_any_shape_is_our_fault(changes: dict[str, Any]) -> None:
    pressed = pressed_in({**OURS, **changes})
    assert pressed is None or isinstance(pressed.about, str)


def test_the_answers_to_a_pulse_are_one_row_and_why_stands_below() -> None:
    assert labels(rows_of(PULSE, [WHY])) == [["1", "2", "3", "4", "5"], ["Why am I seeing this?"]]


def test_why_comes_last_beside_other_buttons() -> None:
    assert labels(rows_of([JOIN], [WHY])) == [["Join", "Why am I seeing this?"]]


def test_no_row_is_longer_than_slack_takes() -> None:
    many = [Button("wishes", str(number), "x", value=str(number)) for number in range(51)]
    assert [len(row) for row in labels(rows_of(many, [WHY]))] == [25, 25, 2]


def test_a_long_label_ends_with_dots() -> None:
    [[label]] = labels(rows_of([Button("join", "long " * 30, "x")], []))
    assert (len(label) <= 75, label[-6:]) == (True, " long…")


def test_only_a_button_without_a_rival_is_coloured() -> None:
    def styles(*buttons: Button) -> list[str | None]:
        return [button.get("style") for row in rows_of(buttons, [WHY]) for button in row["elements"]]

    assert styles(JOIN) == ["primary", None]
    assert styles(CHANGE, REJECT) == [None, None, None]
    assert styles(*PULSE) == [None] * 6


def test_nothing_to_press_is_no_row() -> None:
    assert rows_of([], []) == []
