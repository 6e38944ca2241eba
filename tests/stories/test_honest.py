"""Whatever a campaign says and whatever happens: nothing goes out unallowed, unearned or with a number from nowhere."""

import asyncio
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from campaigns.approval import Decision
from campaigns.calendar import WorkCalendar
from campaigns.delivery import Delivery, State
from campaigns.kinds import KINDS
from campaigns.measurements import Measurements
from campaigns.model import Campaign, Post
from campaigns.moments import AsSoonAs, InWeek
from campaigns.replan import needs_approval
from tests.builders import NINE_THIRTY, a_campaign, a_post, a_wish, an_audience, some_seats
from tests.running_bot import RunningBot, a_running_bot

START = datetime(2027, 1, 11, 8, tzinfo=UTC)
DAYS = 26
TEAMS = ("sales", "service")
NUMBER = re.compile(r"[0-9]+")
TEXTS = {
    "tip": "Click the star.",
    "thanks": "Thank you, {{ team }}.",
    "management": "We start. There are {{ places_total }} places.",
    "call": "There are {{ places_total }} places, until {{ closes }}.",
    "status": "{{ places_left }} of {{ places_total }} places left.",
    "commitment": "When I call, I write a note.",
    "invitation": "Send a wish.",
    "proof": "{{ measure }} of the notes in {{ team }}.",
}


@dataclass(frozen=True)
class Act:
    """What happens so many hours after the start."""

    hour: int
    what: str
    who: str = "anna"
    count: int = 0
    total: int = 1


def posts() -> st.SearchStrategy[tuple[Post, ...]]:
    kind = st.sampled_from(sorted(TEXTS))
    week, weekday = st.integers(1, 4), st.integers(0, 4)
    drawn = st.lists(st.tuples(kind, week, weekday), min_size=3, max_size=7)
    return drawn.map(lambda items: (*(a_random_post(*item, number) for number, item in enumerate(items)), NEWS))


NEWS = a_post(kind="wish", when=AsSoonAs("wish done"), texts=("Ready: {{ wish }}.",), for_audiences=TEAMS)


def a_random_post(kind: str, week: int, weekday: int, number: int) -> Post:
    extra: dict[str, Any] = {}
    if kind in ("management", "thanks", "call", "commitment"):
        extra["sender"] = "sandra"
    if kind == "proof":
        extra |= {"measure": "notes", "otherwise": "Every note helps."}
    when = InWeek(week=week, weekday=weekday, at=NINE_THIRTY)
    return a_post(id=f"p{number}", kind=kind, when=when, texts=(TEXTS[kind],), for_audiences=TEAMS, **extra)


ACTS = st.lists(
    st.builds(
        Act,
        hour=st.integers(0, DAYS * 24),
        what=st.sampled_from(("approve", "approve", "approve", "join", "leave", "wish", "measure", "pause", "resume")),
        who=st.sampled_from(("anna", "bo", "cas")),
        count=st.integers(0, 12),
        total=st.integers(1, 12),
    ),
    min_size=6,
    max_size=16,
)


@settings(
    max_examples=15, deadline=None, phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck)
)
@given(posts=posts(), acts=ACTS, size=st.sampled_from((3, 6, 18)), places=st.integers(1, 2))
def test_whatever_happens_every_sent_post_was_allowed_earned_and_true(
    posts: tuple[Post, ...], acts: list[Act], size: int, places: int
) -> None:
    campaign = a_campaign(
        audiences={"sales": an_audience(channel="Sales"), "service": an_audience(channel="Service", size=size)},
        posts=posts,
        seats=some_seats(places=places, opens=InWeek(week=2, weekday=0, at=NINE_THIRTY),
                         closes=InWeek(week=3, weekday=4, at=time(16, 0))),
        wishes={"postcode": a_wish()},
        weeks=4,
    )  # fmt: skip
    asyncio.run(live(campaign, sorted(acts, key=lambda act: act.hour)))


async def live(campaign: Campaign, acts: list[Act]) -> None:
    bot = await a_running_bot(campaign)
    rows = [Measurements()]
    paused: list[tuple[datetime, bool]] = []
    bot.ctx.read_measurements = lambda _: rows[-1]
    for act in acts:
        await bot.until(START + timedelta(hours=act.hour))
        await do(bot, act, rows, paused)
    await bot.until(START + timedelta(days=DAYS + 2))
    sent = [item for item in (await bot.deliveries()).values() if item.occurrence and item.state is State.SENT]
    sent.sort(key=lambda item: (item.settled_at or item.due, item.key))
    for delivery in sent:
        nothing_below_a_gate(campaign, delivery, paused)
        every_number_has_a_source(campaign, delivery, rows)
    every_ask_was_earned(sent)
    caps_are_kept(campaign, sent)


async def do(bot: RunningBot, act: Act, rows: list[Measurements], paused: list[tuple[datetime, bool]]) -> None:
    if act.what == "approve":
        for item in list((await bot.deliveries()).values()):
            if item.occurrence and item.approval and item.approval.decision is Decision.ASKED:
                await bot.says(item.occurrence.approver, f"approve {item.occurrence.post}")
    elif act.what == "measure":
        week = min(max(act.hour // 168 + 1, 1), 4)
        total = act.total
        row = {"week": week, "team": TEAMS[act.count % 2], "measure": "notes"}
        rows.append(rows[-1].with_row(**row, count=min(act.count, total), total=total))  # type: ignore[arg-type]
    elif act.what == "wish":
        await bot.says("joris", "wish done postcode")
    elif act.what in ("pause", "resume"):
        await bot.says("joris", act.what)
        paused.append((bot.clock.now(), act.what == "pause"))
    else:
        await bot.says(act.who, act.what, audience="sales")


def nothing_below_a_gate(campaign: Campaign, delivery: Delivery, paused: list[tuple[datetime, bool]]) -> None:
    """(a): approved, in time, inside the hours, not paused."""
    occurrence, at = delivery.occurrence, delivery.settled_at
    assert occurrence is not None
    assert at is not None
    assert occurrence.at <= at <= occurrence.late_after
    calendar = WorkCalendar.of(campaign)
    assert calendar.is_allowed(calendar.to_wall(at).replace(second=0, microsecond=0))
    if needs_approval(occurrence):
        assert delivery.approval is not None
        assert delivery.approval.decision is Decision.APPROVED
    stops = [stopped for moment, stopped in paused if moment < at]
    assert not stops[-1:] or not stops[-1] or any(moment == at for moment, _ in paused)


def every_ask_was_earned(sent: list[Delivery]) -> None:
    """(b)"""
    balance = dict.fromkeys(TEAMS, 0)
    for delivery in sent:
        assert delivery.occurrence is not None
        balance[delivery.occurrence.audience] += delivery.occurrence.weight
        assert delivery.occurrence.weight >= 0 or balance[delivery.occurrence.audience] >= 0


def every_number_has_a_source(campaign: Campaign, delivery: Delivery, rows: list[Measurements]) -> None:
    """(c): no digit in a text that neither the file nor the seat book nor a large enough measurement has."""
    assert delivery.message is not None
    assert delivery.occurrence is not None
    seats = campaign.seats
    assert seats is not None
    known = {str(number) for number in range(seats.places + 1)} | {"29", "16", "00"}  # Friday 29 January 16:00
    size = campaign.audiences[delivery.occurrence.audience].size
    measured = [
        row for found in rows for row in found.rows
        if row.team == delivery.occurrence.audience and row.total >= 5 and size >= 5 and 0 < row.count < row.total
    ]  # fmt: skip
    if delivery.occurrence.kind == "proof":
        known = {str(number) for row in measured for number in (row.count, row.total)}
        known |= {f"{100 * row.count / row.total:.0f}" for row in measured if row.total >= 10}
        known |= {str(int(100 * row.count / row.total + 0.5)) for row in measured if row.total >= 10}
    assert set(NUMBER.findall(delivery.message.text)) <= known, delivery.message.text


def caps_are_kept(campaign: Campaign, sent: list[Delivery]) -> None:
    """(d)"""
    for team in TEAMS:
        days = [
            campaign.local(item.settled_at or item.due).date()
            for item in sent
            if item.occurrence and item.occurrence.audience == team
        ]
        assert len(days) == len(set(days))
        assert all(sum(day.isocalendar()[:2] == other.isocalendar()[:2] for other in days) <= 3 for day in days)


def test_the_random_campaigns_ask_and_give() -> None:
    """Without both the test above would prove nothing."""
    weights = {kind: KINDS[kind].weight for kind in TEXTS}
    assert min(weights.values()) == -2
    assert max(weights.values()) == 1
