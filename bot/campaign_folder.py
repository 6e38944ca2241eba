"""The campaign files on disk: read when they change; a file with an error changes nothing, and its owner hears.

Rule: campaigns that run together have no error between them.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePath

from bot.campaign_images import read_beside
from bot.context import Context
from bot.notices import tell_owner
from campaigns.findings import Finding, InvalidCampaign, Level
from campaigns.images import named_files, with_images
from campaigns.measurements import FILE_NAMES, Measurements, read_measurements
from campaigns.model import Campaign
from campaigns.parse import sound_campaign
from campaigns.texts.say import say
from campaigns.together import fit_beside
from storage.tables import CAMPAIGNS

log = logging.getLogger(__name__)

Stamp = tuple[int, int] | None
Stamps = Mapping[Path, Stamp]


class CampaignFolder:
    """`files` lists the campaign files that should be running now.

    A campaign runs when it is sound in itself and beside those that run. One that runs goes on as it is, whatever else
    comes; one that waits is tried again when any file changes.
    """

    def __init__(self, files: Callable[[], Sequence[Path]]) -> None:
        self._files = files
        self._read: dict[Path, Stamps] = {}
        self._told: dict[Path, Stamp] = {}
        self._waiting: dict[str, Campaign] = {}
        self._unheard: set[str] = set()
        self._is_settled = True

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
            self._waiting.pop(path.stem, None)
            self._is_settled = False
        if not self._is_settled:
            await self._settle(ctx, now)
            self._is_settled = True

    async def _read_again(self, ctx: Context, path: Path, stamp: Stamp, now: datetime) -> None:
        """What can't be read is tried again at each look, and logged once; it keeps no other file from being read."""
        try:
            version = await asyncio.to_thread(_version_in, path)
        except OSError as error:
            if self._told.get(path) != stamp:
                log.warning("%s can't be read (%s); what was read of it before stays", path, error.strerror)
            self._told[path] = stamp
            return
        self._waiting.pop(path.stem, None)
        if version.errors:
            key = "file_kept_old" if len(version.errors) > 1 else "file_kept_old_one"
            await _tell(ctx, key, file=path.name, errors=version.errors, now=now)
        elif version.campaign is not None:
            self._waiting[path.stem] = version.campaign
            self._unheard.add(path.stem)
        self._read[path] = {**version.images, path: stamp}
        self._is_settled = False

    async def _settle(self, ctx: Context, now: datetime) -> None:
        """Of those that wait, let run what fits beside what runs, and say once of each other version why it can't."""
        if not self._waiting:
            return
        wanted = await _first_come(ctx, self._waiting.values())
        together, refused = await asyncio.to_thread(fit_beside, dict(ctx.campaigns), wanted)
        ctx.campaigns |= {key: together[key] for key in self._waiting if key not in refused}
        self._waiting = {key: campaign for key, campaign in self._waiting.items() if key in refused}
        for key in sorted(self._unheard & set(refused)):
            await _tell(ctx, "file_clashes", file=self._waiting[key].file, errors=refused[key], now=now)
            self._unheard.discard(key)


def _stamps(paths: Iterable[Path]) -> Stamps:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp:
    """Changes when the file does; None while it is being replaced."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@dataclass(frozen=True)
class _Version:
    """What a file says now. `images` are the stamps of its images, as they were before they were read."""

    campaign: Campaign | None
    errors: Sequence[Finding]
    images: Stamps


def _version_in(path: Path) -> _Version:
    content = path.read_bytes()
    try:
        campaign = sound_campaign(content, path.name)
    except InvalidCampaign as invalid:
        return _Version(None, [finding for finding in invalid.findings if finding.level is Level.ERROR], {})
    stamps = _stamps(path.parent / name for name in named_files(campaign))
    campaign, findings = with_images(campaign, read_beside(path))
    return _Version(campaign, findings, stamps)


async def _first_come(ctx: Context, campaigns: Iterable[Campaign]) -> list[Campaign]:
    """After a restart what ran before comes first, in the version that ran; a campaign that starts earlier is next."""
    async with ctx.store.transaction() as tx:
        known = {key: state.source_hash for key, state in await tx.find(CAMPAIGNS)}

    def turn(campaign: Campaign) -> tuple[bool, bool, date, str]:
        ran_as = known.get(campaign.id)
        return ran_as != campaign.source_hash, ran_as is None, campaign.start, campaign.id

    return sorted(campaigns, key=turn)


async def _tell(ctx: Context, key: str, *, file: str, errors: Sequence[Finding], now: datetime) -> None:
    """Only a campaign that runs has an owner to tell; that another waits is in the log."""
    campaign = ctx.campaigns.get(PurePath(file).stem)
    if campaign is None:
        log.warning("%s waits until this is mended: %s", file, errors[0])
        return
    sentence = say(campaign.language, key, file=file, count=len(errors), first=str(errors[0]))
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
