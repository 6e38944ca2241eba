"""Campaign files from disk to checked campaigns; a file that can't be read is a finding like any other."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.cli.show import remark
from campaigns.findings import Finding, InvalidCampaign, Level
from campaigns.model import Campaign
from campaigns.parse import check_campaigns

# One byte more than a campaign file may have, so that the check can see that it is too large without reading it all.
READ_AT_MOST: Final = 256 * 1024 + 1
UNREADABLE: Final = "F0"

CampaignFile = Annotated[Path, typer.Argument(metavar="FILE", help="The campaign file (YAML).", show_default=False)]


def check_files(files: Sequence[Path]) -> tuple[list[Campaign], list[Finding]]:
    """Every campaign that is sound, and every finding over all files."""
    readable: list[tuple[str, bytes]] = []
    unreadable: list[Finding] = []
    for file in dict.fromkeys(files):
        try:
            readable.append((str(file), _read(file)))
        except OSError as error:
            unreadable.append(_unreadable(file, error))
    campaigns, findings = check_campaigns(readable)
    return campaigns, sorted([*unreadable, *findings], key=lambda found: (found.file, found.line, found.rule))


def sound_campaign(file: Path) -> Campaign:
    """The campaign of this file; its warnings are remarks, its errors raise InvalidCampaign."""
    campaigns, findings = check_files([file])
    if has_errors(findings):
        raise InvalidCampaign(tuple(findings))
    for finding in findings:
        remark(str(finding))
    return campaigns[0]


def has_errors(findings: Sequence[Finding]) -> bool:
    return any(finding.level is Level.ERROR for finding in findings)


def _read(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(READ_AT_MOST)


def _unreadable(file: Path, error: OSError) -> Finding:
    message, fix = _why(file, error)
    return Finding(file=str(file), line=1, rule=UNREADABLE, level=Level.ERROR, message=message, fix=fix)


def _why(file: Path, error: OSError) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError):
        return (
            "there is no such file.",
            f"Is the name right? `python app.py new {file.stem or 'NAME'}` makes a new one.",
        )
    if isinstance(error, IsADirectoryError):
        return "this is a folder, not a campaign file.", f"Name the files in it: {file}/*.yaml"
    if isinstance(error, PermissionError):
        return "you may not read this file.", "Ask its owner for the right to read it."
    return f"this file can't be read ({error.strerror}).", "Is the disk there, and is the name right?"
