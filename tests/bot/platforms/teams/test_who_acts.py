"""What would break: somebody who acts as another, a stranger's tenant that is heard, a role that is given by a name."""

import asyncio
import logging
from typing import Any

import orjson
import pytest

from storage.tables import ALL_TABLES, AUDIT, CAMPAIGNS, PEOPLE
from tests.bot.platforms.teams.a_call import Called, a_call, elsewhere
from tests.bot.platforms.teams.a_team import TEAM, TENANT, a_member, aad, person
from tests.fake_connector import says
from tests.wire_faults import Fault

ANOTHER = "22222222-2222-4222-8222-222222222222"


async def paused(call: Called) -> bool:
    return (await call.kept(CAMPAIGNS))["crm"].paused_by is not None


async def test_the_same_name_is_not_the_same_person() -> None:
    async with a_call() as call:
        await call.says("anna", "join")
        other = call.activity("bilal", "message", text="join")
        await call.brings({**other, "from": {**other["from"], "name": "Anna"}})
        assert await call.seated() == [person("anna"), person("bilal")]


async def test_the_same_person_under_another_name_is_the_same() -> None:
    async with a_call() as call:
        await call.says("anna", "join")
        renamed = call.activity("anna", "message", text="join")
        await call.brings({**renamed, "from": {**renamed["from"], "name": "Joris", "id": "29:other"}})
        assert await call.seated() == [person("anna")]


async def test_who_has_no_directory_id_is_nobody() -> None:
    """Another bot, or a visitor."""
    async with a_call() as call:
        for activity in (call.activity("anna", "message", text="join"), call.press("anna", {"verb": "join"})):
            del activity["from"]["aadObjectId"]
            status, _ = await call.brings(activity)
            assert status == 200
        assert await call.seated() == []
        assert call.connector.requests == []


ACTS: dict[str, dict[str, Any]] = {
    "message": {"text": "join"},
    "invoke": {"name": "adaptiveCard/action", "value": {"action": {"data": {"verb": "join"}}}},
    "messageReaction": {"reactionsAdded": [{"type": "like"}], "replyToId": "1700000000001"},
    "installationUpdate": {"action": "remove"},
    "conversationUpdate": {"membersRemoved": [{"id": "28:bot"}]},
}


@pytest.mark.parametrize("kind", ACTS)
async def test_another_tenant_is_answered_200_and_nothing_happens(kind: str) -> None:
    async with a_call() as call:
        before = [await call.kept(table) for table in ALL_TABLES]
        activity = call.activity("anna", kind, **ACTS[kind])
        assert await call.brings(elsewhere(activity, ANOTHER)) == (200, None)
        assert [await call.kept(table) for table in ALL_TABLES] == before
        assert call.connector.requests == []
        await call.brings(activity)
        assert [await call.kept(table) for table in ALL_TABLES] != before, "of ours it does something"


@pytest.mark.parametrize("where", ["conversation", "channelData", "from"])
async def test_every_tenant_that_is_named_must_be_one_of_ours(where: str) -> None:
    """In a shared channel the place is of one tenant and whoever speaks of another."""
    async with a_call() as call:
        activity = call.activity("joris", "message", text="pause")
        named = {"tenant": {"id": ANOTHER}} if where == "channelData" else {"tenantId": ANOTHER}
        assert await call.brings({**activity, where: {**activity[where], **named}}) == (200, None)
        assert not await paused(call)
        assert call.connector.requests == []


async def test_our_tenant_may_be_written_in_capitals() -> None:
    async with a_call() as call:
        await call.brings(elsewhere(call.activity("anna", "message", text="join"), TENANT.upper()))
        assert await call.seated() == [person("anna")]


@pytest.mark.parametrize("key", ["email", "userPrincipalName", "userPrincipleName"])
async def test_the_owner_is_known_by_an_address_of_the_directory_in_any_case(key: str) -> None:
    async with a_call(roster=False) as call:
        addresses = {"email": "j@example.com", "userPrincipalName": "j@example.com", key: "Joris@EXAMPLE.com"}
        call.connector.members[TEAM] = [{**a_member("joris"), **addresses}]
        await call.says("joris", "pause")
        assert await paused(call)
        assert (await call.kept(PEOPLE))[person("joris")].chat == "joris@example.com"


@pytest.mark.parametrize(
    "described",
    [
        {**a_member("joris"), "id": "29:anna"},
        {"id": "29:joris", "email": "joris@example.com"},
        {"email": "joris@example.com"},
        {**a_member("anna", "joris@example.com"), "tenantId": ANOTHER},
        {"id": "29:anna", "aadObjectId": 7, "objectId": aad("joris"), "email": "joris@example.com"},
    ],
    ids=["by aad", "by id", "nobody", "of another tenant", "by another name for it"],
)
async def test_an_answer_that_describes_somebody_else_is_not_believed(
    described: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    async with a_call() as call:
        body = orjson.dumps(described)
        call.connector.faults_in[TEAM].append(Fault(200, {"Content-Type": "application/json"}, body))
        await call.says("anna", "pause")
        assert not await paused(call)
        assert (await call.kept(PEOPLE))[person("anna")].chat is None
        assert "somebody else" in caplog.text
        assert "joris@example.com" not in caplog.text


async def test_a_directory_that_fails_leaves_an_employee_and_is_asked_again() -> None:
    async with a_call() as call:
        call.connector.faults_in[TEAM] += [says(503), says(403, "Forbidden")]
        await call.says("anna", "join")
        await call.says("anna", "seats")
        assert await call.seated() == [person("anna")]
        assert (await call.kept(PEOPLE))[person("anna")].chat is None
        await call.says("anna", "seats")
        assert (await call.kept(PEOPLE))[person("anna")].chat == "anna@example.com"
        await call.says("anna", "seats")
        assert call.asked_directory() == 3, "once it is known it is not asked again"


async def test_a_directory_that_does_not_answer_keeps_nobody_waiting(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.platforms.teams.addresses.LONGEST_ASK", 0.05)
    async with a_call() as call:
        answered = asyncio.Event()
        call.connector.faults_in[TEAM].append(Fault(held=answered))
        await call.says("anna", "join")
        assert await call.seated() == [person("anna")]
        assert "Teams did not say who spoke: it took too long" in caplog.text
        answered.set()


async def test_who_was_seen_in_the_roster_need_not_be_asked_about() -> None:
    async with a_call() as call:
        call.connector.faults_in[TEAM].append(says(503))
        assert person("karim") not in await call.kept(PEOPLE)
        await call.says("karim", "pause")
        assert await paused(call)


async def test_an_employee_who_types_the_owners_words_is_refused_and_that_is_kept() -> None:
    async with a_call() as call:
        await call.says("anna", "pause")
        assert not await paused(call)
        assert [entry.action for entry in (await call.kept(AUDIT)).values()] == ["refused: Pause"]
        assert "Joris Hendriks" in call.to("anna")[-1]


async def test_nobody_is_named_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    async with a_call() as call:
        await call.says("anna", "question is my salary 12?")
        await call.brings(elsewhere(call.activity("anna", "message", text="salary"), ANOTHER))
    for word in ("Anna", "anna@", "salary", aad("anna")):
        assert word not in "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("bot"))
