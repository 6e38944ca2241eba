"""Whoever read a promise that was not made hears so: the teams in a post of its own, the one who asked in private."""

from datetime import datetime

from bot.automatic import post_automatically
from bot.notices import notice, notify
from bot.promise_words import promise_words
from campaigns.model import Campaign
from campaigns.promises import Promise
from campaigns.texts.say import say
from campaigns.wishes import WishBook, WishState
from campaigns.wording import promised_day
from storage.base import Transaction
from storage.tables import QUESTIONS, WISHES


async def tell_not_made(tx: Transaction, campaign: Campaign, promise: Promise, said: str, now: datetime) -> bool:
    """`said` is what the owner says happens now; for a wish the wish itself says it. False when nobody reads it."""
    text = await _text(tx, campaign, promise, said)
    if promise.question:
        return await _tell_who_asked(tx, campaign, promise, text, now)
    await post_automatically(
        tx,
        campaign,
        kind="not_made",
        name=str(promise.number),
        audiences=promise.audiences,
        sentence=lambda _: text,
        now=now,
    )
    return bool(promise.audiences)


async def _text(tx: Transaction, campaign: Campaign, promise: Promise, said: str) -> str:
    words, owner = promise_words(campaign, promise), campaign.people[campaign.owner].name
    if promise.wish:
        return await _of_wish(tx, campaign, promise, owner)
    if promise.question:
        return say(campaign.language, "not_made_answer", owner=owner, day=words["day"], said=said)
    return say(
        campaign.language,
        "not_made_post",
        name=words["name"],
        day=words["day"],
        text=promise.text,
        said=said,
        owner=owner,
    )


async def _of_wish(tx: Transaction, campaign: Campaign, promise: Promise, owner: str) -> str:
    book = await tx.get(WISHES, campaign.id) or WishBook(campaign.id)
    wish = book.wishes[promise.wish]
    day = promised_day(campaign, promise.day)
    if wish.state is WishState.LATER:
        key, more = "not_made_wish_later", {"because": wish.because}
    elif wish.planned_for is not None:
        key, more = "not_made_wish_moved", {"new": promised_day(campaign, wish.planned_for)}
    else:
        key, more = "not_made_wish_open", {}
    return say(campaign.language, key, title=wish.title, day=day, owner=owner, **more)


async def _tell_who_asked(tx: Transaction, campaign: Campaign, promise: Promise, text: str, now: datetime) -> bool:
    """Nobody, when that person has been forgotten."""
    question = await tx.get(QUESTIONS, f"{campaign.id}/{promise.question}")
    if question is None:
        return False
    key = f"answer/{question.number}/not-made-{promise.number}"
    return await notify(tx, campaign, person=question.person, message=notice(campaign, text), key=key, now=now)
