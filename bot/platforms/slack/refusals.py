"""What an answer of Slack means for a delivery, and what the owner can do: pure, one table, never another exception.

Rule: what posts is tried again only when it is certain that nothing was posted.
https://docs.slack.dev/reference/methods/chat.postMessage (errors)
"""

import re
from functools import partial
from typing import Final

from bot.platforms import means
from bot.platforms.base import DeliveryError
from bot.platforms.means import Means, Row, error_of

_LONGEST_DETAIL: Final = 100


# Our word for invalid_blocks that is about a file: nothing was posted, and a file that was just brought takes a moment.
IMAGE_NOT_READY: Final = "image_not_ready"


class Refusal(DeliveryError):
    """`code` is Slack's own word for it, "" when it gave none."""

    code = ""


_AGAIN_INSTALLED: Final = "install the app again and put its new bot token in SLACK_BOT_TOKEN"
_LOGIN: Final = f"Slack does not accept the bot's token: {_AGAIN_INSTALLED}"
_GONE: Final = f"Klankbord was removed from this workspace: {_AGAIN_INSTALLED}"
_NOT_ALLOWED: Final = "Slack lets only some people post here: ask who manages the channel to let Klankbord post"
_TOO_LONG: Final = "The message is too long for Slack: make the text shorter"
_ODD_MESSAGE: Final = "Slack does not accept this message"
_BROKE: Final = "Slack failed, and does not say whether it did what was asked"
_SUSPENDED: Final = "The workspace is moving or was suspended: ask its administrators"
_TOO_LATE: Final = "The form came too late to be opened: press the button again"
_NO_MESSAGE: Final = "The message is not there any more"
_NOT_CHANGED: Final = "Slack does not let Klankbord change this message"
_NO_PERSON: Final = "Slack does not know this person"
_NO_FILES: Final = "This workspace takes no images from apps: ask its administrators, or leave the image out"
_MISSING_SCOPE: Final = "The app misses a right in Slack: add it from the manifest and install the app again"

_BY_CODE: Final[dict[str, Row]] = {
    # This channel.
    "not_in_channel": (Means.CLOSED, "Klankbord is not in this channel: invite it there with /invite @Klankbord"),
    "channel_not_found": (
        Means.CLOSED,
        "Slack shows Klankbord no such channel: if it is private, invite it there with /invite @Klankbord",
    ),
    "is_archived": (Means.CLOSED, "This channel was archived: open it again, or connect another one"),
    "is_inactive": (Means.CLOSED, "This channel was archived: open it again, or connect another one"),
    "restricted_action": (Means.CLOSED, _NOT_ALLOWED),
    "restricted_action_read_only_channel": (Means.CLOSED, _NOT_ALLOWED),
    "restricted_action_thread_only_channel": (Means.CLOSED, _NOT_ALLOWED),
    "restricted_action_non_threadable_channel": (Means.CLOSED, _NOT_ALLOWED),
    "restricted_action_thread_locked": (Means.CLOSED, _NOT_ALLOWED),
    "team_access_not_granted": (Means.CLOSED, "Klankbord was not given this workspace: an administrator can add it"),
    "external_channel_migrating": (Means.AGAIN, "This shared channel is moving to another workspace"),
    # This person.
    "user_disabled": (Means.CLOSED, "This person's account in Slack is switched off"),
    "messages_tab_disabled": (
        Means.CLOSED,
        "Nobody can chat with the app: switch on the Messages tab under App Home in its settings",
    ),
    "user_not_found": (Means.NEVER, _NO_PERSON),
    "users_not_found": (Means.NEVER, _NO_PERSON),
    "user_not_visible": (Means.NEVER, _NO_PERSON),
    "user_not_in_channel": (Means.NEVER, "This person is not in the channel any more"),
    "cannot_dm_bot": (Means.NEVER, "Klankbord can't chat with another bot"),
    # The bot's own login. Nothing was done, and the owner can mend it before the post is too late.
    "invalid_auth": (Means.AGAIN, _LOGIN),
    "not_authed": (Means.AGAIN, _LOGIN),
    "token_expired": (Means.AGAIN, _LOGIN),
    "token_revoked": (Means.AGAIN, _GONE),
    "account_inactive": (Means.AGAIN, _GONE),
    "not_allowed_token_type": (Means.AGAIN, "SLACK_BOT_TOKEN is not a bot token: take the one that begins with xoxb-"),
    "missing_scope": (Means.AGAIN, _MISSING_SCOPE),
    "no_permission": (Means.AGAIN, _MISSING_SCOPE),
    "access_denied": (Means.AGAIN, _MISSING_SCOPE),
    "accesslimited": (Means.AGAIN, "Slack does not let the bot in from this network: ask the administrators"),
    "ekm_access_denied": (Means.AGAIN, _SUSPENDED),
    "org_login_required": (Means.AGAIN, _SUSPENDED),
    "team_added_to_org": (Means.AGAIN, _SUSPENDED),
    "two_factor_setup_required": (Means.AGAIN, "The workspace asks for two-factor sign-in: ask its administrators"),
    # The pace.
    "ratelimited": (Means.AGAIN, "Slack asks the bot to slow down"),
    "rate_limited": (Means.AGAIN, "Slack asks the bot to slow down"),
    "message_limit_exceeded": (Means.AGAIN, "This workspace has reached its number of messages"),
    "request_timeout": (Means.AGAIN, "The message did not come whole at Slack"),
    # What was asked.
    "msg_too_long": (Means.NEVER, _TOO_LONG),
    "msg_blocks_too_long": (Means.NEVER, _TOO_LONG),
    "view_too_large": (Means.NEVER, _TOO_LONG),
    "no_text": (Means.NEVER, _ODD_MESSAGE),
    "invalid_blocks": (Means.NEVER, _ODD_MESSAGE),
    IMAGE_NOT_READY: (Means.AGAIN, "Slack can't show the image yet, or does not have it any more"),
    "invalid_blocks_format": (Means.NEVER, _ODD_MESSAGE),
    "invalid_arguments": (Means.NEVER, _ODD_MESSAGE),
    "message_not_found": (Means.NEVER, _NO_MESSAGE),
    "thread_not_found": (Means.NEVER, _NO_MESSAGE),
    "cant_update_message": (Means.NEVER, _NOT_CHANGED),
    "edit_window_closed": (Means.NEVER, _NOT_CHANGED),
    "expired_trigger_id": (Means.NEVER, _TOO_LATE),
    "exchanged_trigger_id": (Means.NEVER, _TOO_LATE),
    "invalid_trigger_id": (Means.NEVER, _TOO_LATE),
    # The image of a message, which is brought before anything is posted.
    "file_uploads_disabled": (Means.NEVER, _NO_FILES),
    "file_uploads_except_images_disabled": (Means.NEVER, _NO_FILES),
    "file_type_not_allowed": (Means.NEVER, _NO_FILES),
    "storage_limit_reached": (Means.AGAIN, "The workspace has no room left for files: ask its administrators"),
    "file_not_found": (Means.AGAIN, "The image did not come whole at Slack"),
    # Slack itself. Of these two it says that some of it may have been done.
    "internal_error": (Means.UNSURE, _BROKE),
    "fatal_error": (Means.UNSURE, _BROKE),
    "service_unavailable": (Means.UNSURE, _BROKE),
}
_BY_STATUS: Final[dict[int, Row]] = {
    401: (Means.AGAIN, _LOGIN),
    403: (Means.AGAIN, _LOGIN),
    404: (Means.NEVER, "Slack does not know this address any more"),
    413: (Means.NEVER, _TOO_LONG),
    429: (Means.AGAIN, "Slack asks the bot to slow down"),
}
_BY_HUNDRED: Final[dict[int, Row]] = {
    2: (Means.NEVER, "Slack refused this"),  # it answered in its own words, with ok: false
    3: (Means.NEVER, "Slack pointed to another address, and the bot does not follow"),
    4: (Means.NEVER, "Slack refused this"),
}
_UNHEARD_OF: Final[Row] = (Means.UNSURE, _BROKE)

not_reached = partial(means.not_reached, "Slack")
no_answer = partial(means.no_answer, "Slack")
odd_answer = partial(means.odd_answer, "Slack")


def refusal(
    posts: bool, error: str, *, status: int = 200, retry_after: float | None = None, needed: str = ""
) -> Refusal:
    """`error` and `needed` as Slack words them. `posts`: the request would have put a message there."""
    code, scope = _word(error), _word(needed)
    row = _BY_CODE.get(code) or _BY_STATUS.get(status) or _BY_HUNDRED.get(status // 100, _UNHEARD_OF)
    detail = " ".join(part for part in (str(status) if status != 200 else "", code, scope) if part)
    refused = error_of(
        Refusal, row[0], f"{row[1]} ({detail})." if detail else f"{row[1]}.", posts=posts, wait=retry_after
    )
    refused.code = code
    return refused


def _word(said: object) -> str:
    """One of Slack's codes, or nothing: what comes from outside is not repeated to the owner unseen."""
    text = said if isinstance(said, str) else ""
    return text if re.fullmatch(r"[A-Za-z][A-Za-z0-9_.:,-]*", text) and len(text) <= _LONGEST_DETAIL else ""
