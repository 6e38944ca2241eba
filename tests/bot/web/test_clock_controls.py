"""What would break: controls that the page can't use; the ones of these tests are held to the same protocol."""

from bot.web.clock_controls import ClockControls, Colleagues
from tests.bot.web.a_room import MONDAY, Playing
from tests.fakes import FixedClock


def test_controls_and_colleagues_have_what_the_page_needs() -> None:
    playing = Playing(FixedClock(MONDAY))
    controls: ClockControls = playing
    colleagues: Colleagues = playing
    controls.play()
    controls.set_speed(10_000)
    controls.set_pause_for_me(True)
    colleagues.set_answering(True)
    assert (playing.playing, playing.speed, playing.pause_for_me, playing.answering) == (True, 10_000, True, True)
    assert controls.now() == MONDAY
