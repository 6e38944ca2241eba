"""The plan as a picture: weeks × audiences, a mark per post in a colour and a shape of its kind, and the balance below.

The only module that imports matplotlib; it is itself imported when a picture is asked for, so other verbs stay fast.
"""

import logging
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from math import ceil
from textwrap import wrap
from typing import Any, Final, Literal

import matplotlib as mpl
from babel.dates import format_date
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from bot.cli.plan_table import EXPECTED, MOVED, plan_title
from bot.web.room_words import SHAPES, kind_word
from campaigns.calendar import WorkCalendar
from campaigns.kinds import KINDS
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.texts.say import say

Fill = Literal["full", "none", "left", "bottom"]

# The room's shapes and colours; darker and lighter ones alternate, so that they differ without colour too.
MARKERS: Final[dict[str, tuple[str, str]]] = {
    "news": ("s", "#3f659c"),
    "gift": ("o", "#2c7a59"),
    "wish": ("*", "#9a6a05"),
    "seats": ("D", "#7d4895"),
    "voice": ("^", "#b4522f"),
    "proof": ("h", "#2b7583"),
}
# Kinds that share a shape differ by how it is filled.
FILLS: Final[tuple[Fill, ...]] = ("full", "none", "left", "bottom")
INK, QUIET, LINE, FREE = "#1c2320", "#5a6560", "#d5d8d0", "#ececE6"
STYLE: Final[dict[Any, Any]] = {
    "font.family": "DejaVu Sans",  # the font that matplotlib ships, so that it looks the same everywhere
    "font.size": 9.0,
    "text.parse_math": False,  # a campaign about $ stays one about $
    "text.color": INK,
    "axes.edgecolor": LINE,
    "axes.linewidth": 0.8,
    "hatch.linewidth": 0.5,
    "hatch.color": "#c4c8c0",
}
DPI: Final = 110
# Inches. The longest campaign and the most audiences still fit in the largest picture that Agg can draw.
WEEK_WIDTH, ROW_HEIGHT = 1.15, 1.1
LEFT, RIGHT, TOP, BOTTOM = 1.9, 0.6, 0.8, 1.2
TITLE_LINE, TITLE_LETTERS = 0.23, 8.5  # inches a line, letters an inch
WIDEST, HIGHEST, NARROWEST = 130.0, 250.0, 6.0
# Where things stand within the row of an audience, which is 1 high.
MARKS_AT, BALANCE_FROM, BALANCE_TO = 0.74, 0.1, 0.45


@dataclass(frozen=True)
class Strip:
    """What is drawn. A week is `days` wide: up to its last working day, because nothing goes out after that."""

    campaign: Campaign
    occurrences: tuple[Occurrence, ...]
    calendar: WorkCalendar
    weeks: int
    days: int

    @classmethod
    def of(cls, campaign: Campaign, occurrences: Sequence[Occurrence]) -> "Strip":
        weeks = max([campaign.weeks, *(occurrence.week for occurrence in occurrences)])
        used = [*campaign.rules.workdays, *(occurrence.wall.weekday() for occurrence in occurrences)]
        return cls(campaign, tuple(occurrences), WorkCalendar.of(campaign), weeks, max(used) + 1)

    @property
    def end(self) -> int:
        return self.weeks * self.days

    def place(self, occurrence: Occurrence) -> float:
        """The middle of its day."""
        week = self.calendar.week_of(occurrence.wall.date())
        return (week - 1) * self.days + occurrence.wall.weekday() + 0.5

    def monday(self, week: int) -> date:
        return self.calendar.day(week=week, weekday=0)

    def of_audience(self, audience: str) -> list[Occurrence]:
        return sorted((one for one in self.occurrences if one.audience == audience), key=lambda one: one.wall)


def plan_picture(campaign: Campaign, occurrences: Sequence[Occurrence]) -> bytes:
    """PNG. The same plan gives the same bytes."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it speaks of its font cache; nobody asked
    content = BytesIO()
    with mpl.rc_context({**mpl.rcParamsDefault, **STYLE}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # an emoji in a name becomes a box
        figure = draw(campaign, occurrences)
        figure.savefig(content, format="png", metadata={"Software": None})
    return content.getvalue()


def draw(campaign: Campaign, occurrences: Sequence[Occurrence]) -> Figure:
    strip = Strip.of(campaign, occurrences)
    rows = len(campaign.audiences)
    width = max(NARROWEST, min(strip.weeks * WEEK_WIDTH, WIDEST))
    height = min(rows * ROW_HEIGHT, HIGHEST)
    title = wrap(plan_title(campaign, occurrences), int(width * TITLE_LETTERS))
    whole = (LEFT + width + RIGHT, TOP + TITLE_LINE * len(title) + height + BOTTOM)
    figure = Figure(figsize=whole, dpi=DPI, facecolor="white")
    axes = figure.add_axes((LEFT / whole[0], BOTTOM / whole[1], width / whole[0], height / whole[1]))
    axes.set_xlim(0, strip.end)
    axes.set_ylim(rows, 0)
    _draw_weeks(axes, strip, every=ceil(strip.weeks * 0.6 / width))
    _draw_free_days(axes, strip)
    for row, audience in enumerate(campaign.audiences):
        _draw_marks(axes, strip.of_audience(audience), strip, row)
        _draw_balance(axes, strip.of_audience(audience), strip, row)
    _draw_names(axes, campaign)
    axes.set_title("\n".join(title), loc="left", pad=40, fontsize=13, fontweight="bold")
    _draw_legend(axes, strip, width, below=0.45 / height)
    return figure


def look_of(kind: str) -> tuple[str, str, Fill]:
    """Marker, colour and filling: no two kinds have the same marker and filling."""
    alike = [other for other in KINDS if SHAPES[other] == SHAPES[kind]]
    return *MARKERS[SHAPES[kind]], FILLS[alike.index(kind)]


def _mark(kind: str, **where: Sequence[float]) -> Line2D:
    marker, colour, fill = look_of(kind)
    size = {"*": 15.0, "D": 9.0, "h": 12.0}.get(marker, 10.5)
    return Line2D(
        where.get("x", []), where.get("y", []), marker=marker, linestyle="none", color=colour, fillstyle=fill,
        markerfacecoloralt="white", markeredgewidth=1.7, markersize=size, zorder=4, label=kind,
    )  # fmt: skip


def _draw_weeks(axes: Axes, strip: Strip, *, every: int) -> None:
    """Dates of the Mondays below; campaign and ISO weeks above, in the middle of their week."""
    shown = range(1, strip.weeks + 1, every)
    language = strip.campaign.language
    mondays = [format_date(strip.monday(week), "d MMM", locale=language) for week in shown]
    axes.set_xticks([(week - 1) * strip.days for week in shown], mondays, ha="left", color=QUIET)
    axes.tick_params(axis="x", length=4, color=LINE)
    above = axes.secondary_xaxis("top")
    words = [_week_words(strip, week) for week in shown]
    above.set_xticks([(week - 0.5) * strip.days for week in shown], words)
    above.tick_params(length=0, pad=4)
    for week in range(1, strip.weeks):
        axes.axvline(week * strip.days, color=LINE, linewidth=0.8, zorder=1)


def _week_words(strip: Strip, week: int) -> str:
    return say(strip.campaign.language, "plan_picture_week", week=week, iso_week=strip.monday(week).isocalendar().week)


def _draw_free_days(axes: Axes, strip: Strip) -> None:
    """A whole week without work gets its word; a single day off only its shade."""
    for week in range(1, strip.weeks + 1):
        free = [day for day in sorted(strip.calendar.workdays) if not _works(strip, week, day)]
        if len(free) == len(strip.calendar.workdays):
            _shade(axes, (week - 1) * strip.days, strip.days)
            word = say(strip.campaign.language, "plan_picture_free")
            axes.text((week - 0.5) * strip.days, 0.06, word, ha="center", va="top", color=QUIET, zorder=3)
        else:
            for day in free:
                _shade(axes, (week - 1) * strip.days + day, 1)


def _works(strip: Strip, week: int, weekday: int) -> bool:
    return strip.calendar.is_working_day(strip.calendar.day(week=week, weekday=weekday))


def _shade(axes: Axes, first: float, days: float) -> None:
    axes.axvspan(first, first + days, facecolor=FREE, edgecolor="#c4c8c0", hatch="///", linewidth=0, zorder=0)


def _draw_marks(axes: Axes, occurrences: Sequence[Occurrence], strip: Strip, row: int) -> None:
    """Posts of one day stand above each other."""
    on_day: dict[date, int] = {}
    for occurrence in occurrences:
        before = on_day.get(occurrence.wall.date(), 0)
        on_day[occurrence.wall.date()] = before + 1
        x, y = strip.place(occurrence), row + 1 - MARKS_AT - 0.12 * before
        axes.add_line(_mark(occurrence.kind, x=[x], y=[y]))
        sign = EXPECTED if occurrence.expected else MOVED if occurrence.moved_from else ""
        if sign:
            axes.annotate(sign, (x, y), (5, 5), textcoords="offset points", fontsize=8, color=INK, zorder=5)


def _draw_balance(axes: Axes, occurrences: Sequence[Occurrence], strip: Strip, row: int) -> None:
    """On one scale for all audiences, so that rows can be compared; it begins at nothing."""
    balances = [one.balance for one in strip.occurrences]
    lowest, highest = min([0, *balances]), max([1, *balances])

    def height(balance: int) -> float:
        return row + 1 - BALANCE_FROM - (BALANCE_TO - BALANCE_FROM) * (balance - lowest) / (highest - lowest)

    days = [0.0, *(strip.place(one) for one in occurrences), float(strip.end)]
    after = [0, *(one.balance for one in occurrences)]
    axes.hlines(height(0), 0, strip.end, color=LINE, linewidth=0.8, zorder=1)
    axes.step(
        days, [height(balance) for balance in [*after, after[-1]]], where="post", color=INK, linewidth=1.3, zorder=2
    )
    axes.annotate(
        f"{after[-1]:+d}" if after[-1] else "0", (strip.end, height(after[-1])), (5, 0), textcoords="offset points",
        va="center", fontweight="bold", annotation_clip=False,
    )  # fmt: skip


def _draw_names(axes: Axes, campaign: Campaign) -> None:
    axes.set_yticks(
        [row + 0.5 for row in range(len(campaign.audiences))], [_shortened(name) for name in campaign.audiences]
    )
    axes.tick_params(axis="y", length=0, pad=8, labelsize=10.5)
    for row in range(1, len(campaign.audiences)):
        axes.axhline(row, color=QUIET, linewidth=0.9, zorder=1)


def _shortened(name: str) -> str:
    return name if len(name) <= 18 else name[:17] + "…"


def _draw_legend(axes: Axes, strip: Strip, width: float, *, below: float) -> None:
    handles = list(_legend(strip))
    axes.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(0, -below), bbox_transform=axes.transAxes, borderaxespad=0,
        ncols=max(3, min(ceil(len(handles) / 2), int(width / 1.4))), frameon=False, fontsize=9, handletextpad=0.5,
        columnspacing=1.6, labelspacing=0.7, borderpad=0,
    )  # fmt: skip


def _legend(strip: Strip) -> Iterator[Line2D | Patch]:
    language = strip.campaign.language
    present = {one.kind for one in strip.occurrences}
    for kind in KINDS:
        if kind in present:
            handle = _mark(kind)
            handle.set_label(kind_word(kind, language))
            yield handle
    yield Line2D([], [], color=INK, linewidth=1.3, label=say(language, "plan_picture_balance"))
    yield Patch(facecolor=FREE, edgecolor="#c4c8c0", hatch="///", linewidth=0, label=say(language, "plan_picture_free"))
    for sign, key, is_there in (
        (EXPECTED, "plan_picture_expected", any(one.expected for one in strip.occurrences)),
        (MOVED, "plan_picture_moved", any(one.moved_from for one in strip.occurrences)),
    ):
        if is_there:
            yield Line2D([], [], linestyle="none", label=f"{sign}  {say(language, key)}")
