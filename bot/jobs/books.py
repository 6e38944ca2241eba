"""When a campaign is loaded or edited: its seats and wishes get their books, and what was promised stays promised."""

from dataclasses import replace
from datetime import date, datetime

from bot.context import Context
from bot.each import each
from bot.extension import tell_of_extension
from bot.jobs.reminders import move_reminders
from bot.notices import tell_owner
from bot.seat_news import tell_news
from bot.seat_time import answer_by
from campaigns.calendar import WorkCalendar, ends_at, has_started
from campaigns.model import Campaign, Seats
from campaigns.moments import InWeek
from campaigns.plan import seat_moments
from campaigns.seat_posts import announced_seats
from campaigns.seats import SeatBook, SeatOutcome, extend, open_book, raise_places
from campaigns.texts.say import say
from campaigns.wishes import WishBook, WishRecord, WishState, left_the_file, merge_file_wishes
from campaigns.wording import promised_day, written_moment
from storage.base import Transaction
from storage.tables import CAMPAIGNS, DELIVERIES, SEATS, WISHES, CampaignState


class BooksJob:
    """Looks only at campaigns whose file has changed since it last looked."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}

    async def __call__(self, ctx: Context, now: datetime) -> None:
        await each(self._look(ctx, campaign, now) for campaign in ctx.campaigns.values())

    async def _look(self, ctx: Context, campaign: Campaign, now: datetime) -> None:
        if self._seen.get(campaign.id) != campaign.source_hash:
            async with ctx.store.transaction() as tx:
                await _keep_books(ctx, tx, campaign, now)
            self._seen[campaign.id] = campaign.source_hash


async def _keep_books(ctx: Context, tx: Transaction, campaign: Campaign, now: datetime) -> None:
    first = CampaignState(source_hash=campaign.source_hash, loaded_at=now, sealed=ctx.new_secret())
    state = replace(
        await tx.get(CAMPAIGNS, campaign.id) or first,
        source_hash=campaign.source_hash,
        ends_at=ends_at(campaign),
        keep_months=campaign.rules.keep_months,
        roles=tuple(campaign.people),
    )
    await tx.put(CAMPAIGNS, campaign.id, state)
    await _keep_wishes(ctx, tx, campaign, now, is_over=state.ended_at is not None)
    if campaign.seats is not None:
        await _keep_seats(ctx, tx, campaign, campaign.seats, now)


async def _keep_wishes(ctx: Context, tx: Transaction, campaign: Campaign, now: datetime, *, is_over: bool) -> None:
    """Once the campaign runs no wish leaves the list without a word: its owner says what becomes of it (C4)."""
    book = await tx.get(WISHES, campaign.id) or WishBook(campaign.id)
    book = merge_file_wishes(book, campaign, _planned_days(campaign), has_started=has_started(campaign, now))
    await tx.put(WISHES, campaign.id, book)
    for wish in () if is_over else left_the_file(book, campaign):
        if wish.state in (WishState.RECEIVED, WishState.PLANNED):
            sentence = _what_of(campaign, wish)
            await tell_owner(ctx, tx, campaign, sentence=sentence, key=f"wish-left/{wish.id}/{wish.filed_for}", now=now)


def _what_of(campaign: Campaign, wish: WishRecord) -> str:
    key = "wish_left_planned" if wish.planned_for is not None else "wish_left_open"
    day = promised_day(campaign, wish.planned_for) if wish.planned_for is not None else ""
    return say(campaign.language, key, title=wish.title, id=wish.id, day=day)


def _planned_days(campaign: Campaign) -> dict[str, date]:
    calendar = WorkCalendar.of(campaign)
    return {
        key: calendar.day(week=wish.planned.week, weekday=wish.planned.weekday)
        if isinstance(wish.planned, InWeek)
        else wish.planned.day
        for key, wish in campaign.wishes.items()
        if wish.planned is not None
    }


async def _keep_seats(ctx: Context, tx: Transaction, campaign: Campaign, seats: Seats, now: datetime) -> None:
    """Until they are announced everything may change; then places may only grow and closing may move once."""
    opens, closes = seat_moments(campaign)
    book = await tx.get(SEATS, campaign.id)
    if book is None or not await _is_promised(tx, campaign, book, now):
        seed = book.seed if book is not None else ctx.new_secret()
        kept = open_book(campaign.id, seats, opens=opens, closes=closes, seed=seed)
    else:
        kept = await _keep_places(ctx, tx, campaign, book, wanted=seats.places, now=now)
        if closes != kept.closes:
            kept = await _move_closing(ctx, tx, campaign, kept, closes=closes, now=now)
    await tx.put(SEATS, campaign.id, kept)
    if book is not None and kept.closes != book.closes:
        await move_reminders(tx, campaign, closes=kept.closes, now=now)


async def _is_promised(tx: Transaction, campaign: Campaign, book: SeatBook, now: datetime) -> bool:
    """Sign-up has opened, or a post has named its places or its days."""
    if now >= book.opens or book.entries:
        return True
    return any(announced_seats(campaign, delivery) for _, delivery in await tx.find(DELIVERIES, campaign=campaign.id))


async def _move_closing(
    ctx: Context, tx: Transaction, campaign: Campaign, book: SeatBook, *, closes: datetime, now: datetime
) -> SeatBook:
    """Once, to later, with a reason that everyone who read of the seats reads; anything else is refused and told."""
    because = campaign.seats.extended_because if campaign.seats else None
    is_later = closes > book.closes and not book.is_extended
    if is_later and because is None:
        await _refuse_closing(ctx, tx, campaign, book, "extension_needs_reason", closes=closes, now=now)
        return book
    book, answer = extend(book, closes=closes, now=now)
    if answer.outcome is SeatOutcome.EXTENDED and because is not None:
        await tell_of_extension(tx, campaign, book, because=because, now=now)
    else:
        await _refuse_closing(ctx, tx, campaign, book, "other_closing", closes=closes, now=now)
    return book


async def _refuse_closing(
    ctx: Context, tx: Transaction, campaign: Campaign, book: SeatBook, key: str, *, closes: datetime, now: datetime
) -> None:
    language = campaign.language
    words = {
        "closes": written_moment(language, campaign.local(book.closes)),
        "wanted": written_moment(language, campaign.local(closes)),
    }
    sentence = say(language, key, **words)
    await tell_owner(ctx, tx, campaign, sentence=sentence, key=f"closing/{campaign.source_hash}", now=now)


async def _keep_places(
    ctx: Context, tx: Transaction, campaign: Campaign, book: SeatBook, *, wanted: int, now: datetime
) -> SeatBook:
    if wanted < book.places:
        sentence = say(campaign.language, "fewer_places", wanted=wanted, places=book.places)
        await tell_owner(ctx, tx, campaign, sentence=sentence, key=f"places/{campaign.source_hash}", now=now)
    book, answer = raise_places(book, places=wanted, now=now, answer_by=answer_by(campaign, now))
    await tell_news(ctx, tx, campaign, book, answer.changes, now)
    return book
