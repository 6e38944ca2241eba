"""What would break: a text of management whose day nobody keeps an eye on, or a colleague's words in the register."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from campaigns.approval import Approval, Decision
from campaigns.delivery import Delivery
from campaigns.message import Message, Part
from campaigns.promised_posts import days_kept_by_the_bot, promise_of
from tests.builders import a_campaign, an_occurrence, some_seats

NOW = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
CAMPAIGN = a_campaign(seats=some_seats())
TEXT = "Hi all.\n\nBy 5 February you hear more."


def a_delivery(*parts: Part, kind: str = "management", sender: str | None = "sandra") -> Delivery:
    occurrence = an_occurrence(post=f"{kind}-1", kind=kind, sender=sender)
    message = Message("en", kind, parts or (Part(TEXT, authored=True),))
    return Delivery(occurrence.key, "crm", NOW, None, occurrence=occurrence, message=message)


def days(delivery: Delivery) -> list[date]:
    found = promise_of(CAMPAIGN, delivery, now=NOW)
    return [one.day for one in found[1]] if found else []


def test_a_management_text_promises_in_the_name_of_its_sender() -> None:
    found = promise_of(CAMPAIGN, a_delivery(), now=NOW)
    assert found is not None
    promised, (dated,) = found
    assert (promised.made_by, promised.audiences) == ("sandra", ("sales",))
    assert promised.source == "crm/management-1/sales/2027-01-12T09:30"
    assert (dated.sentence, dated.day) == ("By 5 February you hear more.", date(2027, 2, 5))


def test_without_a_sender_the_owner_promises() -> None:
    found = promise_of(CAMPAIGN, a_delivery(kind="closing", sender=None), now=NOW)
    assert found is not None
    assert found[0].made_by == "joris"


@pytest.mark.parametrize("kind", ["tip", "call", "benefit", "wish", "not_made", "proof"])
def test_other_kinds_promise_nothing(kind: str) -> None:
    assert promise_of(CAMPAIGN, a_delivery(kind=kind), now=NOW) is None


def test_the_text_that_was_written_for_a_briefing_counts() -> None:
    plain = a_delivery(Part(TEXT))
    assert days(plain) == []
    approval = Approval("h", "sandra", "card", Decision.APPROVED, NOW, written=TEXT, briefing=True)
    assert days(replace(plain, approval=approval)) == [date(2027, 2, 5)]


def test_a_paragraph_with_a_colleague_s_words_is_not_written_down() -> None:
    assert days(a_delivery(Part("Anna and Bo meet on 22 February."), Part(TEXT, authored=True))) == [date(2027, 2, 5)]


def test_a_notice_and_a_post_that_was_never_composed_promise_nothing() -> None:
    assert promise_of(CAMPAIGN, replace(a_delivery(), occurrence=None), now=NOW) is None
    assert promise_of(CAMPAIGN, replace(a_delivery(), message=None), now=NOW) is None


def test_the_days_of_the_seats_and_of_the_goal_are_kept_by_the_bot() -> None:
    text = "Sign up from 1 February until 11 February. The goal is for 1 April."
    assert days(a_delivery(Part(text, authored=True))) == []
    assert days_kept_by_the_bot(CAMPAIGN) == {date(2027, 2, 1), date(2027, 2, 11), date(2027, 4, 1)}
    bare = a_campaign(goal=CAMPAIGN.goal.model_copy(update={"by": None}))
    assert days_kept_by_the_bot(bare) == set()
