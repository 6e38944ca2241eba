"""The owner's word on a wish: kept, written to the audit trail, and told to the one who sent it."""

from collections.abc import Callable

from bot.answers import answer as as_answer
from bot.answers import said
from bot.audit import audit
from bot.notices import notice, notify
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.texts.say import say
from campaigns.wishes import WishAnswer, WishBook, WishOutcome, WishRecord
from campaigns.wording import promised_day
from storage.tables import WISHES

Judge = Callable[[WishBook], tuple[WishBook, WishAnswer]]
_COUNTS = frozenset({WishOutcome.DONE, WishOutcome.NOT_NOW, WishOutcome.PLANNED})


async def judge_wish(turn: Turn, campaign: Campaign, judge: Judge, *, typed: str) -> Answer:
    book = await turn.tx.get(WISHES, campaign.id) or WishBook(campaign.id)
    after, answer = judge(book)
    wish = answer.wish
    if answer.outcome in _COUNTS and wish is not None:
        await turn.tx.put(WISHES, campaign.id, after)
        await _record(turn, campaign, answer.outcome, wish)
    if answer.outcome is WishOutcome.UNKNOWN and answer.nearest:
        return said(campaign.language, "wish_nearest", id=typed, near=answer.nearest)
    sentence = say(campaign.language, f"judged_{answer.outcome}", id=typed, **_words(campaign, wish))
    return as_answer(campaign.language, sentence)


async def _record(turn: Turn, campaign: Campaign, outcome: WishOutcome, wish: WishRecord) -> None:
    words = _words(campaign, wish)
    await audit(
        turn.tx,
        now=turn.now,
        campaign=campaign.id,
        actor=campaign.owner,
        action=f"wish {outcome}",
        subject=wish.id,
        detail=words["because"] or words["day"],
    )
    if wish.author is not None:
        message = notice(campaign, say(campaign.language, f"author_{outcome}", **words))
        key = f"wish/{wish.id}/{turn.now.isoformat()}"
        await notify(turn.tx, campaign, person=wish.author, message=message, key=key, now=turn.now)


def _words(campaign: Campaign, wish: WishRecord | None) -> dict[str, str]:
    if wish is None:
        return {"title": "", "because": "", "day": ""}
    day = promised_day(campaign, wish.planned_for) if wish.planned_for else ""
    return {"title": wish.title, "because": wish.because, "day": day}
