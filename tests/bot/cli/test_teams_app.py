"""`teams-app`: a package that is the same every time, or one sentence for each thing that is missing or wrong."""

import json
import re
import shlex
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import pytest

from bot.cli.teams_app import ICONS, packed
from bot.platforms.teams.manifest import PACKAGE_VERSION
from tests.bot.cli.conftest import Type

HOW_TO: Final = Path(__file__).parents[3] / "docs" / "howto" / "teams.md"
APP_ID: Final = "1a2b3c4d-1111-4222-8333-444455556666"
VALUES: Final[dict[str, str]] = {
    "--app-id": APP_ID,
    "--organisation": "Gemeente Voorbeeld",
    "--website": "https://example.com/klankbord",
    "--privacy": "https://example.com/privacy",
    "--terms": "https://example.com/terms",
}


@pytest.fixture(autouse=True)
def without_an_app_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MICROSOFT_APP_ID", raising=False)


def words(**changed: str) -> list[str]:
    """All that is needed, with what is named here changed; "" leaves it out."""
    values = VALUES | {f"--{name.replace('_', '-')}": value for name, value in changed.items()}
    return [word for option, value in values.items() if value for word in (option, value)]


def manifest(package: Path) -> Any:
    with ZipFile(package) as opened:
        return json.loads(opened.read("manifest.json"))


def test_it_writes_the_manifest_its_dutch_texts_and_two_icons(typed: Type, folder: Path) -> None:
    result = typed("teams-app", *words())
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"klankbord-teams.zip is written: Klankbord {PACKAGE_VERSION}, app {APP_ID}.")
    with ZipFile(folder / "klankbord-teams.zip") as package:
        assert package.testzip() is None
        assert set(package.namelist()) == {"manifest.json", "nl.json", "color.png", "outline.png"}
        assert package.read("outline.png") == (ICONS / "outline.png").read_bytes()
        assert json.loads(package.read("nl.json"))["name.full"] == "Klankbord van Gemeente Voorbeeld"
    written = manifest(folder / "klankbord-teams.zip")
    assert written["id"] == written["bots"][0]["botId"] == APP_ID
    assert list(written["developer"].values()) == [
        VALUES[f"--{name}"] for name in ("organisation", "website", "privacy", "terms")
    ]


def test_what_was_chosen_is_in_it(typed: Type, folder: Path) -> None:
    typed("teams-app", *words(name="Klankie", package_version="2.0.10", output="other.zip"))
    written = manifest(folder / "other.zip")
    assert (written["name"]["short"], written["version"]) == ("Klankie", "2.0.10")
    assert written["description"]["full"].startswith("Klankie ")


def test_it_is_the_same_twice(typed: Type, folder: Path) -> None:
    for name in ("one.zip", "two.zip"):
        assert typed("teams-app", *words(output=name)).exit_code == 0
    assert (folder / "one.zip").read_bytes() == (folder / "two.zip").read_bytes()


def test_nothing_in_a_package_tells_of_the_day_or_the_machine_or_is_compressed() -> None:
    with ZipFile(BytesIO(packed({"a": b"aaaa" * 100}))) as package:
        [entry] = package.infolist()
    assert (entry.date_time, entry.create_system) == ((1980, 1, 1, 0, 0, 0), 3)
    assert entry.compress_size == entry.file_size == 400


def test_the_app_id_comes_from_the_environment_or_env_and_the_option_wins(
    typed: Type, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the settings only this one is asked: the secret stays where the bot runs."""
    other, third = APP_ID.replace("1", "2"), APP_ID.replace("1", "3")
    (folder / ".env").write_text(f'MICROSOFT_APP_ID="{other}"\n', encoding="utf-8")
    typed("teams-app", *words(app_id="", output="file.zip"))
    monkeypatch.setenv("MICROSOFT_APP_ID", third)
    typed("teams-app", *words(app_id="", output="environment.zip"))
    typed("teams-app", *words(output="option.zip"))
    ids = [manifest(folder / f"{name}.zip")["id"] for name in ("file", "environment", "option")]
    assert ids == [other, third, APP_ID]


def test_everything_that_is_missing_is_said_at_once(typed: Type, folder: Path) -> None:
    result = typed("teams-app")
    assert result.exit_code == 2
    assert [line.split(" ")[0] for line in result.stderr.splitlines()] == [
        "MICROSOFT_APP_ID", "--organisation", "--website", "--privacy", "--terms",
    ]  # fmt: skip
    assert list(folder.iterdir()) == []


def test_without_an_app_id_it_is_one_sentence(typed: Type) -> None:
    result = typed("teams-app", *words(app_id=""))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "MICROSOFT_APP_ID is missing, and so is --app-id: the Application (client) ID of the app registration.\n"
    )


@pytest.mark.parametrize(
    "wrong", ["abc8Q~secret", "00000000-0000-0000-0000-000000000000", f"{{{APP_ID}}}", f"{APP_ID}0"]
)
def test_what_is_no_app_id_is_refused_and_not_repeated(
    typed: Type, folder: Path, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be a secret that was put in the wrong place."""
    monkeypatch.setenv("MICROSOFT_APP_ID", wrong)
    for typed_words, source in ((words(app_id=""), "MICROSOFT_APP_ID"), (words(app_id=wrong), "--app-id")):
        result = typed("teams-app", *typed_words)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"{source} is not an app id")
        assert wrong not in result.output
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("website", "http://example.com"),
        ("website", "example.com/klankbord"),
        ("privacy", "https://"),
        ("privacy", "https:///page"),
        ("terms", "https://example.com/a page"),
        ("terms", "https://[example.com"),
        ("terms", f"https://example.com/{'a' * 2048}"),
        ("name", "n" * 31),
        ("name", " "),
        ("organisation", "o" * 33),
        ("organisation", "Gemeente\u202eVoorbeeld"),
        ("package-version", "1.0"),
        ("package-version", "1.0.0-beta"),
        ("package-version", "01.0.0"),
    ],
)
def test_what_teams_would_refuse_is_refused_here(typed: Type, folder: Path, option: str, value: str) -> None:
    result = typed("teams-app", *words(**{option.replace("-", "_"): value}))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"--{option} ")
    assert len(result.stderr.splitlines()) == 1
    assert list(folder.iterdir()) == []


def test_what_is_there_stays_as_it_is_unless_it_must_go(typed: Type, folder: Path) -> None:
    (folder / "klankbord-teams.zip").write_text("my own work")
    result = typed("teams-app", *words())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "klankbord-teams.zip exists already and stays as it is. Choose another --output, or add --force.\n"
    )
    assert (folder / "klankbord-teams.zip").read_text() == "my own work"
    assert typed("teams-app", *words(), "--force").exit_code == 0
    assert manifest(folder / "klankbord-teams.zip")["id"] == APP_ID


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_folder_that_is_not_there_is_one_sentence(typed: Type, force: tuple[str, ...]) -> None:
    result = typed("teams-app", *words(output="nowhere/app.zip"), *force)
    assert (result.exit_code, result.stderr) == (2, "nowhere/app.zip can't be written (No such file or directory).\n")


def test_an_env_file_that_is_no_text_is_one_sentence(typed: Type, folder: Path) -> None:
    (folder / ".env").write_bytes("MICROSOFT_APP_ID=x".encode("utf-16"))
    result = typed("teams-app", *words(app_id=""))
    assert (result.exit_code, result.stderr) == (2, ".env can't be read as UTF-8 text (UnicodeDecodeError).\n")


def test_the_command_on_the_administrator_s_page_works(
    typed: Type, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MICROSOFT_APP_ID", APP_ID)
    [command] = re.findall(r"^python app\.py (teams-app .*?)^```", HOW_TO.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    result = typed(*shlex.split(command.replace("\\\n", " ")))
    assert result.exit_code == 0, result.output
    assert manifest(folder / "klankbord-teams.zip")["developer"]["name"] == "Gemeente Voorbeeld"


def test_the_page_names_no_option_that_the_verb_lacks(typed: Type) -> None:
    known = set(re.findall(r"--[a-z-]+", typed("teams-app", "--help").stdout))
    step = HOW_TO.read_text("utf-8").partition("## 5.")[2].partition("## 6.")[0]
    assert set(re.findall(r"(?<![\w-])--[a-z-]+", step)) <= known
