"""The picture: what stands on it is what the plan says, also without colour, and twice the same."""

import struct
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from bot.cli.plan_picture import FREE, draw, look_of, plan_picture
from campaigns.kinds import KINDS
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.parse import read_campaign
from campaigns.plan import plan
from tests.builders import a_campaign, an_audience, an_occurrence

SHIPPED = Path(__file__).parents[3] / "campaigns" / "library"


def shipped(name: str) -> tuple[Campaign, tuple[Occurrence, ...]]:
    campaign = read_campaign((SHIPPED / f"{name}.yaml").read_bytes(), f"{name}.yaml")
    return campaign, plan([campaign]).occurrences


@pytest.fixture(scope="module")
def english() -> tuple[Figure, Axes]:
    figure = draw(*shipped("one-customer-view"))
    return figure, figure.axes[0]


def words(texts: Any) -> list[str]:
    return [text.get_text() for text in texts]


def marks(axes: Axes) -> list[Line2D]:
    return [line for line in axes.lines if line.get_label() in KINDS]


def test_it_is_a_png_of_the_size_that_weeks_and_audiences_ask_for_and_twice_the_same() -> None:
    once, again = (plan_picture(*shipped("one-customer-view")) for _ in range(2))
    assert once == again
    assert once.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", once[16:24]) == (1793, 608)


def test_the_axes_carry_the_campaign_its_dates_weeks_audiences_and_balances(english: tuple[Figure, Axes]) -> None:
    _, axes = english
    assert axes.get_title("left").startswith("One customer view: 12 January 2027 to 30 March 2027")
    dates = words(axes.get_xticklabels())
    assert (dates[0], dates[5], dates[-1], len(dates)) == ("11 Jan", "15 Feb", "29 Mar", 12)
    weeks = words(cast(Axes, axes.child_axes[0]).get_xticklabels())
    assert (weeks[0], weeks[-1]) == ("week 1\nISO 2", "week 12\nISO 13")
    assert words(axes.get_yticklabels()) == ["sales", "service", "management"]
    assert [text for text in words(axes.texts) if text[0] in "+-0"] == ["+11", "+11", "+12"]


def test_a_dutch_campaign_has_a_dutch_picture() -> None:
    axes = draw(*shipped("een-klantbeeld")).axes[0]
    legend = axes.get_legend()
    assert legend is not None
    assert {"voorstellen", "saldo: geven min vragen", "vrij", "?  een verwachting"} <= set(words(legend.get_texts()))
    assert "8 mrt" in words(axes.get_xticklabels())


def test_every_occurrence_has_its_mark_on_its_day_and_a_forecast_its_sign(english: tuple[Figure, Axes]) -> None:
    _, axes = english
    _, occurrences = shipped("one-customer-view")
    drawn = sorted((str(mark.get_label()), float(cast(Any, mark.get_xdata())[0])) for mark in marks(axes))
    monday = datetime(2027, 1, 11)
    days = [(one.kind, divmod((one.wall - monday) // timedelta(days=1), 7)) for one in occurrences]
    assert drawn == sorted((kind, week * 5 + day + 0.5) for kind, (week, day) in days)
    assert words(axes.texts).count("?") == sum(one.expected for one in occurrences)


def test_the_free_week_is_shaded_and_named_and_a_holiday_only_shaded(english: tuple[Figure, Axes]) -> None:
    _, axes = english
    shades = [(patch.get_x(), patch.get_width()) for patch in cast(Any, axes.patches)]
    assert shades == [(25, 5), (54, 1), (55, 1)]  # week 6, Good Friday, Easter Monday
    assert words(axes.texts).count("free") == 1
    assert FREE.startswith("#")


def test_without_colour_no_two_kinds_look_the_same() -> None:
    assert len({(look_of(kind)[0], look_of(kind)[2]) for kind in KINDS}) == len(KINDS)


def test_the_legend_names_the_kinds_that_are_there_and_no_others(english: tuple[Figure, Axes]) -> None:
    _, axes = english
    legend = axes.get_legend()
    assert legend is not None
    shown = words(legend.get_texts())
    assert {"management", "proof", "free", "balance: gives minus asks", "?  a forecast"} <= set(shown)
    assert not {"milestone", "consequence", "*  moved"} & set(shown)


def test_nothing_falls_off_the_picture(english: tuple[Figure, Axes]) -> None:
    figure, axes = english
    figure.draw_without_rendering()
    width, height = figure.get_size_inches() * figure.dpi
    legend = axes.get_legend()
    assert legend is not None
    for artist in (axes.title, legend, *axes.get_yticklabels(), *axes.get_xticklabels(), *axes.texts):
        box = artist.get_window_extent()
        assert box.x0 >= 0
        assert box.y0 >= 0
        assert box.x1 <= width
        assert box.y1 <= height


def test_a_post_that_moved_has_its_sign_and_posts_of_one_day_stand_above_each_other() -> None:
    campaign = a_campaign(audiences={"sales": an_audience()})
    first = an_occurrence(audience="sales", wall=datetime(2027, 1, 12, 9, 30))
    moved = an_occurrence(
        audience="sales", post="tip-2", wall=datetime(2027, 1, 12, 15, 0), moved_from=datetime(2027, 1, 11, 15, 0)
    )
    axes = draw(campaign, (first, moved)).axes[0]
    assert "*" in words(axes.texts)
    heights = {float(cast(Any, mark.get_ydata())[0]) for mark in marks(axes)}
    assert len(heights) == 2


@pytest.mark.parametrize("weeks", [1, 104])
def test_the_shortest_and_the_longest_campaign_with_odd_names_fit(weeks: int) -> None:
    audiences = {f"team-{number}-with-a-very-long-name": an_audience() for number in range(3)}
    campaign = a_campaign(campaign="Costs $5 or $6 🎯 {x}", weeks=weeks, audiences=audiences)
    content = plan_picture(campaign, ())
    assert content.startswith(b"\x89PNG")
    assert max(struct.unpack(">II", content[16:24])) < 2**15
    assert "$5 or $6" in draw(campaign, ()).axes[0].get_title("left")


def test_hundreds_of_audiences_fit_in_what_can_be_drawn() -> None:
    campaign = a_campaign(weeks=1, audiences={f"team-{number}": an_audience() for number in range(300)})
    assert max(draw(campaign, ()).get_size_inches()) * 110 < 2**16
