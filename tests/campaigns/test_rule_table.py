"""The table has every rule once, in order, with a file that exists and with tests of its own."""

import ast
import re
from collections import Counter
from pathlib import Path
from typing import Final

from campaigns import file_rules, plan_findings
from campaigns.all_principles import ALL_PRINCIPLES
from campaigns.rule_table import rules_markdown
from tests.campaigns.tests_of_rules import TESTS_OF_RULES

ROOT = Path(__file__).parents[2]
# How many rules each letter has; it comes from nowhere in the code.
COUNTS: Final = {"R": 7, "S": 10, "P": 10, "A": 8, "L": 4, "C": 7, "H": 7, "W": 4, "G": 5, "T": 13, "E": 3}
IDS: Final = {f"{letter}{number + 1}" for letter, count in COUNTS.items() for number in range(count)}


def rows() -> list[list[str]]:
    lines = rules_markdown().splitlines()
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if re.match(r"\| [A-Z]+[0-9]", line)
    ]


def test_every_rule_is_in_exactly_one_row() -> None:
    counts = Counter(row[0] for row in rows())
    assert {rule for rule, count in counts.items() if count > 1} == set()
    assert IDS - set(counts) == set()
    assert set(file_rules.ABOUT) | set(plan_findings.ABOUT) <= set(counts)


def test_every_rule_says_where_it_is_checked_in_a_file_that_exists() -> None:
    for row in rows():
        files = re.findall(r"`([^`]+\.py)`", row[-1])
        assert files, f"{row[0]} is checked nowhere"
        assert [file for file in files if not (ROOT / file).is_file()] == [], row[0]


def test_every_rule_has_a_test_that_triggers_it_and_a_near_miss() -> None:
    """Both are there and name the rule. That they are right, only reading them tells."""
    assert set(TESTS_OF_RULES) == {row[0] for row in rows()}
    for rule, (file, *tests) in TESTS_OF_RULES.items():
        for test in tests:
            named = re.compile(rf"(?<![a-z0-9]){rule}(?![a-z0-9])", re.IGNORECASE)
            assert named.search(written_in(file, test)), f"{file}::{test} does not name {rule}"


def written_in(file: str, test: str) -> str:
    """A test with its parameters, also those in a table above it; nothing when there is no such test."""
    body = ast.parse((Path(__file__).parent / file).read_text(encoding="utf-8")).body
    found = [node for node in body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == test]
    used = {node.id for one in found for node in ast.walk(one) if isinstance(node, ast.Name)}
    tables = [node for node in body if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) in used]
    return "\n".join(ast.unparse(node) for node in (*found, *tables))


def test_rules_stand_in_the_order_of_their_numbers() -> None:
    text = rules_markdown()
    assert text.index("| S9 |") < text.index("| S10 |")


def test_every_principle_has_its_evidence_and_sources() -> None:
    text = rules_markdown()
    for principle in ALL_PRINCIPLES:
        assert f"## {principle.name[0].upper()}{principle.name[1:]}\n\n{principle.evidence}" in text
        assert all(source in text for source in principle.sources)


def test_what_is_checked_again_at_posting_time_is_marked() -> None:
    gates = {rule.id for principle in ALL_PRINCIPLES for rule in principle.rules if rule.is_gate}
    assert {row[0] for row in rows() if row[2] == "gate"} == gates
    assert {"R2", "R7", "S4", "S10", "P3", "P4", "P9", "A3", "C4", "C6", "H5", "H6", "H7"} <= gates
