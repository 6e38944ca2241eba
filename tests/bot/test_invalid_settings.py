"""What would break: an operator who hears of one wrong setting at a time."""

from bot.invalid_settings import InvalidSettings


def test_it_says_every_problem_on_a_line_of_its_own() -> None:
    error = InvalidSettings(f"{name} is empty." for name in ("A", "B"))
    assert str(error) == "A is empty.\nB is empty."
    assert error.problems == ("A is empty.", "B is empty.")
