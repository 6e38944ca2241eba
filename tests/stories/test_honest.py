"""Whatever a campaign says and whatever happens: nothing goes out unallowed, unearned or with a number from nowhere.

What was allowed is worked out here anew, from the file, the measurements and what people said at that instant.
"""

import asyncio
import re
from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from campaigns.delivery import State
from campaigns.kinds import KINDS
from campaigns.measurements import Row
from tests.stories.random_worlds import (
    HOLIDAYS,
    PROOFS,
    TEAMS,
    TEXTS,
    THEN,
    Life,
    Posted,
    World,
    a_full_week,
    some_lives,
)

NUMBER = re.compile(r"[0-9]+")
POINTS = {"tip": 1, "benefit": 1, "thanks": 1, "wish": 2, "management": 0, "proof": 0,
          "commitment": -1, "invitation": -1, "status": -1, "call": -2}  # fmt: skip


@settings(
    max_examples=15, deadline=None, phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck)
)
@example(life=a_full_week(), unanswered="none")
@given(life=some_lives(), unanswered=st.sampled_from(("p2", "p3", "p4", "none")))
def test_whatever_happens_every_sent_post_was_allowed_earned_and_true(life: Life, unanswered: str) -> None:
    """`unanswered` is the post to which nobody says yes."""
    asyncio.run(all_is_honest(life, World(unanswered=unanswered)))


async def all_is_honest(life: Life, world: World) -> None:
    await world.live(*life)
    for number, post in enumerate(world.posted):
        nothing_below_a_gate(post)
        caps_are_kept(post, world.posted[:number])
        every_number_has_a_source(post)
    every_ask_was_earned(world.posted)
    await nothing_came_early_or_late(world)


def nothing_below_a_gate(post: Posted) -> None:
    """(a): approved, not paused, inside the hours of a working day."""
    rules, day, clock = post.campaign.rules, post.wall.date(), post.wall.time().replace(second=0)
    assert post.has_yes or post.kind == "wish", post
    assert not post.is_paused, post
    assert rules.opens_at <= clock <= rules.closes_at, post
    assert day.weekday() in rules.workdays, post
    assert day not in HOLIDAYS | rules.extra_free, post
    assert (day - post.campaign.start).days // 7 + 1 not in rules.free_weeks, post


async def nothing_came_early_or_late(world: World) -> None:
    deliveries = await world.bot.deliveries()
    for post in world.posted:
        delivery = deliveries[post.key]
        assert delivery.state is State.SENT
        assert delivery.occurrence is not None
        assert delivery.occurrence.at <= post.at <= delivery.occurrence.late_after, post


def every_ask_was_earned(posted: Sequence[Posted]) -> None:
    """(b)"""
    balance = dict.fromkeys(TEAMS, 0)
    for post in posted:
        points = POINTS[post.kind]
        balance[post.team] += points
        assert points >= 0 or balance[post.team] >= 0, post


def every_number_has_a_source(post: Posted) -> None:
    """(c): no digit in a text that neither the file nor the seat book nor a large enough measurement has."""
    assert post.campaign.seats is not None
    if post.kind == "proof":
        then, _, now = post.text.rpartition(THEN)
        rows = rows_that_tell_on_nobody(post)
        assert numbers_in(then) <= numbers_of(rows), post
        assert numbers_in(now) <= numbers_of([row for row in rows if then or 2 * row.count >= row.total]), post
    else:
        places = {str(number) for number in range(post.campaign.seats.places + 1)}
        assert numbers_in(post.text) <= places | {"30", "16", "00"}, post  # Friday 30 April 16:00


def rows_that_tell_on_nobody(post: Posted) -> list[Row]:
    """Not all or none of this team, and no group below the minimum; nor the other team's, by subtraction from both."""
    smallest = post.campaign.rules.minimum_group
    if any(audience.size < smallest for audience in post.campaign.audiences.values()):
        return []
    small = {row.week for row in post.measured.rows if row.total < smallest}
    mine = [row for row in post.measured.rows if row.team == post.team and row.week not in small]
    return [row for row in mine if 0 < row.count < row.total]


def numbers_in(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def numbers_of(rows: Sequence[Row]) -> set[str]:
    """As a share of so many, or from ten on as a rounded percentage."""
    shares = {str(number) for row in rows for number in (row.count, row.total)}
    return shares | {str((200 * row.count + row.total) // (2 * row.total)) for row in rows if row.total >= 10}


def caps_are_kept(post: Posted, before: Sequence[Posted]) -> None:
    """(d)"""
    rules, today = post.campaign.rules, post.wall.date()
    days = [other.at.astimezone(rules.timezone).date() for other in before if other.channel == post.channel]
    assert days.count(today) < rules.max_per_day, post
    assert sum(day.isocalendar()[:2] == today.isocalendar()[:2] for day in days) < rules.max_per_week, post


def test_the_random_campaigns_ask_and_give() -> None:
    """Without both the test above would prove nothing."""
    assert {kind: KINDS[kind].weight for kind in POINTS} == POINTS
    drawn = {POINTS[kind] for kind, _ in (*TEXTS, *PROOFS)}
    assert {-2, -1, 0, 1} == drawn
