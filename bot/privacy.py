"""Everything that is held about one person, and its erasure: at once, leaving only counts."""

from collections import defaultdict
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Final

from bot.context import Context
from bot.own_marks import own_reactions, unlink_votes
from bot.own_names import messages_that_name, take_names_out
from bot.same_person import ids_of_person
from bot.seat_news import tell_news
from bot.seat_time import answer_by
from campaigns.delivery import Delivery
from campaigns.forgotten_wishes import forget_author
from campaigns.seats import forget
from storage.base import Transaction
from storage.tables import (
    AUDIT,
    DELIVERIES,
    PEOPLE,
    QUESTIONS,
    REACTIONS,
    REFERENCES,
    REMINDERS,
    ROOM_POSTS,
    SEATS,
    WISHES,
)

FORGOTTEN: Final = "forgotten"  # stands in the audit trail where a person was


async def personal_data(tx: Transaction, person: str) -> dict[str, list[dict[str, Any]]]:
    """By noun, under all ids of this person; empty nouns are left out. Pulse answers are not in it: nobody can say
    whose they are."""
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in await ids_of_person(tx, person):
        for noun, records in (await _held_under(tx, one)).items():
            found[noun] += records
    return {noun: records for noun, records in found.items() if records}


async def _held_under(tx: Transaction, person: str) -> dict[str, list[dict[str, Any]]]:
    known, reached = await tx.get(PEOPLE, person), await tx.get(REFERENCES, person)
    return {
        "person": [asdict(known)] if known else [],
        "how_you_are_reached": [asdict(reached)] if reached else [],
        "seats": await _seats(tx, person),
        "wishes": await _wishes(tx, person),
        "questions": [asdict(question) for _, question in await tx.find(QUESTIONS, person=person)],
        "reminders": [asdict(reminder) for _, reminder in await tx.find(REMINDERS, person=person)],
        "messages_to_you": await _messages(tx, person),
        "messages_that_name_you": _as_read(await messages_that_name(tx, person)),
        "said_in_the_room": await _room_posts(tx, person),
        "reactions": await _reactions(tx, person),
        "refused_commands": [asdict(entry) for _, entry in await tx.find(AUDIT) if entry.actor == person],
    }


async def _seats(tx: Transaction, person: str) -> list[dict[str, Any]]:
    return [
        {"campaign": book.campaign, **asdict(book.entries[person]), "reserve_number": book.reserve_number(person)}
        for _, book in await tx.find(SEATS)
        if person in book.entries
    ]


async def _wishes(tx: Transaction, person: str) -> list[dict[str, Any]]:
    return [
        {"campaign": book.campaign, **asdict(wish)}
        for _, book in await tx.find(WISHES)
        for wish in book.wishes.values()
        if wish.author == person
    ]


async def _messages(tx: Transaction, person: str) -> list[dict[str, Any]]:
    return _as_read(await tx.find(DELIVERIES, person=person))


def _as_read(deliveries: list[tuple[str, Delivery]]) -> list[dict[str, Any]]:
    return [
        {"at": delivery.settled_at or delivery.due, "state": delivery.state, "text": delivery.message.text}
        for _, delivery in deliveries
        if delivery.message is not None
    ]


async def _room_posts(tx: Transaction, person: str) -> list[dict[str, Any]]:
    return [
        {"at": post.at, "place": post.place, "text": post.text}
        for _, post in await tx.find(ROOM_POSTS)
        if post.by == person
    ]


async def _reactions(tx: Transaction, person: str) -> list[dict[str, Any]]:
    return [asdict(reaction) for _, reaction in await own_reactions(tx, person)]


async def forget_person(ctx: Context, tx: Transaction, person: str) -> None:
    """Under all their ids. A seat that comes free is offered on. Counts stay; nothing says any more who was in them."""
    now = ctx.clock.now()
    first, *later = await ids_of_person(tx, person)
    await unlink_votes(tx, first=first, later=later)
    for one in (first, *later):
        await _forget_id(ctx, tx, one, now)


async def _forget_id(ctx: Context, tx: Transaction, person: str, now: datetime) -> None:
    await _forget_seats(ctx, tx, person, now)
    await _forget_words(tx, person, now)
    await take_names_out(tx, await messages_that_name(tx, person))
    for table in (QUESTIONS, REMINDERS, DELIVERIES):
        for key, _ in await tx.find(table, person=person):
            await tx.remove(table, key)
    for key, post in await tx.find(ROOM_POSTS):
        if person in (post.by, post.place, post.only_for):
            await tx.remove(ROOM_POSTS, key)
    await _unlink_reactions(ctx, tx, person)
    for key, entry in await tx.find(AUDIT):
        if entry.actor == person:
            await tx.put(AUDIT, key, replace(entry, actor=FORGOTTEN))
    await tx.remove(REFERENCES, person)
    await tx.remove(PEOPLE, person)


async def _forget_words(tx: Transaction, person: str, now: datetime) -> None:
    """Wishes and questions, and what the owner was told of them."""
    told: list[tuple[str, str]] = []
    for key, book in await tx.find(WISHES):
        told += [(key, f"wish/{wish.id}") for wish in book.wishes.values() if wish.author == person]
        after = forget_author(book, person=person, now=now)
        if after != book:
            await tx.put(WISHES, key, after)
    told += [(asked.campaign, f"question/{asked.number}") for _, asked in await tx.find(QUESTIONS, person=person)]
    for campaign, what in told:
        beginnings = tuple(f"notice/{campaign}/{before}{what}/" for before in ("", "unanswered/"))
        for key, _ in await tx.find(DELIVERIES, campaign=campaign):
            if f"{key}/".startswith(beginnings):
                await tx.remove(DELIVERIES, key)
                await tx.remove(ROOM_POSTS, key)


async def _forget_seats(ctx: Context, tx: Transaction, person: str, now: datetime) -> None:
    for key, book in await tx.find(SEATS):
        campaign = ctx.campaigns.get(key)
        if person not in book.entries:
            continue
        until = answer_by(campaign, now) if campaign else now
        after, answer = forget(book, person=person, now=now, answer_by=until)
        await tx.put(SEATS, key, after)
        if campaign is not None:
            await tell_news(ctx, tx, campaign, after, answer.changes, now)


async def _unlink_reactions(ctx: Context, tx: Transaction, person: str) -> None:
    """A reaction stays as a count under a key of chance."""
    marks: dict[str, str] = {}
    for key, reaction in await own_reactions(tx, person):
        await tx.remove(REACTIONS, key)
        mark = marks.setdefault(reaction.by, ctx.new_secret())
        await tx.put(REACTIONS, ctx.new_secret(), replace(reaction, by=mark))
