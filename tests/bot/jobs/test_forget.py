"""What would break: something personal that is kept longer than promised, or a count or a post that is lost (D13)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.jobs.forget import ForgetJob
from bot.privacy import FORGOTTEN
from campaigns.calendar import ends_at
from campaigns.delivery import Delivery, State
from campaigns.message import Message, Part
from campaigns.plan import seat_moments
from campaigns.pulse import PulseCount
from campaigns.questions import Question
from campaigns.reminders import Reminder
from campaigns.seats import open_book
from campaigns.wishes import WishBook, make_wish
from storage.base import Store, Table
from storage.tables import (
    AUDIT,
    CAMPAIGNS,
    DELIVERIES,
    INBOX,
    PEOPLE,
    PULSES,
    QUESTIONS,
    REACTIONS,
    REFERENCES,
    REMINDERS,
    ROOM_POSTS,
    SEATS,
    VOTES,
    WISHES,
    AuditEntry,
    CampaignState,
    Heard,
    KnownPerson,
    Reaction,
    Reference,
    RoomPost,
    Voted,
)
from tests.builders import a_campaign, an_occurrence, some_seats
from tests.fakes import a_context

CAMPAIGN = a_campaign(seats=some_seats())
OVER = ends_at(CAMPAIGN)
STATE = CampaignState("hash", OVER - timedelta(days=90), "sealed", ends_at=OVER, roles=("joris",))
DAY = timedelta(days=1)
SLOT = "crm/pulse-1/sales"
STRANGER = Reference("teams", "t", "https://x/", "a:chat", user="29:stranger")


async def a_full_store(store: Store) -> None:
    opens, closes = seat_moments(CAMPAIGN)
    assert CAMPAIGN.seats is not None
    message = Message("en", "notice", (Part("Hello."),))
    post = an_occurrence()
    wishes, _ = make_wish(WishBook("crm"), person="room:anna", audience="sales", text="W", now=OVER, answer_by=OVER)
    kept: list[tuple[Table[Any], str, Any]] = [
        (CAMPAIGNS, "crm", STATE),
        (DELIVERIES, post.key, Delivery(post.key, "crm", post.at, None, State.SENT, post, message=message)),
        (DELIVERIES, "n", Delivery("n", "crm", OVER, None, State.SENT, person="room:anna", message=message)),
        (SEATS, "crm", open_book("crm", CAMPAIGN.seats, opens=opens, closes=closes, seed="s")),
        (WISHES, "crm", wishes),
        (QUESTIONS, "crm/1", Question(1, "crm", "room:anna", "sales", "?", False, OVER, OVER)),
        (REMINDERS, "r", Reminder("room:anna", "crm", "", OVER, "x", OVER)),
        (PULSES, SLOT, PulseCount("crm", "pulse-1", "sales", "Clear?", OVER)),
        (VOTES, "token", Voted(SLOT)),
        (REACTIONS, "token", Reaction(post.key, "👍")),
        (PEOPLE, "room:anna", KnownPerson("room", "Anna", audiences=(("crm", "sales"),))),
        (PEOPLE, "room:bilal", KnownPerson("room", "Bilal", audiences=(("crm", "sales"), ("next", "sales")))),
        (PEOPLE, "room:chiara", KnownPerson("room", "Chiara", audiences=(("crm", "sales"),), stopped=True)),
        (PEOPLE, "slack:anna", KnownPerson("slack", "Anna", same_as="room:anna")),
        (PEOPLE, "slack:bilal", KnownPerson("slack", "Bilal", same_as="room:bilal")),
        (PEOPLE, "slack:chiara", KnownPerson("slack", "Chiara", same_as="room:chiara")),
        (REFERENCES, "teams:19:crm", Reference("teams", "t", "https://x/", "19:crm")),
        *((REFERENCES, f"room:{who}", Reference("room", "t", "u", user=who)) for who in ("anna", "bilal", "chiara")),
        (REFERENCES, "teams:stranger", STRANGER),
        (INBOX, "old", Heard(OVER)),
        (ROOM_POSTS, "said", RoomPost("crm/sales", OVER, 1, by="room:anna", text="Hi")),
        (ROOM_POSTS, "post", RoomPost("crm/sales", OVER, 2, message=message)),
        (ROOM_POSTS, "private", RoomPost("room:anna", OVER, 3, message=message)),
        (AUDIT, "1", AuditEntry(OVER, "crm", "room:anna", "pause", "refused")),
        (AUDIT, "2", AuditEntry(OVER, "crm", "joris", "approved", post.key)),
    ]
    async with store.transaction() as tx:
        for table, key, record in kept:
            await tx.put(table, key, record)


async def kept_after(
    days: float, *, others_run: bool = False, state: CampaignState = STATE, file_is_there: bool = True
) -> dict[str, set[str]]:
    """The keys per table after the campaign has been over for this many days."""
    ctx = a_context([CAMPAIGN] if file_is_there else [], now=OVER)
    await a_full_store(ctx.store)
    async with ctx.store.transaction() as tx:
        await tx.put(CAMPAIGNS, "crm", state)
    if others_run:
        async with ctx.store.transaction() as tx:
            await tx.put(CAMPAIGNS, "next", CampaignState("hash", OVER, "sealed"))
    await ForgetJob()(ctx, OVER + days * DAY)
    found: dict[str, set[str]] = {}
    async for table, key, document in ctx.store.all_documents():
        found.setdefault(table, set()).add(key if table != "audit" else document["actor"])
    return found


async def test_until_a_month_after_the_end_nothing_goes() -> None:
    assert {"votes", "reactions", "seats", "reminders"} <= set(await kept_after(29.9))


async def test_a_month_after_the_end_raw_events_go_and_counts_posts_and_sign_ups_stay() -> None:
    kept = await kept_after(30.1)
    assert not {"votes", "reactions", "inbox"} & set(kept)
    assert {"pulses", "seats", "wishes", "questions", "people"} <= set(kept)
    assert kept["references"] == {"teams:19:crm", "room:anna", "room:bilal", "room:chiara"}
    assert kept["deliveries"] == {an_occurrence().key}


async def test_after_the_time_that_the_campaign_keeps_nobody_is_in_it_any_more() -> None:
    kept = await kept_after(30 * CAMPAIGN.rules.keep_months + 1)
    assert not {"seats", "questions", "reminders"} & set(kept)
    assert kept["people"] == {"room:bilal", "slack:bilal"}
    assert kept["references"] == {"room:bilal", "teams:19:crm"}, "only whom another campaign may write to"
    assert kept["audit"] == {FORGOTTEN, "joris"}
    assert {"post"} <= kept["room_posts"]
    assert "said" not in kept["room_posts"]
    assert kept["deliveries"] == {an_occurrence().key}
    assert {"pulses", "wishes"} <= set(kept)


@pytest.mark.parametrize("days", [29.9, 30.1, 30 * STATE.keep_months + 1, 366])
async def test_a_campaign_whose_file_is_gone_is_forgotten_like_any_other(days: float) -> None:
    assert await kept_after(days, file_is_there=False) == await kept_after(days)


async def test_it_keeps_what_the_file_said_last() -> None:
    two_months, started = replace(STATE, keep_months=2), 61
    assert "seats" in await kept_after(started)
    assert "seats" not in await kept_after(started, state=two_months)


@pytest.mark.parametrize(("days", "stays"), [(365 + 179, True), (365 + 181, False)])
async def test_a_store_of_before_the_end_was_kept_forgets_a_year_later(days: int, stays: bool) -> None:
    old = replace(STATE, loaded_at=OVER, ends_at=None)
    assert ("seats" in await kept_after(days, state=old, file_is_there=False)) is stays


async def test_that_somebody_wants_no_messages_outlives_their_name_while_another_campaign_runs() -> None:
    kept = await kept_after(30 * CAMPAIGN.rules.keep_months + 1, others_run=True)
    assert kept["people"] == {"room:bilal", "room:chiara", "slack:bilal", "slack:chiara"}
    assert kept["references"] == {"room:bilal", "teams:19:crm", "teams:stranger"}


@pytest.mark.parametrize(
    ("days", "others_run", "stays"), [(29.9, False, True), (30.1, True, True), (30.1, False, False)]
)
async def test_who_installed_the_app_and_never_spoke_is_not_reached_after_the_last_campaign(
    days: float, others_run: bool, stays: bool
) -> None:
    """Until then they may get a role. Who spoke stays as long as their campaign, and channels are nobody."""
    assert ("teams:stranger" in (await kept_after(days, others_run=others_run))["references"]) is stays


async def test_before_the_first_campaign_whoever_installed_the_app_is_kept() -> None:
    ctx = a_context([], now=OVER)
    async with ctx.store.transaction() as tx:
        await tx.put(REFERENCES, "teams:stranger", STRANGER)
    await ForgetJob()(ctx, OVER)
    assert [key async for _, key, _ in ctx.store.all_documents()] == ["teams:stranger"]


async def test_after_a_year_nothing_that_was_said_in_private_is_left() -> None:
    kept = await kept_after(366)
    assert "private" not in kept["room_posts"]


async def test_it_looks_once_a_day_and_does_no_harm_when_it_looks_again() -> None:
    ctx = a_context([CAMPAIGN], now=OVER)
    await a_full_store(ctx.store)
    job, later = ForgetJob(), OVER + 31 * DAY
    await job(ctx, later)
    async with ctx.store.transaction() as tx:
        state = await tx.get(CAMPAIGNS, "crm")
        await tx.put(VOTES, "new", Voted(SLOT))
    assert state is not None
    assert (state.ended_at, state.sealed) == (later, "")
    assert list(state.posts_sent.values()) == [an_occurrence().weight], "the report still counts what is archived"
    await job(ctx, later + DAY / 2)
    async with ctx.store.transaction() as tx:
        assert await tx.get(VOTES, "new") is not None
    await job(ctx, later + DAY)
    async with ctx.store.transaction() as tx:
        assert await tx.get(VOTES, "new") is None
        assert await tx.get(CAMPAIGNS, "crm") == replace(state, ended_at=later)


async def test_a_campaign_that_was_never_loaded_is_left_alone() -> None:
    ctx = a_context([CAMPAIGN], now=OVER)
    await ForgetJob()(ctx, OVER + 500 * DAY)
    assert [key async for _, key, _ in ctx.store.all_documents()] == []
