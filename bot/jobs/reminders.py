"""Private reminders at the moment that somebody asked for; each once, and only to the one who asked."""

from dataclasses import replace
from datetime import datetime

from bot.context import Context
from bot.jobs.due import LOOK_AGAIN, each_due
from bot.notices import notice, notify
from campaigns.reminders import Reminder
from campaigns.texts.say import say
from storage.base import Transaction
from storage.tables import REMINDERS


async def send_reminders(ctx: Context, now: datetime) -> None:
    await each_due(ctx, REMINDERS, now, _send)


async def _send(ctx: Context, tx: Transaction, key: str, reminder: Reminder, now: datetime) -> None:
    campaign = ctx.campaigns.get(reminder.campaign)
    if campaign is None:
        await tx.put(REMINDERS, key, replace(reminder, due=now + LOOK_AGAIN))
        return
    message = notice(campaign, say(campaign.language, "reminder", text=reminder.text))
    await notify(tx, campaign, person=reminder.person, message=message, key=f"reminder/{key}", now=now)
    await tx.remove(REMINDERS, key)
