"""The owner's word on a promise: kept in the register, written to the audit trail, and told to who read it."""

from collections.abc import Callable

from bot.answers import answer as as_answer
from bot.answers import said
from bot.audit import audit
from bot.not_made import tell_not_made
from bot.platforms.base import Answer
from bot.promise_words import promise_words
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.plain_text import plain
from campaigns.promises import TEXT_LIMIT, Promise, PromiseAnswer, PromiseBook, PromiseOutcome
from campaigns.texts.say import say
from campaigns.wording import promised_day, readable, written_list
from storage.tables import PROMISES

Judge = Callable[[PromiseBook], tuple[PromiseBook, PromiseAnswer]]
_COUNTS = frozenset({PromiseOutcome.KEPT, PromiseOutcome.MISSED, PromiseOutcome.DROPPED})


async def judge_promise(turn: Turn, campaign: Campaign, judge: Judge, *, typed: str, text: str = "") -> Answer:
    """`text` is what the owner says to those who read a promise that was not made."""
    book = await turn.tx.get(PROMISES, campaign.id) or PromiseBook(campaign.id)
    after, answer = judge(book)
    promise, outcome = answer.promise, answer.outcome
    if promise is None:
        return said(campaign.language, f"promise_judged_{outcome}", number=typed or "–")
    if outcome in _COUNTS:
        await turn.tx.put(PROMISES, campaign.id, after)
        await _record(turn, campaign, promise, outcome)
    if outcome is PromiseOutcome.MISSED:
        is_read = await tell_not_made(turn.tx, campaign, promise, plain(text, TEXT_LIMIT), turn.now)
        return _missed(campaign, promise, answer.made[0], is_read=is_read)
    return as_answer(
        campaign.language, say(campaign.language, f"promise_judged_{outcome}", **promise_words(campaign, promise))
    )


async def _record(turn: Turn, campaign: Campaign, promise: Promise, outcome: PromiseOutcome) -> None:
    await audit(
        turn.tx,
        now=turn.now,
        campaign=campaign.id,
        actor=campaign.owner,
        action=f"promise {outcome}",
        subject=str(promise.number),
        detail=promise.because,
    )


def _missed(campaign: Campaign, promise: Promise, again: Promise, *, is_read: bool) -> Answer:
    language = campaign.language
    teams = written_list(language, [readable(audience) for audience in promise.audiences])
    told = "asker" if promise.question and is_read else "teams" if teams else "nobody"
    sentence = say(
        language,
        "promise_judged_missed",
        number=promise.number,
        told=say(language, f"promise_told_{told}", **({"audiences": teams} if told == "teams" else {})),
        day=promised_day(campaign, again.day),
        next=again.number,
    )
    return as_answer(language, sentence)
