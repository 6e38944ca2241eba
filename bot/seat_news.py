"""What people on the list are told when they did nothing themselves: an offer, its end, and how the lots fell."""

from collections.abc import Iterable
from datetime import datetime

from bot.context import Context
from bot.notices import notice, notify
from bot.seat_answers import standing
from campaigns.message import Button
from campaigns.model import Campaign
from campaigns.seat_book import SeatBook, SeatChange, SeatNews
from campaigns.texts.say import say
from campaigns.wording import written_moment
from storage.base import Transaction


async def tell_news(
    ctx: Context, tx: Transaction, campaign: Campaign, book: SeatBook, changes: Iterable[SeatChange], now: datetime
) -> None:
    """One notice to each person whose place changed; the same change is never told twice."""
    for change in changes:
        message = notice(campaign, _sentence(campaign, book, change), _buttons(campaign, change))
        key = f"seats/{change.what}/{change.person}/{now.isoformat()}"
        await notify(tx, campaign, person=change.person, message=message, key=key, now=now)


def _sentence(campaign: Campaign, book: SeatBook, change: SeatChange) -> str:
    language = campaign.language
    if change.what is SeatNews.ONE_PERSON:
        return say(language, "seat_news_one_person", standing=standing(campaign, book, change.person))
    until = written_moment(language, campaign.local(change.answer_by)) if change.answer_by else ""
    return say(
        language,
        f"seat_news_{change.what}",
        group=campaign.seats.name if campaign.seats else "",
        until=until,
        number=change.number,
        places=book.places,
    )


def _buttons(campaign: Campaign, change: SeatChange) -> tuple[Button, ...]:
    """An offer can be taken or refused with one press each."""
    if change.what is not SeatNews.OFFERED:
        return ()
    language = campaign.language
    return (
        Button("join", say(language, "button_accept"), campaign.id),
        Button("leave", say(language, "button_decline"), campaign.id),
    )
