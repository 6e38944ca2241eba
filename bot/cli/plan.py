"""`plan FILE`: the calendar of a campaign, as a table, as JSON or for a calendar program."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.calendar_file import calendar_file
from bot.cli.campaign_files import CampaignFile, sound_campaign
from bot.cli.plan_table import plan_columns, plan_notes, plan_rows, plan_title
from bot.cli.show import show, show_json, show_table
from bot.cli.surroundings import surroundings
from campaigns import plan as core
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence


class PlanFormat(StrEnum):
    TABLE = "table"
    JSON = "json"
    ICS = "ics"


Format = Annotated[PlanFormat, typer.Option("--format", help="A table, JSON, or ICS for your calendar.")]


def plan(context: typer.Context, file: CampaignFile, form: Format = PlanFormat.TABLE) -> None:
    """Show when every post goes to whom, with dates, ISO weeks, approvers and the running balance."""
    campaign = sound_campaign(file)
    occurrences = core.plan([campaign]).occurrences
    if form is PlanFormat.JSON:
        show_json([as_document(campaign, occurrence) for occurrence in occurrences])
    elif form is PlanFormat.ICS:
        now = surroundings(context).clock.now()
        sys.stdout.write(calendar_file(campaign, occurrences, now).decode())
    else:
        rows = plan_rows(campaign, occurrences)
        show_table(plan_columns(campaign.language), rows, title=plan_title(campaign, occurrences))
        for note in plan_notes(campaign, occurrences):
            show(note)


def as_document(campaign: Campaign, occurrence: Occurrence) -> dict[str, object]:
    """`at` is local time with its offset."""
    names = ("key", "post", "kind", "audience", "at", "week", "iso_week", "principles", "weight", "balance", "approver")
    return {name: getattr(occurrence, name) for name in names} | {"at": campaign.local(occurrence.at).isoformat()}
