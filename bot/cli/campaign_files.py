"""Campaign files from disk to checked campaigns; a file that can't be read is a finding like any other."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.campaign_images import read_beside
from bot.cli.show import remark
from campaigns.findings import Finding, InvalidCampaign, Level, has_errors
from campaigns.images import with_images
from campaigns.model import Campaign
from campaigns.parse import check_campaigns

# One byte more than a campaign file may have, so that the check can see that it is too large without reading it all.
READ_AT_MOST: Final = 256 * 1024 + 1
UNREADABLE: Final = "F0"

CampaignFile = Annotated[Path, typer.Argument(metavar="FILE", help="The campaign file (YAML).", show_default=False)]


def check_files(files: Sequence[Path]) -> tuple[list[Campaign], list[Finding]]:
    """Every campaign that is sound, and every finding over all files and the images beside them."""
    readable: list[tuple[str, bytes]] = []
    unreadable: list[Finding] = []
    for file in dict.fromkeys(files):
        try:
            readable.append((str(file), read_at_most(file)))
        except OSError as error:
            unreadable.append(unreadable_file(file, error))
    with collecting_afterwards():
        campaigns, findings = check_campaigns(readable)
        looked_at = [with_images(campaign, read_beside(Path(campaign.file))) for campaign in campaigns]
    found = [*unreadable, *findings, *(finding for _, about in looked_at for finding in about)]
    return [campaign for campaign, _ in looked_at], sorted(found, key=lambda one: (one.file, one.line, one.rule))


@contextmanager
def collecting_afterwards() -> Iterator[None]:
    """Looking for garbage halfway walks over all campaigns read so far, again and again: a thousand files would cost
    far more than ten times a hundred."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def sound_campaign(file: Path) -> Campaign:
    """The campaign of this file; its warnings are remarks, its errors raise InvalidCampaign."""
    return _campaign(file, may_have_errors=False)


def readable_campaign(file: Path) -> Campaign:
    """The campaign of this file to look at: errors of its plan and of the rules are remarks too."""
    return _campaign(file, may_have_errors=True)


def _campaign(file: Path, *, may_have_errors: bool) -> Campaign:
    campaigns, findings = check_files([file])
    if not campaigns or (has_errors(findings) and not may_have_errors):
        raise InvalidCampaign(tuple(findings))
    for finding in findings:
        remark(str(finding))
    return campaigns[0]


def read_at_most(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(READ_AT_MOST)


def unreadable_file(file: Path, error: OSError) -> Finding:
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
