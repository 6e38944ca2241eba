"""Everything that is held about one person, and its erasure: at once, leaving only counts."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Final

from bot.context import Context
from bot.seat_news import tell_news
from bot.seat_time import answer_by
from bot.secret_marks import pulse_token, reaction_token
from campaigns.seats import forget
from campaigns.wishes import forget_author
from storage.base import Transaction
from storage.tables import (
    AUDIT,
    CAMPAIGNS,
    DELIVERIES,
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
    Reaction,
)

FORGOTTEN: Final = "forgotten"  # stands in the audit trail where a person was


async def personal_data(tx: Transaction, person: str) -> dict[str, Any]:
    """By noun; empty nouns are left out. Pulse answers are not in it: nobody can say whose they are."""
    known, reached = await tx.get(PEOPLE, person), await tx.get(REFERENCES, person)
    held: dict[str, Any] = {
        "person": asdict(known) if known else {},
        "how_you_are_reached": asdict(reached) if reached else {},
        "seats": await _seats(tx, person),
        "wishes": await _wishes(tx, person),
        "questions": [asdict(question) for _, question in await tx.find(QUESTIONS, person=person)],
        "reminders": [asdict(reminder) for _, reminder in await tx.find(REMINDERS, person=person)],
        "messages_to_you": await _messages(tx, person),
        "said_in_the_room": await _room_posts(tx, person),
        "reactions": await _reactions(tx, person),
        "refused_commands": [asdict(entry) for _, entry in await tx.find(AUDIT) if entry.actor == person],
    }
    return {noun: content for noun, content in held.items() if content}


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
    return [
        {"at": delivery.settled_at or delivery.due, "state": delivery.state, "text": delivery.message.text}
        for _, delivery in await tx.find(DELIVERIES, person=person)
        if delivery.message is not None
    ]


async def _room_posts(tx: Transaction, person: str) -> list[dict[str, Any]]:
    return [
        {"at": post.at, "place": post.place, "text": post.text}
        for _, post in await tx.find(ROOM_POSTS)
        if post.by == person
    ]


async def _reactions(tx: Transaction, person: str) -> list[dict[str, Any]]:
    return [asdict(reaction) for _, reaction in await _own_reactions(tx, person)]


async def _own_reactions(tx: Transaction, person: str) -> list[tuple[str, Reaction]]:
    """A reaction's key is a hash; only by trying a known person can it be found again."""
    secrets = [state.sealed for _, state in await tx.find(CAMPAIGNS)]
    return [
        (key, reaction)
        for key, reaction in await tx.find(REACTIONS)
        if any(
            key == reaction_token(secret, person=person, delivery=reaction.delivery, emoji=reaction.emoji)
            for secret in secrets
        )
    ]


async def forget_person(ctx: Context, tx: Transaction, person: str) -> None:
    """A seat that comes free is offered on. Counts stay; nothing says any more who was in them."""
    now = ctx.clock.now()
    await _forget_seats(ctx, tx, person, now)
    await _forget_words(tx, person)
    for table in (QUESTIONS, REMINDERS, DELIVERIES):
        for key, _ in await tx.find(table, person=person):
            await tx.remove(table, key)
    for key, post in await tx.find(ROOM_POSTS):
        if person in (post.by, post.place, post.only_for):
            await tx.remove(ROOM_POSTS, key)
    await _unlink_counts(ctx, tx, person)
    for key, entry in await tx.find(AUDIT):
        if entry.actor == person:
            await tx.put(AUDIT, key, replace(entry, actor=FORGOTTEN))
    await tx.remove(REFERENCES, person)
    await tx.remove(PEOPLE, person)


async def _forget_words(tx: Transaction, person: str) -> None:
    """Wishes and questions, and what the owner was told of them."""
    told: list[tuple[str, str]] = []
    for key, book in await tx.find(WISHES):
        told += [(key, f"wish/{wish.id}") for wish in book.wishes.values() if wish.author == person]
        after = forget_author(book, person=person)
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


async def _unlink_counts(ctx: Context, tx: Transaction, person: str) -> None:
    """A reaction stays as a count under a key of chance. The mark that somebody voted goes only when the pulse has
    closed, or forgetting would let one person answer many times.
    """
    marks: dict[str, str] = {}
    for key, reaction in await _own_reactions(tx, person):
        await tx.remove(REACTIONS, key)
        mark = marks.setdefault(reaction.by, ctx.new_secret())
        await tx.put(REACTIONS, ctx.new_secret(), replace(reaction, by=mark))
    for key, state in await tx.find(CAMPAIGNS):
        for _, count in await tx.find(PULSES, campaign=key):
            if count.closed:
                await tx.remove(VOTES, pulse_token(state.sealed, person=person, campaign=key, post=count.post))
