"""A question always gets one answer, and its owner one warning."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from campaigns.questions import Question, QuestionOutcome, answer, ask, warn_if_late

NOW = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
DUE = NOW + timedelta(days=7)


def asked(text: str = "Why this system?") -> tuple[Question | None, QuestionOutcome]:
    return ask(
        number=3, campaign="crm", person="room:anna", audience="sales",
        text=text, objection=False, now=NOW, answer_by=DUE,
    )  # fmt: skip


def a_question() -> Question:
    question, outcome = asked()
    assert question is not None
    assert outcome is QuestionOutcome.ASKED
    return question


def test_a_question_wakes_when_its_answer_is_due() -> None:
    assert a_question().wake == DUE


def test_an_empty_question_is_none() -> None:
    assert asked(" \u200b") == (None, QuestionOutcome.EMPTY)


def test_the_first_answer_stands() -> None:
    question, outcome = answer(a_question(), text=" Because it is faster.\u202e", now=NOW)
    assert outcome is QuestionOutcome.ANSWERED
    assert (question.answer, question.answered_at, question.wake) == ("Because it is faster.", NOW, None)
    assert answer(question, text="No.", now=DUE) == (question, QuestionOutcome.ALREADY_ANSWERED)


def test_an_empty_answer_answers_nothing() -> None:
    assert answer(a_question(), text="  ", now=NOW) == (a_question(), QuestionOutcome.EMPTY)


def test_the_owner_is_warned_once_when_it_is_due() -> None:
    question = a_question()
    assert warn_if_late(question, now=DUE - timedelta(seconds=1)) == (question, QuestionOutcome.NOT_LATE)
    late, outcome = warn_if_late(question, now=DUE)
    assert outcome is QuestionOutcome.LATE
    assert (late.warned, late.wake) == (True, None)
    assert warn_if_late(late, now=DUE + timedelta(days=1)) == (late, QuestionOutcome.NOT_LATE)
    assert warn_if_late(replace(question, answered_at=NOW), now=DUE)[1] is QuestionOutcome.NOT_LATE
