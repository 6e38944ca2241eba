"""What `check` says: a problem in a campaign file, where it is, what was found, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    ERROR = "error"
    WARN = "warn"


@dataclass(frozen=True, order=True)
class Finding:
    """`line` counts from 1; `post` is a post's id or None; message and fix are in the file's language."""

    file: str
    line: int
    rule: str
    level: Level
    message: str
    fix: str
    post: str | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule} {self.level}: {self.message} {self.fix}".rstrip()


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.level is Level.ERROR for finding in findings)


class InvalidCampaign(Exception):
    """The author's problem: every finding at once. Exit code 1."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings
