"""The published limits of Block Kit: what the fake Slack refuses as the real one does."""

from collections.abc import Iterator
from typing import Any, Final

import orjson

MOST_BLOCKS: Final = {"message": 50, "modal": 100, "home": 100}
LONGEST_TEXT: Final = 40_000
LONGEST_UPDATE: Final = 4_000
LONGEST_BLOCKS: Final = 13_200  # characters of JSON; not published, seen by others at about this size
BLOCKS: Final = {
    "actions", "context", "divider", "header", "image", "input", "markdown", "rich_text", "section", "video", "file",
}  # fmt: skip
_LENGTHS: Final[dict[tuple[str, str], int]] = {
    ("section", "text"): 3000,
    ("header", "text"): 150,
    ("button", "text"): 75,
    ("button", "value"): 2000,
    ("button", "url"): 3000,
    ("button", "accessibility_label"): 75,
    ("image", "alt_text"): 2000,
    ("image", "image_url"): 3000,
    ("image", "title"): 2000,
    ("input", "label"): 2000,
    ("input", "hint"): 2000,
    ("plain_text_input", "placeholder"): 150,
    ("plain_text_input", "initial_value"): 3000,
    ("modal", "title"): 24,
    ("modal", "submit"): 24,
    ("modal", "close"): 24,
    ("modal", "private_metadata"): 3000,
    ("modal", "callback_id"): 255,
    ("home", "private_metadata"): 3000,
    ("home", "callback_id"): 255,
    ("confirm", "title"): 100,
    ("confirm", "text"): 300,
    ("confirm", "confirm"): 30,
    ("confirm", "deny"): 30,
    ("markdown", "text"): 12_000,
}
_COUNTS: Final[dict[tuple[str, str], int]] = {
    ("actions", "elements"): 25,
    ("context", "elements"): 10,
    ("section", "fields"): 10,
}
_NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "header": ("text",),
    "button": ("text", "action_id"),
    "image": ("alt_text",),
    "input": ("label", "element"),
    "actions": ("elements",),
    "context": ("elements",),
    "rich_text": ("elements",),
    "modal": ("title", "blocks"),
    "home": ("blocks",),
    "plain_text_input": ("action_id",),
}


def trouble_with_message(payload: dict[str, Any], *, longest: int = LONGEST_TEXT) -> tuple[str, list[str]] | None:
    """The error code and its messages, or None."""
    text, blocks = payload.get("text") or "", payload.get("blocks")
    if not text and not blocks:
        return "no_text", []
    if len(text) > longest:
        return "msg_too_long", []
    found = trouble_with_blocks(payload)
    if found:
        return "invalid_blocks", found
    if len(orjson.dumps(blocks or []).decode()) > LONGEST_BLOCKS:
        return "msg_blocks_too_long", []
    return None


def trouble_with_blocks(payload: dict[str, Any], kind: str = "message") -> list[str]:
    blocks = payload.get("blocks") or []
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        return ["[ERROR] must be an array of objects [json-pointer:/blocks]"]
    if len(blocks) > MOST_BLOCKS[kind]:
        return [f"[ERROR] no more than {MOST_BLOCKS[kind]} items allowed [json-pointer:/blocks]"]
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    found = ["[ERROR] block_id already exists [json-pointer:/blocks]"] if len(set(ids)) < len(ids) else []
    for number, block in enumerate(blocks):
        if block.get("type") not in BLOCKS:
            found.append(f"[ERROR] unsupported type: {block.get('type')} [json-pointer:/blocks/{number}/type]")
        found += _of(block, f"/blocks/{number}")
    return found


def trouble_with_view(view: dict[str, Any], kind: str) -> list[str]:
    if not isinstance(view, dict) or view.get("type") != kind:
        return [f"[ERROR] must be a {kind} [json-pointer:/view/type]"]
    found = trouble_with_blocks(view, kind) + _of(view, "/view")
    has_input = any(block.get("type") == "input" for block in view.get("blocks", []))
    if kind == "modal" and has_input and not view.get("submit"):
        found.append("[ERROR] missing required field: submit [json-pointer:/view]")
    return found


def _of(found: Any, path: str) -> list[str]:
    """Everything that is wrong with one thing and what it holds."""
    if isinstance(found, list):
        return [trouble for number, part in enumerate(found) for trouble in _of(part, f"{path}/{number}")]
    if not isinstance(found, dict):
        return []
    troubles = list(_own(found, path))
    for name, part in found.items():
        troubles += _of(
            {"type": "confirm", **part} if name == "confirm" and isinstance(part, dict) else part, f"{path}/{name}"
        )
    return troubles


def _own(found: dict[str, Any], path: str) -> Iterator[str]:
    kind = str(found.get("type"))
    for name in _NEEDED.get(kind, ()):
        if not found.get(name) and not (name == "blocks" and found.get(name) == []):
            yield f"[ERROR] missing required field: {name} [json-pointer:{path}]"
    for (of, name), most in _LENGTHS.items():
        if of == kind and len(_text(found.get(name))) > most:
            yield f"[ERROR] must be less than {most + 1} characters [json-pointer:{path}/{name}]"
    for (of, name), most in _COUNTS.items():
        if of == kind and len(found.get(name) or ()) > most:
            yield f"[ERROR] no more than {most} items allowed [json-pointer:{path}/{name}]"
    for name in ("action_id", "block_id"):
        if len(str(found.get(name, ""))) > 255:
            yield f"[ERROR] must be less than 256 characters [json-pointer:{path}/{name}]"
    yield from _of_kind(kind, found, path)


def _of_kind(kind: str, found: dict[str, Any], path: str) -> Iterator[str]:
    if kind in ("plain_text", "mrkdwn") and not found.get("text"):
        yield f"[ERROR] must be more than 0 characters [json-pointer:{path}/text]"
    if kind in ("header", "button") and isinstance(found.get("text"), dict) and found["text"]["type"] != "plain_text":
        yield f"[ERROR] must be plain_text [json-pointer:{path}/text]"
    if kind == "section" and not found.get("text") and not found.get("fields"):
        yield f"[ERROR] missing required field: text or fields [json-pointer:{path}]"
    if kind == "section" and any(len(_text(field)) > 2000 for field in found.get("fields", ())):
        yield f"[ERROR] must be less than 2001 characters [json-pointer:{path}/fields]"
    if kind == "actions":
        ids = [element.get("action_id") for element in found.get("elements", ())]
        if len(set(ids)) < len(ids):
            yield f"[ERROR] `action_id` must be unique [json-pointer:{path}/elements]"
    if kind == "text" and "text" in found and not found["text"]:
        yield f"[ERROR] must be more than 0 characters [json-pointer:{path}/text]"


def _text(found: Any) -> str:
    if isinstance(found, dict):
        found = found.get("text")
    return found if isinstance(found, str) else ""
