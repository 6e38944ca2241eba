"""`check FILE…`: every problem of campaign files and the measurements beside them, at once; or what a rule is about."""

from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.cli.campaign_files import check_files
from bot.cli.explain import explained
from bot.cli.findings_shown import github_line, page, summary
from bot.cli.measurement_files import measurement_findings
from bot.cli.show import is_terminal, remark, show, show_json, show_page
from bot.cli.spoken import Spoken, SpokenLanguage
from campaigns.findings import Finding, has_errors

FIELDS: Final = ("file", "line", "rule", "level", "message", "fix", "post")


class CheckFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


Files = Annotated[
    list[Path] | None, typer.Argument(metavar="FILE…", help="One or more campaign files.", show_default=False)
]
Format = Annotated[
    CheckFormat, typer.Option("--format", help="To read, for another program, or beside the lines of a pull request.")
]
Explain = Annotated[
    str | None, typer.Option("--explain", metavar="RULE", help="Say what a rule is about and why, such as S4.")
]


def check(
    files: Files = None,
    form: Format = CheckFormat.TEXT,
    explain: Explain = None,
    language: Spoken = SpokenLanguage.EN,
) -> None:
    """Say everything that is wrong with campaign files and their measurements, each with its line and the fix."""
    if explain is not None:
        show(explained(explain, language.value))
        return
    if not files:
        raise typer.BadParameter("name a campaign file, or a rule with --explain", param_hint="FILE…")
    campaigns, found = check_files(files)
    findings = sorted([*found, *measurement_findings(files, campaigns)], key=lambda one: (one.file, one.line, one.rule))
    _show(findings, form, summary(len(set(files)), findings))
    raise typer.Exit(1 if has_errors(findings) else 0)


def _show(findings: Sequence[Finding], form: CheckFormat, summed: str) -> None:
    if form is CheckFormat.JSON:
        show_json([as_document(finding) for finding in findings])
        return
    if form is CheckFormat.TEXT and is_terminal():
        show_page(page(findings))
    else:
        for finding in findings:
            show(github_line(finding) if form is CheckFormat.GITHUB else str(finding))
    remark(summed)


def as_document(finding: Finding) -> dict[str, object]:
    return {name: asdict(finding)[name] for name in FIELDS}
