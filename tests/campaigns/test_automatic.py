"""What would break: a post that is owed at night, on a holiday, in the past, or under an id that an author may have."""

from datetime import UTC, datetime

import pytest

from campaigns.automatic import automatic_id, automatic_occurrence, is_automatic
from campaigns.check_posts import ID
from campaigns.kinds import AUTOMATIC_KINDS, KINDS
from campaigns.words import AUTOMATIC_KINDS as DUTCH_NAMES
from campaigns.words import KINDS as AUTHORS_KINDS
from tests.builders import a_campaign, an_occurrence


@pytest.mark.parametrize(
    ("now", "wall"),
    [
        (datetime(2027, 1, 12, 8, 30, tzinfo=UTC), datetime(2027, 1, 12, 9, 30)),
        (datetime(2027, 1, 12, 8, 30, 1, tzinfo=UTC), datetime(2027, 1, 12, 9, 31)),
        (datetime(2027, 1, 12, 20, 0, tzinfo=UTC), datetime(2027, 1, 13, 9, 0)),
        (datetime(2027, 1, 15, 16, 0, 30, tzinfo=UTC), datetime(2027, 1, 18, 9, 0)),
    ],
)
def test_it_is_due_at_the_next_moment_that_the_campaign_may_post(now: datetime, wall: datetime) -> None:
    occurrence = automatic_occurrence(a_campaign(), kind="extension", name="1", audience="sales", now=now)
    assert occurrence.wall == wall
    assert now <= occurrence.at < occurrence.late_after


def test_no_author_can_write_its_kind_or_its_id() -> None:
    assert not set(AUTOMATIC_KINDS) & {*KINDS, *AUTHORS_KINDS}
    assert ID.fullmatch(automatic_id("extension", "1")) is None
    assert set(DUTCH_NAMES) == set(AUTOMATIC_KINDS)


def test_it_weighs_nothing_and_a_written_post_is_not_automatic() -> None:
    owed = automatic_occurrence(
        a_campaign(), kind="not_made", name="1", audience="sales", now=datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
    )
    assert (owed.weight, is_automatic(owed), is_automatic(an_occurrence())) == (0, True, False)
