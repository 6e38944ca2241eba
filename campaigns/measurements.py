"""What was measured, per team and per week, never per person: the rows of `measurements.csv` by team and week."""

import csv
import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from campaigns.findings import Finding, Level
from campaigns.model import Campaign
from campaigns.plain_text import plain
from campaigns.texts.say import say
from campaigns.words import Language

FILE_NAMES: Final = ("measurements.csv", "metingen.csv")  # beside the campaign file
COLUMNS: Final = ("week", "team", "measure", "count", "total")
DUTCH_COLUMNS: Final = ("week", "team", "meting", "aantal", "totaal")
RULE: Final = "P2"
MAX_BYTES: Final = 1024 * 1024
MAX_WEEK: Final = 104
MOST_DIGITS: Final = 9
SHOWN: Final = 60  # characters of a bad cell that a finding repeats


@dataclass(frozen=True)
class Row:
    """In `week` of the campaign, `count` of the `total` of this team. `line` is where the file says so, else 0."""

    week: int
    team: str
    measure: str
    count: int
    total: int
    line: int = 0

    @property
    def share(self) -> float:
        return self.count / self.total

    @property
    def place(self) -> tuple[int, str, str]:
        return self.week, self.team.casefold(), self.measure.casefold()


@dataclass(frozen=True)
class Measurements:
    """Every good row, in the order of the file."""

    rows: tuple[Row, ...] = ()

    def of(self, *, measure: str, team: str) -> tuple[Row, ...]:
        """The rows of one measure and one team, oldest week first."""
        wanted = (team.casefold(), measure.casefold())
        return tuple(sorted((row for row in self.rows if row.place[1:] == wanted), key=lambda row: row.week))

    def latest(self, *, measure: str, team: str, week: int) -> Row | None:
        """The newest row of this week or before it; None when nothing was measured yet."""
        return next((row for row in reversed(self.of(measure=measure, team=team)) if row.week <= week), None)

    def earlier(self, row: Row, *, weeks: int) -> Row | None:
        """The row to compare with: the oldest of the last `weeks` weeks, else the newest before them."""
        before = [other for other in self.of(measure=row.measure, team=row.team) if other.week < row.week]
        near = [other for other in before if other.week >= row.week - weeks]
        return near[0] if near else next(reversed(before), None)

    def with_row(self, *, week: int, team: str, measure: str, count: int, total: int) -> "Measurements":
        """One more row; it takes the place of an older one of the same week, team and measure."""
        if not 0 <= count <= total or total == 0:
            raise ValueError(f"count {count} of total {total}: count is from 0 to total, and total is at least 1")
        row = Row(week, team, measure, count, total)
        return replace(self, rows=(*(old for old in self.rows if old.place != row.place), row))


def read_measurements(text: str | bytes, file: str, *campaigns: Campaign) -> tuple[Measurements, list[Finding]]:
    """Every good row, and a finding for every other. With campaigns, only their teams and measures are known."""
    language: Language = campaigns[0].language if campaigns else "nl" if "metingen" in file else "en"
    reader = _Reader(file, language, campaigns)
    decoded = reader.decode(text)
    if decoded is not None:
        reader.read(decoded)
    return Measurements(tuple(reader.rows)), reader.findings


class _Reader:
    """Reads one file, row by row, gathering rows and findings."""

    def __init__(self, file: str, language: Language, campaigns: Sequence[Campaign]) -> None:
        self.file = file
        self.language = language
        self.teams = _names(team for campaign in campaigns for team in campaign.audiences)
        self.measures = _names(measure for campaign in campaigns for measure in _measures(campaign))
        self.rows: list[Row] = []
        self.findings: list[Finding] = []
        self._lines: dict[tuple[int, str, str], int] = {}

    def decode(self, text: str | bytes) -> str | None:
        if len(text) > MAX_BYTES:
            self._note(1, "too_large")
            return None
        try:
            return text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
        except UnicodeDecodeError as problem:
            line = problem.object.count(b"\n", 0, problem.start) + 1
            self._note(line, "not_utf8")
            return None

    def read(self, text: str) -> None:
        unix = text.replace("\r\n", "\n").replace("\r", "\n")
        header = unix.lstrip("\n").partition("\n")[0]
        lines = csv.reader(unix.split("\n"), delimiter=";" if ";" in header else ",", strict=True)
        order: tuple[int, ...] = ()
        try:
            for cells in lines:
                if order:
                    self._row(cells, order, lines.line_num)
                elif any(cell.strip() for cell in cells):
                    order = self._columns(cells, lines.line_num)
                    if not order:
                        return
        except csv.Error:
            self._note(lines.line_num, "bad_quotes")
        if not order and not self.findings:
            self._note(1, "empty")

    def _columns(self, header: Sequence[str], line: int) -> tuple[int, ...]:
        """Where each column is; empty, with a finding, when the header isn't exactly ours."""
        found = [cell.strip().casefold() for cell in header]
        for names in (COLUMNS, DUTCH_COLUMNS):
            if sorted(found) == sorted(names):
                return tuple(found.index(name) for name in names)
        extra = [name for name in found if name not in (*COLUMNS, *DUTCH_COLUMNS)]
        if extra and len(found) > len(COLUMNS):
            self._note(line, "extra_column", column=plain(", ".join(extra), SHOWN))
        else:
            self._note(line, "bad_header", found=plain(", ".join(found), SHOWN))
        return ()

    def _row(self, cells: Sequence[str], order: Sequence[int], line: int) -> None:
        if not any(cell.strip() for cell in cells):
            return
        if len(cells) != len(order):
            self._note(line, "cell_count", found=str(len(cells)))
            return
        week, team, measure, count, total = (cells[column].strip() for column in order)
        numbers = self._numbers({"week": week, "count": count, "total": total}, line)
        if numbers is None or not self._is_known(team, measure, line):
            return
        row = Row(numbers[0], team, measure, numbers[1], numbers[2], line)
        if row.place in self._lines:
            self._note(line, "twice", first=str(self._lines[row.place]))
            return
        self._lines[row.place] = line
        self.rows.append(row)

    def _numbers(self, cells: dict[str, str], line: int) -> tuple[int, int, int] | None:
        for column, cell in cells.items():
            if not is_whole_number(cell):
                name = DUTCH_COLUMNS[COLUMNS.index(column)] if self.language == "nl" else column
                self._note(line, "bad_number", column=name, found=plain(cell, SHOWN))
                return None
        week, count, total = (int(cell) for cell in cells.values())
        if not 1 <= week <= MAX_WEEK:
            self._note(line, "bad_week", found=str(week))
            return None
        if total == 0:
            self._note(line, "no_total")
            return None
        if count > total:
            self._note(line, "count_over_total", count=str(count), total=str(total))
            return None
        return week, count, total

    def _is_known(self, team: str, measure: str, line: int) -> bool:
        for key, name, known in (("team", team, self.teams), ("measure", measure, self.measures)):
            if known is not None and name.casefold() not in known:
                self._note(line, f"unknown_{key}", found=plain(name, SHOWN), near=_nearest(name, known))
                return False
        return True

    def _note(self, line: int, what: str, **fields: str) -> None:
        message = say(self.language, f"measurements_{what}", **fields)
        fix = say(self.language, f"measurements_{what}_fix", **fields)
        self.findings.append(Finding(self.file, line, RULE, Level.ERROR, message, fix))


def is_whole_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS


def _names(names: Iterable[str]) -> dict[str, str] | None:
    """Known names by how they compare; None when nothing is known, so everything is taken."""
    return {name.casefold(): name for name in names} or None


def _measures(campaign: Campaign) -> list[str]:
    named = [campaign.goal.measure, *(post.measure for post in campaign.posts)]
    return [name for name in named if name]


def _nearest(name: str, known: dict[str, str]) -> str:
    near = difflib.get_close_matches(name.casefold(), known, n=1, cutoff=0.0)
    return known[near[0]] if near else next(iter(known.values()))
