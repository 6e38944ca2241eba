"""What may no longer be kept is erased: raw events a month after the campaign, everything personal after `keep`."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from bot.context import Context
from bot.each import each
from bot.own_names import take_names_out
from bot.privacy import FORGOTTEN
from bot.same_person import ids_of_person
from campaigns.report import posts_sent
from campaigns.wishes import WishBook, drop_all_authors
from storage.base import Transaction
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
    CampaignState,
)

ONCE_A_DAY = timedelta(days=1)
RAW_EVENTS = timedelta(days=30)
MONTH = timedelta(days=30)
# What people said in private belongs to no campaign.
LONGEST = timedelta(days=365)


class ForgetJob:
    """Looks once a day; a day late is early enough for what is kept for months."""

    def __init__(self) -> None:
        self._looked_at: datetime | None = None

    async def __call__(self, ctx: Context, now: datetime) -> None:
        if self._looked_at is not None and now - self._looked_at < ONCE_A_DAY:
            return
        self._looked_at = now
        async with ctx.store.transaction() as tx:
            await _forget_old_events(tx, now)
            campaigns = [campaign for campaign, _ in await tx.find(CAMPAIGNS)]
        await each(_forget_campaign(ctx, campaign, now) for campaign in campaigns)
        async with ctx.store.transaction() as tx:
            await _forget_strangers(tx)


async def _forget_old_events(tx: Transaction, now: datetime) -> None:
    """No platform repeats an event after a month, so who sent one need not be known any longer."""
    for key, heard in await tx.find(INBOX):
        if now - heard.at > RAW_EVENTS:
            await tx.remove(INBOX, key)
    for key, post in await tx.find(ROOM_POSTS):
        if now - post.at > LONGEST and (post.by or post.only_for or ":" in post.place):
            await tx.remove(ROOM_POSTS, key)


async def _forget_campaign(ctx: Context, campaign: str, now: datetime) -> None:
    """Also when its file is gone."""
    async with ctx.store.transaction() as tx:
        state = await tx.get(CAMPAIGNS, campaign)
        if state is None or (over := now - (state.ends_at or state.loaded_at + LONGEST)) < RAW_EVENTS:
            return
        await _forget_raw(tx, campaign)
        if over >= MONTH * state.keep_months:
            await _forget_people(tx, campaign, state.roles)
        await _end(tx, campaign, state, now)
    await ctx.store.archive(campaign)


async def _forget_raw(tx: Transaction, campaign: str) -> None:
    """Who reacted, who voted, what was said to people in private, and the names in posts; the counts and posts stay."""
    await take_names_out(tx, await tx.find(DELIVERIES, campaign=campaign))
    for key, delivery in await tx.find(DELIVERIES, campaign=campaign):
        if delivery.person is not None:
            await tx.remove(DELIVERIES, key)
    for key, reaction in await tx.find(REACTIONS):
        if reaction.delivery.startswith(f"{campaign}/"):
            await tx.remove(REACTIONS, key)
    for pulse, _ in await tx.find(PULSES, campaign=campaign):
        for key, _ in await tx.find(VOTES, pulse=pulse):
            await tx.remove(VOTES, key)


async def _forget_people(tx: Transaction, campaign: str, roles: Collection[str]) -> None:
    await tx.remove(SEATS, campaign)
    book = await tx.get(WISHES, campaign) or WishBook(campaign)
    await tx.put(WISHES, campaign, drop_all_authors(book))
    for key, _ in await tx.find(QUESTIONS, campaign=campaign):
        await tx.remove(QUESTIONS, key)
    for key, reminder in await tx.find(REMINDERS):
        if reminder.campaign == campaign:
            await tx.remove(REMINDERS, key)
    for key, post in await tx.find(ROOM_POSTS):
        if post.place.startswith(f"{campaign}/") and (post.by or post.only_for):
            await tx.remove(ROOM_POSTS, key)
    for key, entry in await tx.find(AUDIT, campaign=campaign):
        if entry.actor not in roles:
            await tx.put(AUDIT, key, replace(entry, actor=FORGOTTEN))
    await _forget_acquaintances(tx, campaign)


async def _forget_acquaintances(tx: Transaction, campaign: str) -> None:
    """Whoever is in no other campaign. That somebody wants no messages is kept, without a name, for as long as another
    campaign could send them one.
    """
    others = [key for key, state in await tx.find(CAMPAIGNS) if key != campaign and state.ended_at is None]
    for key, person in await tx.find(PEOPLE):
        if person.same_as is not None:
            continue  # goes or stays with the id under which their things stand
        audiences = tuple(pair for pair in person.audiences if pair[0] != campaign)
        if audiences or (others and not person.audiences):
            await tx.put(PEOPLE, key, replace(person, audiences=audiences))
            continue
        for one in await ids_of_person(tx, key):
            await _forget_acquaintance(tx, one, wants_silence=bool(others) and person.stopped)


async def _forget_acquaintance(tx: Transaction, person: str, *, wants_silence: bool) -> None:
    await tx.remove(REFERENCES, person)
    known = await tx.get(PEOPLE, person)
    if known is not None and wants_silence:
        await tx.put(PEOPLE, person, replace(known, name="", chat=None, audiences=()))
    else:
        await tx.remove(PEOPLE, person)


async def _forget_strangers(tx: Transaction) -> None:
    """Who installed the app and never spoke is in no campaign; how they are reached goes when all campaigns have ended.

    Until then somebody may still get a role. Who has or had one is known, and goes with their campaign.
    """
    states = [state for _, state in await tx.find(CAMPAIGNS)]
    if not states or any(state.ended_at is None for state in states):
        return
    for key, reference in await tx.find(REFERENCES):
        if reference.user and await tx.get(PEOPLE, key) is None:
            await tx.remove(REFERENCES, key)


async def _end(tx: Transaction, campaign: str, state: CampaignState, now: datetime) -> None:
    """Its secret goes too: without it no hash can be traced back. What goes to the archive stays counted."""
    out = posts_sent(delivery for _, delivery in await tx.find(DELIVERIES, campaign=campaign))
    counted = {**state.posts_sent, **out}
    ended = replace(state, ended_at=state.ended_at or now, sealed="", posts_sent=counted)
    if ended != state:
        await tx.put(CAMPAIGNS, campaign, ended)
