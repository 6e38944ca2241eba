"""What the Slack app says of itself: pure, from a name, a language and a way in to the app's manifest.

Rule: it asks for no right and hears no event without a use that stands beside it here.
https://docs.slack.dev/reference/app-manifest says what each key means.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from campaigns.texts.say import say
from campaigns.words import COMMANDS, Language

SLASH_COMMAND: Final = "/klankbord"
DOOR: Final = "/slack/events"  # all that Slack brings comes in there
LONGEST_NAME: Final = 35
LONGEST_ADDRESS: Final = 2000

# Right → what the bot uses it for. Opening a form and showing the App Home need none.
SCOPES: Final[Mapping[str, str]] = {
    "app_mentions:read": "hears what is said to it in a channel",
    "channels:history": "finds a post back that Slack gave no answer to, so that nothing stands there twice",
    "channels:read": "hears that it came into a channel or is out of it, and that one was closed or renamed",
    "chat:write": "posts, changes its own posts and answers one person in a channel; only where it was invited",
    "commands": f"the command {SLASH_COMMAND}",
    "files:write": "brings the image of a post, which Slack shows from a file of its own",
    "groups:history": "as channels:history, in a private channel that it is in",
    "groups:read": "as channels:read, for a private channel that it is in",
    "im:history": "hears what is said in the private chat with it, and finds back what it said there itself",
    "im:write": "begins the private chat in which it asks for a yes, reminds and answers",
    "reactions:read": "hears reactions; those on its own posts count",
    "users:read": "the name of who speaks to it; Slack gives no e-mail address without it",
    "users:read.email": "knows the people of the campaign file by their address, in both directions",
}
# Event → the rights by which Slack tells it; of two the second is for private channels.
EVENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "app_home_opened": (),
    "app_mention": ("app_mentions:read",),
    "message.im": ("im:history",),
    "reaction_added": ("reactions:read",),
    "reaction_removed": ("reactions:read",),
    "member_joined_channel": ("channels:read", "groups:read"),  # the bot was invited: others are left alone
    "channel_left": ("channels:read",),  # the bot is out of it; member_left_channel does not tell the bot that
    "channel_archive": ("channels:read",),
    "channel_unarchive": ("channels:read",),
    "channel_deleted": ("channels:read",),
    "channel_rename": ("channels:read",),
    "group_left": ("groups:read",),
    "group_archive": ("groups:read",),
    "group_unarchive": ("groups:read",),
    "group_deleted": ("groups:read",),
    "group_rename": ("groups:read",),
}

_GREEN: Final = "#2f6f5e"
_HINTED: Final = ("join", "leave", "seats", "wish", "question", "why", "help")


@dataclass(frozen=True)
class SlackApp:
    """`address` is the https address of the server, without a slash at its end; "" is Socket Mode."""

    name: str = "Klankbord"
    language: Language = "en"
    address: str = ""


def manifest(app: SlackApp) -> dict[str, Any]:
    """Keys in the order in which Slack shows them; one app speaks one language in its own texts."""
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": app.name,
            "description": say(app.language, "slack_app_in_short"),
            "background_color": _GREEN,
            "long_description": say(app.language, "slack_app_at_length", name=app.name),
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            # Always online would be a green dot while the server is down.
            "bot_user": {"display_name": bot_name(app.name), "always_online": False},
            "slash_commands": [_slash_command(app)],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**_request_url(app, "request_url"), "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **_request_url(app, "request_url")},
            "org_deploy_enabled": False,  # one workspace, which the bot token is for
            "socket_mode_enabled": not app.address,
            "token_rotation_enabled": False,  # a token of the settings can't change by itself
        },
    }


def bot_name(name: str) -> str:
    """What people mention: small letters, digits and - _ . only, as Slack asks; "" when nothing is left."""
    letters = unicodedata.normalize("NFKD", name.casefold()).replace(" ", "-")
    return "".join(sign for sign in letters if sign.isascii() and (sign.isalnum() or sign in "-_."))


def _slash_command(app: SlackApp) -> dict[str, Any]:
    words = [COMMANDS[word] if app.language == "nl" else word for word in _HINTED]
    return {
        "command": SLASH_COMMAND,
        **_request_url(app, "url"),
        "description": say(app.language, "slack_app_command"),
        "usage_hint": f"[{' | '.join(words)}]",
        "should_escape": False,  # as it was typed: nobody's text becomes a mention
    }


def _request_url(app: SlackApp, key: str) -> dict[str, str]:
    """In Socket Mode Slack brings nothing: the bot fetches it."""
    return {key: f"{app.address}{DOOR}"} if app.address else {}
