"""`rehearse FILE`: a whole campaign in the room on a fast clock, or played to the end without a page."""

import asyncio
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import orjson
import typer

from bot.cli.campaign_files import CampaignFile, sound_campaign
from bot.cli.free_port import refuse_taken_port
from bot.cli.show import show
from bot.cli.speed import parse_speed
from bot.cli.surroundings import surroundings
from bot.rehearsal.headless import Line, play_headless
from bot.rehearsal.served import serve_rehearsal
from bot.settings import read_settings

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
StoreUrl = Annotated[str, typer.Option("--store", metavar="URL", help="Keep it, and go on there the next time.")]


def rehearse(
    context: typer.Context,
    file: CampaignFile,
    speed: Speed = "1d=2s",  # type: ignore[assignment]  # read by parse_speed
    port: Port = None,
    headless: Headless = False,
    script: Script = None,
    approve_all: ApproveAll = False,
    form: Format = RehearsalFormat.TEXT,
    store: StoreUrl = "memory:",
) -> None:
    """Play a campaign in the room, in your browser, on a fast clock; it keeps nothing unless you say where."""
    sound_campaign(file)
    if headless:
        asyncio.run(_print(file, script=script, approve_all=approve_all, form=form, store=store))
        return
    for option, given in (("--script", script), ("--approve-all", approve_all)):
        if given:
            raise typer.BadParameter(f"{option} {ONLY_HEADLESS}")
    port = read_settings().port if port is None else port
    refuse_taken_port(port)
    asyncio.run(
        serve_rehearsal(
            file,
            speed=speed,
            port=port,
            store_url=store,
            new_secret=surroundings(context).new_secret,
            ready=tell_address,
        )
    )


async def _print(file: Path, *, script: Path | None, approve_all: bool, form: RehearsalFormat, store: str) -> None:
    async for line in play_headless(file, script=script, approve_all=approve_all, store_url=store):
        show(orjson.dumps(line).decode() if form is RehearsalFormat.JSON else in_words(line))


def in_words(line: Line) -> str:
    """One line to read: when, what, which post for whom, and the first of its text."""
    who = " · ".join(word for word in (line["post"], line["audience"], line["to"]) if word)
    first = next(iter(line["text"].splitlines()), "")
    said = " — ".join(word for word in (line["reason"], first) if word)
    return f"{line['at'][:16].replace('T', ' ')}  {line['event']:<9}  {who}{': ' if said else ''}{said}"


def tell_address(address: str) -> None:
    show(f"The room is open: {address}\nCtrl-C stops it.")
    sys.stdout.flush()
