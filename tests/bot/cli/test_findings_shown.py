"""What would break: a finding nobody sees, colour in a file, or a text that GitHub reads as a command."""

import io

import pytest
from rich.console import Console

from bot.cli.findings_shown import github_line, page, summary
from campaigns.findings import Finding, Level


def a_finding(
    line: int, rule: str, level: Level = Level.ERROR, post: str | None = None, file: str = "a.yaml"
) -> Finding:
    return Finding(file, line, rule, level, f"About {rule}.", f"Mend {rule}.", post)


FINDINGS = [
    a_finding(1, "L1", Level.WARN),
    a_finding(10, "S1", post="call-1"),
    a_finding(12, "T1", post="tip-1"),
    a_finding(14, "S2", post="call-1"),
    a_finding(20, "G1"),
    a_finding(3, "K1", file="b.yaml"),
]


def shown(findings: list[Finding], width: int = 80, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour, no_color=not colour)
    for one in page(findings):
        console.print(one)
    return out.getvalue()


def test_findings_stand_together_per_post_and_the_whole_campaign_comes_first() -> None:
    assert [line.rstrip() for line in shown(FINDINGS).splitlines()] == [
        "a.yaml",
        "",
        "whole campaign",
        "   1  L1   About L1.",
        "           → Mend L1.",
        "  20  G1   About G1.",
        "           → Mend G1.",
        "",
        "call-1",
        "  10  S1   About S1.",
        "           → Mend S1.",
        "  14  S2   About S2.",
        "           → Mend S2.",
        "",
        "tip-1",
        "  12  T1   About T1.",
        "           → Mend T1.",
        "",
        "b.yaml",
        "",
        "whole campaign",
        "   3  K1   About K1.",
        "           → Mend K1.",
        "",
    ]


def test_errors_and_warnings_differ_in_colour() -> None:
    coloured = shown(FINDINGS, colour=True)
    assert "\x1b[1;31mS1" in coloured
    assert "\x1b[1;33mL1" in coloured


def test_a_long_message_keeps_its_place_and_nothing_is_lost() -> None:
    words = "every word of a long message is still there when the terminal is narrow"
    finding = Finding("a.yaml", 7, "T1", Level.ERROR, words, "", None)
    assert " ".join(shown([finding], width=30).split()).endswith(words)


def test_words_of_an_author_are_never_markup() -> None:
    finding = Finding("a.yaml", 7, "T1", Level.ERROR, "'[red]x[/red]' :smile:", "", None)
    assert "'[red]x[/red]' :smile:" in shown([finding])


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ([], "2 files checked: nothing to mend."),
        (FINDINGS, "2 files checked: 5 errors, 1 warning."),
        (FINDINGS[1:2], "2 files checked: 1 error, 0 warnings."),
    ],
)
def test_the_summary_is_one_line(findings: list[Finding], said: str) -> None:
    assert summary(2, findings) == said


def test_a_line_for_github_names_the_place_and_the_rule() -> None:
    assert github_line(FINDINGS[1]) == "::error file=a.yaml,line=10,title=S1::About S1. Mend S1."
    assert github_line(FINDINGS[0]).startswith("::warning file=a.yaml,line=1,title=L1::")


def test_what_github_would_read_as_a_sign_is_escaped() -> None:
    finding = Finding("a,b:c%.yaml", 1, "S4", Level.ERROR, "12% of\r\n::error::all", "", None)
    assert github_line(finding) == "::error file=a%2Cb%3Ac%25.yaml,line=1,title=S4::12%25 of%0D%0A::error::all"
