"""What an author meant where YAML could not be read: a parser's error becomes one sentence about the line to mend."""

import re
from collections.abc import Sequence
from typing import Final

import yaml

from campaigns.file_rules import Problem

VALUE: Final = re.compile(r"^[ \t]*(?:-[ \t]+)*(?:[^\s:'\"{\[#][^:'\"#]*?[ \t]*:[ \t]+)?(?P<value>\S.*)$")
KEY_WITHOUT_SPACE: Final = re.compile(r"^[ \t]*(?:- +)*[\w-]+:[^\s/].*$")
QUOTE_THEN_TEXT: Final = re.compile(r"^(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*[^\s#,\]}:]")
LONGEST: Final = 60
MISPLACED: Final = ("document start>", "expected key", "expected '-' indicator")


def explain(lines: Sequence[str], error: yaml.MarkedYAMLError, last_quoted: tuple[int, int] | None) -> Problem:
    """What the author meant, from the words of PyYAML's parser in C.

    `last_quoted` is where the last quoted text began and ended, by line.
    """
    where = min(_line(error.problem_mark), len(lines))
    began = min(_line(error.context_mark), len(lines)) or where
    context, problem = error.context or "", error.problem or ""
    if "quoted scalar" in context:
        return Problem(where, "bad_escape") if "escape" in problem else Problem(began, "quote_open")
    if problem == "found unexpected ':'":
        return _tight_colon(lines, where)
    if last_quoted and last_quoted[0] < last_quoted[1] and last_quoted[1] == where:
        return Problem(last_quoted[0], "quote_open")
    return (
        _indented_by_tab(lines, where)
        or _odd_start(lines, where)
        or _flow(context, began, lines)
        or _colon(lines, where, began, problem)
        or _rest(where, problem)
    )


def _tight_colon(lines: Sequence[str], at: int) -> Problem:
    """As in `{name:[a]}`."""
    line = lines[at - 1]
    if "{{" in line:
        return Problem(at, "placeholder_at_start")
    return Problem(at, "space_missing", {"text": _shown(line.strip())})


def _line(mark: yaml.Mark | None) -> int:
    return mark.line + 1 if mark else 0


def _value(line: str) -> str:
    found = VALUE.match(line)
    return found["value"].strip() if found else ""


def _shown(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _indented_by_tab(lines: Sequence[str], at: int) -> Problem | None:
    for number in (at, at - 1):
        line = lines[number - 1] if number else ""
        if "\t" in line[: len(line) - len(line.lstrip())]:
            return Problem(number, "tab")
    return None


def _odd_start(lines: Sequence[str], at: int) -> Problem | None:
    value = _value(lines[at - 1])
    if value.startswith("{{"):
        return Problem(at, "placeholder_at_start")
    if value[:1] in set("!*&@%`,]}"):
        return Problem(at, "sign_at_start", {"sign": value[:1]})
    if QUOTE_THEN_TEXT.match(value):
        return Problem(at, "text_after_quote")
    return None


def _flow(context: str, began: int, lines: Sequence[str]) -> Problem | None:
    if not context.startswith("while parsing a flow"):
        return None
    if "{{" in lines[began - 1]:
        return Problem(began, "placeholder_at_start")
    sign = "{" if "mapping" in context or "[" not in lines[began - 1] else "["
    return Problem(began, "bracket_open", {"sign": sign})


def _colon(lines: Sequence[str], at: int, began: int, problem: str) -> Problem | None:
    before = lines[at - 2] if at > 1 else ""
    if problem.startswith("mapping values"):
        if KEY_WITHOUT_SPACE.match(before) and ": " not in before:
            return Problem(at - 1, "space_missing", {"text": _shown(before.strip())})
        return Problem(at, "colon_in_text", {"text": _shown(lines[at - 1].strip())})
    if problem.startswith("could not find expected ':'"):
        text = lines[began - 1].strip()
        if text.startswith(("[", "{")):
            return Problem(began, "indentation")
        key = "space_missing" if KEY_WITHOUT_SPACE.match(text) else "colon_missing"
        return Problem(began, key, {"text": _shown(text)})
    return None


def _rest(at: int, problem: str) -> Problem:
    if "sequence entries" in problem:
        return Problem(at, "dash_in_line")
    if any(words in problem for words in MISPLACED):
        return Problem(at, "indentation")
    return Problem(at, "not_readable")
