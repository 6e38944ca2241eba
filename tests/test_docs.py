"""The documents say what is so: their YAML, their commands and their links are tried."""

import re
import shlex
from pathlib import Path

import pytest

from bot.rehearsal.headless import play_headless
from tests.bot.cli.conftest import Type, folder, typed

__all__ = ["folder", "typed"]  # fixtures of the command line

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(document: str, language: str) -> list[str]:
    text = (ROOT / document).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_yaml_of_the_readme_makes_the_message_beside_it(typed: Type, folder: Path) -> None:
    [campaign], [message] = blocks("README.md", "yaml"), blocks("README.md", "text")
    assert len(campaign.splitlines()) == 12
    (folder / "crm.yaml").write_text(campaign, encoding="utf-8")
    assert typed("check", "crm.yaml").exit_code == 0
    assert typed("preview", "crm.yaml").stdout.strip() == message.strip()


def test_every_command_of_the_tutorial_works_in_its_order(typed: Type, folder: Path) -> None:
    for block in blocks("docs/tutorial.md", "console"):
        command, *printed = block.splitlines()
        words = shlex.split(command.removeprefix("$ python app.py ").partition(" > ")[0])
        result = typed(*words)
        assert result.exit_code == 0, f"{command}: {result.output}"
        assert "\n".join(printed) in result.output, command


def test_the_mistake_of_the_tutorial_is_found_with_what_was_meant(typed: Type, folder: Path) -> None:
    typed("new", "crm")
    right = (folder / "crm.yaml").read_text(encoding="utf-8")
    (folder / "crm.yaml").write_text(right.replace("kind: tip\n", "kind: tipp\n", 1), encoding="utf-8")
    result = typed("check", "crm.yaml")
    assert result.exit_code == 1
    assert "tipp" in result.stdout
    assert re.search(r"\btip\b", result.stdout)


async def test_the_rehearsal_in_which_things_go_wrong_says_what_the_tutorial_shows(folder: Path) -> None:
    """Seats that fill early, a number that is too small, a wish that gets later, and a director who stays silent."""
    [script], [shown] = blocks("docs/tutorial.md", "yaml"), blocks("docs/tutorial.md", "text")
    (folder / "silence.yaml").write_text(script, encoding="utf-8")
    campaign = ROOT / "campaigns" / "library" / "one-customer-view.yaml"
    played = play_headless(campaign, script=folder / "silence.yaml")
    said = iter([line for event in [event async for event in played] for line in event["text"].splitlines()])
    assert [line for line in shown.splitlines() if line and line not in said] == []
    assert set(re.findall(r"rule ([A-Z][0-9]+)", shown)) == {"R7", "S10", "P3", "A4"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_every_named_file_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if not link.startswith("http")]
    assert [link for link in links if not (document.parent / link).exists()] == []
    named = re.findall(r"`((?:bot|campaigns|storage|tests)/[\w/.]*[\w/])`", text)
    later = {"bot/platforms/teams"}  # decision 8: a folder that comes with Teams
    assert [path for path in named if path not in later and not (ROOT / path).exists()] == []
