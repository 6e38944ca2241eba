"""What would break: a rehearsal that runs before anybody can read it, or that stands still and does not say why."""

from datetime import timedelta

from bot.context import Context
from bot.rehearsal.controls import RehearsalClock
from bot.rehearsal.in_playground import BeginWhenConnected, SayWhy
from storage.tables import BINDINGS, Binding
from tests.bot.conversation import OPEN
from tests.builders import a_campaign
from tests.fakes import a_context


def a_rehearsal() -> tuple[Context, RehearsalClock]:
    return a_context([a_campaign()], now=OPEN), RehearsalClock(OPEN, speed=1.0, seconds=lambda: 0.0)


async def connect(ctx: Context) -> None:
    async with ctx.store.transaction() as tx:
        await tx.put(BINDINGS, "crm/sales", Binding("crm", "sales", "teams", "19:crm"))


async def test_the_clock_begins_when_a_team_is_connected_and_only_then() -> None:
    ctx, clock = a_rehearsal()
    begin = BeginWhenConnected(clock)
    for _ in range(2):
        await begin(ctx, OPEN)
        assert not clock.playing
    await connect(ctx)
    await begin(ctx, OPEN)
    assert clock.playing


async def test_a_rehearsal_that_goes_on_where_it_was_plays_at_once() -> None:
    ctx, clock = a_rehearsal()
    await connect(ctx)
    await BeginWhenConnected(clock)(ctx, OPEN)
    assert clock.playing


async def test_it_begins_once_and_is_not_in_the_way_of_a_stop() -> None:
    ctx, clock = a_rehearsal()
    begin = BeginWhenConnected(clock)
    await connect(ctx)
    await begin(ctx, OPEN)
    clock.stop_before(OPEN + timedelta(seconds=1), "Joris has not answered.")
    assert not clock.playing
    await begin(ctx, OPEN)
    assert not clock.playing


async def test_every_reason_for_standing_still_is_told_once() -> None:
    told: list[str] = []
    ctx, clock = a_rehearsal()
    say_why = SayWhy(clock, told.append)
    for why in ("", "Joris has not answered.", "Joris has not answered.", "Sandra has not answered.", ""):
        clock.why_paused = why
        await say_why(ctx, OPEN)
    assert told == ["Joris has not answered.", "Sandra has not answered."]
    clock.why_paused = "Sandra has not answered."
    await say_why(ctx, OPEN)
    assert told[2:] == ["Sandra has not answered."], "the same again after it went on is new"
