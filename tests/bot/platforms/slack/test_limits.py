"""What would break: a message that Slack refuses, and one that was cut to fit without a word about it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.authored import bare_words
from bot.platforms.base import DeliveryError
from bot.platforms.slack.blocks import LARGEST, blocks_of, checked, payload_of
from campaigns.approval import LONGEST_TEXT
from campaigns.message import Button, Message, Part, SeatCount, Sender
from tests.bot.platforms.slack.block_kit import faults_of_message, words
from tests.bot.platforms.slack.test_text import HOSTILE, LONG, PEOPLES

POST: Final = Message("en", "tip", (Part("Click the **star**.", authored=True),), about="crm/tip-1/sales/x")
JOIN: Final = Button("join", "Join", "crm/call-1/sales/x")
PARTS = st.lists(st.builds(Part, PEOPLES, authored=st.booleans()), max_size=60) | st.lists(
    st.builds(Part, LONG.map(lambda text: text[:4000]), authored=st.booleans()), max_size=3
)
LABELS = st.lists(st.sampled_from((*HOSTILE, "label ")), min_size=1, max_size=12).map("".join)
VERBS = st.sampled_from(("join", "wish", "pulse", "approve", "reject"))
KEYS = st.text(st.characters(max_codepoint=127), max_size=20)
BUTTONS = st.lists(st.builds(Button, VERBS, LABELS, KEYS, KEYS, st.none() | LABELS), max_size=30)
MESSAGES = st.builds(
    Message,
    language=st.sampled_from(("en", "nl")),
    kind=st.sampled_from(("tip", "approval", "briefing", "answer", "not_made")),
    parts=PARTS.map(tuple),
    about=st.just("crm/tip-1/sales/x"),
    sender=st.none() | st.builds(Sender, LABELS, LABELS),
    buttons=BUTTONS.map(tuple),
    seats=st.none() | st.just(SeatCount(0, 3)),
    title=st.just("") | PEOPLES | LONG.map(lambda text: text[:400]),
)


@given(MESSAGES)
@example(replace(POST, parts=tuple(Part(f"{number}", authored=bool(number % 2)) for number in range(200))))
@example(replace(POST, parts=(Part("😀" * 4000),)))
@example(replace(POST, parts=(Part("\n".join(["- a"] * 2000), authored=True),)))
@example(replace(POST, kind="approval", parts=(Part("x"), Part("**b** *i* " * 300, authored=True), Part("y"))))
@example(replace(POST, buttons=(replace(JOIN, asks_text="?" * 1950),)))
@example(replace(POST, title="t" * 151))
@example(replace(POST, kind="answer", parts=(), buttons=()))
def test_any_message_is_within_every_limit_or_refused_for_good_and_no_word_of_it_is_lost(message: Message) -> None:
    payload = payload_of(message)
    if is_refused(payload):
        assert is_too_large(message)
        return
    assert faults_of_message(payload) == []
    shown = _letters(" ".join(_all_words(payload)))
    for part in message.parts:
        assert _are_in(shown, bare_words(part.text)) if part.authored else _letters(part.text) in shown
    assert _letters(message.title) in shown
    if message.sender:
        assert _letters(message.sender.name) in shown
        assert _letters(message.sender.role) in shown


def is_refused(payload: dict[str, Any]) -> bool:
    try:
        checked(payload)
    except DeliveryError as refused:
        return refused.permanent and not refused.unknown
    return False


def is_too_large(message: Message) -> bool:
    """Whether no payload could hold it: its words as they are sent, and the frame around each of its pieces."""
    sender = message.sender or Sender("", "")
    written = [*(part.text for part in message.parts), sender.name, sender.role, message.title]
    pressed = [f"{button.label}{button.about}{button.value}{button.asks_text}" for button in message.buttons]
    as_sent = sum(len(json.dumps(text, ensure_ascii=False).encode("utf-16-le")) // 2 for text in [*written, *pressed])
    pieces = sum(1 + len(text) // 1000 for text in written)
    hidden = sum(7 * len(re.findall("[&<>]", text)) for text in pressed)  # what a button keeps is written as \\u003c
    frames = 1500 + 100 * pieces + 250 * len(message.buttons) + hidden
    is_nothing = not (message.buttons or message.seats or "".join(written).strip())
    return is_nothing or as_sent + frames > LARGEST or any(len(asked) > 1900 for asked in pressed)


def _all_words(payload: dict[str, Any]) -> Iterator[str]:
    for block in payload["blocks"]:
        yield from [block["text"]["text"]] if block["type"] == "header" else words(block)


def _letters(text: str) -> str:
    return "".join(text.split())


def _are_in(shown: str, text: str) -> bool:
    """In their order; signs of lists and addresses may have come between them."""
    rest = iter(shown)
    return all(letter in rest for letter in _letters(text))


SENDERS = st.lists(st.sampled_from(("- a\n", "**b**", "*i* ", "3. c\n\n", "[a](https://e.example) ", "http://a ", "😀",
                                    "word ", "x" * 200, '"', "\\", "\n", "„q\u201d")), max_size=8)  # fmt: skip


@given(SENDERS.map("".join), st.sampled_from(("tip", "approval", "briefing")))
@example("- a\n", "approval")
@example("http://a ", "tip")
@example("**a**b", "tip")
@example("😀", "tip")
def test_a_text_that_a_sender_may_write_always_fits(written: str, kind: str) -> None:
    text = (written * LONGEST_TEXT)[:LONGEST_TEXT]
    sender = Sender("S" * 80, "d" * 80)
    message = replace(POST, kind=kind, parts=(Part("Will you?"), Part(text, authored=True)), sender=sender)
    assert faults_of_message(checked(payload_of(message))) == []


def test_a_link_that_no_block_can_hold_is_written_out() -> None:
    address = "https://e.example/" + "x" * 3000
    message = replace(POST, parts=(Part(f"**See** [here]({address}).", authored=True),))
    blocks = blocks_of(message)
    assert "".join(_all_words({"blocks": blocks})) == f"See here ({address})."
    assert faults_of_message(checked(payload_of(message))) == []


@pytest.mark.parametrize("sign", ["x", "😀", "&"])
def test_a_message_that_is_too_large_is_refused_for_good_before_it_is_sent(sign: str) -> None:
    with pytest.raises(DeliveryError) as refused:
        checked(payload_of(replace(POST, parts=(Part(sign * LARGEST),))))
    assert (refused.value.permanent, refused.value.unknown) == (True, False)
    assert str(LARGEST) in refused.value.reason


@pytest.mark.parametrize(
    "changes",
    [
        {"buttons": (replace(JOIN, asks_text="?" * 2000),)},
        {"buttons": (JOIN,) * 1500},
        {"parts": (), "kind": "answer"},
    ],
)
def test_what_can_not_be_made_shorter_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(DeliveryError) as refused:
        checked(payload_of(replace(POST, **changes)))
    assert refused.value.permanent
