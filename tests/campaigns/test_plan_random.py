"""Whatever the campaigns: no post on a free day, outside hours or above a cap, and the same plan every time."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.calendar import WorkCalendar
from campaigns.model import Campaign
from campaigns.moments import InWeek
from campaigns.occurrence import Occurrence
from campaigns.placing import caps_by_channel, monday_of
from campaigns.plan import Happened, plan
from campaigns.wanted import channel_name
from tests.builders import NINE_THIRTY
from tests.campaigns.random_campaigns import some_campaigns

# On a busy machine a random campaign takes a while to make; that says nothing about the plan.
SLOW_TO_MAKE = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)

# Random campaigns


def assert_sound(campaigns: Sequence[Campaign], occurrences: Sequence[Occurrence]) -> None:
    """Inside hours, on working days, within the caps of every channel, each key and each slot once."""
    by_id = {campaign.id: campaign for campaign in campaigns}
    days: Counter[tuple[str, date]] = Counter()
    weeks: Counter[tuple[str, date]] = Counter()
    for one in occurrences:
        calendar = WorkCalendar.of(by_id[one.campaign])
        assert calendar.is_allowed(one.wall)
        assert calendar.to_wall(one.at) == one.wall
        assert one.ask_at <= one.at < one.late_after
        channel = channel_name(by_id[one.campaign], one.audience)
        days[channel, one.wall.date()] += 1
        weeks[channel, monday_of(one.wall.date())] += 1
    caps = caps_by_channel(campaigns)
    assert all(count <= caps[channel].per_day for (channel, _), count in days.items())
    assert all(count <= caps[channel].per_week for (channel, _), count in weeks.items())
    assert len({one.key for one in occurrences}) == len(occurrences)
    assert len({one.slot for one in occurrences}) == len(occurrences)
    assert [one.at for one in occurrences] == sorted(one.at for one in occurrences)


@settings(SLOW_TO_MAKE, max_examples=50)
@given(some_campaigns())
def test_no_post_stands_on_a_free_day_outside_hours_or_above_a_cap(campaigns: list[Campaign]) -> None:
    assert_sound(campaigns, plan(campaigns).occurrences)


@settings(SLOW_TO_MAKE, max_examples=15)
@given(some_campaigns())
def test_the_same_campaigns_in_any_order_give_the_same_plan(campaigns: list[Campaign]) -> None:
    assert plan(campaigns) == plan(campaigns) == plan(campaigns[::-1])


@settings(SLOW_TO_MAKE, max_examples=15)
@given(some_campaigns())
def test_every_move_and_every_refusal_is_said(campaigns: list[Campaign]) -> None:
    planned = plan(campaigns)
    for one in planned.occurrences:
        said = {
            finding.rule
            for finding in planned.findings
            if (finding.post, finding.file[:-5]) == (one.post, one.campaign)
        }
        assert one.moved_from is None or said & {"E1", "H6"}
    placed = {(one.campaign, one.post) for one in planned.occurrences}
    warned = {(finding.file[:-5], finding.post) for finding in planned.findings}
    for campaign in campaigns:
        for post in campaign.posts:
            assert {(campaign.id, post.id)} & (placed | warned)


@settings(SLOW_TO_MAKE, max_examples=30)
@given(some_campaigns(), st.data())
def test_an_edit_never_plans_again_what_was_sent(campaigns: list[Campaign], data: st.DataObject) -> None:
    before = plan(campaigns).occurrences
    sent = tuple(one for one in before if data.draw(st.booleans()))
    history = {
        campaign.id: Happened(
            sent=tuple(one for one in sent if one.campaign == campaign.id),
            done_wishes={"later": datetime(2027, 1, 20, 9, 0, tzinfo=UTC)} if data.draw(st.booleans()) else {},
        )
        for campaign in campaigns
    }
    when = st.builds(InWeek, st.integers(1, 6), st.integers(0, 4), st.just(NINE_THIRTY))
    edited = [
        campaign.model_copy(
            update={
                "posts": tuple(
                    post.model_copy(update={"when": data.draw(when)}) if data.draw(st.booleans()) else post
                    for post in campaign.posts
                )
            }
        )
        for campaign in campaigns
    ]
    planned = plan(edited, history)
    assert_sound(edited, planned.occurrences)
    assert set(sent) <= set(planned.occurrences)
    assert planned == plan(edited, history)
