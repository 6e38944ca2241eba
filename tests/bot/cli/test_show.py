"""What is printed: JSON as people write it, tables without colour or cut words when piped."""

import json
from datetime import date

import pytest

from bot.cli.show import remark, show, show_bytes, show_json, show_table


def test_json_keeps_letters_as_they_are_and_writes_dates_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    show_json([{"name": "Eén klantbeeld 👍", "on": date(2027, 1, 11)}])
    printed = capsys.readouterr().out
    assert "Eén klantbeeld 👍" in printed
    assert json.loads(printed) == [{"name": "Eén klantbeeld 👍", "on": "2027-01-11"}]


def test_remarks_go_beside_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    show("result")
    remark("by the way")
    assert capsys.readouterr() == ("result\n", "by the way\n")


def test_bytes_come_after_what_was_shown_and_stay_as_they_are(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    show("first")
    show_bytes(b"\x89PNG\r\n")
    assert capfdbinary.readouterr().out == b"first\n\x89PNG\r\n"


def test_a_piped_table_folds_long_words_and_drops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    show_table(("word",), [("x" * 150,)], title="[bold]as it is[/bold]")
    printed = capsys.readouterr().out
    assert printed.count("x") == 150
    assert max(map(len, printed.splitlines())) <= 100
    assert printed.startswith("[bold]as it is[/bold]")
    assert "\x1b" not in printed
