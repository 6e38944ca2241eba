"""The response_url of the fake Slack: thirty minutes, five times, no token."""

from typing import Any

from aiohttp import web

from tests.fake_slack.limits import trouble_with_blocks
from tests.fake_slack.state import RESPONSE_URL_LIVES, RESPONSE_URL_USES, Posted, ResponseUrl, Whisper, Workspace


def respond(slack: Workspace, address: str, body: dict[str, Any]) -> web.Response:
    hook = slack.response_urls.get(address)
    if hook is None:
        return web.json_response({"ok": False, "error": "invalid_url"}, status=404)
    if slack.clock() - hook.made > RESPONSE_URL_LIVES:
        return web.json_response({"ok": False, "error": "expired_url"}, status=404)
    hook.uses += 1
    if hook.uses > RESPONSE_URL_USES:
        return web.json_response({"ok": False, "error": "used_url"}, status=404)
    if trouble_with_blocks(body):
        return web.json_response({"ok": False, "error": "invalid_blocks"}, status=400)
    if not body.get("delete_original") and not body.get("text") and not body.get("blocks"):
        return web.json_response({"ok": False, "error": "no_text"}, status=400)
    _show(slack, hook, body)
    return web.Response(text="ok")


def _show(slack: Workspace, hook: ResponseUrl, body: dict[str, Any]) -> None:
    said = {name: value for name, value in body.items() if name not in ("replace_original", "delete_original")}
    match hook.about:
        case Posted() as posted if body.get("replace_original"):
            posted.edits.append(posted.payload)
            posted.payload = said
        case Posted() as posted if body.get("delete_original"):
            posted.deleted = True
        case Whisper() as whisper if body.get("replace_original"):
            whisper.payload = said
        case Whisper() as whisper if body.get("delete_original"):
            slack.whispers.remove(whisper)
        case _ if body.get("response_type") == "in_channel":
            slack.messages.append(Posted(hook.channel, slack.next_ts(), slack.bot_user, said))
        case _:
            slack.whispers.append(Whisper(hook.channel, hook.user, said, slack.next_ts(), "response_url"))
