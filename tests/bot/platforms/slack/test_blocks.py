"""What would break: a message that Slack refuses or cuts, a word of an author that is lost, a person's word that pings.

The payloads are kept as files; `KLANKBORD_KEEP_GOLDEN=1` writes them anew, to be read before they are kept.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block as SdkBlock
from slack_sdk.models.views import View

from bot.hear import hear
from bot.inbound import Overview
from bot.platforms.slack.blocks import blocks_of, escaped, payload_of
from bot.platforms.slack.buttons import pressed_in
from bot.platforms.slack.forms import form_for
from bot.platforms.slack.home import home_of
from bot.platforms.slack.text import Block
from campaigns.message import Button, Message, Part, SeatCount, Sender
from campaigns.words import Language
from tests.bot.conversation import ANNA, a_conversation
from tests.bot.platforms.every_message import WORDS, every_message, the_campaign
from tests.bot.platforms.slack.block_kit import faults_of_form, faults_of_home, faults_of_message, inlines, words
from tests.bot.platforms.slack.test_text import PEOPLES

GOLDEN: Final = Path(__file__).parents[1] / "golden" / "slack"
LANGUAGES: Final[tuple[Language, ...]] = ("en", "nl")
POST = Message("en", "tip", (Part("Click the **star**.", authored=True),), about="crm/tip-1/sales/x")
ANSWER = Message("en", "answer", (Part("You take part."),))
JOIN = Button("join", "Join", "crm/call-1/sales/x")
WRITTEN: Final[dict[Language, str]] = {
    "en": "**New** since *today*: [see how](https://example.com/new).\n\nYou can:\n- search by “postcode”\n- **save**"
    "\n\nAnd then:\n3. close it\n4. go to https://example.com.\n\nThat is all.",
    "nl": "**Nieuw** sinds *vandaag*: [kijk hoe](https://voorbeeld.nl/nieuw).\n\nJe kunt:\n- zoeken op „postcode”\n"
    "- **opslaan**\n\nEn daarna:\n3. sluiten\n4. naar https://voorbeeld.nl.\n\nDat is ’t.",
}
FILE: Final = "F00000001"  # of whatever image a message has
FORMS: Final = ("wish", "change", "reject", "write")


async def every_payload(language: Language) -> dict[str, Any]:
    """What everybody sees, and as a second one the whisper; the forms of its buttons; the bot's own page."""
    shown = await every_message(language)
    return {
        **{
            name: [payload_of(message, FILE) for message in (one.message, one.private) if message]
            for name, one in shown.items()
        },
        "post-written": [payload_of(_written(language))],
        "approval-written": [payload_of(replace(_written(language), kind="approval", buttons=(JOIN,)))],
        **{f"form-{verb}": form for verb, form in _forms([one.message for one in shown.values()], language)},
        "home": home_of(await _overview(language)),
    }


async def _overview(language: Language) -> Message:
    """Of somebody who has a place and sent a wish with signs in it."""
    campaign = the_campaign(language)
    talk, team = await a_conversation(campaign), next(iter(campaign.audiences))
    await talk.say(ANNA, "join", team)
    await talk.say(ANNA, WORDS[language]["first wish"], team)
    answer = await hear(talk.ctx, Overview(talk.origin(ANNA)))
    assert answer is not None
    return answer.message


def _written(language: Language) -> Message:
    """With everything that an author may write; the shipped campaigns have no lists."""
    return Message(language, "tip", (Part(WRITTEN[language], authored=True),), about="crm/tip-1/sales/x")


def _forms(messages: list[Message], language: Language) -> Iterator[tuple[str, Block]]:
    for block in (block for message in messages for block in blocks_of(message) if block["type"] == "actions"):
        for pressed in map(pressed_in, block["elements"]):
            if pressed and pressed.asks_text:
                yield pressed.verb, form_for(pressed, language, channel="C1", card="C1 1700000000.000100")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_message_looks_as_it_is_kept(language: Language) -> None:
    folder = GOLDEN / language
    made = {
        f"{name}.json": json.dumps(payload, ensure_ascii=False, indent=2) + "\n"
        for name, payload in (await every_payload(language)).items()
    }
    if os.environ.get("KLANKBORD_KEEP_GOLDEN"):
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (folder / name).write_text(text, encoding="utf-8")
    assert made == {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert {f"form-{verb}.json" for verb in FORMS} <= made.keys()


def kept() -> dict[str, Any]:
    files = sorted(GOLDEN.rglob("*.json"))
    return {path.relative_to(GOLDEN).as_posix(): json.loads(path.read_text(encoding="utf-8")) for path in files}


def kept_payloads() -> list[tuple[str, Any]]:
    return [(file, one) for file, found in kept().items() if isinstance(found, list) for one in found]


def test_every_kept_payload_is_one_that_slack_takes() -> None:
    faults = {file: found for file, payload in kept_payloads() if (found := faults_of_message(payload))}
    assert faults == {}
    assert len(kept_payloads()) > 60
    for language in LANGUAGES:
        assert faults_of_home(kept()[f"{language}/home.json"]) == []
        assert [faults_of_form(kept()[f"{language}/form-{verb}.json"]) for verb in FORMS] == [[]] * len(FORMS)


def test_the_sdk_knows_every_block_as_it_is_sent() -> None:
    for file, found in kept().items():
        if isinstance(found, dict):
            View(**found).validate_json()
        for payload in found if isinstance(found, list) else [found]:
            for block in payload["blocks"]:
                read = SdkBlock.parse(block)
                assert read is not None, file
                read.validate_json()
                assert read.to_dict() == _as_the_sdk_writes(block), file


def _as_the_sdk_writes(block: Any) -> Any:
    return json.loads(json.dumps(block))


def test_every_kind_of_block_is_kept_once() -> None:
    kinds = {block["type"] for _, payload in kept_payloads() for block in payload["blocks"]}
    assert kinds == {"header", "rich_text", "divider", "actions", "image"}
    elements = {
        element["type"]
        for _, payload in kept_payloads()
        for block in payload["blocks"]
        if block["type"] == "rich_text"
        for element in block["elements"]
    }
    assert elements == {"rich_text_section", "rich_text_list", "rich_text_quote"}


@given(PEOPLES, st.sampled_from(("tip", "approval", "answer", "not_made")))
@example("<!channel> <@U1> @here <http://e.example|x> *bold* http://e.example :smile:", "tip")
def test_peoples_words_are_never_more_than_words(said: str, kind: str) -> None:
    """Everything of the message that is not the text of an element is the same for any words."""
    made, plainly = (payload_of(replace(POST, kind=kind, parts=(Part("Before."), Part(said or "x")))), _of("x", kind))
    assert not {"<", ">"} & set(made["text"])
    if said.strip():
        assert _without_words(made["blocks"]) == _without_words(plainly["blocks"])


def _of(said: str, kind: str) -> dict[str, Any]:
    return payload_of(replace(POST, kind=kind, parts=(Part("Before."), Part(said))))


def _without_words(blocks: list[Block]) -> list[Block]:
    bare: list[Block] = json.loads(json.dumps(blocks))
    for inline in inlines(bare):
        assert set(inline) == {"type", "text"}
        inline["text"] = ""  # type: ignore[index]
    return bare


def test_a_payload_links_nothing_and_pings_nobody() -> None:
    payload = payload_of(replace(ANSWER, parts=(Part("<!channel> R&D <http://e.example|x>"),)))
    assert payload == {
        "text": "&lt;!channel&gt; R&amp;D &lt;http://e.example|x&gt;",
        "blocks": [
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [{"type": "text", "text": "<!channel> R&D <http://e.example|x>"}],
                    }
                ],
            }
        ],
        "unfurl_links": False,
        "unfurl_media": False,
    }


def test_a_message_adds_no_word_of_its_own() -> None:
    message = replace(POST, sender=Sender("Sandra de Wit", "director"), seats=SeatCount(2, 3), buttons=(JOIN,))
    payload = payload_of(message)
    assert words(payload) == [
        "Sandra de Wit", "\ndirector", "Click the ", "star", ".", "2 of 3 places free",
    ]  # fmt: skip
    labels = [button["text"]["text"] for button in payload["blocks"][-1]["elements"]]
    assert labels == ["Join", "Why am I seeing this?"]
    assert payload["text"] == "Sandra de Wit, director\nClick the star.\n2 of 3 places free"


@pytest.mark.parametrize(("left", "line"), [(1, "1 of 3 places free"), (0, "All 3 places are taken")])
def test_the_count_of_the_seats_is_a_line_of_its_own(left: int, line: str) -> None:
    [*_, seats, _] = blocks_of(replace(POST, seats=SeatCount(left, 3)))
    assert words(seats) == [line]


@pytest.mark.parametrize(("kind", "may_ask"), [("tip", True), ("not_made", True), ("notice", False), ("answer", False)])
def test_everybody_may_ask_why_they_see_a_post(kind: str, may_ask: bool) -> None:
    rows = [block for block in blocks_of(replace(POST, kind=kind)) if block["type"] == "actions"]
    assert [button["action_id"] for row in rows for button in row["elements"]] == (["why"] if may_ask else [])


def test_what_an_approver_says_yes_to_stands_apart() -> None:
    asked = replace(
        POST, kind="approval", parts=(Part("Will you?"), *POST.parts, Part("Until Monday.")), buttons=(JOIN,)
    )
    [block, _] = blocks_of(asked)
    assert [(element["type"], "".join(words(element))) for element in block["elements"]] == [
        ("rich_text_section", "Will you?"),
        ("rich_text_quote", "Click the star."),
        ("rich_text_section", "Until Monday."),
    ]


def test_what_came_of_it_stands_under_a_line() -> None:
    settled = replace(POST, kind="approval", parts=(Part("Will you?"), *POST.parts, Part("Sandra said yes.")))
    [_, line, outcome] = blocks_of(settled)
    assert (line, words(outcome)) == ({"type": "divider"}, ["Sandra said yes."])


def test_a_title_is_a_heading_or_where_it_is_too_long_bold() -> None:
    [heading, _, _] = blocks_of(replace(POST, title="Approval asked: tip-1"))
    assert heading == {
        "type": "header",
        "text": {"type": "plain_text", "text": "Approval asked: tip-1", "emoji": False},
    }
    [bold, _, _] = blocks_of(replace(POST, title="t" * 151))
    assert list(inlines(bold)) == [{"type": "text", "text": "t" * 151, "style": {"bold": True}}]


def test_a_notification_has_every_word_until_it_is_too_long_for_one() -> None:
    assert payload_of(replace(POST, title="Title"))["text"] == "Title\nClick the star."
    text = payload_of(replace(POST, parts=(Part("<&> " * 4000),)))["text"]
    assert text.endswith("…")
    assert 2900 < len(text) <= 3000
    assert re.fullmatch(r"(&lt;|&amp;|&gt;| )+…", text)


def test_escaped_is_what_slack_reads_as_the_character() -> None:
    assert escaped("<a> & b") == "&lt;a&gt; &amp; b"


def test_a_message_is_made_without_the_sdk() -> None:
    asked = "import sys, bot.platforms.slack.blocks, bot.platforms.slack.forms; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert "bot.platforms.slack.blocks" in loaded
    assert "slack_sdk" not in loaded
    assert "slack_bolt" not in loaded
