"""Sent once is sent for good: by its slot, or by its kind and instant under another id."""

from dataclasses import replace
from datetime import datetime

from campaigns.already_sent import without_sent
from campaigns.calendar import WorkCalendar
from campaigns.happened import NOTHING
from campaigns.model import Campaign
from campaigns.moments import InWeek
from campaigns.occurrence import Occurrence
from campaigns.wanted import wanted_by
from tests.builders import NINE_THIRTY, a_campaign, a_post, an_audience, an_occurrence

SENT = an_occurrence()


def unsent_and_moved(campaign: Campaign, *sent: Occurrence) -> tuple[list[str], list[str]]:
    calendar = WorkCalendar.of(campaign)
    unsent, moved = without_sent(list(wanted_by(campaign, calendar, NOTHING)), sent, calendar)
    return [one.slot for one in unsent], [one.wanted.slot for one in moved]


def test_without_history_everything_is_still_to_be_sent() -> None:
    assert unsent_and_moved(a_campaign()) == (["crm/tip-1/sales"], [])


def test_a_sent_slot_is_done() -> None:
    assert unsent_and_moved(a_campaign(), SENT) == ([], [])


def test_a_sent_slot_at_another_moment_is_done_and_reported() -> None:
    edited = a_campaign(posts=(a_post(when=InWeek(2, 1, NINE_THIRTY)),))
    assert unsent_and_moved(edited, SENT) == ([], ["crm/tip-1/sales"])


def test_the_moment_from_which_a_sent_post_was_moved_is_its_moment_too() -> None:
    moved = replace(SENT, wall=datetime(2027, 1, 13, 9, 30), moved_from=datetime(2027, 1, 12, 9, 30))
    assert unsent_and_moved(a_campaign(), moved) == ([], [])
    renamed = a_campaign(posts=(a_post(id="star"),))
    assert unsent_and_moved(renamed, moved) == ([], [])


def test_the_same_kind_at_the_same_instant_is_the_same_post() -> None:
    assert unsent_and_moved(a_campaign(posts=(a_post(id="star"),)), SENT) == ([], [])


def test_another_kind_audience_or_instant_is_another_post() -> None:
    audiences = {"sales": an_audience(), "service": an_audience()}
    posts = (
        a_post(id="benefit-1", kind="benefit"),
        a_post(id="star", for_audiences=("service",)),
        a_post(id="later", when=InWeek(1, 2, NINE_THIRTY)),
    )
    assert len(unsent_and_moved(a_campaign(posts=posts, audiences=audiences), SENT)[0]) == 3
