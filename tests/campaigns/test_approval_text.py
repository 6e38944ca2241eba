"""An approver sees exactly what will be posted, and the hash changes with everything that a yes is about."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from campaigns.approval import Approval, Decision
from campaigns.approval_text import (
    answered_sentence,
    card_answered,
    compose_approval,
    compose_briefing,
    text_to_approve,
)
from campaigns.compose import compose
from campaigns.facts import Facts, file_facts
from campaigns.message import Message, Part
from campaigns.model import Campaign
from campaigns.moments import InWeek
from campaigns.occurrence import Occurrence
from campaigns.post_text import names_in, raw_parts
from tests.builders import NINE_THIRTY, a_campaign, a_person, a_post, an_audience, an_occurrence, some_seats
from tests.campaigns.golden_text import as_text, check_golden
from tests.campaigns.rich_facts import SHIPPED, occurrences_of, rich_facts, shipped

NOW = datetime(2027, 1, 5, 9, 12, tzinfo=UTC)


def hash_of(campaign: Campaign, occurrence: Occurrence) -> str:
    return text_to_approve(campaign, occurrence)[1]


def a_card(campaign: Campaign, *occurrences: Occurrence) -> Message:
    return compose_approval(campaign, occurrences, "approval/tip-1/abc")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_card_of_a_shipped_campaign_reads_as_it_should(name: str) -> None:
    campaign = shipped(name)
    groups: dict[tuple[str, int | str | None], list[Occurrence]] = {}
    for occurrence in occurrences_of(campaign):
        groups.setdefault((occurrence.post, occurrence.series or occurrence.wish), []).append(occurrence)
    pages = []
    for same in groups.values():
        post = campaign.post(same[0].post)
        facts = rich_facts(campaign, same[0])
        card = compose_briefing(campaign, same, facts, "card") if post.briefing else a_card(campaign, *same)
        pages.append(f"=== {same[0].post}\n{as_text(card)}\n")
    check_golden(f"{name}-approvals", "\n".join(pages))


@pytest.mark.parametrize("name", SHIPPED)
def test_what_has_no_live_number_is_posted_exactly_as_it_was_approved(name: str) -> None:
    campaign = shipped(name)
    exact = 0
    for occurrence in occurrences_of(campaign):
        post = campaign.post(occurrence.post)
        facts = rich_facts(campaign, occurrence)
        live = {name for name, fact in facts.known.items() if fact.live}
        if post.briefing or live & set(names_in(raw_parts(campaign, occurrence))):
            continue
        message = compose(campaign, occurrence, facts)
        assert isinstance(message, Message)
        assert message.parts == text_to_approve(campaign, occurrence)[0]
        exact += 1
    assert exact == 50


def test_a_live_number_is_shown_as_its_range() -> None:
    campaign = a_campaign(posts=(a_post(texts=("{{ places_left }} of {{ places_total }}",)),), seats=some_seats())
    assert text_to_approve(campaign, an_occurrence())[0] == (Part("1–3 of 3", authored=True),)
    alone = a_campaign(posts=campaign.posts, seats=some_seats(places=1))
    assert text_to_approve(alone, an_occurrence())[0] == (Part("1 of 1", authored=True),)


def test_a_proof_shows_its_other_text_too() -> None:
    post = a_post(kind="proof", measure="notes", texts=("{{ measure }} have one.",), otherwise="Every note helps.")
    parts, _ = text_to_approve(a_campaign(posts=(post,)), an_occurrence(post=post.id, kind="proof"))
    assert [part.text for part in parts] == [
        "1–99% (or such as: 7 of the 9) have one.",
        "If the numbers do not support this text on the day, I post this:",
        "Every note helps.",
    ]


def test_a_name_that_nothing_fills_is_shown_as_it_was_written() -> None:
    campaign = a_campaign(posts=(a_post(texts=("{{ dragons }}",)),))
    assert text_to_approve(campaign, an_occurrence())[0] == (Part("{{ dragons }}", authored=True),)


@pytest.mark.parametrize(
    "changes",
    [
        {"audience": "service"},
        {"wall": datetime(2027, 1, 13, 9, 30)},
        {"principles": ("scarcity",)},
        {"sender": "sandra"},
        {"approver": "sandra"},
        {"campaign": "other", "_campaign": {"id": "other"}},
    ],
)
def test_another_audience_moment_principle_sender_approver_or_campaign_is_another_approval(
    changes: dict[str, object],
) -> None:
    audiences = {"sales": an_audience(), "service": an_audience()}
    campaign = a_campaign(audiences=audiences)
    of_campaign = changes.get("_campaign", {})
    of_occurrence = {key: value for key, value in changes.items() if key != "_campaign"}
    other = campaign.model_copy(update=dict(of_campaign))  # type: ignore[call-overload]
    assert hash_of(other, an_occurrence(**of_occurrence)) != hash_of(campaign, an_occurrence())


@pytest.mark.parametrize(
    "changes",
    [
        {"texts": ("Click the star to keep a customer at the bottom.",)},
        {"source": "Joris"},
        {"action": "Mend it."},
        {"question": "Does it?"},
        {"otherwise": "Something else."},
        {"briefing": "What happened?"},
    ],
)
def test_another_text_is_another_approval(changes: dict[str, object]) -> None:
    assert hash_of(a_campaign(posts=(a_post(**changes),)), an_occurrence()) != hash_of(a_campaign(), an_occurrence())


def test_another_person_behind_the_same_name_in_the_file_is_another_approval() -> None:
    occurrence = an_occurrence(sender="joris")
    people = {**a_campaign().people, "joris": a_person(role="director")}
    assert hash_of(a_campaign(people=people), occurrence) != hash_of(a_campaign(), occurrence)


def test_a_number_typed_over_a_placeholder_is_another_approval() -> None:
    live = a_campaign(posts=(a_post(texts=("{{ places_left }} left",)),), seats=some_seats())
    typed = a_campaign(posts=(a_post(texts=("1–3 left",)),), seats=some_seats())
    assert text_to_approve(live, an_occurrence())[0] == text_to_approve(typed, an_occurrence())[0]
    assert hash_of(live, an_occurrence()) != hash_of(typed, an_occurrence())


def test_a_later_closing_of_the_seats_is_another_approval_of_a_text_that_names_it() -> None:
    post = a_post(texts=("Sign up until {{ closes }}.",))
    later = some_seats(closes=InWeek(week=5, weekday=4, at=NINE_THIRTY))
    before, after = (a_campaign(posts=(post,), seats=seats) for seats in (some_seats(), later))
    assert hash_of(before, an_occurrence()) != hash_of(after, an_occurrence())


def test_what_a_yes_is_not_about_leaves_it_as_it_is() -> None:
    campaign = a_campaign()
    elsewhere = a_campaign(posts=(*campaign.posts, a_post(id="tip-2", texts=("Another tip.",))), weeks=13)
    occurrence = an_occurrence()
    assert hash_of(campaign, occurrence) == hash_of(elsewhere, occurrence)
    assert hash_of(campaign, occurrence) == hash_of(campaign, replace(occurrence, balance=9))
    assert re.fullmatch(r"[0-9a-f]{64}", hash_of(campaign, occurrence))


def test_a_card_asks_for_a_yes_a_change_or_a_no_and_asks_why() -> None:
    card = a_card(a_campaign(), an_occurrence())
    assert [(button.verb, button.asks_text is not None) for button in card.buttons] == [
        ("approve", False),
        ("change", True),
        ("reject", True),
    ]
    assert {button.about for button in card.buttons} == {card.about} == {"approval/tip-1/abc"}
    assert card.kind == "approval"


def test_a_card_names_each_audience_once_and_each_moment() -> None:
    campaign = a_campaign(audiences={"sales": an_audience(), "service": an_audience()})
    later = an_occurrence(audience="service", at=an_occurrence().at + timedelta(days=1))
    card = a_card(campaign, an_occurrence(), later)
    assert card.parts[0].text == (
        "This goes out Tuesday 12 January 09:30 to Sales and Wednesday 13 January 09:30 to Service, "
        "in the name of Klankbord."
    )


def test_texts_that_differ_stand_under_their_audience() -> None:
    audiences = {"sales": an_audience(), "service": an_audience(pain="Customers tell it twice.")}
    campaign = a_campaign(audiences=audiences, posts=(a_post(texts=("Now: {{ pain }}",)),))
    card = a_card(campaign, an_occurrence(), an_occurrence(audience="service"))
    texts = [part.text for part in card.parts]
    assert texts[2:6] == [
        "The text for Sales:",
        "Now: You look in three systems to find a phone number.",
        "The text for Service:",
        "Now: Customers tell it twice.",
    ]


def test_an_answered_card_has_no_buttons_and_says_what_came_of_it() -> None:
    asked = a_card(a_campaign(), an_occurrence())
    card = card_answered(asked, "Joris approved.")
    assert card.buttons == ()
    assert card.parts == (*asked.parts[:-1], Part("Joris approved."))


@pytest.mark.parametrize(
    ("language", "words"), [("en", ("Without your", "until")), ("nl", ("Zonder", "van jou", "kan tot"))]
)
def test_only_a_card_that_waits_says_until_when_it_can_be_answered(language: str, words: tuple[str, ...]) -> None:
    campaign = a_campaign(language=language, posts=(a_post(briefing="What happened?"),))
    facts = file_facts(campaign, an_occurrence(), NOW)
    for asked in (
        a_card(campaign, an_occurrence()),
        compose_briefing(campaign, [an_occurrence()], Facts(facts, {}), "briefing/tip-1/abc"),
    ):
        assert all(word in asked.text for word in words)
        assert not any(word in card_answered(asked, "Done.").text for word in words)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"decision": Decision.APPROVED}, "Sandra de Wit approved on Tuesday 5 January 10:12."),
        ({"decision": Decision.APPROVED, "written": "Hi"}, "Sandra de Wit wrote the text on Tuesday 5 January 10:12."),
        (
            {"decision": Decision.REJECTED, "because": "Too early"},
            "Sandra de Wit said no on Tuesday 5 January 10:12. Reason: Too early",
        ),
        (
            {"decision": Decision.REJECTED},
            "Sandra de Wit said no on Tuesday 5 January 10:12. Reason: no reason given.",
        ),
        (
            {"decision": Decision.CHANGE_ASKED, "because": "Shorter"},
            "Sandra de Wit asked for a change on Tuesday 5 January 10:12: Shorter",
        ),
        ({"decision": Decision.EXPIRED}, "No answer came in time. It was not posted."),
        ({"decision": Decision.ASKED, "decided_at": None}, "This still waits for Sandra de Wit."),
    ],
)
def test_the_answer_says_who_answered_what_and_when(changes: dict[str, object], sentence: str) -> None:
    fields = {"decision": Decision.ASKED, "decided_at": NOW, **changes}
    approval = Approval(hash="h", approver="sandra", card="c", asked_at=NOW, **fields)  # type: ignore[arg-type]
    assert answered_sentence(a_campaign(), approval) == sentence


def test_the_card_says_what_the_check_noticed_before_it_asks_and_the_yes_is_not_about_that() -> None:
    noticed = tuple((1, f"Remark {number}.") for number in range(9))
    plain, advised = a_campaign(), a_campaign(advice={"tip-1": noticed})
    words = [part.text for part in a_card(advised, an_occurrence()).parts]
    assert words[-2].split("\n") == [
        "The check has a remark; it does not stop the post:",
        *(f"- Remark {number}." for number in range(5)),
    ]
    assert [part.text for part in a_card(plain, an_occurrence()).parts] == [*words[:-2], words[-1]]
    assert hash_of(plain, an_occurrence()) == hash_of(advised, an_occurrence())
