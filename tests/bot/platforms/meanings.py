"""How the tables of the tests name what a delivery error means."""

from bot.platforms.base import DeliveryError

AGAIN, NEVER, CLOSED, UNKNOWN = "again", "never", "closed", "unknown"


def meaning(error: DeliveryError) -> str:
    if error.channel_closed:
        return CLOSED
    if error.unknown:
        return UNKNOWN
    return NEVER if error.permanent else AGAIN
