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
from bot.cli.surroundings import Surroundings, surroundings
from bot.invalid_settings import InvalidSettings
from bot.rehearsal.headless import Line, play_headless
from bot.rehearsal.served import serve_in_playground, serve_rehearsal
from bot.rehearsal.timeline import Beginning
from bot.settings import read_settings
from campaigns.model import Campaign
from storage.base import StoreProblem

ONLY_HEADLESS: Final = "plays without a page: add --headless"
ONLY_HERE: Final = "the playground asks nobody for a token, so it is for this machine only. Leave the setting out."
PLAYGROUND: Final = (
    "NO SIGN-IN: whoever is on this machine may say that they are anybody. Nothing here is real.\n"
    "The playground may come in at {address}/api/messages. The clock begins when the owner types connect in a channel."
)


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
ApproveAll = Annotated[
    bool, typer.Option("--approve-all", help="Everybody says yes (headless; in the playground: but you).")
]
Format = Annotated[RehearsalFormat, typer.Option("--format", help="Lines to read, or a JSON object a line (headless).")]
StoreUrl = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help="Where it is kept. Default: tinydb:data/rehearsal-<campaign>.db, and memory: when headless.",
    ),
]
Playground = Annotated[
    bool, typer.Option("--playground", help="In the Agents Playground of Teams on this machine, not in the room.")
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
    playground: Playground = False,
) -> None:
    """Play a campaign in the room, in your browser, on a fast clock; the next time it goes on where it was."""
    campaign = sound_campaign(file)
    if headless and playground:
        raise typer.BadParameter("--playground plays with people, and --headless without: leave one of them out.")
    if headless:
        store = store or "memory:"
        _begin_anew(store, fresh)
        asyncio.run(_print(file, script=script, approve_all=approve_all, form=form, store=store))
        return
    for option, given in (("--script", script), ("--approve-all", approve_all and not playground)):
        if given:
            raise typer.BadParameter(f"{option} {ONLY_HEADLESS}")
    port = read_settings().port if port is None else port
    refuse_taken_port(port)
    if playground:
        _refuse_other_hosts()
    store = store or kept_in(campaign)
    _begin_anew(store, fresh)
    try:
        asyncio.run(
            _in_playground(
                file,
                campaign,
                speed=speed,
                port=port,
                store=store,
                approve_all=approve_all,
                made=surroundings(context),
            )
            if playground
            else serve_rehearsal(
                file,
                speed=speed,
                port=port,
                store_url=store,
                new_secret=surroundings(context).new_secret,
                ready=lambda address, begins: tell_room(address, where(campaign, begins)),
            )
        )
    except StoreProblem as problem:
        raise with_way_out(store, problem) from problem


def _refuse_other_hosts() -> None:
    settings = read_settings()
    if not settings.is_for_this_machine:
        raise InvalidSettings([f"KLANKBORD_HOST is {settings.host!r}, and {ONLY_HERE}"])


async def _in_playground(
    file: Path, campaign: Campaign, *, speed: float, port: int, store: str, approve_all: bool, made: Surroundings
) -> None:
    await serve_in_playground(
        file,
        speed=speed,
        port=port,
        store_url=store,
        new_secret=made.new_secret,
        approve_all=approve_all,
        ready=lambda address, begins: tell(PLAYGROUND.format(address=address), where(campaign, begins)),
        tell=lambda why: tell_more(f"The clock stands still: {why}"),
    )


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


def tell_room(address: str, then: str = "") -> None:
    tell(f"The room is open: {address}/room", then)


def tell(*lines: str) -> None:
    tell_more("\n".join([*(line for line in lines if line), "Ctrl-C stops it."]))


def tell_more(line: str) -> None:
    """At once, also to a program that waits for it."""
    show(line)
    sys.stdout.flush()
