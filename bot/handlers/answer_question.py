"""The owner answers a question or an objection; the one who asked hears it in private."""

from bot.answers import said
from bot.inbound import AnswerQuestion
from bot.notices import notice, notify
from bot.platforms.base import Answer
from bot.promising import note_answer
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.questions import Question, QuestionOutcome, answer
from campaigns.texts.say import say
from storage.tables import QUESTIONS


async def handle(turn: Turn, campaign: Campaign, inbound: AnswerQuestion) -> Answer:
    key = f"{campaign.id}/{inbound.number}"
    question = await turn.tx.get(QUESTIONS, key)
    if question is None:
        return said(campaign.language, "answer_unknown", waiting=await _waiting(turn, campaign))
    after, outcome = answer(question, text=inbound.text, now=turn.now)
    if outcome is QuestionOutcome.ANSWERED:
        await turn.tx.put(QUESTIONS, key, after)
        await _tell(turn, campaign, after)
        await note_answer(turn.tx, campaign, after, turn.now)
    return said(campaign.language, f"answer_{outcome}", number=question.number)


async def _waiting(turn: Turn, campaign: Campaign) -> str:
    asked = await turn.tx.find(QUESTIONS, campaign=campaign.id)
    numbers = sorted(question.number for _, question in asked if question.answered_at is None)
    return ", ".join(str(number) for number in numbers) or "–"


async def _tell(turn: Turn, campaign: Campaign, question: Question) -> None:
    sentence = say(
        campaign.language,
        "asker_answer",
        owner=campaign.people[campaign.owner].name,
        text=question.text,
        answer=question.answer,
    )
    message = notice(campaign, sentence)
    key = f"answer/{question.number}/{turn.now.isoformat()}"
    await notify(turn.tx, campaign, person=question.person, message=message, key=key, now=turn.now)
