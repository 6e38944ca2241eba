"""What would break: limits that are said to be kept because nothing looks."""

from copy import deepcopy
from typing import Any

import pytest

from bot.platforms.slack.blocks import payload_of
from bot.platforms.slack.buttons import Pressed
from bot.platforms.slack.forms import form_for
from campaigns.message import Button, Message, Part
from tests.bot.platforms.slack.block_kit import faults_of_form, faults_of_message

RIGHT = payload_of(
    Message(
        "en",
        "tip",
        (Part("One\n3. **two** https://e.example", authored=True),),
        title="Title",
        buttons=(Button("join", "Join", "x"),),
    )
)
FORM = form_for(Pressed("wish", "x", "", "Wish", "What?"), "en", channel="C1", card="C1 1.2")


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("text",), "<!channel>"),
        (("text",), "R&D"),
        (("text",), "x" * 4001),
        (("link_names",), True),
        (("blocks",), []),
        (("blocks",), [{"type": "divider"}] * 51),
        (("blocks", 0, "text", "text"), ""),
        (("blocks", 0, "text", "text"), "😀" * 76),
        (("blocks", 0, "text", "emoji"), True),
        (("blocks", 0, "text", "type"), "mrkdwn"),
        (("blocks", 0, "type"), "video"),
        (("blocks", 1, "block_id"), "x"),
        (("blocks", 1, "elements", 0, "type"), "rich_text_preformatted"),
        (("blocks", 1, "elements", 0, "elements"), []),
        (("blocks", 1, "elements", 0, "elements", 0), {"type": "broadcast", "range": "channel", "text": "x"}),
        (("blocks", 1, "elements", 0, "elements", 0, "text"), ""),
        (("blocks", 1, "elements", 0, "elements", 0, "text"), "x" * 3000),
        (("blocks", 1, "elements", 0, "elements", 0, "style"), {"code": True}),
        (("blocks", 1, "elements", 1, "style"), "square"),
        (("blocks", 1, "elements", 1, "offset"), -1),
        (("blocks", 1, "elements", 1, "elements", 0, "elements", 2, "url"), "javascript:alert(1)"),
        (("blocks", 2, "elements"), []),
        (("blocks", 2, "elements", 0, "action_id"), "why"),
        (("blocks", 2, "elements", 0, "type"), "static_select"),
        (("blocks", 2, "elements", 0, "value"), "x" * 2001),
        (("blocks", 2, "elements", 0, "text", "text"), "x" * 76),
        (("blocks", 2, "elements", 0, "style"), "loud"),
    ],
)
def test_what_is_wrong_with_a_message_is_found(path: tuple[str | int, ...], wrong: Any) -> None:
    assert faults_of_message(RIGHT) == []
    assert faults_of_message(_with(RIGHT, path, wrong)) != []


def test_a_row_of_26_and_a_whole_that_is_too_large_are_found() -> None:
    [button, _] = RIGHT["blocks"][2]["elements"]
    row = [{**button, "action_id": f"join {number}"} for number in range(26)]
    assert faults_of_message(_with(RIGHT, ("blocks", 2, "elements"), row)) == ["block 2 actions has 26 buttons"]
    text = RIGHT["blocks"][1]["elements"][0]
    large = {"type": "rich_text", "elements": [{**text, "elements": [{"type": "text", "text": "x" * 2990}]}]}
    [found] = faults_of_message(_with(RIGHT, ("blocks",), [large] * 4))
    assert found.endswith("characters in all")


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("title", "text"), "x" * 25),
        (("submit", "text"), ""),
        (("private_metadata",), "x" * 3001),
        (("callback_id",), "x" * 256),
        (("blocks", 0, "label", "text"), "x" * 2001),
        (("blocks", 0, "element", "max_length"), 3001),
        (("notify_on_close",), True),
    ],
)
def test_what_is_wrong_with_a_form_is_found(path: tuple[str | int, ...], wrong: Any) -> None:
    assert faults_of_form(FORM) == []
    assert faults_of_form(_with(FORM, path, wrong)) != []


def _with(payload: dict[str, Any], path: tuple[str | int, ...], wrong: Any) -> dict[str, Any]:
    changed: Any = deepcopy(payload)
    *before, last = path
    inner = changed
    for step in before:
        inner = inner[step]
    inner[last] = wrong
    return dict(changed)
