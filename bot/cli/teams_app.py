"""`teams-app`: the app package that a Teams administrator uploads; same values, same bytes, and it needs no secret."""

import json
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

import typer
from dotenv import dotenv_values

from bot.cli.show import show
from bot.invalid_settings import InvalidSettings
from bot.platforms.teams.manifest import (
    COLOR_ICON,
    LONGEST_NAME,
    LONGEST_ORGANISATION,
    LONGEST_URL,
    OUTLINE_ICON,
    PACKAGE_VERSION,
    TeamsApp,
    documents,
)
from bot.settings import ENV_FILE

APP_ID: Final = "MICROSOFT_APP_ID"
ICONS: Final = Path(__file__).parents[1] / "platforms" / "teams" / "static"
BEGINNING: Final = (1980, 1, 1, 0, 0, 0)  # of time, in a zip

_GUID: Final = r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
_NUMBER: Final = r"(?:0|[1-9][0-9]{0,8})"
_PAGES: Final = {
    "website": "about the bot, or where people find help",
    "privacy": "on what happens with personal data",
    "terms": "with the terms of use",
}

AppId = Annotated[str, typer.Option("--app-id", metavar="GUID", help=f"The bot's app id, instead of {APP_ID}.")]
Organisation = Annotated[
    str,
    typer.Option("--organisation", metavar="NAME", help=f"Who offers the app, in {LONGEST_ORGANISATION} characters."),
]
Website = Annotated[str, typer.Option("--website", metavar="URL", help=f"Your own page {_PAGES['website']}.")]
Privacy = Annotated[str, typer.Option("--privacy", metavar="URL", help=f"Your own page {_PAGES['privacy']}.")]
Terms = Annotated[str, typer.Option("--terms", metavar="URL", help=f"Your own page {_PAGES['terms']}.")]
Name = Annotated[
    str, typer.Option("--name", metavar="NAME", help=f"What people see and mention, at most {LONGEST_NAME} characters.")
]
Version = Annotated[
    str, typer.Option("--package-version", metavar="X.Y.Z", help="A changed package needs a higher one than before.")
]
Output = Annotated[Path, typer.Option("--output", metavar="FILE", help="Where to write it.")]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]


def teams_app(
    app_id: AppId = "",
    organisation: Organisation = "",
    website: Website = "",
    privacy: Privacy = "",
    terms: Terms = "",
    name: Name = TeamsApp.name,
    version: Version = PACKAGE_VERSION,
    output: Output = Path("klankbord-teams.zip"),
    force: Force = False,
) -> None:
    """Write the app package for Teams; docs/howto/teams.md says what to do with it."""
    app = TeamsApp(
        app_id=(app_id or _set_app_id()).strip(),
        organisation=organisation.strip(),
        website=website.strip(),
        privacy=privacy.strip(),
        terms=terms.strip(),
        name=name.strip(),
        version=version.strip(),
    )
    problems = [*_problems(app, "--app-id" if app_id else APP_ID), *_in_the_way(output, force)]
    if problems:
        raise InvalidSettings(problems)
    _write(output, packed(_files(app)), force)
    show(f"{output} is written: {app.name} {app.version}, app {app.app_id}. Where to upload it: docs/howto/teams.md.")


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip that is the same on every day and every machine: as it is, for compressing depends on the library."""
    into = BytesIO()
    with zipfile.ZipFile(into, "w") as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.create_system = 3  # Unix, also when made on Windows
            entry.external_attr = 0o100644 << 16
            package.writestr(entry, content, zipfile.ZIP_STORED)
    return into.getvalue()


def _files(app: TeamsApp) -> dict[str, bytes]:
    texts = {name: _as_json(document) for name, document in documents(app).items()}
    return texts | {name: (ICONS / name).read_bytes() for name in (COLOR_ICON, OUTLINE_ICON)}


def _as_json(document: Mapping[str, Any]) -> bytes:
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def _set_app_id() -> str:
    """Of all settings only this one: who makes the package need not know the secret."""
    try:
        return os.environ.get(APP_ID) or dotenv_values(ENV_FILE, encoding="utf-8").get(APP_ID) or ""
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidSettings([f"{ENV_FILE} can't be read as UTF-8 text ({type(error).__name__})."]) from error


def _problems(app: TeamsApp, source: str) -> Iterator[str]:
    """A wrong id is not repeated: it may be a secret in the wrong place."""
    if not app.app_id:
        yield f"{APP_ID} is missing, and so is --app-id: the Application (client) ID of the app registration."
    elif not re.fullmatch(_GUID, app.app_id) or not app.app_id.strip("0-"):
        yield f"{source} is not an app id: it is the Application (client) ID of the app registration, a GUID."
    yield from _length("--organisation", app.organisation, LONGEST_ORGANISATION, "the name of your organisation")
    yield from _length("--name", app.name, LONGEST_NAME, "what people see and mention")
    for page, url in (("website", app.website), ("privacy", app.privacy), ("terms", app.terms)):
        if not url:
            yield f"--{page} is missing: the https address of a page of your own {_PAGES[page]}."
        elif not _is_page(url):
            yield f"--{page} must be the whole address of a page of your own, and begin with https://."
    if not re.fullmatch(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}", app.version):
        yield "--package-version must be three whole numbers, such as 1.0.1; Teams takes nothing else."


def _length(option: str, text: str, longest: int, what: str) -> Iterator[str]:
    if not text:
        yield f"{option} is missing: {what}, at most {longest} characters."
    elif not text.isprintable():
        yield f"{option} has a character that can't be shown."
    elif len(text) > longest:
        yield f"{option} has {len(text)} characters; Teams shows at most {longest}."


def _is_page(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_plain = url.isprintable() and " " not in url and len(url) <= LONGEST_URL
    return parts.scheme == "https" and bool(parts.hostname) and is_plain


def _in_the_way(output: Path, force: bool) -> Iterator[str]:
    if output.exists() and not force:
        yield f"{output} exists already and stays as it is. Choose another --output, or add --force."


def _write(output: Path, content: bytes, force: bool) -> None:
    try:
        with output.open("wb" if force else "xb") as opened:
            opened.write(content)
    except OSError as error:
        raise InvalidSettings([f"{output} can't be written ({error.strerror})."]) from error
