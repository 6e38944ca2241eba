"""What would break: a post that is lost because the clock ran past it, or a rehearsal that stops again and again."""

import time
from datetime import UTC, datetime, timedelta

from bot.engine import Engine
from bot.rehearsal.controls import RehearsalClock
from bot.rehearsal.pause_for_me import PauseForMe
from bot.scheduler import Scheduler
from tests.builders import a_campaign, a_post, an_audience
from tests.running_bot import RunningBot, a_running_bot
from tests.waiting import wait_until

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
TWO_TEAMS = a_campaign(
    audiences={"sales": an_audience(), "service": an_audience(channel="Service")},
    posts=(a_post(for_audiences=("sales", "service")),),
)


class Rehearsed:
    """A played rehearsal, half a day in a twentieth of a second."""

    def __init__(self, bot: RunningBot, played: set[str], *, plays_on: bool = False) -> None:
        self.bot = bot
        self.clock = RehearsalClock(bot.clock.now(), speed=864_000, seconds=time.monotonic)
        bot.ctx.clock = self.clock
        pause = PauseForMe(
            self.clock, played=lambda: frozenset(played), colleagues_answer=lambda: True, plays_on=plays_on
        )
        bot.engine = Engine(bot.ctx, bot.outbox, first=(), last=[pause])
        self.scheduler = Scheduler(bot.engine, self.clock)
        bot.ctx.wake = self.clock.wake = self.scheduler.wake

    async def until_it_stops(self) -> None:
        await wait_until(lambda: not self.clock.playing)

    async def until(self, moment: datetime) -> None:
        await wait_until(lambda: self.clock.now() >= moment or not self.clock.playing)
        assert self.clock.playing, self.clock.why_paused


async def rehearsed(*played: str, plays_on: bool = False) -> Rehearsed:
    found = Rehearsed(await a_running_bot(TWO_TEAMS), set(played), plays_on=plays_on)
    found.scheduler.start()
    return found


async def test_it_stops_once_for_a_card_a_minute_before_its_post_and_then_plays_on() -> None:
    """The card is for two audiences."""
    rehearsal = await rehearsed("room:joris")
    rehearsal.clock.play()
    await rehearsal.until_it_stops()
    assert rehearsal.clock.now() == TUESDAY - timedelta(minutes=1)
    assert "Joris Hendriks has not answered about tip-1" in rehearsal.clock.why_paused
    rehearsal.clock.play()
    await rehearsal.until(TUESDAY + timedelta(hours=3))
    await rehearsal.scheduler.close()
    assert (await rehearsal.bot.post_of("tip-1")).reason == "not_approved"


async def test_who_answers_while_it_plays_is_not_stopped_for() -> None:
    """A clock that waits for nobody, without a word, would be worse than one that stops."""
    rehearsal = await rehearsed("room:joris")
    rehearsal.clock.set_speed(86_400)
    rehearsal.clock.play()
    await wait_until(lambda: rehearsal.bot.platform.to("room:joris") != [])
    await rehearsal.bot.says("joris", "approve tip-1")
    rehearsal.clock.set_speed(864_000)
    await rehearsal.until(TUESDAY + timedelta(hours=3))
    await rehearsal.scheduler.close()
    assert len(rehearsal.bot.platform.to("crm/sales")) == 1


async def test_once_answered_nothing_says_that_it_is_not_and_the_clock_stands_until_play() -> None:
    rehearsal = await rehearsed("room:joris")
    rehearsal.clock.play()
    await rehearsal.until_it_stops()
    await rehearsal.bot.says("joris", "approve tip-1")
    await wait_until(lambda: rehearsal.clock.why_paused == "")
    assert not rehearsal.clock.playing
    await rehearsal.scheduler.close()


async def test_it_stops_for_nobody_else_and_not_when_told_not_to() -> None:
    for played, wanted in (("room:karim", True), ("room:joris", False)):
        rehearsal = await rehearsed(played)
        rehearsal.clock.pause_for_me = wanted
        rehearsal.clock.play()
        await rehearsal.until(TUESDAY + timedelta(hours=3))
        await rehearsal.scheduler.close()


async def test_a_jump_lands_on_the_post_itself() -> None:
    rehearsal = await rehearsed()
    await wait_until(lambda: rehearsal.clock.next_post is not None)
    assert rehearsal.clock.next_post == TUESDAY
    rehearsal.clock.jump_to_next()
    await wait_until(lambda: rehearsal.clock.now() >= TUESDAY)
    assert rehearsal.clock.now() == TUESDAY
    await rehearsal.scheduler.close()


async def test_where_there_is_no_page_to_press_play_on_it_goes_on_when_the_answer_has_come() -> None:
    """In the playground of Teams: who answers a second too late would lose their post."""
    for plays_on in (True, False):
        rehearsal = await rehearsed("room:joris", plays_on=plays_on)
        rehearsal.clock.play()
        await rehearsal.until_it_stops()
        for _ in range(3):
            await rehearsal.bot.engine.tick()
        assert not rehearsal.clock.playing, "nobody has answered"
        assert rehearsal.clock.why_paused
        await rehearsal.bot.says("joris", "approve tip-1")
        await rehearsal.bot.engine.tick()
        assert rehearsal.clock.playing is plays_on
        if plays_on:
            await rehearsal.until(TUESDAY + timedelta(hours=3))
            assert len(rehearsal.bot.platform.to("crm/sales")) == 1
        await rehearsal.scheduler.close()


async def test_a_pause_that_somebody_pressed_is_theirs_to_end() -> None:
    rehearsal = await rehearsed("room:joris", plays_on=True)
    rehearsal.clock.play()
    rehearsal.clock.pause()
    await rehearsal.bot.engine.tick()
    assert not rehearsal.clock.playing
    await rehearsal.scheduler.close()
