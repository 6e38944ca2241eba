"""A post and its facts become exactly the message that was meant, or a named reason why not."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.compose import Unsupported, compose
from campaigns.delivery import HoldReason, SkipReason
from campaigns.facts import Facts, SignUpTime, facts_for
from campaigns.measurements import Measurements
from campaigns.message import Message, Part, SeatCount, Sender
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.wishes import WishBook
from tests.builders import a_campaign, a_post, an_audience, an_occurrence, some_seats
from tests.campaigns.golden_text import as_text, check_golden
from tests.campaigns.rich_facts import SHIPPED, occurrences_of, rich_facts, shipped

NOW = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
WRITTEN = "We heard you. **Thank you** for {{ wishes_received }}."


def some_facts(campaign: Campaign, occurrence: Occurrence, measurements: Measurements | None = None) -> Facts:
    return facts_for(
        campaign,
        occurrence,
        seats=None,
        wishes=WishBook(campaign.id),
        measurements=measurements or Measurements(),
        now=NOW,
    )


def a_call(**changes: object) -> tuple[Campaign, Occurrence]:
    post = a_post(**{"kind": "call", "sender": "sandra", "texts": ("Join with {{ button:join }}.",), **changes})
    campaign = a_campaign(posts=(post,), seats=some_seats())
    return campaign, an_occurrence(post=post.id, kind=post.kind, sender="sandra")


def a_proof(**changes: object) -> tuple[Campaign, Occurrence]:
    text = "{{ measure }} of the notes. {{ growth }} more than on {{ since }}, from {{ measure_then }}."
    fields = {"kind": "proof", "measure": "notes", "texts": (text,), "otherwise": "Every note helps.", **changes}
    post = a_post(**fields)
    return a_campaign(posts=(post,)), an_occurrence(post=post.id, kind="proof", week=9)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_post_of_a_shipped_campaign_reads_as_it_should(name: str) -> None:
    campaign = shipped(name)
    pages = []
    for occurrence in occurrences_of(campaign):
        message = compose(campaign, occurrence, rich_facts(campaign, occurrence), WRITTEN)
        assert isinstance(message, Message), (occurrence.key, message)
        pages.append(f"=== {occurrence.key}\n{as_text(message)}\n")
    check_golden(f"{name}-posts", "\n".join(pages))


@pytest.mark.parametrize("name", SHIPPED)
def test_no_placeholder_and_no_foreign_number_is_ever_left_in_a_text(name: str) -> None:
    campaign = shipped(name)
    source = "".join(str(post) for post in campaign.posts)
    for occurrence in occurrences_of(campaign):
        facts = rich_facts(campaign, occurrence)
        message = compose(campaign, occurrence, facts, "Our own words.")
        assert isinstance(message, Message)
        assert "{{" not in message.text
        allowed = source + " ".join(fact.value for fact in facts.known.values())
        known = set(re.findall(r"\d+", allowed)) | {"1", "5"}  # the scale of a pulse
        assert set(re.findall(r"\d+", message.text)) <= known


def test_a_briefing_without_a_text_is_not_posted() -> None:
    campaign = a_campaign(posts=(a_post(kind="management", texts=(), briefing="What did we hear?"),))
    occurrence = an_occurrence(post="management-1", kind="management")
    for written in (None, "", "  \n "):
        outcome = compose(campaign, occurrence, some_facts(campaign, occurrence), written)
        assert isinstance(outcome, Unsupported)
        assert outcome.reason is SkipReason.NO_TEXT


@given(st.text(min_size=1).filter(str.strip))
def test_what_a_person_writes_stays_plain_and_whole(written: str) -> None:
    campaign = a_campaign(posts=(a_post(kind="management", texts=(), briefing="What did we hear?"),))
    occurrence = an_occurrence(post="management-1", kind="management")
    message = compose(campaign, occurrence, some_facts(campaign, occurrence), written)
    assert isinstance(message, Message)
    assert message.parts == (Part(written, authored=False),)
    assert message.buttons == ()


def test_a_written_text_never_replaces_what_the_author_wrote() -> None:
    campaign = a_campaign()
    occurrence = an_occurrence()
    message = compose(campaign, occurrence, some_facts(campaign, occurrence), "Something else")
    assert isinstance(message, Message)
    assert message.parts == (Part(campaign.posts[0].texts[0], authored=True),)


def test_a_series_posts_its_texts_in_order() -> None:
    campaign = a_campaign(posts=(a_post(texts=("First.", "Second.")),))
    for number, text in ((1, "First."), (2, "Second.")):
        occurrence = an_occurrence(series=number)
        message = compose(campaign, occurrence, some_facts(campaign, occurrence))
        assert isinstance(message, Message)
        assert message.text == text


@pytest.mark.parametrize(
    ("kind", "sign_up", "left", "reason"),
    [
        ("call", None, 3, HoldReason.NO_FACTS),
        ("call", SignUpTime.NOT_YET, 3, HoldReason.NO_FACTS),
        ("call", SignUpTime.OVER, 3, SkipReason.SIGN_UP_CLOSED),
        ("status", SignUpTime.OVER, 3, SkipReason.SIGN_UP_CLOSED),
        ("status", SignUpTime.OPEN, 0, SkipReason.NO_PLACES_LEFT),
    ],
)
def test_nobody_is_called_to_a_place_that_is_not_there(
    kind: str, sign_up: SignUpTime | None, left: int, reason: HoldReason | SkipReason
) -> None:
    campaign, occurrence = a_call(kind=kind)
    facts = replace(some_facts(campaign, occurrence), sign_up=sign_up, seats=SeatCount(left, 3))
    outcome = compose(campaign, occurrence, facts)
    assert isinstance(outcome, Unsupported)
    assert outcome.reason is reason
    assert outcome.detail.endswith(".")


@pytest.mark.parametrize(("kind", "left"), [("call", 3), ("call", 0), ("status", 1)])
def test_a_call_shows_the_live_count_its_sender_and_one_button(kind: str, left: int) -> None:
    campaign, occurrence = a_call(kind=kind)
    facts = replace(some_facts(campaign, occurrence), sign_up=SignUpTime.OPEN, seats=SeatCount(left, 3))
    message = compose(campaign, occurrence, facts)
    assert isinstance(message, Message)
    assert message.seats == SeatCount(left, 3)
    assert message.sender == Sender("Sandra de Wit", "director")
    assert [(button.verb, button.label, button.about) for button in message.buttons] == [
        ("join", "Join", occurrence.key)
    ]
    assert message.text == "Join with the Join button (or type: join)."


def test_the_seat_count_stands_on_no_other_kind() -> None:
    campaign = a_campaign(seats=some_seats())
    facts = replace(some_facts(campaign, an_occurrence()), sign_up=SignUpTime.OPEN, seats=SeatCount(1, 3))
    message = compose(campaign, an_occurrence(), facts)
    assert isinstance(message, Message)
    assert message.seats is None
    assert message.sender is None


def test_a_pulse_has_five_buttons_and_says_how_it_is_counted() -> None:
    post = a_post(kind="pulse", texts=(), question="I know whom to ask.")
    campaign = a_campaign(posts=(post,))
    occurrence = an_occurrence(post=post.id, kind="pulse")
    message = compose(campaign, occurrence, some_facts(campaign, occurrence))
    assert isinstance(message, Message)
    assert [(button.verb, button.value) for button in message.buttons] == [("pulse", n) for n in "12345"]
    assert message.parts[0] == Part("I know whom to ask.", authored=True)
    assert "from 5 answers up" in message.parts[1].text


def test_a_wish_button_asks_what_the_wish_is() -> None:
    post = a_post(kind="invitation", texts=("An idea? Use {{ button:wish }}. See {{ button:wishes }}.",))
    campaign = a_campaign(posts=(post,))
    occurrence = an_occurrence(post=post.id, kind="invitation")
    message = compose(campaign, occurrence, some_facts(campaign, occurrence))
    assert isinstance(message, Message)
    assert [button.verb for button in message.buttons] == ["wish"]
    assert message.buttons[0].asks_text is not None
    assert "the Wish button" in message.text
    assert "the word wishes" in message.text


def test_a_button_that_only_the_text_names_is_on_the_card() -> None:
    campaign = a_campaign(posts=(a_post(texts=("See {{ button:wishes }}.",)),))
    message = compose(campaign, an_occurrence(), some_facts(campaign, an_occurrence()))
    assert isinstance(message, Message)
    assert [button.verb for button in message.buttons] == ["wishes"]


def test_a_consequence_names_its_way_out_and_its_source() -> None:
    post = a_post(kind="consequence", sender="sandra", action="Correct the number.", source="Joris, 8 January")
    campaign = a_campaign(posts=(post,))
    occurrence = an_occurrence(post=post.id, kind="consequence")
    message = compose(campaign, occurrence, some_facts(campaign, occurrence))
    assert isinstance(message, Message)
    assert [part.text for part in message.parts[1:]] == ["Correct the number.", "Source: Joris, 8 January"]


def test_a_proof_without_numbers_says_the_other_text() -> None:
    campaign, occurrence = a_proof()
    message = compose(campaign, occurrence, some_facts(campaign, occurrence))
    assert isinstance(message, Message)
    assert message.text == "Every note helps."


def test_a_proof_without_numbers_and_without_another_text_is_held_with_the_reason() -> None:
    campaign, occurrence = a_proof(otherwise=None)
    outcome = compose(campaign, occurrence, some_facts(campaign, occurrence))
    assert isinstance(outcome, Unsupported)
    assert outcome.reason is HoldReason.NO_FACTS
    assert "{{ measure }}, {{ growth }}, {{ since }}, {{ measure_then }}" in outcome.detail
    assert outcome.detail.count("Nothing has been measured") == 1


def test_the_reason_names_a_placeholder_as_the_file_has_it() -> None:
    for language, written in (("nl", "{{ deelnemers }}"), ("en", "{{ members }}")):
        post = a_post(kind="closing", texts=(f"Thanks, {written}.",))
        campaign = a_campaign(language=language, posts=(post,), seats=some_seats())
        occurrence = an_occurrence(post=post.id, kind=post.kind)
        held = compose(campaign, occurrence, some_facts(campaign, occurrence))
        assert isinstance(held, Unsupported)
        assert f" {written} " in held.detail


def test_a_placeholder_without_a_fact_holds_the_post() -> None:
    campaign = a_campaign(posts=(a_post(texts=("There are {{ places_left }} places and {{ dragons }}.",)),))
    outcome = compose(campaign, an_occurrence(), some_facts(campaign, an_occurrence()))
    assert isinstance(outcome, Unsupported)
    assert outcome.reason is HoldReason.NO_FACTS
    assert "{{ places_left }}, {{ dragons }}" in outcome.detail
    assert "I do not know this name." in outcome.detail


@given(
    size=st.integers(1, 12),
    rows=st.lists(st.tuples(st.integers(1, 9), st.integers(0, 30), st.integers(1, 30)), max_size=5),
)
def test_a_proof_shows_only_what_the_group_the_level_and_the_growth_allow(
    size: int, rows: list[tuple[int, int, int]]
) -> None:
    campaign, occurrence = a_proof(texts=("{{ measure }} of the notes.",))
    campaign = campaign.model_copy(update={"audiences": {"sales": an_audience(size=size)}})
    measurements = Measurements()
    for week, count, total in rows:
        measurements = measurements.with_row(
            week=week, team="sales", measure="notes", count=min(count, total), total=total
        )
    message = compose(campaign, occurrence, some_facts(campaign, occurrence, measurements))
    assert isinstance(message, Message)
    newest = measurements.latest(measure="notes", team="sales", week=9)
    if size < 5 or newest is None or newest.total < 5 or newest.count in (0, newest.total):
        assert message.text == "Every note helps."
    elif message.text != "Every note helps.":
        percent = newest.total >= 10
        assert ("%" in message.text) <= percent
        assert message.text not in ("0% of the notes.", "100% of the notes.")
