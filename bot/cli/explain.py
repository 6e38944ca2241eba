"""`check --explain S4`: what a rule checks, how grave it is, why it exists, and an example with the way to mend it."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

import typer

from campaigns import file_rules, plan_findings
from campaigns.all_principles import ALL_PRINCIPLES
from campaigns.findings import Level
from campaigns.principles.base import Principle, Rule
from campaigns.texts.say import SENTENCES, say
from campaigns.words import Language

Explained = tuple[Rule, Principle | None]
# Found by the command line itself, before a file is read.
ABOUT_FILES: Final = {"F0": "A campaign file can be read from the disk."}


def all_rules() -> dict[str, Explained]:
    """Every id that `check` can name; a rule of a principle goes before what is found while reading."""
    of_principles: dict[str, Explained] = {
        rule.id: (rule, principle) for principle in ALL_PRINCIPLES for rule in principle.rules
    }
    read = {**plan_findings.ABOUT, **file_rules.ABOUT, **ABOUT_FILES}
    warns = {"K8", "M5", "M9"}
    others: dict[str, Explained] = {
        name: (Rule(name, Level.WARN if name in warns else Level.ERROR, about), None) for name, about in read.items()
    }
    return others | of_principles


def explained(rule_id: str, language: Language) -> str:
    """The explanation; an id that does not exist is refused with the nearest ones."""
    rules = all_rules()
    wanted = rule_id.strip().upper()
    if wanted not in rules:
        raise typer.BadParameter(_unknown(rule_id, tuple(rules)), param_hint="--explain")
    return "\n".join(_lines(*rules[wanted], language))


def _unknown(rule_id: str, known: tuple[str, ...]) -> str:
    """The nearest are those with the same letter first."""
    wanted = rule_id.strip().upper()
    alike = [name for name in known if wanted[:1] and name.startswith(wanted[:1])]
    near = get_close_matches(wanted, alike, n=3, cutoff=0.7) or sorted(alike or known)[:3]
    return f"there is no rule {rule_id!r}. The nearest are {', '.join(near)}."


def _lines(rule: Rule, principle: Principle | None, language: Language) -> Iterator[str]:
    yield f"{rule.id} ({say(language, f'explain_{rule.level}')})"
    yield rule.about
    if rule.is_gate:
        yield say(language, "explain_gate")
    yield ""
    if principle is None:
        yield say(language, "explain_reading")
    else:
        yield f"{say(language, 'explain_why')} {principle.evidence}"
        yield f"{say(language, 'explain_sources')} {'; '.join(principle.sources) or '-'}."
    if f"example.{rule.id}.wrong" in SENTENCES[language]:
        yield ""
        for kind in ("wrong", "right"):
            yield f"{say(language, f'explain_{kind}')} {say(language, f'example.{rule.id}.{kind}')}"
