"""Sign-up lasts longer: everyone who was called to join reads until when, and why (S4)."""

from datetime import datetime

from bot.automatic import post_automatically
from campaigns.compose import ASK_TO_JOIN
from campaigns.delivery import OUT
from campaigns.model import Campaign
from campaigns.texts.say import say
from campaigns.wording import written_moment
from storage.base import Transaction
from storage.tables import DELIVERIES


async def tell_of_extension(
    tx: Transaction, campaign: Campaign, *, closes: datetime, because: str, now: datetime
) -> None:
    language = campaign.language
    called = {
        delivery.occurrence.audience
        for _, delivery in await tx.find(DELIVERIES, campaign=campaign.id)
        if delivery.occurrence is not None and delivery.occurrence.kind in ASK_TO_JOIN and delivery.state in OUT
    }
    sentence = say(
        language,
        "extension",
        closes=written_moment(language, campaign.local(closes)),
        because=_as_sentence(because),
        word=say(language, "word_join"),
    )
    await post_automatically(
        tx, campaign, kind="extension", name="1", audiences=sorted(called), sentence=lambda audience: sentence, now=now
    )


def _as_sentence(reason: str) -> str:
    """Authors write `because` with or without a capital and a full stop."""
    text = " ".join(reason.split())
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."
