"""What the Teams app says of itself: pure, from the organisation's values to the documents of the app package.

https://learn.microsoft.com/microsoft-365/extensibility/schema/ says what each key means.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from campaigns.texts.say import say
from campaigns.words import COMMANDS, Language

MANIFEST_VERSION: Final = "1.30"
PACKAGE_VERSION: Final = "1.0.0"  # Teams takes a changed package only under a higher one: raise it with what is below
COLOR_ICON: Final = "color.png"
OUTLINE_ICON: Final = "outline.png"
LONGEST_NAME: Final = 30
LONGEST_ORGANISATION: Final = 32
LONGEST_URL: Final = 2048

_DUTCH: Final = "nl.json"  # for all of Dutch: Teams would not show nl-nl to somebody in Belgium
_SCHEMAS: Final = f"https://developer.microsoft.com/json-schemas/teams/v{MANIFEST_VERSION}"
_GREEN: Final = "#2f6f5e"

# Teams shows one menu per scope, of twelve words at most. It can't show a word to the owner alone.
_FOR_ALL: Final[Mapping[str, tuple[str, ...]]] = {
    "team": ("join", "leave", "seats", "wish", "wishes", "question", "object", "why", "help"),
    "personal": (
        "join", "leave", "seats", "wish", "question", "object", "remind me", "my data", "forget me", "stop", "help",
    ),
}  # fmt: skip
_FOR_THE_OWNER: Final[Mapping[str, tuple[str, ...]]] = {"team": ("connect", "disconnect"), "personal": ("today",)}


@dataclass(frozen=True)
class TeamsApp:
    """`app_id` is that of the bot, the addresses are https. The longest of each is above; Teams refuses more."""

    app_id: str
    organisation: str
    website: str
    privacy: str
    terms: str
    name: str = "Klankbord"
    version: str = PACKAGE_VERSION


def documents(app: TeamsApp) -> dict[str, dict[str, Any]]:
    """File name in the package → what is in it."""
    return {"manifest.json": _manifest(app), _DUTCH: _translated(app, "nl")}


def _manifest(app: TeamsApp) -> dict[str, Any]:
    return {
        "$schema": f"{_SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": MANIFEST_VERSION,
        "version": app.version,
        "id": app.app_id,
        "localizationInfo": {
            "defaultLanguageTag": "en",
            "additionalLanguages": [{"languageTag": "nl", "file": _DUTCH}],
        },
        "developer": {
            "name": app.organisation,
            "websiteUrl": app.website,
            "privacyUrl": app.privacy,
            "termsOfUseUrl": app.terms,
        },
        "name": {"short": app.name, "full": _full_name(app, "en")},
        "description": {"short": say("en", "teams_app_in_short"), "full": _at_length(app, "en")},
        "icons": {"color": COLOR_ICON, "outline": OUTLINE_ICON},
        "accentColor": _GREEN,
        "bots": [_bot(app)],
        "permissions": ["identity", "messageTeamMembers"],  # who speaks, and a private word to who approves
        "validDomains": [],  # nothing of ours is shown inside Teams
        "defaultInstallScope": "team",
        "defaultGroupCapability": {"team": "bot"},
        "supportsChannelFeatures": "tier1",  # required from 1.25 on: it may be added to shared and private channels
    }


def _bot(app: TeamsApp) -> dict[str, Any]:
    return {
        "botId": app.app_id,
        "scopes": list(_FOR_ALL),
        "isNotificationOnly": False,
        "supportsFiles": False,
        "supportsCalling": False,
        "supportsVideo": False,
        "commandLists": [
            {
                "scopes": [scope],
                "commands": [{"title": title, "description": does} for title, does in _commands(scope, "en")],
            }
            for scope in _FOR_ALL
        ],
    }


def _translated(app: TeamsApp, language: Language) -> dict[str, Any]:
    """By the paths that Teams looks for. Whoever chooses a word from the menu types it in that language."""
    menus = {
        f"bots[0].commandLists[{menu}].commands[{place}].{field}": text
        for menu, scope in enumerate(_FOR_ALL)
        for place, command in enumerate(_commands(scope, language))
        for field, text in zip(("title", "description"), command, strict=True)
    }
    return {
        "$schema": f"{_SCHEMAS}/MicrosoftTeams.Localization.schema.json",
        "name.short": app.name,
        "name.full": _full_name(app, language),
        "description.short": say(language, "teams_app_in_short"),
        "description.full": _at_length(app, language),
        **menus,
    }


def _commands(scope: str, language: Language) -> Iterator[tuple[str, str]]:
    """The word to type, and what it does."""
    for command in _FOR_ALL[scope]:
        yield _word(command, language), _does(command, language)
    for command in _FOR_THE_OWNER[scope]:
        yield _word(command, language), say(language, "teams_app_for_owner", does=_does(command, language))


def _word(command: str, language: Language) -> str:
    return COMMANDS[command] if language == "nl" else command


def _does(command: str, language: Language) -> str:
    return say(language, f"room_does_{command.replace(' ', '_')}")


def _full_name(app: TeamsApp, language: Language) -> str:
    return say(language, "teams_app_full_name", name=app.name, organisation=app.organisation)


def _at_length(app: TeamsApp, language: Language) -> str:
    return say(language, "teams_app_at_length", name=app.name)
