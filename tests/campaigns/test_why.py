"""Everybody can see who wrote a post, who approved it, why it is true, what is counted and how to object."""

from datetime import UTC, datetime

import pytest

from campaigns.approval import Approval, Decision
from campaigns.kinds import KINDS
from campaigns.why import why
from tests.builders import a_campaign, a_post, an_occurrence, some_seats
from tests.campaigns.golden_text import check_golden
from tests.campaigns.rich_facts import SHIPPED, occurrences_of, shipped

NOW = datetime(2027, 1, 9, 9, 12, tzinfo=UTC)
YES = Approval("h", "sandra", "c", Decision.APPROVED, NOW, NOW, "sandra")
WRITTEN = Approval("h", "sandra", "c", Decision.APPROVED, NOW, NOW, "sandra", written="Hi")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_kind_of_a_shipped_campaign_explains_itself(name: str) -> None:
    campaign = shipped(name)
    first = {occurrence.post: occurrence for occurrence in reversed(occurrences_of(campaign))}
    pages = [
        f"=== {post}\n{why(campaign, occurrence, WRITTEN if campaign.post(post).briefing else YES)}\n"
        for post, occurrence in sorted(first.items())
    ]
    check_golden(f"{name}-why", "\n".join(pages))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_why_it_is_true_and_how_to_object_in_both_languages(kind: str) -> None:
    for language, word in (("en", "Type: object."), ("nl", "Typ: bezwaar.")):
        post = a_post(kind=kind, sender="sandra")
        campaign = a_campaign(posts=(post,), language=language, seats=some_seats())
        occurrence = an_occurrence(post=post.id, kind=kind, principles=KINDS[kind].principles)
        assert word in why(campaign, occurrence, YES)
        assert "{" not in why(campaign, occurrence, YES)


def test_without_an_approval_it_says_so() -> None:
    for approval in (None, Approval("h", "sandra", "c", Decision.REJECTED, NOW, NOW, "sandra")):
        assert "not been approved yet" in why(a_campaign(), an_occurrence(), approval)


def test_a_text_of_the_sender_is_said_to_be_theirs() -> None:
    answer = why(a_campaign(), an_occurrence(), WRITTEN)
    assert "Sandra de Wit (director) wrote it personally, on 9 January." in answer
    assert "Joris Hendriks (project lead) wrote it" not in answer


def test_a_wish_is_approved_by_being_done() -> None:
    post = a_post(kind="wish")
    answer = why(a_campaign(posts=(post,)), an_occurrence(post=post.id, kind="wish"), None)
    assert "recorded that the wish is done" in answer
