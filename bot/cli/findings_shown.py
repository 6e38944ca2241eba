"""Findings as people read them in a terminal, and as GitHub shows them beside the lines of a pull request."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from rich.padding import Padding
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


def page(findings: Sequence[Finding]) -> Iterator[Text | Padding]:
    """Per file what is said of the whole campaign, then each post in the order of the file."""
    for file, of_file in groupby(findings, key=lambda finding: finding.file):
        yield Text(file, style="bold underline")
        for post, alike in _by_post(list(of_file)):
            yield Text(f"\n{post or WHOLE}", style="bold")
            for finding in alike:
                yield from _entry(finding)
        yield Text("")


def _by_post(findings: Sequence[Finding]) -> Iterator[tuple[str | None, list[Finding]]]:
    """A post stands where its first finding does; the whole campaign comes first."""
    posts = dict.fromkeys(finding.post for finding in findings)
    for post in sorted(posts, key=lambda post: post is not None):
        yield post, [finding for finding in findings if finding.post == post]


def _entry(finding: Finding) -> Iterator[Text | Padding]:
    head = Text.assemble(
        (f"{finding.line:>4}  ", "dim"), (f"{finding.rule:<3}", COLOURS[finding.level]), "  ", finding.message
    )
    head.stylize(COLOURS[finding.level], 6, 6 + len(finding.rule))
    yield Padding(head, (0, 0, 0, 0))
    if finding.fix:
        yield Padding(Text(f"→ {finding.fix}", style="cyan"), (0, 0, 0, 11))


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
