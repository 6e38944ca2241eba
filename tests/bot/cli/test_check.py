"""`check`: every bad file is one clear line with the right exit code, never a traceback."""

import json
import os
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Type

SHIPPED = Path(__file__).parents[3] / "campaigns" / "library"
ENGLISH = SHIPPED / "one-customer-view.yaml"


def test_a_sound_file_says_so_and_leaves_standard_output_empty(typed: Type) -> None:
    result = typed("check", ENGLISH)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 file checked: nothing to mend.\n"


def test_both_shipped_campaigns_together_are_sound(typed: Type) -> None:
    result = typed("check", ENGLISH, SHIPPED / "een-klantbeeld.yaml", "--format", "json")
    assert isinstance(json.loads(result.stdout), list)


def test_json_of_a_sound_file_is_an_empty_list(typed: Type) -> None:
    result = typed("check", ENGLISH, "--format", "json")
    assert (result.exit_code, json.loads(result.stdout), result.stderr) == (0, [], "")


def test_a_finding_has_its_line_and_the_seven_fields(typed: Type, folder: Path) -> None:
    text = ENGLISH.read_text(encoding="utf-8").replace("\nweeks: 12", "\nweeeks: 12")
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    result = typed("check", "mine.yaml", "--format", "json")
    [first, *_] = json.loads(result.stdout)
    assert result.exit_code == 1
    assert list(first) == ["file", "line", "rule", "level", "message", "fix", "post"]
    assert (first["file"], first["level"]) == ("mine.yaml", "error")
    line = text.splitlines().index("weeeks: 12") + 1
    assert any(found["line"] == line for found in json.loads(result.stdout))


def test_the_text_form_is_file_line_rule_level_message(typed: Type, folder: Path) -> None:
    (folder / "mine.yaml").write_text(ENGLISH.read_text(encoding="utf-8").replace("\nweeks: 12", "\nweeeks: 12"))
    result = typed("check", "mine.yaml")
    assert result.exit_code == 1
    for line in result.stdout.splitlines():
        file, number, rest = line.split(":", 2)
        assert file == "mine.yaml"
        assert number.isdigit()
        assert rest.split(" ")[2] in {"error:", "warn:"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.yaml", b""),
        ("binary.yaml", bytes(range(256)) * 8),
        ("large.yaml", b"# " + b"x" * 300 * 1024),
        ("latin.yaml", "campaign: café".encode("latin-1")),
        ("list.yaml", b"- 1\n- 2\n"),
        ("blank.yaml", b"\n\n   \n"),
        ("nul.yaml", b"campaign: a\x00b\n"),
        ("bomb.yaml", b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n"),
    ],
)
def test_a_file_that_is_no_campaign_is_said_with_its_line(typed: Type, folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    result = typed("check", name)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{name}:")
    assert "Traceback" not in result.output


def test_of_a_file_that_is_too_large_no_size_is_said_that_was_not_read(typed: Type, folder: Path) -> None:
    (folder / "large.yaml").write_bytes(b"# " + b"x" * 300 * 1024)
    assert typed("check", "large.yaml").stdout.startswith(
        "large.yaml:1: Y1 error: The file is larger than the 256 KiB that a campaign file may be."
    )


def test_two_folders_with_one_file_name_are_a_finding(typed: Type, folder: Path) -> None:
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "crm.yaml").write_bytes(ENGLISH.read_bytes())
    result = typed("check", "a/crm.yaml", "b/crm.yaml")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "b/crm.yaml:1: K7 error: b/crm.yaml and a/crm.yaml would both be the campaign 'crm'"
    )


def test_a_missing_file_a_folder_and_a_sound_one_are_all_answered(typed: Type, folder: Path) -> None:
    (folder / "inside").mkdir()
    result = typed("check", "no.yaml", "inside", ENGLISH)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "inside:1: F0 error: this is a folder, not a campaign file. Name the files in it: inside/*.yaml",
        "no.yaml:1: F0 error: there is no such file. Is the name right? `python app.py new no` makes a new one.",
    ]
    assert result.stderr == "3 files checked: 2 errors, 0 warnings.\n"


def test_a_file_that_may_not_be_read_is_said(typed: Type, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    file = folder / "secret.yaml"
    file.write_bytes(ENGLISH.read_bytes())
    file.chmod(0)
    if os.access(file, os.R_OK):  # root reads everything, so only the system's answer is played
        monkeypatch.setattr(Path, "open", refuse)
    result = typed("check", "secret.yaml")
    assert result.exit_code == 1
    assert result.stdout == (
        "secret.yaml:1: F0 error: you may not read this file. Ask its owner for the right to read it.\n"
    )


def test_without_a_file_the_usage_is_said(typed: Type) -> None:
    result = typed("check")
    assert result.exit_code == 2
    assert "FILE" in result.stderr


def test_a_terminal_gets_a_page_and_a_pipe_gets_lines(
    typed: Type, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "mine.yaml").write_text("campaign: x\n", encoding="utf-8")
    monkeypatch.setenv("NO_COLOR", "1")
    assert typed("check", "mine.yaml").stdout.startswith("mine.yaml:1: K2 error: ")
    monkeypatch.setattr("bot.cli.check.is_terminal", lambda: True)
    result = typed("check", "mine.yaml")
    assert result.exit_code == 1
    assert result.stdout.startswith("mine.yaml\n\nwhole campaign\n   1  K2   ")
    assert "\x1b[3" not in result.stdout


def test_github_gets_commands(typed: Type, folder: Path) -> None:
    (folder / "mine.yaml").write_text("campaign: x\n", encoding="utf-8")
    result = typed("check", "mine.yaml", "--format", "github")
    assert result.exit_code == 1
    assert all(line.startswith("::error file=mine.yaml,line=1,title=K2::") for line in result.stdout.splitlines())


def test_a_broken_rule_is_an_error_and_advice_is_not(typed: Type, folder: Path) -> None:
    text = ENGLISH.read_text(encoding="utf-8")
    (folder / "mine.yaml").write_text(text.replace("Click the star", "Last chance! Click the star"), encoding="utf-8")
    result = typed("check", "mine.yaml")
    assert result.exit_code == 1
    assert " S7 error: " in result.stdout
