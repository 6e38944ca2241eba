"""Every published limit of Block Kit that a message, a form or a page of ours can break; it stands apart from the bot.

It knows only the blocks and elements that we send, so that a new one is looked up before it is sent:
https://docs.slack.dev/reference/block-kit
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

Shape = Mapping[str, Any]
Faults = Iterator[str]

MESSAGE: Final = ({"text", "blocks", "unfurl_links", "unfurl_media"}, set[str]())
MODAL: Final = ({"type", "callback_id", "private_metadata", "title", "submit", "close", "blocks"}, set[str]())
HOME: Final = ({"type", "blocks"}, set[str]())
MOST_BLOCKS: Final = 50
LARGEST: Final = 12_000  # refused at about 13,200, with less text than that in it: slackapi/bolt-js#2509 and #2867
MENTIONS: Final = ("<", ">")  # what begins or ends one in text that Slack reads for them


def size(text: str) -> int:
    """The most that any way to count makes of it: halves of pairs."""
    return sum(2 if ord(sign) > 0xFFFF else 1 for sign in text)


def faults_of_message(payload: Shape) -> list[str]:
    return [*_keys(payload, MESSAGE), *_fallback(payload["text"]), *_blocks(payload["blocks"], MESSAGE_BLOCKS)]


def faults_of_form(view: Shape) -> list[str]:
    return [
        *_keys(view, MODAL),
        *_length("callback_id", view["callback_id"], 255),
        *_length("private_metadata", view["private_metadata"], 3000),
        *(fault for name in ("title", "submit", "close") for fault in _plain(name, view[name], 24)),
        *_blocks(view["blocks"], {"input": _input}),
    ]


def faults_of_home(view: Shape) -> list[str]:
    return [*_keys(view, HOME), *_blocks(view["blocks"], MESSAGE_BLOCKS)]


def _fallback(text: str) -> Faults:
    yield from _length("text", text, 4000, least=0)
    bare = text.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "")
    yield from (f"text: {sign!r} is not escaped" for sign in ("&", *MENTIONS) if sign in bare)


def _blocks(blocks: list[Shape], known: Mapping[str, Callable[[str, Shape], Faults]]) -> Faults:
    if not 1 <= len(blocks) <= MOST_BLOCKS:
        yield f"{len(blocks)} blocks"
    whole = size(json.dumps(blocks, ensure_ascii=False, separators=(",", ":")))
    if whole > LARGEST:
        yield f"{whole} characters in all"
    for number, block in enumerate(blocks):
        name = f"block {number} {block['type']}"
        yield from known[block["type"]](name, block) if block["type"] in known else [f"{name} is not known"]
    names = Counter(element["action_id"] for block in blocks for element in _pressable(block))
    yield from (f"the name {name!r} comes {times} times" for name, times in names.items() if times > 1)


def _pressable(block: Shape) -> list[Shape]:
    return list(block["elements"]) if block["type"] == "actions" else []


def _keys(shape: Shape, allowed: tuple[set[str], set[str]], name: str = "the whole") -> Faults:
    needed, possible = allowed
    yield from (f"{name} has no {key}" for key in sorted(needed - set(shape)))
    yield from (f"{name} may not have {key}" for key in sorted(set(shape) - needed - possible))


def _length(name: str, text: str, most: int, *, least: int = 1) -> Faults:
    if not least <= size(text) <= most:
        yield f"{name} has {size(text)} characters, not {least} to {most}"


def _plain(name: str, text: Shape, most: int) -> Faults:
    yield from _keys(text, ({"type", "text", "emoji"}, set()), name)
    if (text["type"], text["emoji"]) != ("plain_text", False):
        yield f"{name} is not plain text"
    yield from _length(name, text["text"], most)


def _header(name: str, block: Shape) -> Faults:
    yield from _keys(block, ({"type", "text"}, set()), name)
    yield from _plain(name, block["text"], 150)


def _divider(name: str, block: Shape) -> Faults:
    yield from _keys(block, ({"type"}, set()), name)


def _actions(name: str, block: Shape) -> Faults:
    yield from _keys(block, ({"type", "elements"}, set()), name)
    if not 1 <= len(block["elements"]) <= 25:
        yield f"{name} has {len(block['elements'])} buttons"
    for button in block["elements"]:
        yield from _keys(button, ({"type", "action_id", "text", "value"}, {"style"}), name)
        yield from _length(f"{name} action_id", button["action_id"], 255)
        yield from _length(f"{name} value", button["value"], 2000)
        yield from _plain(f"{name} button", button["text"], 75)
        if button["type"] != "button" or button.get("style", "primary") not in ("primary", "danger"):
            yield f"{name} has something else than a button"


def _image(name: str, block: Shape) -> Faults:
    """By the id of a file in Slack: nothing of ours is at an address that Slack could fetch."""
    yield from _keys(block, ({"type", "slack_file", "alt_text"}, set()), name)
    yield from _keys(block["slack_file"], ({"id"}, set()), f"{name} file")
    yield from _length(f"{name} alt_text", block["alt_text"], 2000)
    if re.fullmatch("F[A-Z0-9]{8,}", block["slack_file"]["id"]) is None:
        yield f"{name} has no id of a file"


def _rich_text(name: str, block: Shape) -> Faults:
    yield from _keys(block, ({"type", "elements"}, set()), name)
    written = sum(size(inline["text"]) + size(inline.get("url", "")) for inline in inlines(block))
    if not 1 <= written <= 3000:
        yield f"{name} has {written} characters"
    for element in block["elements"]:
        yield from _rich_element(f"{name} {element['type']}", element)


def _rich_element(name: str, element: Shape) -> Faults:
    if element["type"] == "rich_text_list":
        yield from _keys(element, ({"type", "style", "elements"}, {"offset", "border"}), name)
        if element["style"] not in ("bullet", "ordered") or element.get("offset", 1) < 1:
            yield f"{name} is no list of Slack"
        for item in element["elements"]:
            if item["type"] != "rich_text_section":
                yield f"{name} holds {item['type']}"
            yield from _rich_element(f"{name} item", {**item, "type": "rich_text_section"})
        return
    yield from _keys(element, ({"type", "elements"}, set()), name)
    if element["type"] not in ("rich_text_section", "rich_text_quote") or not element["elements"]:
        yield f"{name} is not known, or empty"
    for inline in element["elements"]:
        yield from _inline(f"{name} {inline['type']}", inline)


def _inline(name: str, inline: Shape) -> Faults:
    """No user, channel, usergroup, broadcast, emoji or date: those are what people's words must never become."""
    needed = {"type", "text", "url"} if inline["type"] == "link" else {"type", "text"}
    yield from _keys(inline, (needed, {"style"}), name)
    if inline["type"] not in ("text", "link"):
        yield f"{name} is not known"
    yield from _length(name, inline["text"], 3000)
    if inline["type"] == "link" and not inline["url"].startswith(("http://", "https://")):
        yield f"{name} leads to {inline['url']}"
    if not set(inline.get("style", {"bold": True}).items()) <= {("bold", True), ("italic", True)}:
        yield f"{name} has the style {inline['style']}"


def _input(name: str, block: Shape) -> Faults:
    yield from _keys(block, ({"type", "block_id", "label", "element"}, {"optional", "hint"}), name)
    yield from _length(f"{name} block_id", block["block_id"], 255)
    yield from _plain(f"{name} label", block["label"], 2000)
    field = block["element"]
    allowed = {"type", "action_id", "multiline", "min_length", "max_length", "focus_on_load"}
    yield from _keys(field, (allowed, set()), f"{name} field")
    if not 0 <= field["min_length"] <= field["max_length"] <= 3000:
        yield f"{name} takes {field['min_length']} to {field['max_length']} characters"


MESSAGE_BLOCKS: Final = {
    "header": _header,
    "divider": _divider,
    "actions": _actions,
    "image": _image,
    "rich_text": _rich_text,
}


def inlines(shape: Any) -> Iterator[Shape]:
    """Every text and link of rich text in it, in order."""
    if isinstance(shape, Mapping):
        if shape.get("type") in ("text", "link"):
            yield shape
            return
        shape = list(shape.values())
    if isinstance(shape, list):
        for inner in shape:
            yield from inlines(inner)


def words(shape: Any) -> list[str]:
    """The text of each."""
    return [str(inline["text"]) for inline in inlines(shape)]
