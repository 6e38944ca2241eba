"""`plan FILE`: the calendar of a campaign, as a table, as JSON, for a calendar program or as a picture."""

import sys
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import orjson
import typer

from bot.cli.calendar_file import calendar_file
from bot.cli.campaign_files import CampaignFile, readable_campaign
from bot.cli.plan_table import plan_columns, plan_notes, plan_rows, plan_title
from bot.cli.show import remark, show, show_bytes, show_table
from bot.cli.surroundings import surroundings
from campaigns import plan as core
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence


class PlanFormat(StrEnum):
    TABLE = "table"
    JSON = "json"
    ICS = "ics"
    PNG = "png"


Format = Annotated[
    PlanFormat, typer.Option("--format", help="A table, JSON, ICS for your calendar, or PNG for a picture.")
]
Output = Annotated[
    Path | None, typer.Option("--output", metavar="FILE", help="Write the JSON, ICS or PNG to this file.")
]


def plan(context: typer.Context, file: CampaignFile, form: Format = PlanFormat.TABLE, output: Output = None) -> None:
    """Show when every post goes to whom, with dates, ISO weeks, approvers and the running balance."""
    _refuse_output(file, form, output)
    campaign = readable_campaign(file)
    occurrences = core.plan([campaign]).occurrences
    if form is PlanFormat.TABLE:
        _show_table(campaign, occurrences)
        return
    content = _content(campaign, occurrences, form, surroundings(context).clock.now())
    if output is None:
        show_bytes(content)
    else:
        _write(output, content)


def _refuse_output(file: Path, form: PlanFormat, output: Path | None) -> None:
    """Before anything is made."""
    if output is None:
        if form is PlanFormat.PNG and sys.stdout.isatty():
            raise typer.BadParameter("a picture can't be shown here: add --output plan.png, or pipe it on.")
    elif form is PlanFormat.TABLE:
        raise typer.BadParameter("--output writes json, ics or png: say which with --format.")
    elif output.exists() and file.exists() and output.samefile(file):
        raise typer.BadParameter(f"--output {output} is the campaign itself, which stays as it is: name another file.")


def _show_table(campaign: Campaign, occurrences: Sequence[Occurrence]) -> None:
    rows = plan_rows(campaign, occurrences)
    show_table(plan_columns(campaign.language), rows, title=plan_title(campaign, occurrences))
    for note in plan_notes(campaign, occurrences):
        show(note)


def _content(campaign: Campaign, occurrences: Sequence[Occurrence], form: PlanFormat, now: datetime) -> bytes:
    if form is PlanFormat.ICS:
        return calendar_file(campaign, occurrences, now)
    if form is PlanFormat.PNG:
        from bot.cli.plan_picture import plan_picture  # half a second of import that only a picture needs

        return plan_picture(campaign, occurrences)
    documents = [as_document(campaign, occurrence) for occurrence in occurrences]
    return orjson.dumps(documents, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE, default=str)


def _write(output: Path, content: bytes) -> None:
    try:
        output.write_bytes(content)
    except OSError as error:
        raise typer.BadParameter(f"{output} can't be written ({error.strerror}).") from error
    remark(f"{output} is written.")


def as_document(campaign: Campaign, occurrence: Occurrence) -> dict[str, object]:
    """`at` is local time with its offset."""
    names = ("key", "post", "kind", "audience", "at", "week", "iso_week", "principles", "weight", "balance", "approver")
    return {name: getattr(occurrence, name) for name in names} | {"at": campaign.local(occurrence.at).isoformat()}
