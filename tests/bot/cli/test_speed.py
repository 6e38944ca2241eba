"""The speed of a rehearsal: the forms people type, and a sentence for every other."""

import pytest

from bot.cli.speed import BadSpeed, parse_speed


@pytest.mark.parametrize(
    ("typed", "factor"),
    [("1d=2s", 43_200), ("1h=100ms", 36_000), ("x10000", 10_000), ("×60", 60), (" 1D = 2S ", 43_200), ("1w=1m", 10_080),
     ("0.5h=1s", 1_800), ("1s=1s", 1)],
)  # fmt: skip
def test_a_speed_is_campaign_seconds_per_real_second(typed: str, factor: float) -> None:
    assert parse_speed(typed) == pytest.approx(factor)


@pytest.mark.parametrize(
    "typed", ["", "fast", "1d", "1d=0s", "0d=1s", "x0", "-1d=2s", "1y=2s", "x1e9", "1d=2s=3s", "x99999999999"]
)
def test_anything_else_names_the_forms(typed: str) -> None:
    with pytest.raises(BadSpeed, match="1d=2s"):
        parse_speed(typed)
