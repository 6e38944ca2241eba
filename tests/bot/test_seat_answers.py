"""What would break: an outcome of the sign-up without a sentence, or a reminder that calls people to taken places."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.seat_answers import reminded, seat_answer
from campaigns.seat_book import SeatAnswer, SeatOutcome
from campaigns.words import Language
from storage.tables import SEATS
from tests.bot.conversation import ANNA, OPEN, a_conversation, a_whole_campaign

# What time or the file does; nobody is answered for these.
NOT_ANSWERED = {
    SeatOutcome.FORGOTTEN, SeatOutcome.SETTLED, SeatOutcome.NOTHING_DUE, SeatOutcome.RAISED, SeatOutcome.NOT_RAISED,
    SeatOutcome.EXTENDED, SeatOutcome.ALREADY_EXTENDED, SeatOutcome.NOT_LATER, SeatOutcome.ONE_PERSON,
}  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("outcome", sorted(set(SeatOutcome) - NOT_ANSWERED))
async def test_every_outcome_has_a_sentence_with_its_fields(outcome: SeatOutcome, language: Language) -> None:
    campaign = a_whole_campaign(language=language)
    talk = await a_conversation(campaign)
    book = (await talk.all(SEATS))["crm"]
    answer = SeatAnswer(outcome, places=3, left=1, number=4, answer_by=OPEN)
    text = seat_answer(campaign, book, answer, ANNA.id).message.text
    assert text
    assert "None" not in text


async def test_who_has_said_yes_or_no_to_being_named_is_not_asked_again() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "join", "sales")
    await talk.say(ANNA, "name me", "sales")
    book = (await talk.all(SEATS))["crm"]
    answer = SeatAnswer(SeatOutcome.ALREADY_SEATED, places=3, left=2)
    assert seat_answer(talk.ctx.campaigns["crm"], book, answer, ANNA.id).message.buttons == ()


DAY = timedelta(days=1)
TAKEN = {"holders": ("room:x", "room:y", "room:z")}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("changes", "now", "words"),
    [
        ({}, OPEN, ("kan tot donderdag 11 februari", "until Thursday 11 February")),
        ({}, OPEN - 7 * DAY, ("van maandag 1 februari", "from Monday 1 February")),
        (TAKEN, OPEN, ("op de reservelijst", "the reserve list")),
        ({**TAKEN, "allocation": "draw"}, OPEN, ("Meedoen is vrijwillig", "Taking part is up to you")),
        ({"closed_at": OPEN}, OPEN + DAY, ("gesloten op dinsdag 2 februari", "closed on Tuesday 2 February")),
        ({}, OPEN + 30 * DAY, ("gesloten op donderdag 11 februari", "closed on Thursday 11 February")),
    ],
)
async def test_a_reminder_of_the_seats_says_what_is_true_when_it_comes(
    changes: dict[str, Any], now: datetime, words: tuple[str, str], language: Language
) -> None:
    campaign = a_whole_campaign(language=language)
    talk = await a_conversation(campaign)
    book = replace((await talk.all(SEATS))["crm"], **changes)
    assert words[language == "en"] in reminded(campaign, book, ANNA.id, now)
