"""`rehearse FILE`: a whole campaign in the room on a fast clock, or played to the end without a page."""

import asyncio
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import orjson
import typer
from babel.dates import format_datetime

from bot.cli.campaign_files import CampaignFile, sound_campaign
from bot.cli.free_port import refuse_taken_port
from bot.cli.rehearsal_store import begin_anew, kept_in, with_way_out
from bot.cli.show import show
from bot.cli.speed import parse_speed
from bot.cli.surroundings import surroundings
from bot.rehearsal.headless import Line, play_headless
from bot.rehearsal.served import serve_rehearsal
from bot.rehearsal.timeline import Beginning
from bot.settings import read_settings
from campaigns.model import Campaign
from storage.base import StoreProblem

ONLY_HEADLESS: Final = "plays without a page: add --headless"


class RehearsalFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


Speed = Annotated[
    float, typer.Option("--speed", metavar="SPEED", help="1d=2s, 1h=100ms or x10000.", parser=parse_speed)
]
Port = Annotated[int | None, typer.Option("--port", min=0, max=65535, help="Where the page is; 0: any free port.")]
Headless = Annotated[bool, typer.Option("--headless", help="No page: play to the end and print what happens.")]
Script = Annotated[
    Path | None,
    typer.Option("--script", help="What people do, in YAML (headless).", exists=True, dir_okay=False, readable=True),
]
ApproveAll = Annotated[bool, typer.Option("--approve-all", help="Everybody says yes to every text (headless).")]
Format = Annotated[RehearsalFormat, typer.Option("--format", help="Lines to read, or a JSON object a line (headless).")]
StoreUrl = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help="Where it is kept. Default: tinydb:data/rehearsal-<campaign>.db, and memory: when headless.",
    ),
]
Fresh = Annotated[bool, typer.Option("--fresh", help="Begin anew: what was kept of this rehearsal is removed.")]


def rehearse(
    context: typer.Context,
    file: CampaignFile,
    speed: Speed = "1d=2s",  # type: ignore[assignment]  # read by parse_speed
    port: Port = None,
    headless: Headless = False,
    script: Script = None,
    approve_all: ApproveAll = False,
    form: Format = RehearsalFormat.TEXT,
    store: StoreUrl = None,
    fresh: Fresh = False,
) -> None:
    """Play a campaign in the room, in your browser, on a fast clock; the next time it goes on where it was."""
    campaign = sound_campaign(file)
    if headless:
        store = store or "memory:"
        _begin_anew(store, fresh)
        asyncio.run(_print(file, script=script, approve_all=approve_all, form=form, store=store))
        return
    for option, given in (("--script", script), ("--approve-all", approve_all)):
        if given:
            raise typer.BadParameter(f"{option} {ONLY_HEADLESS}")
    port = read_settings().port if port is None else port
    refuse_taken_port(port)
    store = store or kept_in(campaign)
    _begin_anew(store, fresh)
    try:
        asyncio.run(
            serve_rehearsal(
                file,
                speed=speed,
                port=port,
                store_url=store,
                new_secret=surroundings(context).new_secret,
                ready=lambda address, begins: tell_address(address, where(campaign, begins)),
            )
        )
    except StoreProblem as problem:
        raise with_way_out(store, problem) from problem


def _begin_anew(store: str, fresh: bool) -> None:
    if fresh:
        begin_anew(store)


async def _print(file: Path, *, script: Path | None, approve_all: bool, form: RehearsalFormat, store: str) -> None:
    async for line in play_headless(file, script=script, approve_all=approve_all, store_url=store):
        show(orjson.dumps(line).decode() if form is RehearsalFormat.JSON else in_words(line))


def in_words(line: Line) -> str:
    """One line to read: when, what, which post for whom, and the first of its text."""
    who = " · ".join(word for word in (line["post"], line["audience"], line["to"]) if word)
    first = next(iter(line["text"].splitlines()), "")
    said = " — ".join(word for word in (line["reason"], first) if word)
    return f"{line['at'][:16].replace('T', ' ')}  {line['event']:<9}  {who}{': ' if said else ''}{said}"


def where(campaign: Campaign, begins: Beginning) -> str:
    """Which of the two it does: going on, or beginning."""
    moment = format_datetime(
        campaign.local(begins.at), "EEEE d MMMM HH:mm", tzinfo=campaign.rules.timezone, locale="en"
    )
    if not begins.goes_on:
        return f"Beginning at {moment}."
    over = ", after the last post" if begins.is_over else ""
    return f"Going on at {moment}{over}; --fresh begins anew."


def tell_address(address: str, then: str = "") -> None:
    show("\n".join(line for line in (f"The room is open: {address}", then, "Ctrl-C stops it.") if line))
    sys.stdout.flush()
