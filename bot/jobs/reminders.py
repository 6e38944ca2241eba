"""Private reminders at the moment that somebody asked for; each once, and only to the one who asked."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.context import Context
from bot.notices import notice, notify
from campaigns.texts.say import say
from storage.tables import REMINDERS

MANY = 1_000
# A campaign whose file is gone may come back.
LOOK_AGAIN = timedelta(hours=1)


async def send_reminders(ctx: Context, now: datetime) -> None:
    async with ctx.store.transaction() as tx:
        for key, reminder in await tx.due(REMINDERS, now, MANY):
            campaign = ctx.campaigns.get(reminder.campaign)
            if campaign is None:
                await tx.put(REMINDERS, key, replace(reminder, due=now + LOOK_AGAIN))
                continue
            message = notice(campaign, say(campaign.language, "reminder", text=reminder.text))
            await notify(tx, campaign, person=reminder.person, message=message, key=f"reminder/{key}", now=now)
            await tx.remove(REMINDERS, key)
