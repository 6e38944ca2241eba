"""The settings of Slack, all or none: what is missing or can't work is said at once, and no sentence shows a secret."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

BOT_TOKEN: Final = "SLACK_BOT_TOKEN"  # noqa: S105  # the names of settings, no secrets
SIGNING_SECRET: Final = "SLACK_SIGNING_SECRET"  # noqa: S105
APP_TOKEN: Final = "SLACK_APP_TOKEN"  # noqa: S105
NAMES: Final = (BOT_TOKEN, SIGNING_SECRET, APP_TOKEN)

_ALIKE: Final = 0.9  # how near another name must be to be a typing mistake; SLACK_WEBHOOK_URL is somebody else's
_FEWEST_DIGITS: Final = 6  # different ones; thirty-two by chance have more, what somebody made up has not


@dataclass(frozen=True)
class SlackSettings:
    """One of the two is set: `signing_secret` when Slack comes in over https, `app_token` for Socket Mode."""

    bot_token: str = field(repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    app_token: str | None = field(default=None, repr=False)


def read_slack(values: Mapping[str, str]) -> tuple[SlackSettings | None, list[str]]:
    """From the names that are set; None when Slack is not, or not rightly. The sentences say what to mend.

    A name with nothing behind it is not set: an example file lists them all.
    """
    given = {name: value for name in NAMES if (value := values.get(name, "").strip())}
    problems = [*_misspelt(values), *(_problems(given) if given else ())]
    if problems or not given:
        return None, problems
    return SlackSettings(given[BOT_TOKEN], given.get(SIGNING_SECRET), given.get(APP_TOKEN)), []


def _misspelt(values: Mapping[str, str]) -> Iterator[str]:
    """With a name that is nearly right, the room would be served and Slack would stay silent."""
    for name in sorted(name for name, value in values.items() if value.strip() and name not in NAMES):
        if get_close_matches(name.upper(), NAMES, n=1, cutoff=_ALIKE):
            yield f"{name} is not a setting. Those of Slack are {', '.join(NAMES)}."


def _problems(given: Mapping[str, str]) -> Iterator[str]:
    if not _is_token("xoxb-", given.get(BOT_TOKEN, "")):
        found = "is not one that Slack gave" if BOT_TOKEN in given else "is missing"
        yield f"{BOT_TOKEN} {found}; it must be the Bot User OAuth Token of the app, which begins with xoxb-."
    if SIGNING_SECRET in given and APP_TOKEN in given:
        yield (
            f"{SIGNING_SECRET} and {APP_TOKEN} are both set. Leave {APP_TOKEN} out when Slack comes to the bot over"
            f" https; leave {SIGNING_SECRET} out for Socket Mode."
        )
    elif SIGNING_SECRET not in given and APP_TOKEN not in given:
        yield (
            f"{SIGNING_SECRET} is missing: the Signing Secret of the app, by which the bot knows what comes from"
            f" Slack; or set {APP_TOKEN} for Socket Mode."
        )
    if SIGNING_SECRET in given and not _is_signing_secret(given[SIGNING_SECRET]):
        yield (
            f"{SIGNING_SECRET} is not one that Slack gave; it must be the Signing Secret of the app: 32 digits and"
            " letters from a to f."
        )
    if APP_TOKEN in given and not _is_token("xapp-", given[APP_TOKEN]):
        yield (
            f"{APP_TOKEN} is not one that Slack gave; it must be an app-level token with connections:write, which"
            " begins with xapp-."
        )


def _is_token(beginning: str, value: str) -> bool:
    """All have a number in them; the word of an example has not."""
    return re.fullmatch(rf"{beginning}(?=.*[0-9])[0-9A-Za-z-]{{10,}}", value) is not None


def _is_signing_secret(value: str) -> bool:
    made_up = len(set(value.lower())) < _FEWEST_DIGITS or value[:16] == value[16:]
    return re.fullmatch(r"[0-9A-Fa-f]{32}", value) is not None and not made_up
