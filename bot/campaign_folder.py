"""The campaign files on disk: read when they change; a file with an error changes nothing, and its owner hears."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bot.campaign_images import read_beside
from bot.context import Context
from bot.notices import tell_owner
from campaigns.findings import Finding, InvalidCampaign, Level
from campaigns.images import named_files, with_images
from campaigns.measurements import FILE_NAMES, Measurements, read_measurements
from campaigns.model import Campaign
from campaigns.parse import sound_campaign
from campaigns.texts.say import say

log = logging.getLogger(__name__)

Stamp = tuple[int, int] | None
Stamps = Mapping[Path, Stamp]


class CampaignFolder:
    """`files` lists the campaign files that should be running now."""

    def __init__(self, files: Callable[[], Sequence[Path]]) -> None:
        self._files = files
        self._read: dict[Path, Stamps] = {}
        self._told: dict[Path, Stamp] = {}

    async def __call__(self, ctx: Context, now: datetime) -> None:
        """Read again what changed, also by an image of it; drop campaigns whose file is gone: their posts are held."""
        present = {path: _stamp(path) for path in self._files()}
        for path, stamp in present.items():
            read = self._read.get(path, {})
            if stamp is not None and ({**read, path: stamp} != read or _stamps(read) != read):
                await self._read_again(ctx, path, stamp, now)
        for path in set(self._read) - set(present):
            del self._read[path]
            ctx.campaigns.pop(path.stem, None)

    async def _read_again(self, ctx: Context, path: Path, stamp: Stamp, now: datetime) -> None:
        """What can't be read is tried again at each look, and logged once; it keeps no other file from being read."""
        try:
            self._read[path] = {**await _load(ctx, path, now), path: stamp}
        except OSError as error:
            if self._told.get(path) != stamp:
                log.warning("%s can't be read (%s); what was read of it before stays", path, error.strerror)
            self._told[path] = stamp


def _stamps(paths: Iterable[Path]) -> Stamps:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp:
    """Changes when the file does; None while it is being replaced."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


async def _load(ctx: Context, path: Path, now: datetime) -> Stamps:
    """The stamps of its images, as they were before they were read."""
    content = await asyncio.to_thread(path.read_bytes)
    stamps: Stamps = {}
    try:
        campaign = sound_campaign(content, path.name)
        stamps = _stamps(path.parent / name for name in named_files(campaign))
        campaign, findings = await asyncio.to_thread(with_images, campaign, read_beside(path))
        if findings:
            raise InvalidCampaign(tuple(findings))
        ctx.campaigns[path.stem] = campaign
    except InvalidCampaign as invalid:
        await _tell_of_errors(ctx, path, invalid.findings, now)
    return stamps


async def _tell_of_errors(ctx: Context, path: Path, findings: tuple[Finding, ...], now: datetime) -> None:
    """Only a campaign that runs has an owner to tell; at the start the command line shows every finding."""
    campaign = ctx.campaigns.get(path.stem)
    errors = [finding for finding in findings if finding.level is Level.ERROR]
    if campaign is None or not errors:
        return
    key = "file_kept_old" if len(errors) > 1 else "file_kept_old_one"
    sentence = say(campaign.language, key, file=path.name, count=len(errors), first=str(errors[0]))
    async with ctx.store.transaction() as tx:
        await tell_owner(ctx, tx, campaign, sentence=sentence, key=f"file/{now.isoformat()}", now=now)


class MeasurementFiles:
    """The measurements beside a campaign file, read fresh whenever the file has changed."""

    def __init__(self, files: Callable[[], Sequence[Path]]) -> None:
        self._files = files
        self._read: dict[Path, tuple[tuple[int, int], Measurements]] = {}

    def __call__(self, campaign: Campaign) -> Measurements:
        beside = next((path.parent for path in self._files() if path.stem == campaign.id), None)
        if beside is None:
            return Measurements()
        for name in FILE_NAMES:
            path = beside / name
            stamp = _stamp(path)
            if stamp is not None:
                return self._fresh(path, stamp)
        return Measurements()

    def _fresh(self, path: Path, stamp: tuple[int, int]) -> Measurements:
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            try:
                known = stamp, read_measurements(path.read_bytes(), path.name)[0]
            except OSError:
                return Measurements()  # what can't be read now supports no claim now
            self._read[path] = known
        return known[1]
