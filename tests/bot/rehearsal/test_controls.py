"""What would break: a rehearsal's clock that passes a due moment or a post, or stands still without a reason."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rehearsal.controls import BEFORE, RehearsalClock

START = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Wall:
    """Real seconds, as a test lets them pass."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def a_clock(speed: float = 3600) -> tuple[RehearsalClock, Wall]:
    wall = Wall()
    clock = RehearsalClock(START, speed=speed, seconds=wall)
    clock.expect(None)
    return clock, wall


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.floats(0, 100)),
        st.tuples(st.just("speed"), st.floats(1, 90_000)),
        st.tuples(st.just("expect"), st.floats(0, 500)),
        st.tuples(st.sampled_from(["play", "pause", "jump"]), st.just(0.0)),
    ),
    max_size=30,
)


@given(STEPS)
def test_whatever_is_pressed_it_never_goes_back_nor_past_what_is_due(steps: list[tuple[str, float]]) -> None:
    clock, wall = a_clock()
    due, shown = START + 20 * HOUR, START
    clock.next_post = START + 300 * HOUR
    clock.expect(due)
    for what, value in steps:
        match what:
            case "wait":
                wall.seconds += value
            case "speed":
                clock.set_speed(value)
            case "expect":
                due = max(due, START + value * HOUR)
                clock.expect(due)
            case "jump":
                clock.jump_to_next()
            case _:
                getattr(clock, what)()
        assert shown <= clock.now() <= due
        shown = clock.now()


def test_every_touch_makes_the_engine_look_again() -> None:
    clock, _ = a_clock()
    wakes: list[str] = []
    clock.wake = lambda: wakes.append("woken")
    clock.play()
    clock.set_speed(60)
    clock.pause()
    clock.jump_to_next()
    clock.set_pause_for_me(False)
    assert len(wakes) == 5


def test_a_jump_lands_exactly_on_the_next_post_by_way_of_all_that_is_due_before_it() -> None:
    clock, _ = a_clock()
    post = START + 10 * HOUR
    clock.next_post = post
    clock.expect(START + 2 * HOUR)
    clock.jump_to_next()
    landed = [clock.now()]
    for due in (START + 5 * HOUR, post, post + HOUR):
        clock.expect(due)
        landed.append(clock.now())
    assert landed == [START + 2 * HOUR, START + 5 * HOUR, post, post]
    assert not clock.playing


def test_a_pause_on_the_way_ends_a_jump() -> None:
    clock, _ = a_clock()
    clock.next_post = START + 10 * HOUR
    clock.expect(START + HOUR)
    clock.jump_to_next()
    clock.pause()
    clock.expect(START + 5 * HOUR)
    assert clock.now() == START + HOUR


def test_without_a_next_post_a_jump_stays_where_it_is() -> None:
    clock, _ = a_clock()
    clock.jump_to_next()
    assert clock.now() == START


def test_it_stands_still_a_minute_before_the_post_and_says_why() -> None:
    clock, wall = a_clock()
    post = START + 2 * HOUR
    clock.play()
    clock.stop_before(post, "Sandra has not answered.")
    clock.expect(post)
    assert (clock.playing, clock.why_paused) == (True, "")
    wall.seconds += 60
    assert clock.now() == post - BEFORE
    clock.stop_before(post, "Sandra has not answered.")
    assert (clock.playing, clock.why_paused) == (False, "Sandra has not answered.")
    clock.play()
    clock.expect(post)
    wall.seconds += 60
    assert (clock.now(), clock.why_paused) == (post, "")


@pytest.mark.parametrize("answered", [True, False])
def test_when_nobody_is_waited_for_any_more_it_goes_on(answered: bool) -> None:
    clock, wall = a_clock()
    post = START + 2 * HOUR
    clock.play()
    clock.stop_before(post, "Sandra has not answered.")
    if answered:
        clock.go_on()
    clock.expect(post)
    wall.seconds += 60
    assert clock.now() == (post if answered else post - BEFORE)
