"""A question or an objection goes to a named human, with a date by which it is answered."""

from dataclasses import replace
from datetime import datetime

from bot.answers import said
from bot.campaign_state import state_of
from bot.inbound import Ask
from bot.notices import tell_owner
from bot.platforms.base import Answer
from bot.turn import Turn
from bot.which_audience import audience_of
from campaigns.calendar import WorkCalendar
from campaigns.model import Campaign
from campaigns.promises import PromiseBook
from campaigns.questions import Question, ask
from campaigns.texts.say import say
from campaigns.wording import readable, written_day
from storage.tables import CAMPAIGNS, PROMISES, QUESTIONS

WORKING_DAYS_TO_ANSWER = 5


async def handle(turn: Turn, campaign: Campaign, inbound: Ask) -> Answer:
    """An objection needs no reason; a question without words asks for them."""
    text = inbound.text or (say(campaign.language, "objection_without_words") if inbound.objection else "")
    question, outcome = ask(
        number=await _last_number(turn, campaign) + 1,
        campaign=campaign.id,
        person=turn.origin.person.id,
        audience=await audience_of(turn.tx, campaign, turn.origin) or "",
        text=text,
        objection=inbound.objection,
        now=turn.now,
        answer_by=WorkCalendar.of(campaign).after_working_days(turn.now, WORKING_DAYS_TO_ANSWER),
    )
    if question is None:
        return said(campaign.language, f"question_{outcome}")
    await turn.tx.put(QUESTIONS, f"{campaign.id}/{question.number}", question)
    state = await state_of(turn, campaign)
    await turn.tx.put(CAMPAIGNS, campaign.id, replace(state, last_question=question.number))
    await _tell_owner(turn, campaign, question)
    return said(
        campaign.language,
        "objection_asked" if question.objection else "question_asked",
        number=question.number,
        owner=campaign.people[campaign.owner].name,
        day=_day(campaign, question.answer_by),
    )


async def _last_number(turn: Turn, campaign: Campaign) -> int:
    """The highest that was ever given, so that nothing about a forgotten question reaches whoever asks next.

    In a store of before it was kept, the highest that anything still names.
    """
    state, asked = await state_of(turn, campaign), await turn.tx.find(QUESTIONS, campaign=campaign.id)
    book = await turn.tx.get(PROMISES, campaign.id) or PromiseBook(campaign.id)
    promised = [int(promise.question) for promise in book.promises.values() if promise.question]
    return max([state.last_question, *promised, *(question.number for _, question in asked)])


async def _tell_owner(turn: Turn, campaign: Campaign, question: Question) -> None:
    sentence = say(
        campaign.language,
        "owner_objection" if question.objection else "owner_question",
        number=question.number,
        team=readable(question.audience) if question.audience else say(campaign.language, "some_team"),
        text=question.text,
        day=_day(campaign, question.answer_by),
    )
    key = f"question/{question.number}/{turn.now.isoformat()}"
    await tell_owner(turn.ctx, turn.tx, campaign, sentence=sentence, key=key, now=turn.now)


def _day(campaign: Campaign, instant: datetime) -> str:
    return written_day(campaign.language, campaign.local(instant).date())
