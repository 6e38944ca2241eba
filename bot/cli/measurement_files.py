"""The measurements beside campaign files, checked row by row: a row that would not count is a finding with its line."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.cli.campaign_files import read_at_most, unreadable_file
from campaigns.findings import Finding, InvalidCampaign
from campaigns.measurements import FILE_NAMES, MAX_BYTES, read_measurements
from campaigns.model import Campaign
from campaigns.parse import read_campaign
from campaigns.yaml_subset import BrokenYaml, read_yaml
from campaigns.yaml_subset import Sequence as List


def measurement_findings(files: Sequence[Path], campaigns: Sequence[Campaign]) -> Iterator[Finding]:
    """For each folder of these campaign files. Teams and measures are known where every campaign in it can be read."""
    by_file = {Path(campaign.file): campaign for campaign in campaigns}
    for folder in dict.fromkeys(file.parent for file in files):
        beside = next((folder / name for name in FILE_NAMES if (folder / name).exists()), None)
        if beside is not None:
            yield from _findings(beside, _campaigns_in(folder, by_file))


def _campaigns_in(folder: Path, by_file: Mapping[Path, Campaign]) -> list[Campaign]:
    """None at all when one can't be read: a row may be about a team of that one."""
    found = []
    for file in sorted(folder.glob("*.yaml")):
        try:
            if file in by_file:
                found.append(by_file[file])
            elif not isinstance(read_yaml(content := read_at_most(file)), List):  # a rehearsal script is a list
                found.append(read_campaign(content, str(file)))
        except (OSError, BrokenYaml, InvalidCampaign):
            return []
    return found


def _findings(beside: Path, campaigns: Sequence[Campaign]) -> list[Finding]:
    try:
        with beside.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except OSError as error:
        return [unreadable_file(beside, error)]
    return read_measurements(content, str(beside), *campaigns)[1]
