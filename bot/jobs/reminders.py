"""Private reminders at the moment that somebody asked for; each once, only to the one who asked, and true by then."""

from dataclasses import replace
from datetime import datetime

from bot.context import Context
from bot.jobs.due import LOOK_AGAIN, each_due
from bot.notices import notice, notify
from bot.seat_answers import reminded
from campaigns.calendar import WorkCalendar
from campaigns.model import Campaign
from campaigns.reminders import BadReminder, Reminder, reminder_moment
from campaigns.seat_posts import announced_seats
from campaigns.texts.say import say
from storage.base import Transaction
from storage.tables import DELIVERIES, REMINDERS, SEATS


async def send_reminders(ctx: Context, now: datetime) -> None:
    await each_due(ctx, REMINDERS, now, _send)


async def _send(ctx: Context, tx: Transaction, key: str, reminder: Reminder, now: datetime) -> None:
    campaign = ctx.campaigns.get(reminder.campaign)
    if campaign is None:
        await tx.put(REMINDERS, key, replace(reminder, due=now + LOOK_AGAIN))
        return
    text = await _text(tx, campaign, reminder, now)
    message = notice(campaign, say(campaign.language, "reminder", text=text))
    await notify(tx, campaign, person=reminder.person, message=message, key=f"reminder/{key}", now=now)
    await tx.remove(REMINDERS, key)


async def move_reminders(tx: Transaction, campaign: Campaign, *, closes: datetime, now: datetime) -> None:
    """Those that come ahead of the closing, when that moves. One for which it is too late now comes at once."""
    calendar = WorkCalendar.of(campaign)
    for key, reminder in await tx.find(REMINDERS):
        if reminder.campaign == campaign.id and reminder.before_closing:
            due = reminder_moment("", now=now, calendar=calendar, closes=closes)
            moved = replace(reminder, due=now if isinstance(due, BadReminder) else due)
            await tx.remove(REMINDERS, key)
            await tx.put(REMINDERS, moved.key, moved)


async def _text(tx: Transaction, campaign: Campaign, reminder: Reminder, now: datetime) -> str:
    book = await tx.get(SEATS, campaign.id)
    if book is None or campaign.seats is None:
        return reminder.text
    seats = reminded(campaign, book, reminder.person, now)
    if reminder.about:
        post = await tx.get(DELIVERIES, reminder.about)
        names_seats = post is not None and announced_seats(campaign, post)
        return f"{reminder.text} {seats}" if names_seats else reminder.text
    was_open = book.closed_at is None or reminder.made_at <= book.closed_at
    return seats if was_open else reminder.text
