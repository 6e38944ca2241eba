"""What would break: posts where the bot is not, a channel that stays shut, an owner who waits for nothing."""

from typing import Any

from campaigns.delivery import State
from storage.tables import BINDINGS, DELIVERIES, REFERENCES
from tests.bot.platforms.slack.a_call import a_call, sandras_card
from tests.bot.platforms.slack.a_workspace import CHANNEL, user
from tests.fake_slack.shapes import words_in


async def test_connect_binds_the_channel_and_its_name_is_known() -> None:
    async with a_call() as call:
        call.slack.has_channel("C2", "service-team", call.slack.bot_user, user("joris"))
        await call.commands("joris", "connect service", "C2")
        bound = (await call.kept(BINDINGS))["crm/service"]
        assert (bound.platform, bound.channel) == ("slack", "C2")
        assert (await call.kept(REFERENCES))["slack:C2"].name == "#service-team"
        await call.slack.renames("C2", "service")
        await call.talk.quiet()
        assert (await call.kept(REFERENCES))["slack:C2"].name == "#service"


async def test_a_channel_that_goes_is_closed_and_open_when_it_is_back() -> None:
    async with a_call() as call:

        async def is_closed() -> bool:
            await call.talk.quiet()
            return bool((await call.kept(BINDINGS))["crm/sales"].closed)

        gone_and_back: list[tuple[dict[str, Any], dict[str, Any]]] = [
            ({"type": "channel_archive", "user": "UJORIS"}, {"type": "channel_unarchive", "user": "UJORIS"}),
            ({"type": "channel_deleted"}, {"type": "channel_unarchive"}),
            ({"type": "channel_left", "actor_id": "UJORIS"}, {"type": "member_joined_channel", "user": "UBOT"}),
            ({"type": "member_left_channel", "user": "UBOT"}, {"type": "member_joined_channel", "user": "UBOT"}),
        ]
        for gone, back in gone_and_back:
            await call.slack.happens({**gone, "channel": CHANNEL})
            assert await is_closed(), gone
            await call.slack.happens({**back, "channel": CHANNEL})
            assert not await is_closed(), back
        await call.slack.removes(CHANNEL, user=user("anna"))
        assert not await is_closed(), "a colleague left, and not the bot"
        assert call.slack.whispers == []


async def test_who_invites_the_bot_hears_what_to_type() -> None:
    async with a_call() as call:
        call.slack.has_channel("C2", "service", user("joris"))
        await call.slack.invites("C2", by=user("joris"))
        await call.talk.quiet()
        [whisper] = call.slack.whispers
        assert (whisper.channel, whisper.user) == ("C2", user("joris"))
        assert "connect" in words_in(whisper.payload)
        assert (await call.kept(REFERENCES))["slack:C2"].name == "#service"
        await call.slack.invites("C2", user=user("anna"), by=user("joris"))
        await call.talk.quiet()
        assert len(call.slack.whispers) == 1


async def test_a_channel_that_refuses_holds_its_posts() -> None:
    async with a_call(asked=True) as call:
        await call.presses("sandra", sandras_card(call), "Approve")
        call.slack.channels[CHANNEL].members.discard(call.slack.bot_user)
        [friday] = [
            d for d in (await call.kept(DELIVERIES)).values() if d.occurrence and d.occurrence.post == "management-1"
        ]
        await call.talk.until(friday.due)
        assert (await call.kept(DELIVERIES))[friday.key].state is State.HELD
        await call.slack.invites(CHANNEL, by=user("joris"))
        await call.talk.until(friday.due)
        assert (await call.kept(DELIVERIES))[friday.key].state is State.SENT
