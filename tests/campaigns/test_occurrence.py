"""What makes an occurrence the same one, and when it has come too late."""

from dataclasses import replace
from datetime import datetime, timedelta

from campaigns.occurrence import is_too_late
from tests.builders import an_occurrence


def test_the_key_names_campaign_post_audience_and_wall_time() -> None:
    assert an_occurrence().key == "crm/tip-1/sales/2027-01-12T09:30"
    assert an_occurrence(series=3).key == "crm/tip-1/sales/2027-01-12T09:30#3"
    assert an_occurrence(kind="wish", post="wish-1", wish="copy").key == "crm/wish-1/sales/2027-01-12T09:30#copy"


def test_the_slot_stays_when_the_moment_changes() -> None:
    occurrence = an_occurrence(series=3)
    moved = replace(occurrence, wall=datetime(2027, 1, 13, 9, 30))
    assert moved.key != occurrence.key
    assert moved.slot == occurrence.slot == "crm/tip-1/sales#3"


def test_the_iso_week_is_that_of_the_wall() -> None:
    assert an_occurrence().iso_week == 2


def test_late_begins_after_the_last_allowed_instant() -> None:
    occurrence = an_occurrence()
    assert not is_too_late(occurrence, occurrence.at)
    assert not is_too_late(occurrence, occurrence.late_after)
    assert is_too_late(occurrence, occurrence.late_after + timedelta(seconds=1))
