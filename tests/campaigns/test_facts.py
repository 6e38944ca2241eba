"""Every fact comes from the file, the seats, the wishes or the measurements; what none of them says is missing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.facts import BUTTON_NAMES, Facts, SignUpTime, facts_for, ranges
from campaigns.forgotten_wishes import forget_author
from campaigns.measurements import Measurements
from campaigns.message import SeatCount
from campaigns.model import Campaign
from campaigns.plan import seat_moments
from campaigns.seat_book import SeatBook
from campaigns.seats import agree_to_be_named, open_book, promote_due, sign_up
from campaigns.social_proof import ProofReason
from campaigns.wishes import WishBook, make_wish, wish_book, wish_done
from campaigns.words import PLACEHOLDERS, Language
from tests.builders import a_campaign, a_post, a_wish, an_audience, an_occurrence, some_seats

NOW = datetime(2027, 2, 2, 9, tzinfo=UTC)


def a_full_campaign(language: Language = "en", **seats: Any) -> Campaign:
    return a_campaign(
        language=language,
        seats=some_seats(**seats),
        audiences={"sales": an_audience(size=18), "after_sales": an_audience()},
        posts=(a_post(), a_post(kind="proof", measure="notes")),
        wishes={"postcode": a_wish()},
    )


def a_book(campaign: Campaign) -> SeatBook:
    assert campaign.seats is not None
    opens, closes = seat_moments(campaign)
    return open_book(campaign.id, campaign.seats, opens=opens, closes=closes, seed="seed")


def facts(campaign: Campaign, **changes: Any) -> Facts:
    given_facts: dict[str, Any] = {
        "seats": None,
        "wishes": WishBook(campaign.id),
        "measurements": Measurements(),
        "now": NOW,
    }
    occurrence = changes.pop("occurrence", an_occurrence())
    return facts_for(campaign, occurrence, **{**given_facts, **changes})


def value(found: Facts, name: str) -> str:
    return found.known[name].value


def proof_of(*rows: tuple[int, int, int], language: Language = "en") -> Facts:
    measurements = Measurements()
    for week, count, total in rows:
        measurements = measurements.with_row(week=week, team="sales", measure="notes", count=count, total=total)
    occurrence = an_occurrence(post="proof-1", kind="proof", week=9)
    return facts(a_full_campaign(language), occurrence=occurrence, measurements=measurements)


def test_every_placeholder_is_known_or_missing_with_a_reason() -> None:
    for campaign in (a_campaign(), a_full_campaign(), a_full_campaign("nl")):
        found = facts(campaign)
        assert set(found.known) | set(found.missing) | set(BUTTON_NAMES) == set(PLACEHOLDERS)
        assert not set(found.known) & set(found.missing)
        assert all(why.endswith(".") for why in found.missing.values())


def test_the_file_says_who_when_and_why() -> None:
    found = facts(a_full_campaign())
    assert value(found, "team") == "Sales"
    assert value(found, "lead") == "Karim Bouzid"
    assert value(found, "places_total") == "3"
    assert value(found, "opens") == "Monday 1 February 09:30"
    assert value(found, "closes") == "Thursday 11 February 16:00"
    assert found.known["closes"].source == "the campaign file crm.yaml"
    assert found.known["closes"].at == NOW
    assert not found.known["closes"].live
    assert value(facts(a_full_campaign("nl")), "closes") == "donderdag 11 februari 16:00"


def test_the_live_count_comes_from_the_seat_book() -> None:
    campaign = a_full_campaign()
    book, _ = sign_up(a_book(campaign), person="anna", name="Anna", team="sales", now=NOW)
    found = facts(campaign, seats=book)
    assert value(found, "places_left") == "2"
    assert found.known["places_left"].live
    assert found.known["places_left"].range == "1–3"
    assert found.seats == SeatCount(2, 3)
    assert found.sign_up is SignUpTime.OPEN


@pytest.mark.parametrize(
    ("now", "closed_at", "expected"),
    [
        (datetime(2027, 2, 1, 8, 29, tzinfo=UTC), None, SignUpTime.NOT_YET),
        (datetime(2027, 2, 1, 8, 30, tzinfo=UTC), None, SignUpTime.OPEN),
        (datetime(2027, 2, 11, 15, 0, tzinfo=UTC), None, SignUpTime.OVER),
        (NOW, NOW - timedelta(hours=1), SignUpTime.OVER),
        (datetime(2027, 1, 30, tzinfo=UTC), datetime(2027, 1, 29, tzinfo=UTC), SignUpTime.OVER),
    ],
)
def test_sign_up_is_not_yet_open_or_over(now: datetime, closed_at: datetime | None, expected: SignUpTime) -> None:
    campaign = a_full_campaign()
    book = replace(a_book(campaign), closed_at=closed_at)
    assert facts(campaign, seats=book, now=now).sign_up is expected


def test_before_the_draw_no_number_of_places_is_said() -> None:
    campaign = a_full_campaign(allocation="draw")
    book, _ = sign_up(a_book(campaign), person="anna", name="Anna", team="sales", now=NOW)
    before = facts(campaign, seats=book)
    assert before.seats is None
    assert {"places_left", "members"} <= set(before.missing)
    assert "lots are drawn" in before.missing["places_left"]
    without_book = facts(campaign, seats=None).missing["places_left"]
    assert "lots" not in without_book
    drawn, _ = promote_due(book, now=book.closes, answer_by=book.closes)
    assert value(facts(campaign, seats=drawn, now=book.closes), "places_left") == "2"


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"places": 4}, "places_total"),
        ({"closes": datetime(2027, 2, 12, 15, tzinfo=UTC)}, "closes"),
        ({"closed_at": NOW}, "closes"),
        ({"opens": datetime(2027, 2, 1, 9, tzinfo=UTC)}, "opens"),
    ],
)
def test_what_the_file_and_the_seat_book_say_differently_is_not_said(changes: dict[str, Any], name: str) -> None:
    campaign = a_full_campaign()
    found = facts(campaign, seats=replace(a_book(campaign), **changes))
    assert name in found.missing
    assert name in facts(campaign, seats=a_book(campaign)).known


def test_a_book_without_seats_in_the_file_gives_no_promise() -> None:
    found = facts(a_campaign(), seats=a_book(a_full_campaign()))
    assert {"places_total", "closes"} <= set(found.missing)


@given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=3), st.sampled_from(["nl", "en"]))
def test_nobody_is_named_who_did_not_agree(agreed: list[bool | None], language: Language) -> None:
    campaign = a_full_campaign(language)
    book = a_book(campaign)
    for number, may in enumerate(agreed):
        book, _ = sign_up(book, person=f"p{number}", name=f"Name{number}", team="sales", now=NOW)
        if may is not None:
            book, _ = agree_to_be_named(book, person=f"p{number}", agreed=may)
    text = value(facts(campaign, seats=book), "members")
    for number, may in enumerate(agreed):
        assert (f"Name{number}" in text) == (may is True)
    others = len(agreed) - agreed.count(True)
    one, many = (
        ("één collega", f"{others} collega's") if language == "nl" else ("one colleague", f"{others} colleagues")
    )
    assert text.endswith(("", one, many, many)[others])


def test_a_name_from_a_directory_is_one_line_of_visible_characters() -> None:
    campaign = a_full_campaign()
    book, _ = sign_up(a_book(campaign), person="p", name="An\u202ena\n\n{{ wish }}", team="sales", now=NOW)
    book, _ = agree_to_be_named(book, person="p", agreed=True)
    fact = facts(campaign, seats=book).known["members"]
    assert fact.value == "Anna {{ wish }}"
    assert (fact.people, fact.unnamed) == (("p",), "one colleague")
    assert fact.of_people


def test_without_members_nobody_is_named() -> None:
    campaign = a_full_campaign()
    assert "Nobody is in the group yet" in facts(campaign, seats=a_book(campaign)).missing["members"]


def test_wishes_are_counted_from_the_list() -> None:
    campaign = a_full_campaign()
    book = wish_book(campaign, {"postcode": NOW.date()})
    book, _ = make_wish(book, person="anna", audience="after_sales", text="*Dark*\nmode", now=NOW, answer_by=NOW)
    before = facts(campaign, wishes=book)
    assert [value(before, f"wishes_{what}") for what in ("done", "total", "to_go", "received")] == ["0", "1", "1", "1"]
    book, _ = wish_done(book, wish="1", now=NOW)
    found = facts(campaign, wishes=book, occurrence=an_occurrence(wish="1"))
    assert [value(found, f"wishes_{what}") for what in ("done", "total", "to_go", "received")] == ["1", "2", "1", "1"]
    assert (value(found, "wish"), value(found, "wish_by")) == ("*Dark* mode", "After sales")
    assert found.known["wish"].of_people
    assert not found.known["wish_by"].of_people


def test_the_number_of_wishes_received_does_not_fall_when_somebody_is_forgotten() -> None:
    campaign = a_full_campaign()
    book = wish_book(campaign, {})
    for person in ("anna", "bilal"):
        book, _ = make_wish(book, person=person, audience="sales", text="Dark mode", now=NOW, answer_by=NOW)
    found = facts(campaign, wishes=forget_author(book, person="anna", now=NOW))
    assert value(found, "wishes_received") == "2"


def test_a_wish_that_left_the_file_is_still_named_by_its_author_once_it_is_done() -> None:
    campaign = a_campaign()
    book, _ = wish_done(wish_book(a_campaign(wishes={"postcode": a_wish()}), {}), wish="postcode", now=NOW)
    found = facts(campaign, wishes=book, occurrence=an_occurrence(wish="postcode"))
    assert (value(found, "wish"), value(found, "wish_by")) == ("Search by postcode", "Sales")
    assert not found.known["wish"].of_people


def test_a_promised_wish_is_named_as_the_file_names_it_once_it_is_done() -> None:
    campaign = a_full_campaign()
    occurrence = an_occurrence(wish="postcode")
    book = wish_book(campaign, {})
    assert {"wish", "wish_by"} <= set(facts(campaign, wishes=book, occurrence=occurrence).missing)
    book, _ = wish_done(book, wish="postcode", now=NOW)
    found = facts(campaign, wishes=book, occurrence=occurrence)
    assert (value(found, "wish"), value(found, "wish_by")) == ("Search by postcode", "Sales")
    assert not found.known["wish"].of_people


@pytest.mark.parametrize(
    ("rows", "language", "values"),
    [
        (((5, 30, 98), (9, 61, 104)), "en", ["59%", "31%", "28 percentage points", "12 February"]),
        (((5, 30, 98), (9, 61, 104)), "nl", ["59%", "31%", "28 procentpunt", "12 februari"]),
        (((5, 4, 9), (9, 7, 9)), "en", ["7 of the 9", "4 of the 9", "3", "12 February"]),
        (((5, 4, 9), (9, 7, 9)), "nl", ["7 van de 9", "4 van de 9", "3", "12 februari"]),
        (((5, 40, 90), (9, 9, 9)), "en", []),
        (((5, 4, 9), (9, 19, 20)), "en", ["19 of the 20", "4 of the 9", "15", "12 February"]),
        (((9, 60, 100),), "en", ["60%"]),
        (((9, 40, 100),), "en", []),
    ],
)
def test_shares_are_percentages_only_of_ten_or_more(
    rows: tuple[tuple[int, int, int], ...], language: Language, values: list[str]
) -> None:
    found = proof_of(*rows, language=language)
    names = ("measure", "measure_then", "growth", "since")
    assert [value(found, name) for name in names if name in found.known] == values
    assert all(found.known[name].live for name in names if name in found.known)


def test_the_owner_reads_which_numbers_decided() -> None:
    found = proof_of((5, 30, 98), (9, 40, 104))
    assert found.proof is not None
    assert found.proof.reason is ProofReason.GROWTH
    assert "Week 9: 40 of 104 (38%). Week 5: 30 of 98 (31%)." in found.proof_detail
    held = proof_of((9, 40, 104))
    assert held.missing["measure"] == held.proof_detail
    assert "less than half" in held.proof_detail
    assert facts(a_full_campaign()).proof is None


def test_every_reason_of_a_proof_has_its_sentence() -> None:
    for rows in ((), ((9, 3, 4),), ((2, 6, 10),), ((9, 10, 10),), ((9, 4, 10),), ((9, 6, 10),)):
        assert proof_of(*rows).proof_detail
        assert proof_of(*rows, language="nl").proof_detail


def test_every_live_fact_has_the_range_that_was_approved() -> None:
    campaign = a_full_campaign()
    found = facts(campaign, seats=a_book(campaign))
    live = {name: fact.range for name, fact in found.known.items() if fact.live}
    assert live.items() <= ranges(campaign).items()
    assert "1–3" in live.values()
