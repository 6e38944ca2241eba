"""What would break: an activity that Teams brings again and that counts twice, or brings somebody forgotten back."""

import random
from typing import Any

import pytest

from storage.tables import ALL_TABLES, BINDINGS, INBOX, QUESTIONS, REACTIONS, REFERENCES, SEATS, VOTES, WISHES
from tests.bot.platforms.teams.a_call import Called, a_call
from tests.bot.platforms.teams.a_team import person
from tests.bot.platforms.teams.test_private_answers import answers

CALL = "crm/call-1/sales/2027-02-01T09:30"
PULSE = "crm/pulse-1/sales/2027-02-01T09:30"


def a_day(call: Called) -> list[dict[str, Any]]:
    """What people do in a channel and in private on one day, each once."""
    like: dict[str, Any] = {"replyToId": call.call.id}
    return [
        call.press("anna", {"verb": "join", "about": CALL}),
        call.activity("bilal", "message", text="join"),
        call.activity("chiara", "message", value={"verb": "join", "about": CALL}),
        call.press("daan", {"verb": "join", "about": CALL}),
        call.press("daan", {"verb": "wish", "about": CALL, "text": "Search by street"}),
        call.activity("anna", "message", text="question who pays?"),
        call.activity("bilal", "message", text="question who pays?"),
        call.press("anna", {"verb": "pulse", "about": PULSE, "value": "4"}, call.pulse),
        call.press("bilal", {"verb": "pulse", "about": PULSE, "value": "2"}, call.pulse),
        call.activity("anna", "messageReaction", reactionsAdded=[{"type": "like"}], **like),
        call.activity("daan", "messageReaction", reactionsAdded=[{"type": "like"}, {"type": "sad"}], **like),
        call.activity("joris", "message", text="wish later 1 It takes a week."),
        call.activity("anna", "installationUpdate", private=True, action="add"),
        call.activity("joris", "installationUpdate", action="add"),
    ]


async def counted(call: Called) -> dict[str, Any]:
    """Everything that a repeat could have made more of."""
    kept = {table.name: await call.kept(table) for table in (SEATS, BINDINGS, INBOX)}
    questions = sorted((item.person, item.text) for item in (await call.kept(QUESTIONS)).values())
    wishes = [(wish.title, wish.state) for book in (await call.kept(WISHES)).values() for wish in book.wishes.values()]
    counts = {
        "answers": await answers(call),
        "votes": len(await call.kept(VOTES)),
        "likes": len(await call.kept(REACTIONS)),
    }
    return {**kept, "questions": questions, "wishes": wishes, **counts, "people": await call.known()}


def said(call: Called) -> dict[str, list[str]]:
    return {who: call.to(who) for who in ("anna", "bilal", "chiara", "daan", "joris")}


@pytest.mark.parametrize("seed", range(3))
async def test_four_times_in_any_order_is_as_once(seed: int) -> None:
    """The first of each comes in its order; the repeats come whenever."""
    async with a_call() as call:
        acts = a_day(call)
        for activity in acts:
            await call.brings(activity)
        once, heard = await counted(call), said(call)
        assert [entry.number for entry in once["seats"]["crm"].entries.values()] == [1, 2, 3, 4]
        assert (once["answers"], once["votes"], once["likes"], len(once["questions"]), len(once["wishes"])) == (
            2,
            2,
            3,
            2,
            1,
        )
        repeats = acts * 3
        random.Random(seed).shuffle(repeats)
        call.talk.clock.move(minutes=10)
        for activity in repeats:
            status, _ = await call.brings(activity)
            assert status == 200
        assert await counted(call) == once
        assert said(call) == heard


@pytest.mark.parametrize("seed", range(3))
async def test_in_any_order_at_all_each_counts_once(seed: int) -> None:
    async with a_call() as call:
        brought = a_day(call) * 4
        random.Random(seed).shuffle(brought)
        for activity in brought:
            await call.brings(activity)
        assert sorted(entry.number for entry in (await call.kept(SEATS))["crm"].entries.values()) == [1, 2, 3, 4]
        assert (await answers(call), len(await call.kept(REACTIONS)), len(await call.kept(QUESTIONS))) == (2, 3, 2)
        assert [len(call.to(who)) for who in ("bilal", "chiara")] == [2, 1]


async def test_the_same_id_in_another_place_is_another_activity() -> None:
    async with a_call() as call:
        await call.says("bilal", "help")
        first = call.activity("anna", "message", text="join")
        await call.brings(first)
        await call.brings({**call.activity("bilal", "message", text="join", private=True), "id": first["id"]})
        assert await call.seated() == [person("anna"), person("bilal")]


async def test_an_activity_without_an_id_does_nothing() -> None:
    """It could never be told from its repeat."""
    async with a_call() as call:
        for activity in a_day(call):
            heard = await call.kept(INBOX)
            await call.brings({**activity, "id": ""})
            assert await call.kept(INBOX) == heard
        assert await call.seated() == []


async def test_a_repeat_brings_nobody_back_who_was_forgotten() -> None:
    async with a_call() as call:
        acts = [call.activity("anna", "message", text=text, private=private) for text, private in
                (("join", False), ("help", True), ("question why?", False))]  # fmt: skip
        acts.append(call.press("anna", {"verb": "wish", "about": CALL, "text": "More"}))
        forget = call.activity("anna", "message", text="forget me")
        for activity in (*acts, forget):
            await call.brings(activity)
        everything = {table.name: await call.kept(table) for table in ALL_TABLES}
        for activity in (*acts, forget, *acts):
            await call.brings(activity)
        assert {table.name: await call.kept(table) for table in ALL_TABLES} == everything
        assert person("anna") not in await call.kept(REFERENCES)
        assert "anna" not in str({name: kept for name, kept in everything.items() if name != "inbox"}).lower()
