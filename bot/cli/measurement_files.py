"""The measurements beside campaign files, checked row by row: a row that would not count is a finding with its line."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.cli.campaign_files import unreadable_file
from campaigns.findings import Finding
from campaigns.measurements import FILE_NAMES, MAX_BYTES, read_measurements
from campaigns.model import Campaign


def measurement_findings(files: Sequence[Path], campaigns: Sequence[Campaign]) -> Iterator[Finding]:
    """For each folder of these campaign files. Teams and measures are known where one campaign alone uses the file."""
    by_file = {Path(campaign.file): campaign for campaign in campaigns}
    for folder in dict.fromkeys(file.parent for file in files):
        beside = next((folder / name for name in FILE_NAMES if (folder / name).exists()), None)
        if beside is not None:
            using = sorted(folder.glob("*.yaml"))
            yield from _findings(beside, by_file.get(using[0]) if len(using) == 1 else None)


def _findings(beside: Path, campaign: Campaign | None) -> list[Finding]:
    try:
        with beside.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except OSError as error:
        return [unreadable_file(beside, error)]
    return read_measurements(content, str(beside), campaign)[1]
