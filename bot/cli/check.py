"""`check FILE…`: every problem of campaign files at once."""

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.campaign_files import check_files, has_errors
from bot.cli.show import remark, show, show_json
from campaigns.findings import Finding


class CheckFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


Files = Annotated[list[Path], typer.Argument(metavar="FILE…", help="One or more campaign files.", show_default=False)]
Format = Annotated[CheckFormat, typer.Option("--format", help="Lines to read, or JSON for another program.")]


def check(files: Files, form: Format = CheckFormat.TEXT) -> None:
    """Say everything that is wrong with campaign files, each with its line and the fix."""
    _, findings = check_files(files)
    if form is CheckFormat.JSON:
        show_json([as_document(finding) for finding in findings])
    else:
        for finding in findings:
            show(str(finding))
        remark(_summary(len(set(files)), findings))
    raise typer.Exit(1 if has_errors(findings) else 0)


def as_document(finding: Finding) -> dict[str, object]:
    names = ("file", "line", "rule", "level", "message", "fix", "post")
    return {name: asdict(finding)[name] for name in names}


def _summary(files: int, findings: list[Finding]) -> str:
    checked = "1 file checked" if files == 1 else f"{files} files checked"
    if not findings:
        return f"{checked}: nothing to mend."
    errors = sum(has_errors([finding]) for finding in findings)
    return f"{checked}: {errors} to mend, {len(findings) - errors} to think about."
