"""`preview FILE`: what people will see, post by post."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Final

import typer

from bot.cli.campaign_files import CampaignFile, readable_campaign
from bot.cli.preview_messages import Preview, in_words, previews
from bot.cli.show import show, show_json
from bot.platforms.slack.blocks import payload_of
from bot.platforms.teams.card import card_of
from campaigns import plan as core
from campaigns.message import Message
from campaigns.model import Campaign


class PreviewPlatform(StrEnum):
    """Where people will see it."""

    ROOM = "room"
    TEAMS = "teams"
    SLACK = "slack"


class PreviewFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


Post = Annotated[str | None, typer.Option("--post", metavar="ID", help="Only this post, for example tip-2.")]
Audience = Annotated[str | None, typer.Option("--audience", metavar="ID", help="Only what this audience gets.")]
On = Annotated[PreviewPlatform, typer.Option("--platform", help="Where they will see it.")]
Format = Annotated[PreviewFormat, typer.Option("--format", help="To read, or the messages as JSON.")]


def preview(
    file: CampaignFile,
    post: Post = None,
    audience: Audience = None,
    platform: On = PreviewPlatform.ROOM,
    form: Format = PreviewFormat.TEXT,
) -> None:
    """Show each post as each audience will see it; live numbers are shown as the range they may have."""
    campaign = readable_campaign(file)
    _refuse_unknown("post", post, (known.id for known in campaign.posts))
    _refuse_unknown("audience", audience, campaign.audiences)
    chosen = [
        occurrence
        for occurrence in core.plan([campaign]).occurrences
        if post in (None, occurrence.post) and audience in (None, occurrence.audience)
    ]
    if form is PreviewFormat.JSON:
        show_json([as_document(campaign, shown, platform) for one in chosen for shown in previews(campaign, [one])])
    else:
        for shown in previews(campaign, chosen):
            show(in_words(campaign, shown))


def as_document(campaign: Campaign, shown: Preview, platform: PreviewPlatform) -> dict[str, object]:
    """What one audience gets: the message itself, the card that Teams shows of it, or what Slack is sent."""
    return {
        "post": shown.occurrence.post,
        "audience": shown.occurrence.audience,
        "at": campaign.local(shown.occurrence.at).isoformat(),
        "platform": platform,
        **_RENDERED[platform](shown.message),
    }


_RENDERED: Final[dict[PreviewPlatform, Callable[[Message], dict[str, object]]]] = {
    PreviewPlatform.ROOM: lambda message: {"message": asdict(message)},
    PreviewPlatform.TEAMS: lambda message: {"card": card_of(message)},
    PreviewPlatform.SLACK: lambda message: {"payload": payload_of(message)},
}


def _refuse_unknown(noun: str, wanted: str | None, known: Iterable[str]) -> None:
    names = list(known)
    if wanted is None or wanted in names:
        return
    near = get_close_matches(wanted, names, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(names)}."
    raise typer.BadParameter(f"there is no {noun} {wanted!r}. {hint}")
