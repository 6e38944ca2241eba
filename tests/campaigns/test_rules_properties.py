"""Whatever the campaign: what check passes asks for no more than it gave, keeps every limit, and stays the same."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.all_principles import check_rules
from campaigns.calendar import WorkCalendar
from campaigns.findings import Finding, Level
from campaigns.kinds import KINDS
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.placing import caps_by_channel, monday_of
from campaigns.plan import plan
from campaigns.wanted import channel_name
from tests.campaigns.random_campaigns import some_campaigns

# On a busy machine a random campaign takes a while to make; that says nothing about its rules.
SLOW_TO_MAKE = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
ANY_KIND = st.sampled_from([*sorted(set(KINDS) - {"wish"}), "tip", "tip", "benefit", "thanks"])


@st.composite
def asking_campaigns(draw: st.DrawFn) -> list[Campaign]:
    """Random campaigns with posts of every kind; a post about a wish stays one."""
    return [
        campaign.model_copy(
            update={
                "posts": tuple(
                    post if post.kind == "wish" else post.model_copy(update={"kind": draw(ANY_KIND)})
                    for post in campaign.posts
                )
            }
        )
        for campaign in draw(some_campaigns())
    ]


def checked(campaigns: Sequence[Campaign]) -> tuple[tuple[Occurrence, ...], list[Finding]]:
    occurrences = plan(campaigns).occurrences
    return occurrences, [finding for campaign in campaigns for finding in check_rules(campaign, occurrences)]


def asked_below_zero(occurrences: Sequence[Occurrence]) -> set[tuple[str, str]]:
    """File and post of each ask that its audience had not been given enough for, counted here once more."""
    balances: Counter[tuple[str, str]] = Counter()
    found = set()
    for one in occurrences:
        weight = KINDS[one.kind].weight
        balances[one.campaign, one.audience] += weight
        if weight < 0 and balances[one.campaign, one.audience] < 0:
            found.add((f"{one.campaign}.yaml", one.post))
    return found


@settings(SLOW_TO_MAKE, max_examples=60)
@given(asking_campaigns())
def test_no_plan_without_errors_asks_for_more_than_it_gave(campaigns: list[Campaign]) -> None:
    occurrences, findings = checked(campaigns)
    errors = {(finding.file, finding.post) for finding in findings if finding.rule == "R2"}
    assert errors == asked_below_zero(occurrences)
    assert {finding.level for finding in findings if finding.rule == "R2"} <= {Level.ERROR}


@settings(SLOW_TO_MAKE, max_examples=40)
@given(asking_campaigns())
def test_no_hour_holiday_or_cap_is_broken(campaigns: list[Campaign]) -> None:
    by_id = {campaign.id: campaign for campaign in campaigns}
    caps = caps_by_channel(campaigns)
    days: Counter[tuple[str, date]] = Counter()
    weeks: Counter[tuple[str, date]] = Counter()
    for one in plan(campaigns).occurrences:
        campaign, channel = by_id[one.campaign], channel_name(by_id[one.campaign], one.audience)
        assert campaign.rules.opens_at <= campaign.local(one.at).time() <= campaign.rules.closes_at
        assert WorkCalendar.of(campaign).is_working_day(campaign.local(one.at).date())
        days[channel, one.wall.date()] += 1
        weeks[channel, monday_of(one.wall.date())] += 1
        assert days[channel, one.wall.date()] <= caps[channel].per_day
        assert weeks[channel, monday_of(one.wall.date())] <= caps[channel].per_week


@settings(SLOW_TO_MAKE, max_examples=25)
@given(asking_campaigns())
def test_planning_and_checking_twice_gives_the_same(campaigns: list[Campaign]) -> None:
    assert checked(campaigns) == checked(campaigns)
    occurrences, findings = checked(campaigns[::-1])
    assert (occurrences, sorted(findings)) == (checked(campaigns)[0], sorted(checked(campaigns)[1]))
