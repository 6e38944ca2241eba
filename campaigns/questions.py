"""Questions and objections: each has a number, one named human who answers, and a date by which that is done."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from campaigns.plain_text import plain

TEXT_LIMIT: Final = 2000


class QuestionOutcome(StrEnum):
    ASKED = "asked"
    ANSWERED = "answered"
    ALREADY_ANSWERED = "already_answered"
    EMPTY = "empty"
    LATE = "late"  # the owner is warned, once
    NOT_LATE = "not_late"


@dataclass(frozen=True)
class Question:
    """`objection` says that it is one. `wake` is when the owner must be warned that it still waits; None when over."""

    number: int
    campaign: str
    person: str
    audience: str
    text: str
    objection: bool
    at: datetime
    answer_by: datetime
    answer: str = ""
    answered_at: datetime | None = None
    warned: bool = False
    wake: datetime | None = None


def ask(
    *,
    number: int,
    campaign: str,
    person: str,
    audience: str,
    text: str,
    objection: bool,
    now: datetime,
    answer_by: datetime,
) -> tuple[Question | None, QuestionOutcome]:
    """None, and a named reason, when nothing readable was written."""
    said = plain(text, TEXT_LIMIT)
    if not said:
        return None, QuestionOutcome.EMPTY
    question = Question(number, campaign, person, audience, said, objection, now, answer_by, wake=answer_by)
    return question, QuestionOutcome.ASKED


def answer(question: Question, *, text: str, now: datetime) -> tuple[Question, QuestionOutcome]:
    """The first answer stands; a second one changes nothing."""
    said = plain(text, TEXT_LIMIT)
    if question.answered_at is not None:
        return question, QuestionOutcome.ALREADY_ANSWERED
    if not said:
        return question, QuestionOutcome.EMPTY
    return replace(question, answer=said, answered_at=now, wake=None), QuestionOutcome.ANSWERED


def warn_if_late(question: Question, *, now: datetime) -> tuple[Question, QuestionOutcome]:
    """LATE once, when the date to answer has come and nobody did."""
    if question.answered_at is not None or question.warned or now < question.answer_by:
        return question, QuestionOutcome.NOT_LATE
    return replace(question, warned=True, wake=None), QuestionOutcome.LATE
