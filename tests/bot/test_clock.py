"""What would break: a fast clock that runs past a due moment makes posts late; a clock that goes back sends twice."""

from datetime import UTC, datetime, timedelta

from bot.clock import FastClock, SteppedClock

START = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)


class Seconds:
    def __init__(self) -> None:
        self.value = 100.0

    def __call__(self) -> float:
        return self.value


def a_fast_clock(speed: float = 86_400 / 2) -> tuple[FastClock, Seconds]:
    seconds = Seconds()
    clock = FastClock(START, speed=speed, seconds=seconds)
    clock.expect(None)
    return clock, seconds


def test_a_day_lasts_two_seconds_at_the_usual_speed() -> None:
    clock, seconds = a_fast_clock()
    clock.play()
    seconds.value += 2
    assert clock.now() == START + DAY


def test_a_fast_clock_waits_at_the_moment_it_was_told_to_expect() -> None:
    clock, seconds = a_fast_clock()
    clock.expect(START + DAY)
    clock.play()
    seconds.value += 60
    assert clock.now() == START + DAY
    clock.expect(START + 2 * DAY)
    seconds.value += 1
    assert clock.now() == START + 1.5 * DAY


def test_a_paused_clock_stands_still_and_nothing_comes_nearer() -> None:
    clock, seconds = a_fast_clock()
    clock.play()
    seconds.value += 2
    clock.pause()
    seconds.value += 50
    assert clock.now() == START + DAY
    assert clock.seconds_until(START + 2 * DAY) == float("inf")


def test_waiting_time_follows_the_speed() -> None:
    clock, _ = a_fast_clock()
    clock.play()
    assert clock.seconds_until(START + DAY) == 2
    clock.set_speed(86_400)
    assert clock.seconds_until(START + DAY) == 1
    assert clock.seconds_until(START - DAY) == 0


def test_a_jump_goes_to_the_expected_moment_at_most_and_never_back() -> None:
    clock, _ = a_fast_clock()
    clock.expect(START + DAY)
    clock.jump(START + 3 * DAY)
    assert clock.now() == START + DAY
    clock.jump(START)
    assert clock.now() == START + DAY


def test_an_expected_moment_in_the_past_does_not_turn_a_fast_clock_back() -> None:
    clock, seconds = a_fast_clock()
    clock.play()
    seconds.value += 2
    clock.expect(START)
    seconds.value += 2
    assert clock.now() == START + DAY


def test_a_stepped_clock_never_goes_back() -> None:
    clock = SteppedClock(START)
    clock.set_to(START + DAY)
    clock.set_to(START)
    clock.expect(None)
    assert clock.now() == START + DAY
    assert clock.seconds_until(START + 2 * DAY) == DAY.total_seconds()
    assert clock.seconds_until(START) == 0
