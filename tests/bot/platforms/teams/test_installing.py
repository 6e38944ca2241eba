"""What would break: posts into a team that removed the bot, a team that stays shut, somebody who waits for nothing."""

from typing import Any

import pytest

from campaigns.delivery import State
from campaigns.texts.say import say
from storage.tables import BINDINGS, DELIVERIES, PEOPLE, REFERENCES, Binding
from tests.bot.platforms.teams.a_call import Called, a_call
from tests.bot.platforms.teams.a_team import CHANNEL, TEAM, TENANT, person, titles_of
from tests.bot.platforms.teams.recordings import NAMES, recorded

SECOND = "19:second@thread.tacv2"
ELSEWHERE = "19:elsewhere@thread.tacv2"


async def three_channels(call: Called) -> None:
    """Two of the team that everybody is in, one of another team; an audience reads in each."""
    async with call.talk.bot.ctx.store.transaction() as tx:
        for audience, channel in (("service", SECOND), ("else", ELSEWHERE)):
            await tx.put(BINDINGS, f"crm/{audience}", Binding("crm", audience, "teams", channel))
    for team, channel in ((TEAM, SECOND), ("19:other-team", ELSEWHERE)):
        await call.brings(update(call, "channelCreated", channel=channel, team=team))
        activity = call.activity("anna", "message", text="help")
        activity["channelData"] = {"tenant": {"id": TENANT}, "team": {"id": team}, "channel": {"id": channel}}
        await call.brings(activity)


def update(call: Called, event: str, *, channel: str = "", team: str = TEAM, **fields: Any) -> dict[str, Any]:
    """As Teams tells of it: in the team's own conversation."""
    activity = call.activity("joris", "conversationUpdate", **fields)
    data: dict[str, Any] = {"tenant": {"id": TENANT}, "team": {"id": team}, "eventType": event}
    where = {"id": team, "tenantId": TENANT, "conversationType": "channel", "isGroup": True}
    return {
        **activity,
        "conversation": where,
        "channelData": {**data, **({"channel": {"id": channel}} if channel else {})},
    }


async def closed(call: Called) -> set[str]:
    """The audiences to which nothing may go."""
    return {binding.audience for binding in (await call.kept(BINDINGS)).values() if binding.closed}


GONE_AND_BACK = [
    ({"kind": "installationUpdate", "action": "remove"}, {"kind": "installationUpdate", "action": "add"}),
    ({"kind": "installationUpdate", "action": "remove"}, {"kind": "installationUpdate", "action": "add-upgrade"}),
    ({"event": "teamArchived"}, {"event": "teamUnarchived"}),
    ({"event": "teamDeleted"}, {"event": "teamRestored"}),
    (
        {"event": "teamMemberRemoved", "membersRemoved": [{"id": "28:bot"}]},
        {"kind": "installationUpdate", "action": "add"},
    ),
]


def told(call: Called, *, kind: str = "conversationUpdate", event: str = "", **fields: Any) -> dict[str, Any]:
    return {**update(call, event, **fields), "type": kind}


@pytest.mark.parametrize(("gone", "back"), GONE_AND_BACK, ids=lambda case: str(case.get("event", case.get("action"))))
async def test_a_team_that_goes_takes_all_its_channels_and_brings_them_back(
    gone: dict[str, Any], back: dict[str, Any]
) -> None:
    async with a_call() as call:
        await three_channels(call)
        assert await call.brings(told(call, **gone)) == (200, None)
        assert await closed(call) == {"sales", "service"}
        await call.brings(told(call, **back))
        assert await closed(call) == set()


@pytest.mark.parametrize("action", ["remove-upgrade", "upgrade", ""])
async def test_a_new_version_of_the_app_closes_nothing(action: str) -> None:
    async with a_call() as call:
        await call.brings(told(call, kind="installationUpdate", action=action))
        assert await closed(call) == set()


async def test_a_channel_that_is_deleted_closes_alone_and_opens_when_it_is_restored() -> None:
    async with a_call() as call:
        await three_channels(call)
        await call.brings(update(call, "channelDeleted", channel="19:of-nobody@thread.tacv2"))
        assert await closed(call) == set()
        await call.brings(update(call, "channelDeleted", channel=SECOND))
        assert await closed(call) == {"service"}
        await call.brings(update(call, "channelDeleted", channel=CHANNEL))
        await call.brings(update(call, "channelRestored", channel=SECOND))
        assert await closed(call) == {"sales"}
        await call.brings(update(call, "channelRestored", channel=CHANNEL))
        assert await closed(call) == set()


async def test_nothing_is_posted_where_the_bot_is_not_and_it_goes_on_afterwards() -> None:
    async with a_call(asked=True) as call:
        card = next(p for p in call.connector.in_conversation("a:with-29:sandra") if "Approve" in titles_of(p.activity))
        await call.presses("sandra", card, "Approve", private=True)
        [friday] = [
            d for d in (await call.kept(DELIVERIES)).values() if d.occurrence and d.occurrence.post == "management-1"
        ]
        await call.brings(told(call, kind="installationUpdate", action="remove"))
        posts = len(call.talk.in_channel())
        await call.talk.until(friday.due)
        assert (await call.kept(DELIVERIES))[friday.key].state is State.HELD
        assert len(call.talk.in_channel()) == posts
        await call.brings(told(call, kind="installationUpdate", action="add"))
        assert (await call.kept(DELIVERIES))[friday.key].state is State.SENT
        assert len(call.talk.in_channel()) == posts + 1


async def test_who_adds_the_bot_to_a_team_hears_once_and_in_private_what_comes_next() -> None:
    """Even somebody without a role, of whom nothing is kept."""
    async with a_call() as call:
        await call.brings(update(call, "", channel=SECOND) | {"type": "installationUpdate", "action": "add"})
        fresh = update(call, "", channel=ELSEWHERE, team="19:other-team")
        sender = call.activity("anna", "message")["from"]
        await call.brings({**fresh, "type": "installationUpdate", "action": "add", "from": sender})
        assert len(call.to("anna")) == 1
        assert "connect" in call.to("anna")[0]
        assert call.connector.in_conversation(ELSEWHERE) == []
        assert person("anna") not in await call.known()


async def test_it_is_said_once_however_many_channels_the_team_has() -> None:
    async with a_call() as call:
        for channel in (SECOND, "19:third@thread.tacv2"):
            asks = call.activity("joris", "message", text="help")
            data = {"tenant": {"id": TENANT}, "team": {"id": TEAM}, "channel": {"id": channel}}
            await call.brings({**asks, "channelData": data})
        before = len(call.to("joris"))
        again = update(call, "", channel=SECOND)
        await call.brings({**again, "type": "installationUpdate", "action": "add"})
        assert len(call.to("joris")) == before + 1


async def test_who_installs_the_app_gets_what_was_waiting_for_that() -> None:
    async with a_call() as call:
        waiting = [d for d in (await call.kept(DELIVERIES)).values() if d.person == person("joris")]
        assert waiting
        assert {delivery.state for delivery in waiting} == {State.SENT}, "who is in the roster is reached without"
        call.connector.closed["a:with-29:els"] = "ForbiddenOperationException"
        async with call.talk.bot.ctx.store.transaction() as tx:
            for delivery in waiting:
                held = {**vars(delivery), "key": f"{delivery.key}/els", "person": person("els"), "state": State.WAITING}
                await tx.put(DELIVERIES, held["key"], delivery.__class__(**{**held, "wake": delivery.due}))
        await call.talk.quiet()
        assert call.to("els") == []
        del call.connector.closed["a:with-29:els"]
        await call.talk.installs("els", private=True)
        assert len(call.to("els")) == 1 + len(waiting)
        assert say("en", "installed_for_you") in call.to("els")


async def test_an_approver_who_installs_the_app_is_known_even_where_no_roster_shows_them() -> None:
    async with a_call() as call:
        call.connector.members = {"a:with-29:karim": call.connector.members[TEAM][1:2]}
        assert call.connector.members["a:with-29:karim"][0]["id"] == "29:karim"
        await call.talk.installs("karim", private=True)
        assert (await call.kept(PEOPLE))[person("karim")].chat == "karim@example.com"


async def test_who_removes_the_app_is_not_written_to_any_more_and_a_repeat_is_no_harm() -> None:
    async with a_call() as call:
        await call.talk.installs("anna", private=True)
        assert person("anna") in await call.kept(REFERENCES)
        gone = call.activity("anna", "installationUpdate", private=True, action="remove")
        for _ in range(3):
            await call.brings(gone)
        assert person("anna") not in await call.kept(REFERENCES)
        assert len(call.to("anna")) == 1


async def test_a_removal_that_comes_again_after_the_app_came_back_removes_nothing() -> None:
    """Teams brings an event again when our answer was late; by then somebody may have changed their mind."""
    async with a_call() as call:
        await call.talk.installs("anna", private=True)
        gone = call.activity("anna", "installationUpdate", private=True, action="remove")
        await call.brings(gone)
        assert person("anna") not in await call.kept(REFERENCES)
        await call.talk.installs("anna", private=True)
        await call.brings(gone)
        assert person("anna") in await call.kept(REFERENCES)


async def test_nobody_installs_nothing() -> None:
    async with a_call() as call:
        before = await call.kept(REFERENCES)
        for action in ("add", "remove"):
            nobody = {**call.activity("anna", "installationUpdate", private=True, action=action), "from": {}}
            await call.brings(nobody)
            assert await call.kept(REFERENCES) == before


async def test_who_is_in_the_team_is_looked_at_again_when_that_changes() -> None:
    async with a_call() as call:
        await call.brings(update(call, "teamMemberAdded", membersAdded=[{"id": "29:els"}]))
        assert ["pagedmembers" in request.path for request in call.connector.requests] == [True]
        edited = call.activity("anna", "messageUpdate", text="join")
        await call.brings({**edited, "channelData": {**edited["channelData"], "eventType": "editMessage"}})
        assert len(call.connector.requests) == 1, "an edited message is no reason to"


@pytest.mark.parametrize("name", NAMES)
async def test_whatever_a_real_client_sent_is_answered_200(name: str, caplog: pytest.LogCaptureFixture) -> None:
    async with a_call() as call:
        for _ in range(2):
            status, _ = await call.brings(recorded(name, serviceUrl=call.connector.url))
            assert status == 200
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
