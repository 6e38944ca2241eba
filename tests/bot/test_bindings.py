"""What would break: a word in a channel of one platform that counts for a channel of another."""

from bot.bindings import bindings_at
from bot.inbound import Origin, Person
from storage.tables import BINDINGS, Binding
from tests.bot.conversation import a_conversation

ANNA = Person("room:anna", "Anna")


async def test_only_what_is_connected_here_on_this_platform() -> None:
    talk = await a_conversation()
    await talk.put(BINDINGS, "erp/team", Binding("erp", "team", "slack", "sales"))
    async with talk.ctx.store.transaction() as tx:

        async def found(platform: str, channel: str | None) -> list[str]:
            return [key for key, _ in await bindings_at(tx, Origin(platform, ANNA, "e", channel))]

        assert await found("room", "sales") == ["crm/sales"]
        assert await found("slack", "sales") == ["erp/team"]
        assert await found("teams", "sales") == []
        assert await found("room", None) == []
