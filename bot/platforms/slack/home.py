"""The bot's own page in Slack, for one person: what the core answers about them, and nothing that is kept here."""

from typing import Any

from bot.platforms.slack.blocks import blocks_of, checked
from campaigns.message import Message


def home_of(message: Message) -> dict[str, Any]:
    """What views.publish takes as its view. Raises DeliveryError when it is more than Slack shows."""
    return checked({"type": "home", "blocks": blocks_of(message)})
