"""`doctor`: what works and what to fix, before a run. It looks and never writes."""

import asyncio
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from bot.cli.campaign_files import check_files
from bot.cli.doctor_platforms import bindings_in, look_at_audiences, look_at_platforms
from bot.cli.free_port import PortTaken, refuse_taken_port
from bot.cli.show import show_table
from bot.cli.surroundings import surroundings
from bot.invalid_settings import InvalidSettings
from bot.settings import Settings, read_settings
from campaigns.findings import Finding, Level, has_errors
from storage.all_stores import open_store
from storage.base import Store, StoreProblem
from storage.tables import AUDIT

MARKS: Final[dict[bool, str]] = {True: "fine", False: "FIX"}


@dataclass(frozen=True)
class Looked:
    """One line of the doctor's table; `says` holds the way out when it is not fine."""

    about: str
    is_fine: bool
    says: str


def doctor(context: typer.Context) -> None:
    """Look at the settings, the store, the clock, the campaigns and the port; say what works and what to fix."""
    looked = list(_look_at_everything(surroundings(context).clock.now()))
    show_table(("", "about", ""), [(MARKS[one.is_fine], one.about, one.says) for one in looked])
    raise typer.Exit(0 if all(one.is_fine for one in looked) else 2)


def _look_at_everything(now: datetime) -> Iterator[Looked]:
    try:
        settings = read_settings()
    except InvalidSettings as error:
        yield from (Looked("settings", False, problem) for problem in error.problems)
        yield _time_zones()
        return
    yield Looked("settings", True, f"store {settings.store}, campaigns {settings.campaigns}, port {settings.port}")
    yield from _store(settings, now)
    yield _time_zones()
    yield from _campaigns(settings.campaigns)
    yield from (Looked(*result) for result in look_at_platforms(settings, now))
    yield _port(settings)


def _store(settings: Settings, now: datetime) -> list[Looked]:
    """A file that is not there yet is not made; one that is there is opened as a copy, because opening writes."""
    scheme, _, where = settings.store.partition(":")
    if scheme != "tinydb" or not where:
        return _opened(settings.store, settings, now)
    file = Path(where)
    beside = sorted(file.parent.glob(f"{file.name}*"))
    if not beside:
        return [Looked("store", True, f"{file} is not there yet; the first run makes it")]
    if not file.is_file():
        return _opened(settings.store, settings, now)  # refuses, with the reason
    if not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        return [
            Looked("store", False, f"{file} or its folder can't be written: give this user the right to write both")
        ]
    with TemporaryDirectory() as folder:
        for path in beside:
            shutil.copy(path, folder)
        copy = Path(folder, file.name)
        looked = _opened(f"tinydb:{copy}", settings, now)
        return [replace(one, says=one.says.replace(str(copy), where)) for one in looked]


def _opened(url: str, settings: Settings, now: datetime) -> list[Looked]:
    try:
        return asyncio.run(_inside(url, settings, now))
    except (StoreProblem, OSError) as problem:
        return [Looked("store", False, str(problem))]


async def _inside(url: str, settings: Settings, now: datetime) -> list[Looked]:
    """The room connects its audiences itself; elsewhere their owner does."""
    store = await open_store(url)
    try:
        looked = [Looked("store", True, await _counts(store)), await _clock(store, now)]
        if settings.teams is not None or settings.slack is not None:
            campaigns = check_files(_files(settings.campaigns))[0]
            looked += [Looked(*result) for result in look_at_audiences(campaigns, await bindings_in(store))]
        return looked
    finally:
        await store.close()


async def _counts(store: Store) -> str:
    counts = Counter([table async for table, _, _ in store.all_documents()])
    kept = ", ".join(f"{number} {noun.replace('_', ' ')}" for noun, number in sorted(counts.items()))
    return f"opens; it keeps {kept}" if kept else "opens; it is empty"


async def _clock(store: Store, now: datetime) -> Looked:
    """The store's last decision can't be later than now, unless this clock is behind."""
    async with store.transaction() as tx:
        newest = max((entry.at for _, entry in await tx.find(AUDIT)), default=now)
    if newest > now:
        return Looked("clock", False, f"it is {now:%Y-%m-%d %H:%M} UTC here, but the store has something of"
                                      f" {newest:%Y-%m-%d %H:%M} UTC: set the clock right")  # fmt: skip
    return Looked("clock", True, f"{now:%Y-%m-%d %H:%M} UTC")


def _time_zones() -> Looked:
    try:
        ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        return Looked("time zones", False, "there is no time zone data: make setup installs it (tzdata)")
    return Looked("time zones", True, "Europe/Amsterdam is known")


def _campaigns(folder: Path) -> Iterator[Looked]:
    files = _files(folder)
    if not files:
        what = "has no .yaml file" if folder.is_dir() else "is not there"
        yield Looked("campaigns", False, f"{folder} {what}: put a campaign in it (python app.py new NAME makes one)")
        return
    campaigns, findings = check_files(files)
    names = {campaign.file: campaign.campaign for campaign in campaigns}
    for file in files:
        mine = [finding for finding in findings if finding.file == str(file)]
        says = _to_mend(mine, folder) if mine else names[str(file)]
        yield Looked(f"campaign {file.stem}", not has_errors(mine), says)


def _to_mend(findings: Sequence[Finding], folder: Path) -> str:
    """The command names all files: one alone does not show what campaigns in one channel do to each other."""
    errors = [finding for finding in findings if finding.level is Level.ERROR]
    about, noun = (errors, "error") if errors else (findings, "warning")
    many = f"{len(about)} {noun}" + ("s" if len(about) > 1 else "")
    return f"{many}, the first: {about[0]} See all: python app.py check {folder}/*.yaml"


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml")) if folder.is_dir() else []


def _port(settings: Settings) -> Looked:
    try:
        refuse_taken_port(settings.port)
    except PortTaken as taken:
        return Looked("port", False, str(taken))
    return Looked("port", True, f"{settings.port} is free")
