"""What would break: a card that Teams refuses, a fact that it adds, or a person's words that do something.

The cards are kept as files; `KLANKBORD_KEEP_GOLDEN=1` writes them anew, to be read before they are kept.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft6Validator

from bot.platforms.base import DeliveryError
from bot.platforms.teams.card import LARGEST, activity_of, card_of, checked, size_of
from bot.platforms.teams.text import Element
from campaigns.approval import LONGEST_TEXT
from campaigns.message import Button, Image, Message, Part, SeatCount, Sender
from campaigns.words import Language
from tests.bot.platforms.every_message import every_message, images
from tests.bot.platforms.teams.test_text import PEOPLES
from tests.some_images import a_png

GOLDEN: Final = Path(__file__).parents[1] / "golden" / "teams"
WORDS: Final = frozenset({"text", "title", "label", "errorMessage", "verb", "about", "value"})
LANGUAGES: Final[tuple[Language, ...]] = ("en", "nl")
POST = Message("en", "tip", (Part("Click the **star**.", authored=True),), about="crm/tip-1/sales/x")
ANSWER = Message("en", "answer", (Part("You take part."),))
JOIN = Button("join", "Join", "crm/call-1/sales/x")


def as_kept(activity: Mapping[str, Any]) -> str:
    return json.dumps(activity, ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_message_looks_as_it_is_kept(language: Language) -> None:
    folder = GOLDEN / language
    made = {
        f"{name}.json": as_kept(activity_of(shown.message, private=shown.private, images=images))
        for name, shown in (await every_message(language)).items()
    }
    if os.environ.get("KLANKBORD_KEEP_GOLDEN"):
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (folder / name).write_text(text, encoding="utf-8")
    assert made == {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def kept_cards() -> dict[str, Element]:
    """Those that are a card, by their file."""
    kept = {path: json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLDEN.rglob("*.json"))}
    return {
        path.relative_to(GOLDEN).as_posix(): activity["attachments"][0]["content"]
        for path, activity in kept.items()
        if "attachments" in activity
    }


def test_every_card_follows_the_published_schema() -> None:
    """Each shape of element once, for the schema is slow. It knows nothing of `msteams`, which is Teams' own."""
    schema, cards = the_schema(), kept_cards()
    frames = [{**card, "body": []} for card in cards.values()]
    assert frames == [{**card_of(POST), "body": []}] * len(cards)
    shapes = {json.dumps(shape(element)): file for file, card in cards.items() for element in card["body"]}
    frame = {key: value for key, value in frames[0].items() if key != "msteams"}
    wrong = {
        file: [error.message for error in schema.iter_errors({**frame, "body": [json.loads(element)]})]
        for element, file in shapes.items()
    }
    assert {file: found for file, found in wrong.items() if found} == {}
    assert len(cards) > 50
    assert len(shapes) > 10


def shape(element: Any) -> Any:
    """The same without its words and its keys of posts."""
    if isinstance(element, list):
        return [shape(inner) for inner in element]
    if isinstance(element, dict):
        return {key: "x" if key in WORDS else shape(inner) for key, inner in element.items()}
    return element


def the_schema() -> Draft6Validator:
    package = find_spec("adaptive_cards")
    assert package is not None
    assert package.origin is not None
    schema = Path(package.origin).parent / "schemas" / "schema-1.5.json"
    return Draft6Validator(json.loads(schema.read_text(encoding="utf-8")))


def test_an_image_is_in_the_card_with_its_description_and_its_bytes_are_not_counted() -> None:
    """Teams counts words and no images: the largest image goes through, and too many words do not."""
    message = replace(POST, image=Image("a.png", "A *star*", "mark"))
    large = a_png() + bytes(1024 * 1024)
    small, big = (activity_of(message, images={"mark": found}.get) for found in (a_png(), large))
    [element] = [one for one in walk(big) if one.get("type") == "Image"]
    assert element["altText"] == "A *star*"
    assert element["url"].startswith("data:image/png;base64,iVBORw0KGgo")
    assert size_of(small) == size_of(big) < LARGEST
    assert checked(big) == big
    with pytest.raises(DeliveryError):
        checked(activity_of(replace(message, parts=(Part("a" * LARGEST),)), images=lambda _: large))


def test_words_that_look_like_an_image_are_counted() -> None:
    said = '"url":"data:image/png;base64,' + "A" * LARGEST
    assert size_of(activity_of(replace(POST, parts=(Part(said),)))) > LARGEST
    assert size_of({"url": 'x"url":"data:image/png;base64,' + "A" * LARGEST}) > LARGEST


def test_an_image_that_is_gone_is_its_description() -> None:
    message = replace(ANSWER, image=Image("a.png", "A *star*", "mark"))
    card = card_of(message)
    assert "Image" not in {one.get("type") for one in walk(card)}
    assert "[image: A *star*]" in json.dumps(card)
    assert "attachments" in activity_of(message)  # no line of its own, whatever it says


def test_the_schema_finds_what_is_wrong() -> None:
    card = {**card_of(POST), "body": [{"type": "TextBlock", "words": "x"}]}
    del card["msteams"]
    assert not the_schema().is_valid(card)


def test_no_card_has_the_same_name_twice() -> None:
    names = {file: [inner["id"] for inner in walk(card) if "id" in inner] for file, card in kept_cards().items()}
    assert {file: found for file, found in names.items() if len(found) != len(set(found))} == {}
    assert names["en/approval.json"] == ["text", "text2"]


def walk(card: Any) -> Iterator[dict[str, Any]]:
    """Every object in it, itself first."""
    if isinstance(card, dict):
        yield card
        card = list(card.values())
    if isinstance(card, list):
        for inner in card:
            yield from walk(inner)


def texts(element: Element) -> list[str]:
    return [inner["text"] for inner in walk(element) if "text" in inner]


@given(PEOPLES, st.lists(st.sampled_from(("tip", "approval", "answer", "not_made")), min_size=1, max_size=1))
def test_peoples_words_are_never_more_than_words(said: str, kinds: list[str]) -> None:
    """Everything of the card that is not the text of a run is the same for any words with as many lines."""
    lines = len([element for element in card_of(_of_people(kinds[0], said))["body"] if _is_said(element)])
    plainly = "\n".join(["x"] * lines)
    assert without_words(_of_people(kinds[0], said)) == without_words(_of_people(kinds[0], plainly))


def _of_people(kind: str, said: str) -> Message:
    return Message("en", kind, (Part("Before."), Part(said)), "about", buttons=(JOIN,))


def _is_said(element: Element) -> bool:
    return element["type"] == "RichTextBlock" and texts(element) != ["Before."]


def without_words(message: Message) -> list[Element]:
    """Runs without their text, and lines alike: which of them begins a paragraph is not the question."""
    body: list[Element] = json.loads(json.dumps(card_of(message)["body"]))
    for element in body:
        if element["type"] == "RichTextBlock":
            element.pop("spacing", None)
            for run in element["inlines"]:
                assert set(run) == {"type", "text"}
                run["text"] = ""
    return body


def test_a_card_adds_no_word_of_its_own() -> None:
    message = replace(POST, sender=Sender("Sandra de Wit", "director"), seats=SeatCount(2, 3), buttons=(JOIN,))
    card = card_of(message)
    assert texts(card) == ["Sandra de Wit", "director", "Click the **star**.", "2 of 3 places free"]
    titles = {inner["title"] for inner in walk(card) if "title" in inner}
    assert titles == {"Join", "Why am I seeing this?"}


@pytest.mark.parametrize(("left", "line"), [(1, "1 of 3 places free"), (0, "All 3 places are taken")])
def test_the_count_of_the_seats_is_a_line_of_its_own(left: int, line: str) -> None:
    assert line in texts(card_of(replace(POST, seats=SeatCount(left, 3))))


@pytest.mark.parametrize(("kind", "may_ask"), [("tip", True), ("not_made", True), ("notice", False), ("answer", False)])
def test_everybody_may_ask_why_they_see_a_post(kind: str, may_ask: bool) -> None:
    verbs = [
        inner["verb"] for inner in walk(card_of(replace(POST, kind=kind))) if inner.get("type") == "Action.Execute"
    ]
    assert verbs == (["why"] if may_ask else [])


def test_what_an_approver_says_yes_to_stands_apart() -> None:
    card = card_of(replace(POST, kind="approval", parts=(Part("Will you?"), *POST.parts, Part("Until Monday."))))
    assert [element["type"] for element in card["body"]] == ["RichTextBlock", "Container", "RichTextBlock"]
    assert texts(card["body"][1]) == ["Click the **star**."]


def test_an_answer_for_one_person_stands_above_the_card_that_all_see() -> None:
    asked = replace(ANSWER, buttons=(Button("name_me", "Name me", "crm", value="yes"),))
    both, everybodys = card_of(POST, private=asked)["body"], card_of(POST)["body"]
    assert both[1:] == everybodys
    assert (both[0]["type"], both[0]["style"]) == ("Container", "emphasis")
    assert texts(both[0]) == ["Only you see this", "You take part."]
    assert [inner["verb"] for inner in walk(both[0]) if inner.get("type") == "Action.Execute"] == ["name_me"]


def test_an_answer_of_one_line_is_text() -> None:
    said = replace(ANSWER, parts=(Part("{{DATE(2020-01-01T00:00:00Z)}} <at>*Sandra*</at>"),))
    assert activity_of(said) == {
        "type": "message",
        "text": "{\u2060{DATE(2020-01-01T00:00:00Z)}} <at>*Sandra*</at>",
        "textFormat": "plain",
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"parts": (Part("One\nTwo"),)},
        {"parts": (Part("One"), Part("Two"))},
        {"parts": (Part("One", authored=True),)},
        {"buttons": (JOIN,)},
        {"sender": Sender("Sandra de Wit", "director")},
        {"title": "Approval asked"},
        {"seats": SeatCount(1, 3)},
        {"kind": "not_made"},
    ],
)
def test_anything_more_than_one_line_is_a_card(changes: dict[str, Any]) -> None:
    activity = activity_of(replace(ANSWER, **changes))
    assert "text" not in activity
    assert activity["attachments"][0]["contentType"] == "application/vnd.microsoft.card.adaptive"


def test_a_notification_says_the_first_hundred_characters_without_markup() -> None:
    assert activity_of(POST)["summary"] == "Click the star."
    long = replace(POST, title="Title", parts=(Part("**A** " * 99, authored=True), Part("*b*")))
    summary = activity_of(long)["summary"]
    assert summary.startswith("Title · A A A")
    assert summary.endswith("A…")
    assert len(summary) <= 100


def test_the_size_is_counted_in_utf_16_as_it_is_sent() -> None:
    assert size_of({"a": "b"}) == len('{"a":"b"}') * 2
    assert size_of({"a": "😀"}) == size_of({"a": "bb"})
    assert size_of({"a": "é"}) == size_of({"a": "b"})


@given(st.text(alphabet=st.sampled_from("😀é👩\u200dש a\n"), max_size=LONGEST_TEXT))
def test_a_text_that_a_sender_may_write_always_fits(written: str) -> None:
    message = replace(POST, parts=(Part(written),), sender=Sender("S" * 80, "d" * 80))
    assert checked(activity_of(message))


@pytest.mark.parametrize("sign", ["x", "😀"])
def test_a_message_that_is_too_large_is_refused_for_good_before_it_is_sent(sign: str) -> None:
    too_large = activity_of(replace(POST, parts=(Part(sign * (LARGEST // 2)),)))
    with pytest.raises(DeliveryError) as refused:
        checked(too_large)
    assert (refused.value.permanent, refused.value.unknown) == (True, False)
    assert str(LARGEST) in refused.value.reason


def test_the_largest_message_that_teams_takes_is_sent() -> None:
    base = size_of({"text": ""})
    assert checked({"text": "x" * ((LARGEST - base) // 2)})
    with pytest.raises(DeliveryError):
        checked({"text": "x" * ((LARGEST - base) // 2 + 1)})


def test_a_card_is_made_without_the_sdk() -> None:
    asked = "import sys, bot.platforms.teams.card; print([name for name in sys.modules if name.startswith('bot')])"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert "bot.platforms.teams.card" in loaded
    assert "botbuilder" not in loaded
    assert "botframework" not in loaded
