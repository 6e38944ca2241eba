"""Sign-up lasts longer: everyone who read of the seats reads until when, and why (S4)."""

from datetime import datetime

from bot.automatic import post_automatically
from campaigns.model import Campaign
from campaigns.seat_book import SeatBook
from campaigns.seat_posts import announced_seats
from campaigns.texts.say import say
from campaigns.wording import written_moment
from storage.base import Transaction
from storage.tables import DELIVERIES


async def tell_of_extension(
    tx: Transaction, campaign: Campaign, book: SeatBook, *, because: str, now: datetime
) -> None:
    """`book` with the new closing."""
    language = campaign.language
    read_by = {
        delivery.occurrence.audience
        for _, delivery in await tx.find(DELIVERIES, campaign=campaign.id)
        if delivery.occurrence is not None and announced_seats(campaign, delivery)
    }
    sentence = say(
        language,
        "extension",
        closes=written_moment(language, campaign.local(book.closes)),
        because=_as_sentence(because),
        how=_how_to_join(campaign, book, now),
    )
    await post_automatically(
        tx, campaign, kind="extension", name="1", audiences=sorted(read_by), sentence=lambda audience: sentence, now=now
    )


def _how_to_join(campaign: Campaign, book: SeatBook, now: datetime) -> str:
    language = campaign.language
    key = "extension_join_later" if now < book.opens else "extension_join_now"
    opens = written_moment(language, campaign.local(book.opens))
    return say(language, key, opens=opens, word=say(language, "word_join"))


def _as_sentence(reason: str) -> str:
    """Authors write `because` with or without a capital and a full stop."""
    text = " ".join(reason.split())
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."
