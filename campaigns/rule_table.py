"""The page of docs about the rules, made from the rules themselves: what each checks, where, and why."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from campaigns import file_rules, plan_findings
from campaigns.all_principles import ALL_PRINCIPLES
from campaigns.principles.base import Principle, Rule

_HEAD: Final = """\
# The rules

Made from the code by `make docs`; to change this page, change the rule.

- **error**: the campaign does not run. **warn**: advice, it stops nothing.
- **gate**: looked at again just before each post, with the facts of that moment. A post that does not pass is held or
  skipped, and the owner hears why and what the nearest mend is.
- `check` shows every finding with its line; `check --explain S4` tells of one rule.

Be modest about all of it. In 126 real programmes with 23 million people, nudges moved behaviour by 1.4 percentage
points; journals report 8.7, and selective publication explains about 70% of the difference (DellaVigna & Linos 2022).
Limits in days, weeks and points are judgement, not research.
"""
_COLUMNS: Final = ("Rule", "Level", "Gate", "What it checks", "Where")
_READING: Final = "Reading and planning a file"
_READING_WHY: Final = (
    "Not influence but grammar: what goes wrong here can not be read, or not planned as its author meant it."
)


def rules_markdown() -> str:
    sections = [_HEAD, *(_section(principle) for principle in ALL_PRINCIPLES), _reading()]
    return "\n".join(sections)


def _section(principle: Principle) -> str:
    rules = sorted(principle.rules, key=lambda rule: _place(rule.id))
    rows = [(rule.id, str(rule.level), "gate" if rule.is_gate else "", rule.about, _where(rule)) for rule in rules]
    sources = "; ".join(principle.sources)
    return f"## {_title(principle.name)}\n\n{principle.evidence}\n\nSources: {sources}.\n\n{_table(_COLUMNS, rows)}"


def _reading() -> str:
    """The ids that belong to no principle."""
    principled = {rule.id for principle in ALL_PRINCIPLES for rule in principle.rules}
    rows = [
        (rule, about, f"`campaigns/{module}.py`")
        for module, abouts in _abouts().items()
        for rule, about in sorted(abouts.items(), key=lambda item: _place(item[0]))
        if rule not in principled
    ]
    return f"## {_READING}\n\n{_READING_WHY}\n\n{_table(('Rule', 'What it checks', 'Where'), rows)}"


def _abouts() -> Mapping[str, Mapping[str, str]]:
    return {"file_rules": file_rules.ABOUT, "plan_findings": plan_findings.ABOUT}


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = tuple(columns)
    return "\n".join(_lines([names, ["---"] * len(names), *rows])) + "\n"


def _lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    return (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)


def _where(rule: Rule) -> str:
    """The file of its check, and every other place that sees to it."""
    places = [f"{rule.check.__module__.replace('.', '/')}.py"] if rule.check is not None else []
    places += rule.where.split(", ") if rule.where else []
    return ", ".join(f"`{place}`" for place in dict.fromkeys(places))


def _title(name: str) -> str:
    return name[:1].upper() + name[1:]


def _place(rule: str) -> tuple[str, int]:
    """S10 comes after S9."""
    return rule.rstrip("0123456789"), int(rule.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
