"""`run`: the bot for real, from the settings; with none it serves the room on the real clock."""

import asyncio
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.campaign_files import check_files
from bot.cli.free_port import refuse_taken_port
from bot.cli.rehearse import Port, tell, tell_room
from bot.cli.show import remark
from bot.cli.surroundings import surroundings
from bot.invalid_settings import InvalidSettings
from bot.running import campaign_files
from bot.running import run as run_bot
from bot.settings import Settings, read_settings
from campaigns.findings import InvalidCampaign, has_errors

Folder = Annotated[Path | None, typer.Option("--campaigns", metavar="DIR", help="The folder with the campaign files.")]


def run(context: typer.Context, folder: Folder = None, port: Port = None) -> None:
    """Run the bot: every campaign in the folder, on the real clock, until you stop it."""
    settings, made = read_settings(), surroundings(context)
    given = {"campaigns": folder or settings.campaigns, "port": settings.port if port is None else port}
    settings = settings.model_copy(update=given)
    show_findings(settings.campaigns)
    refuse_taken_port(settings.port)
    ways = ways_in(settings)
    ready = partial(tell_ways_in, ways) if ways else tell_room
    asyncio.run(run_bot(settings, clock=made.clock, new_secret=made.new_secret, ready=ready))


def ways_in(settings: Settings) -> list[str]:
    """How each platform that is set up reaches the bot; none when only the room is served."""
    ways = ["Teams may come in at {address}/api/messages"] if settings.teams is not None else []
    if settings.slack is not None and settings.slack.signing_secret is not None:
        ways.append("Slack may come in at {address}/slack/events")
    elif settings.slack is not None:
        ways.append("The bot goes to Slack itself (Socket Mode)")
    return ways


def tell_ways_in(ways: list[str], address: str) -> None:
    shown = ". ".join(way.format(address=address) for way in ways)
    tell(f"{shown}. Whoever keeps the bot running looks at {address}/healthz.")


def show_findings(folder: Path) -> None:
    """A campaign with an error waits, in itself or beside the others; the others run, and the log says which wait.

    Raises when there is none that can run.
    """
    files = campaign_files(folder) if folder.is_dir() else []
    if not files:
        what = "has no .yaml file" if folder.is_dir() else "is not a folder"
        raise InvalidSettings([f"KLANKBORD_CAMPAIGNS: {folder} {what}. Put a campaign in it (python app.py new NAME)."])
    findings = check_files(files)[1]
    if all(has_errors(check_files([file])[1]) for file in files):
        raise InvalidCampaign(tuple(findings))
    for finding in findings:
        remark(str(finding))
