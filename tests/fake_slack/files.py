"""Files in the fake Slack: an address is asked for, the bytes are brought there, and then the file is completed."""

from collections.abc import Iterator
from typing import Any

import orjson
from aiohttp import web

from tests.fake_slack.refused import Refused
from tests.fake_slack.state import File, Workspace


def address_for(slack: Workspace, asked: dict[str, Any]) -> dict[str, Any]:
    if not asked.get("filename") or not str(asked.get("length", "")).isdigit():
        raise Refused("invalid_arguments")
    file = File(slack.next_id("F"), asked["filename"], int(asked["length"]))
    slack.files[file.id] = file
    return {"file_id": file.id, "upload_url": f"{slack.url.removesuffix('api/')}upload/{file.id}"}


def brought(slack: Workspace, file: str, content: bytes) -> web.Response:
    found = slack.files.get(file)
    if found is None or len(content) != found.length:
        return web.Response(status=400)
    found.content = content
    return web.Response(text=f"OK - {len(content)}")


def complete(slack: Workspace, asked: dict[str, Any]) -> dict[str, Any]:
    wanted = asked.get("files", "[]")
    ids = [one["id"] for one in (orjson.loads(wanted) if isinstance(wanted, str) else wanted)]
    if not ids or any(file not in slack.files or not slack.files[file].content for file in ids):
        raise Refused("file_not_found")
    for file in ids:
        slack.files[file].is_complete = True
    return {"files": [{"id": file, "title": slack.files[file].name} for file in ids]}


def trouble_with_files(slack: Workspace, payload: dict[str, Any]) -> Iterator[str]:
    """A message can't show a file that is not there, or not yet."""
    for number, block in enumerate(payload.get("blocks") or []):
        shown = block.get("slack_file")
        file = slack.files.get(str(shown.get("id"))) if isinstance(shown, dict) else None
        if shown is not None and (file is None or not file.is_complete or not file.is_ready):
            yield f"[ERROR] invalid slack file [json-pointer:/blocks/{number}/slack_file]"
