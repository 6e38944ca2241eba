"""Which audiences read where something was said. Two platforms may call two places the same."""

from bot.inbound import Origin
from storage.base import Transaction
from storage.tables import BINDINGS, Binding


async def bindings_at(tx: Transaction, origin: Origin) -> list[tuple[str, Binding]]:
    """Of every campaign that is connected here; none in a private chat."""
    if origin.channel is None:
        return []
    bound = await tx.find(BINDINGS, channel=origin.channel)
    return [(key, binding) for key, binding in bound if binding.platform == origin.platform]
