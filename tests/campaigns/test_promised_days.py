"""What would break: a promise that nobody is reminded of, or a reminder of what was no promise."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.parse import read_campaign
from campaigns.promised_days import Dated, days_in, promised_days, without_days
from campaigns.promised_posts import PROMISING, days_kept_by_the_bot

LIBRARY = Path(__file__).parents[2] / "campaigns" / "library"
TODAY = date(2027, 1, 13)  # the day after the first management post of the shipped campaigns

# The example messages: which day each promises, when it is read on the day at the end.
MESSAGES = [
    ("Vanaf 1 maart maken we offertes alleen nog in CRM. Dat staat vast.", ["2027-03-01"], TODAY),
    ("From 1 March we make quotes only in CRM. That is decided.", ["2027-03-01"], TODAY),
    ("In november maakten we 31 offertes dubbel (telling verkoop, 4 december).", [], TODAY),
    ("In November we made 31 quotes twice (sales count, 4 December).", [], TODAY),
    ("Wat ik nog niet weet: hoe snel het werkt. Daarover hoor je uiterlijk 5 februari meer.", ["2027-02-05"], TODAY),
    ("What I do not know yet: how fast it works. You will hear more by 5 February.", ["2027-02-05"], TODAY),
    ("Wel doen we nu: grotere letters. Die zijn klaar op 12 maart.", ["2027-03-12"], TODAY),
    ("What we will do: larger letters. They are ready on 12 March.", ["2027-03-12"], TODAY),
    ("Op 12 januari beloofde ik een antwoord over de telefoon. Hier is het.", [], date(2027, 2, 5)),
    ("On 12 January I promised an answer about phones. Here it is.", [], date(2027, 2, 5)),
    ("Wie een oud toestel heeft, krijgt in maart een nieuw.", [], date(2027, 2, 5)),
    ("De nieuwe datum is 19 maart. Op 15 maart laat ik weten of dat lukt.", ["2027-03-19", "2027-03-15"],
     date(2027, 3, 1)),
    ("The new date is 19 March. On 15 March I will tell you.", ["2027-03-19", "2027-03-15"], date(2027, 3, 1)),
    ("In December 1 in 7 numbers was wrong (count by Joris, 8 January).", [], TODAY),
    ("Joris approved it on 9 January.", [], TODAY),
]  # fmt: skip

FORMS = [
    ("klaar op donderdag 11 februari 16:00", "2027-02-11"),
    ("de week van 22 februari", "2027-02-26"),
    ("in the week of 22 February", "2027-02-26"),
    ("week van maandag 22 februari", "2027-02-26"),
    ("klaar op 2027-02-11", "2027-02-11"),
    ("on February 11, 2027 or so", "2027-02-11"),
    ("by February 11th", "2027-02-11"),
    ("by the 11th of February", "2027-02-11"),
    ("11 feb. is het klaar", "2027-02-11"),
    ("op de 11e februari", "2027-02-11"),
    ("11 FEBRUARI 2028", "2028-02-11"),
]

NO_DAYS = [
    "", "In maart", "1 op de 7 nummers", "versie 1.5 maart", "12/3 maart", "31 februari", "2027-13-01", "week 7",
    "op 1 maart 2126", "week of 31 December 9999", "2026-12-31", "1 januari", "vandaag, 13 januari",
]  # fmt: skip


def days(text: str, today: date = TODAY) -> list[str]:
    return [found.day.isoformat() for found in promised_days(text, today=today)]


@pytest.mark.parametrize(("text", "expected", "today"), MESSAGES)
def test_the_example_messages_promise_what_a_reader_expects(text: str, expected: list[str], today: date) -> None:
    assert days(text, today) == expected


@pytest.mark.parametrize(("text", "day"), FORMS)
def test_days_are_read_as_people_write_them(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day_to_come_promises_nothing(text: str) -> None:
    assert days(text) == []


def test_the_sentence_with_the_day_is_kept_and_no_other() -> None:
    text = "Hoi allemaal,\n\nVanaf 1 maart kan het, bijv. op je telefoon. Vragen?\nStel ze hier."
    assert promised_days(text, today=TODAY) == (
        Dated("Vanaf 1 maart kan het, bijv. op je telefoon.", date(2027, 3, 1)),
    )


def test_a_day_without_a_year_is_the_nearest_one_around_new_year() -> None:
    assert days("Klaar op 5 januari.", date(2026, 12, 20)) == ["2027-01-05"]
    assert days("Besproken op 20 december.", date(2027, 1, 5)) == []


def test_days_that_the_campaign_keeps_by_itself_are_left_out() -> None:
    text = "You can sign up from 1 February. From 1 March we start."
    found = promised_days(text, today=TODAY, not_these=[date(2027, 2, 1)])
    assert [one.day for one in found] == [date(2027, 3, 1)]


SHIPPED = {
    "one-customer-view": [
        ("management", "From 1 March we record every customer conversation in CRM.", date(2027, 3, 1)),
        ("closing", "The group first meets in the week of 22 February.", date(2027, 2, 26)),
    ],
    "een-klantbeeld": [
        ("management", "Vanaf 1 maart leggen we elk klantgesprek vast in CRM.", date(2027, 3, 1)),
        ("closing", "De groep komt voor het eerst bij elkaar in de week van 22 februari.", date(2027, 2, 26)),
    ],
}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_campaigns_promise_these_sentences_and_no_others(name: str) -> None:
    campaign = read_campaign((LIBRARY / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")
    kept = days_kept_by_the_bot(campaign)
    found = [
        (post.kind, one.sentence, one.day)
        for post in campaign.posts
        if post.kind in PROMISING
        for text in post.texts
        for one in promised_days(text, today=TODAY, not_these=kept)
    ]
    assert found == SHIPPED[name]


@given(st.text(alphabet="0123456789 -./,maeibrjnufvdstweko\n", max_size=80), st.dates(date(2, 1, 1), date(9990, 1, 1)))
def test_any_text_on_any_day_gives_only_days_to_come(text: str, today: date) -> None:
    assert all(one.day > today for one in promised_days(text, today=today))


@given(st.dates(date(2026, 7, 1), date(2027, 6, 30)))
def test_a_written_day_is_read_back(day: date) -> None:
    written = f"{day.day} {day:%B} {day.year}"
    assert list(days_in(f"On {written} it is ready", TODAY)) == [day]
    assert without_days(f"On {written} it") == "On   it"
    assert (day > TODAY) == bool(promised_days(written, today=TODAY))


def test_days_further_than_three_years_away_are_visions() -> None:
    assert days(f"Op {(TODAY + timedelta(days=3 * 366 + 2)).isoformat()} is alles klaar") == []
