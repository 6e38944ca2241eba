"""Everybody can see who wrote a post, who approved it, why it is true, what is counted and how to object."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from campaigns.approval import Approval, Decision
from campaigns.facts import Facts, facts_for
from campaigns.kinds import KINDS
from campaigns.measurements import Measurements
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.pulse import close_pulse, open_pulse
from campaigns.why import why
from campaigns.wishes import WishBook
from tests.builders import a_campaign, a_post, an_occurrence, some_seats
from tests.campaigns.golden_text import check_golden
from tests.campaigns.rich_facts import SHIPPED, occurrences_of, rich_facts, shipped

NOW = datetime(2027, 1, 9, 9, 12, tzinfo=UTC)
YES = Approval("h", "sandra", "c", Decision.APPROVED, NOW, NOW, "sandra")
NOTHING_KNOWN = Facts({}, {})
WRITTEN = Approval("h", "sandra", "c", Decision.APPROVED, NOW, NOW, "sandra", written="Hi")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_kind_of_a_shipped_campaign_explains_itself(name: str) -> None:
    campaign = shipped(name)
    first = {occurrence.post: occurrence for occurrence in reversed(occurrences_of(campaign))}
    pages = [f"=== {post}\n{_told(campaign, occurrence)}\n" for post, occurrence in sorted(first.items())]
    check_golden(f"{name}-why", "\n".join(pages))


def _told(campaign: Campaign, occurrence: Occurrence) -> str:
    approval = WRITTEN if campaign.post(occurrence.post).briefing else YES
    return why(campaign, occurrence, approval, rich_facts(campaign, occurrence))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_why_it_is_true_and_how_to_object_in_both_languages(kind: str) -> None:
    for language, word in (("en", "Type: object."), ("nl", "Typ: bezwaar.")):
        post = a_post(kind=kind, sender="sandra")
        campaign = a_campaign(posts=(post,), language=language, seats=some_seats())
        occurrence = an_occurrence(post=post.id, kind=kind, principles=KINDS[kind].principles)
        assert word in why(campaign, occurrence, YES, NOTHING_KNOWN)
        assert "{" not in why(campaign, occurrence, YES, NOTHING_KNOWN)


def test_without_an_approval_it_says_so() -> None:
    for approval in (None, Approval("h", "sandra", "c", Decision.REJECTED, NOW, NOW, "sandra")):
        assert "not been approved yet" in why(a_campaign(), an_occurrence(), approval, NOTHING_KNOWN)


def test_a_text_of_the_sender_is_said_to_be_theirs() -> None:
    answer = why(a_campaign(), an_occurrence(), WRITTEN, NOTHING_KNOWN)
    assert "Sandra de Wit (director) wrote it personally, on 9 January." in answer
    assert "Joris Hendriks (project lead) wrote it" not in answer


def test_a_wish_is_approved_by_being_done() -> None:
    post = a_post(kind="wish")
    answer = why(a_campaign(posts=(post,)), an_occurrence(post=post.id, kind="wish"), None, NOTHING_KNOWN)
    assert "recorded that the wish is done" in answer


def test_it_tells_the_live_numbers_of_the_places_and_when_sign_up_closes() -> None:
    campaign = shipped("one-customer-view")
    status = next(one for one in occurrences_of(campaign) if one.kind == "status")
    told = why(campaign, status, YES, rich_facts(campaign, status))
    assert "limited to 3. With three people the meeting stays short" in told
    assert "Places left now: 1. Sign-up closes on Thursday 11 February 16:00." in told


def test_a_proof_names_its_number_and_the_week_it_was_counted_in() -> None:
    campaign = shipped("one-customer-view")
    sales, service = (one for one in occurrences_of(campaign) if one.kind == "proof")
    assert "In week 9 of the campaign it was 59%" in why(campaign, sales, YES, rich_facts(campaign, sales))
    assert "it was 13% on" in why(campaign, service, YES, rich_facts(campaign, service))


def test_a_number_that_may_not_be_said_is_not_in_the_answer_either() -> None:
    campaign = shipped("one-customer-view")
    proof = next(one for one in occurrences_of(campaign) if one.kind == "proof")
    told = why(campaign, proof, YES, NOTHING_KNOWN)
    assert "They now support no number" in told
    assert "%" not in told


def test_a_series_says_which_one_this_is_and_that_it_stops() -> None:
    campaign = shipped("one-customer-view")
    tips = [one for one in occurrences_of(campaign) if one.kind == "tip" and one.audience == "sales"]
    assert f"This is number 2 of {len(tips)}; then it stops." in why(campaign, tips[1], YES, NOTHING_KNOWN)


def test_an_approver_who_left_the_file_is_not_named_and_nothing_breaks() -> None:
    approval = replace(YES, decided_by="gone", approver="gone")
    assert "It was approved on 9 January, by somebody" in why(a_campaign(), an_occurrence(), approval, NOTHING_KNOWN)


def test_a_consequence_names_its_source() -> None:
    post = a_post(kind="consequence", sender="sandra", source="Board letter, 4 January.", action="Ask Joris.")
    campaign = a_campaign(posts=(post,))
    told = why(campaign, an_occurrence(post=post.id, kind="consequence"), YES, NOTHING_KNOWN)
    assert "The source: Board letter, 4 January. " in told


def test_a_group_that_is_too_small_is_not_counted_out_loud_here_either() -> None:
    campaign = shipped("one-customer-view")
    proof = next(one for one in occurrences_of(campaign) if one.kind == "proof")
    small = Measurements().with_row(week=9, team=proof.audience, measure="notes_in_crm", count=3, total=4)
    facts = facts_for(campaign, proof, seats=None, wishes=WishBook(campaign.id), measurements=small, now=proof.at)
    assert facts.proof is not None
    assert facts.proof.now is not None
    told = why(campaign, proof, YES, facts)
    assert "They now support no number" in told
    assert "week 9" not in told


def test_a_pulse_says_until_when_in_the_campaigns_language_and_time_zone() -> None:
    question = a_post(kind="pulse", texts=(), question="Weet je wat er verandert?")
    campaign = a_campaign(posts=(question,), language="nl")
    asked = an_occurrence(post="pulse-1", kind="pulse")
    count = open_pulse(campaign, asked, asked.at)
    assert count is not None
    assert "Je kunt antwoorden tot dinsdag 19 januari 09:30, of" in why(campaign, asked, YES, NOTHING_KNOWN, count)
    assert "Deze vraag is gesloten." in why(campaign, asked, YES, NOTHING_KNOWN, close_pulse(count))
    assert "antwoorden tot" not in why(campaign, asked, YES, NOTHING_KNOWN)
