"""A held post says by which rule, with the numbers and the nearest mend, and goes out by itself or not at all."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.place import Place
from bot.platforms.base import DeliveryError
from campaigns.delivery import HoldReason, State
from campaigns.measurements import Measurements
from campaigns.model import Campaign, Rules
from campaigns.moments import AsSoonAs, InWeek, OnDate
from storage.tables import BINDINGS, DELIVERIES, Binding
from tests.builders import NINE_THIRTY, a_campaign, a_post, some_seats
from tests.running_bot import RunningBot, a_gift, a_running_bot

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)  # 09:30 in Amsterdam
HOUR = timedelta(hours=1)
TEXT = "Click the star to keep a customer at the top."
Mend = Callable[[RunningBot], Awaitable[object]]


async def pause(bot: RunningBot) -> None:
    await bot.says("joris", "pause")


async def resume(bot: RunningBot) -> None:
    await bot.says("joris", "resume")


async def disconnect(bot: RunningBot) -> None:
    async with bot.ctx.store.transaction() as tx:
        await tx.remove(BINDINGS, "crm/sales")


async def connect(bot: RunningBot) -> None:
    async with bot.ctx.store.transaction() as tx:
        await tx.put(BINDINGS, "crm/sales", Binding("crm", "sales", "room", "crm/sales"))


async def close_channel(bot: RunningBot) -> None:
    bot.platform.failures.append(DeliveryError("The bot was removed.", channel_closed=True))


async def lose_file(bot: RunningBot) -> None:
    await bot.until(TUESDAY - HOUR)
    bot.ctx.campaigns.clear()


async def find_file(bot: RunningBot) -> None:
    bot.ctx.campaigns["crm"] = a_campaign()


STORIES: dict[HoldReason, tuple[Mend, Mend]] = {
    HoldReason.PAUSED: (pause, resume),
    HoldReason.NOT_CONNECTED: (disconnect, connect),
    HoldReason.CHANNEL_CLOSED: (close_channel, connect),
    HoldReason.CAMPAIGN_MISSING: (lose_file, find_file),
}


async def with_an_approved_tip() -> RunningBot:
    bot = await a_running_bot(a_campaign())
    await bot.until(TUESDAY - 2 * HOUR)
    await bot.says("joris", "approve tip-1")
    return bot


@pytest.mark.parametrize("reason", STORIES)
async def test_a_held_post_goes_out_by_itself_when_its_reason_is_gone(reason: HoldReason) -> None:
    bot = await with_an_approved_tip()
    hold, mend = STORIES[reason]
    await hold(bot)
    await bot.until(TUESDAY + HOUR / 2)
    held = await bot.post_of("tip-1")
    assert (held.state, held.reason) == (State.HELD, reason)
    await mend(bot)
    await bot.until(TUESDAY + HOUR)
    assert bot.platform.to("crm/sales") == [TEXT]


@pytest.mark.parametrize("reason", STORIES)
async def test_a_held_post_never_goes_out_when_it_is_too_late(reason: HoldReason) -> None:
    bot = await with_an_approved_tip()
    hold, mend = STORIES[reason]
    await hold(bot)
    await bot.until(TUESDAY + 2 * HOUR + timedelta(seconds=1))
    await mend(bot)
    await bot.until(TUESDAY + timedelta(days=1))
    assert bot.platform.to("crm/sales") == []
    assert (await bot.post_of("tip-1")).state is State.SKIPPED


PULSE = a_post(
    kind="pulse", when=InWeek(week=1, weekday=2, at=NINE_THIRTY), question="Do you know whom to ask?", texts=()
)
ASKING = a_campaign(posts=(PULSE, a_post(when=InWeek(week=1, weekday=3, at=NINE_THIRTY))))


async def test_an_ask_waits_for_what_was_really_given_and_names_the_next_give() -> None:
    """Rules R2 and R7."""
    bot = await a_running_bot(ASKING)
    await bot.until(TUESDAY)
    await bot.says("joris", "approve pulse-1")
    await bot.until(TUESDAY + timedelta(days=1))
    held = await bot.post_of("pulse-1")
    assert (held.state, held.reason, held.rule) == (State.HELD, HoldReason.BALANCE_SHORT, "R7")
    told = bot.platform.to("room:joris")[-1]
    assert "rule R7" in told
    assert "So far: +0 given and \u22120 asked. This post asks 1: that is 1 too many." in told
    assert "The next give is tip-1 on Thursday 14 January 09:30." in told
    assert "R7" in await bot.says("joris", "today")
    gift = a_gift(ASKING, "sales", 1)
    async with bot.ctx.store.transaction() as tx:
        await tx.put(DELIVERIES, gift.key, gift)
    await bot.until(TUESDAY + timedelta(days=1) + HOUR)
    assert len(bot.platform.to("crm/sales")) == 1


async def test_an_ask_for_which_nothing_was_given_in_time_is_never_posted() -> None:
    bot = await a_running_bot(ASKING)
    await bot.until(TUESDAY)
    await bot.says("joris", "approve pulse-1")
    await bot.until(TUESDAY + timedelta(days=5))
    skipped = await bot.post_of("pulse-1")
    assert (skipped.state, skipped.reason, skipped.rule) == (State.SKIPPED, "too_late", "R7")
    assert "more must be given before something is asked" in skipped.detail
    assert bot.platform.to("crm/sales") == []


async def test_a_post_whose_number_is_too_small_waits_for_more_measurements() -> None:
    """Rule P3."""
    tip = a_post(measure="notes", texts=("{{ measure }} of the notes.",))
    bot = await a_running_bot(a_campaign(posts=(tip,)))
    rows = [Measurements().with_row(week=1, team="sales", measure="notes", count=3, total=4)]
    bot.ctx.read_measurements = lambda campaign: rows[-1]
    await bot.until(TUESDAY - HOUR)
    await bot.says("joris", "approve tip-1")
    await bot.until(TUESDAY)
    told = bot.platform.to("room:joris")[-1]
    assert "rule P3" in told
    assert "There are 4 measurements in week 1, and 5 are needed." in told
    rows.append(rows[0].with_row(week=1, team="sales", measure="notes", count=3, total=5))
    await bot.until(TUESDAY + HOUR)
    assert bot.platform.to("crm/sales") == ["3 of the 5 of the notes."]


async def test_a_full_channel_says_how_many_it_got_and_the_post_goes_out_when_there_is_room() -> None:
    """Rule H6."""
    bot = await with_an_approved_tip()
    gift = a_gift(a_campaign(), "sales", 1)
    place = Place.of_channel(Binding("crm", "sales", "room", "crm/sales")).key
    async with bot.ctx.store.transaction() as tx:
        await tx.put(DELIVERIES, gift.key, replace(gift, channel=place, settled_at=TUESDAY - HOUR))
    await bot.until(TUESDAY)
    held = await bot.post_of("tip-1")
    assert (held.reason, held.rule) == (HoldReason.CAP_REACHED, "H6")
    assert "The channel got 1 today, and at most 1 may come in a day." in bot.platform.to("room:joris")[-1]
    bot.edit(a_campaign(rules=Rules(max_per_day=2)))
    await bot.until(TUESDAY + HOUR)
    assert bot.platform.to("crm/sales") == [TEXT]


async def test_outside_the_hours_it_waits_for_the_next_opening() -> None:
    """Rule E1."""
    bot = await a_running_bot(a_campaign(rules=Rules(late_after=timedelta(days=1))))
    await bot.until(TUESDAY - HOUR)
    await bot.says("joris", "approve tip-1")
    await bot.down_until(TUESDAY + 8 * HOUR)
    held = await bot.post_of("tip-1")
    assert (held.reason, held.rule) == (HoldReason.OUTSIDE_HOURS, "E1")
    assert (
        "The hours are 09:00 to 17:00, on working days. The next moment is Wednesday 13 January 09:00." in held.detail
    )
    await bot.until(TUESDAY + 23 * HOUR)
    assert bot.platform.to("crm/sales") == []
    await bot.until(TUESDAY + 24 * HOUR)
    assert bot.platform.to("crm/sales") == [TEXT]


def calling(**changes: Any) -> Campaign:
    call = a_post(
        kind="call", when=AsSoonAs("opening"), sender="joris", texts=("There are {{ places_total }} places.",)
    )
    status = a_post(
        kind="status", when=InWeek(week=4, weekday=2, at=NINE_THIRTY), only_if="places left",
        texts=("{{ places_left }} places left.",),
    )  # fmt: skip
    return a_campaign(posts=(call, status), seats=some_seats(places=1), **changes)


OPENS = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)  # Monday of week 4


async def test_when_the_seats_are_full_what_is_still_planned_about_them_stops_and_says_so() -> None:
    """Rules S10 and H7."""
    bot = await a_running_bot(calling(), given=3)
    await bot.until(OPENS - HOUR)
    await bot.says("joris", "approve call-1")
    await bot.says("joris", "approve status-1")
    await bot.until(OPENS)
    await bot.says("anna", "join", audience="sales")
    await bot.until(OPENS + timedelta(days=3))
    stopped = await bot.post_of("status-1")
    assert (stopped.state, stopped.reason, stopped.rule) == (State.SKIPPED, "no_places_left", "S10")
    told = bot.platform.to("room:joris")[-1]
    assert "rule S10" in told
    assert "All 1 places are taken" in told
    assert bot.platform.to("crm/sales") == ["There are 1 places."]


async def test_a_yes_that_is_too_old_is_asked_again_while_there_is_time() -> None:
    """Rule A3: days that turn out to be working days make a yes older than was planned."""
    at = OnDate(date(2027, 2, 9), time(9, 30))
    free = frozenset(date(2027, 1, 27) + timedelta(days=number) for number in range(8))
    rules = Rules(approval_ahead=10, extra_free=free)
    campaign = a_campaign(posts=(a_post(when=at),), rules=rules)
    moment = datetime(2027, 2, 9, 8, 30, tzinfo=UTC)
    bot = await a_running_bot(campaign)
    await bot.until(moment - timedelta(days=18))
    await bot.says("joris", "approve tip-1")
    bot.edit(campaign.model_copy(update={"rules": Rules(approval_ahead=10)}))
    await bot.until(moment - timedelta(days=5))
    asked = (await bot.post_of("tip-1")).approval
    assert asked is not None
    assert asked.decision == "asked"
    assert len([text for text in bot.platform.to("room:joris") if TEXT in text]) == 2
    await bot.until(moment)
    assert bot.platform.to("crm/sales") == []
