"""What is found for several audiences alike is one finding; what differs is told apart."""

from collections.abc import Iterator

from campaigns.occurrence import Occurrence
from campaigns.principles.alike import in_each_audience
from campaigns.principles.base import Checked, Found
from tests.builders import a_campaign, an_occurrence


def count(checked: Checked, occurrences: tuple[Occurrence, ...]) -> Iterator[Found]:
    yield Found("ask_before_gives", "campaign", {"count": len(occurrences)})


def test_audiences_with_the_same_finding_share_it() -> None:
    audiences = ["sales", "service", "sales", "management"]
    checked = Checked(a_campaign(), tuple(an_occurrence(audience=audience) for audience in audiences))
    found = [dict(one.fields) for one in in_each_audience(checked, count)]
    assert found == [{"count": 2, "audiences": "sales"}, {"count": 1, "audiences": "service and management"}]


def test_an_audience_without_posts_is_not_looked_at() -> None:
    assert list(in_each_audience(Checked(a_campaign(), ()), count)) == []
