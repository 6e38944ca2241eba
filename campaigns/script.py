"""A rehearsal script: who does what, and when, in a rehearsal. Every mistake comes back at once, with its line."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from campaigns import yaml_subset as tree
from campaigns.calendar import WorkCalendar
from campaigns.file_rules import Problem, finding_of
from campaigns.findings import InvalidCampaign
from campaigns.measurements import is_whole_number
from campaigns.model import Campaign
from campaigns.moments import Around, AsSoonAs, Every, InWeek, OnDate, parse_moment
from campaigns.spans import BadMoment, parse_span
from campaigns.wanted import wall_of_single
from campaigns.words import Language

# What a line may do → the keys that it needs, and those it may have, beside `at`.
ACTS: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "says": (frozenset({"who"}), frozenset({"in"})),
    "presses": (frozenset({"who", "in"}), frozenset({"post"})),
    "reacts": (frozenset({"who", "in"}), frozenset({"post"})),
    "approves": (frozenset({"who"}), frozenset()),
    "rejects": (frozenset({"who"}), frozenset({"because"})),
    "writes": (frozenset({"who"}), frozenset({"post"})),
    "measures": (frozenset(), frozenset()),
    "stops": (frozenset(), frozenset()),
}
# Buttons by their English names; a pulse has one for each answer.
BUTTONS: Final = frozenset({"join", "leave", "wish", "wishes", "why", "1", "2", "3", "4", "5"})
MEASURES: Final = frozenset({"week", "team", "measure", "count", "total"})
DOWN: Final = re.compile(r"bot (?:for|gedurende|voor) (.+)")
SingleMoment = InWeek | OnDate | Around | AsSoonAs
LANGUAGES: Final[tuple[Language, Language]] = ("en", "nl")


@dataclass(frozen=True)
class ScriptLine:
    """One thing that happens, at an instant in UTC. `act` is a key of ACTS, `what` its value,
    `audience` where it is said.

    For `measures` the row is in `fields`; for `stops` the length is `down_for`.
    """

    line: int
    at: datetime
    act: str
    what: str
    who: str = ""
    audience: str | None = None
    post: str = ""
    because: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    down_for: timedelta = timedelta(0)


def read_script(text: str | bytes, file: str, campaign: Campaign) -> tuple[ScriptLine, ...]:
    """The lines in order of time. Raises InvalidCampaign with a finding for every line that is wrong."""
    try:
        root = tree.read_yaml(text)
    except tree.BrokenYaml as broken:
        raise _invalid(broken.problems, file, campaign) from None
    reader = _Reader(campaign)
    lines: list[ScriptLine] = []
    problems: list[Problem] = []
    for node in root.items if isinstance(root, tree.Sequence) else [root]:
        try:
            lines.append(reader.line(node))
        except _Wrong as wrong:
            problems.append(wrong.problem)
    if problems:
        raise _invalid(problems, file, campaign)
    return tuple(sorted(lines, key=lambda line: line.at))


def _invalid(problems: Iterable[Problem], file: str, campaign: Campaign) -> InvalidCampaign:
    return InvalidCampaign(tuple(finding_of(problem, file, campaign.language) for problem in problems))


class _Wrong(Exception):
    """A line that can't be played, and why."""

    def __init__(self, line: int, problem: str, **fields: str) -> None:
        super().__init__(problem)
        self.problem = Problem(line, problem, fields)


class _Reader:
    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign
        self._calendar = WorkCalendar.of(campaign)

    def line(self, node: tree.Node) -> ScriptLine:
        if not isinstance(node, tree.Mapping):
            raise _Wrong(node.line, "script_list")
        act = _act(node)
        _check_keys(node, act)
        words = {key: value.text for key, value in node.items.items() if isinstance(value, tree.Scalar)}
        post = words.get(act) if act in ("approves", "rejects") else words.get("post")
        line = ScriptLine(
            line=node.line,
            at=self._instant(node.items["at"]),
            act=act,
            what=words.get(act, ""),
            who=words.get("who", "").casefold(),
            audience=self._known(node, "in", words.get("in"), "script_audience", self._campaign.audiences),
            post=self._known(node, act, post, "script_post", [post.id for post in self._campaign.posts]) or "",
            because=words.get("because", ""),
        )
        return self._completed(node.items[act], line)

    def _completed(self, value: tree.Node, line: ScriptLine) -> ScriptLine:
        if line.act == "measures":
            return replace(line, fields=self._row(value))
        if not isinstance(value, tree.Scalar):
            raise _Wrong(value.line, "script_text", act=line.act)
        if line.act == "presses" and line.what not in BUTTONS:
            raise _Wrong(value.line, "script_button", name=line.what, known=", ".join(sorted(BUTTONS)))
        return replace(line, down_for=_time_down(value)) if line.act == "stops" else line

    def _row(self, value: tree.Node) -> dict[str, str]:
        items = value.items if isinstance(value, tree.Mapping) else {}
        row = {key: item.text for key, item in items.items() if isinstance(item, tree.Scalar)}
        numbers = [row.get(key, "") for key in ("week", "count", "total")]
        if set(row) != MEASURES or not all(is_whole_number(number) for number in numbers):
            raise _Wrong(value.line, "script_measures")
        if int(row["count"]) > int(row["total"]) or int(row["total"]) == 0:
            raise _Wrong(value.line, "script_count", count=row["count"], total=row["total"])
        if row["team"] not in self._campaign.audiences:
            known = ", ".join(self._campaign.audiences)
            raise _Wrong(value.line, "script_audience", name=row["team"], known=known)
        return row

    def _instant(self, value: tree.Node) -> datetime:
        text = value.text if isinstance(value, tree.Scalar) else ""
        moment = _moment(text)
        try:
            wall = wall_of_single(moment, self._campaign, self._calendar) if moment else None
        except LookupError:
            wall = None
        if wall is None:
            raise _Wrong(value.line, "script_moment", text=text)
        return self._calendar.to_utc(wall)

    def _known(self, node: tree.Mapping, key: str, name: str | None, problem: str, known: Iterable[str]) -> str | None:
        if name is not None and name not in known:
            raise _Wrong(node.key_lines[key], problem, name=name, known=", ".join(known))
        return name


def _act(node: tree.Mapping) -> str:
    acts = [key for key in node.items if key in ACTS]
    if len(acts) != 1:
        raise _Wrong(node.line, "script_one_act", acts=", ".join(ACTS))
    return acts[0]


def _check_keys(node: tree.Mapping, act: str) -> None:
    needed, allowed = ACTS[act]
    for name in node.items:
        if name not in needed | allowed | {"at", act}:
            raise _Wrong(node.key_lines[name], "script_key", name=name, act=act)
    for name in sorted(needed | {"at"}):
        if name not in node.items:
            raise _Wrong(node.line, "script_needs", name=name, act=act)


def _time_down(value: tree.Scalar) -> timedelta:
    found = DOWN.fullmatch(value.text.strip().casefold())
    for language in LANGUAGES if found else ():
        try:
            span = parse_span(found[1] if found else "", language)
        except BadMoment:
            continue
        if span.unit in ("minutes", "hours", "days"):
            return timedelta(**{span.unit: span.count})
    raise _Wrong(value.line, "script_stops")


def _moment(text: str) -> SingleMoment | None:
    """In either language. A series, or a wish that may be done any day, is not one moment."""
    for language in LANGUAGES:
        try:
            moment = parse_moment(text, language)
        except BadMoment:
            continue
        is_single = not isinstance(moment, Every) and moment != AsSoonAs("wish done")
        return moment if is_single and not isinstance(moment, Every) else None
    return None
