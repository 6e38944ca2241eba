"""`slack-manifest`: the app manifest that is pasted in Slack; same values, same text, and it needs no secret."""

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer
import yaml

from bot.cli.show import remark, show
from bot.cli.spoken import SpokenLanguage
from bot.invalid_settings import InvalidSettings
from bot.platforms.slack.manifest import DOOR, LONGEST_ADDRESS, LONGEST_NAME, SlackApp, bot_name, manifest


class ManifestFormat(StrEnum):
    YAML = "yaml"
    JSON = "json"


Address = Annotated[
    str,
    typer.Option(
        "--address", metavar="URL", help="The https address of your server; without it the app is for Socket Mode."
    ),
]
InLanguage = Annotated[SpokenLanguage, typer.Option("--language", help="The language of what the app says of itself.")]
Name = Annotated[
    str, typer.Option("--name", metavar="NAME", help=f"What people see, at most {LONGEST_NAME} characters.")
]
Format = Annotated[ManifestFormat, typer.Option("--format", help="Slack takes both.")]


def slack_manifest(
    address: Address = "",
    language: InLanguage = SpokenLanguage.EN,
    name: Name = SlackApp.name,
    form: Format = ManifestFormat.YAML,
) -> None:
    """Print the app manifest for Slack; docs/howto/slack.md says what to do with it."""
    app = SlackApp(
        name=name.strip(),
        language=language.value,
        address=address.strip().rstrip("/").removesuffix(DOOR).rstrip("/"),
    )
    problems = [*_problems(app, is_address_given=bool(address))]
    if problems:
        raise InvalidSettings(problems)
    show(_as_text(manifest(app), form))
    remark(_what_next(app))


def _as_text(document: dict[str, Any], form: ManifestFormat) -> str:
    if form is ManifestFormat.JSON:
        return json.dumps(document, indent=2, ensure_ascii=False)
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=110).rstrip()


def _what_next(app: SlackApp) -> str:
    """On standard error, so that a file or the clipboard gets the manifest alone."""
    way = f"over https: Slack brings everything to {app.address}{DOOR}" if app.address else "in Socket Mode"
    return f"This is the manifest of {app.name} {way}. Where to paste it: docs/howto/slack.md."


def _problems(app: SlackApp, *, is_address_given: bool) -> Iterator[str]:
    if not app.name.isprintable() or not bot_name(app.name):
        yield "--name must be a name with letters or digits that everybody can type."
    elif len(app.name) > LONGEST_NAME:
        yield f"--name has {len(app.name)} characters; Slack shows at most {LONGEST_NAME}."
    if is_address_given and not _is_address(app.address):
        yield "--address must be the https address of your server, such as https://klankbord.example.com."


def _is_address(url: str) -> bool:
    """Slack adds nothing and follows nothing, so what it gets must be whole and plain."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_plain = url.isprintable() and not set(' ?#@\\"') & set(url) and len(url) <= LONGEST_ADDRESS
    return parts.scheme == "https" and bool(parts.hostname) and is_plain
