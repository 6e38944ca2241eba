"""Findings as people read them in a terminal, and as GitHub shows them beside the lines of a pull request."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from rich.table import Table
from rich.text import Text

from campaigns.findings import Finding, Level

WHOLE: Final = "whole campaign"
COLOURS: Final = {Level.ERROR: "bold red", Level.WARN: "bold yellow"}
COMMANDS: Final = {Level.ERROR: "error", Level.WARN: "warning"}


def summary(files: int, findings: Sequence[Finding]) -> str:
    """`2 files checked: 3 errors, 5 warnings.`"""
    checked = counted(files, "file") + " checked"
    if not findings:
        return f"{checked}: nothing to mend."
    errors = sum(finding.level is Level.ERROR for finding in findings)
    return f"{checked}: {counted(errors, 'error')}, {counted(len(findings) - errors, 'warning')}."


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def page(findings: Sequence[Finding]) -> Iterator[Text | Table]:
    """Per file what is said of the whole campaign, then each post in the order of the file."""
    for file, of_file in groupby(findings, key=lambda finding: finding.file):
        yield Text(file, style="bold underline")
        for post, alike in _by_post(list(of_file)):
            yield Text(f"\n{post or WHOLE}", style="bold")
            for finding in alike:
                yield _entry(finding)
        yield Text("")


def _by_post(findings: Sequence[Finding]) -> Iterator[tuple[str | None, list[Finding]]]:
    """A post stands where its first finding does; the whole campaign comes first."""
    posts = dict.fromkeys(finding.post for finding in findings)
    for post in sorted(posts, key=lambda post: post is not None):
        yield post, [finding for finding in findings if finding.post == post]


def _entry(finding: Finding) -> Table:
    """Line, rule, and what was found with its fix below it; a text that is too long goes on under itself."""
    entry = Table.grid(padding=(0, 2, 0, 0))
    entry.add_column(width=4, justify="right", style="dim")
    entry.add_column(width=3, style=COLOURS[finding.level])
    entry.add_column(overflow="fold")
    entry.add_row(str(finding.line), finding.rule, Text(finding.message))
    if finding.fix:
        entry.add_row("", "", Text(f"→ {finding.fix}", style="cyan"))
    return entry


def github_line(finding: Finding) -> str:
    """A workflow command: GitHub puts it beside the line."""
    where = {"file": finding.file, "line": finding.line, "title": finding.rule}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    said = f"{finding.message} {finding.fix}".strip()
    return f"::{COMMANDS[finding.level]} {properties}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
