"""The table: audiences share a line only when moment, approver and balance are the same; a move is seen."""

from dataclasses import replace
from datetime import datetime

from bot.cli.plan_table import plan_columns, plan_notes, plan_rows, plan_title
from tests.builders import a_campaign, an_audience, an_occurrence

CAMPAIGN = a_campaign(audiences={"sales": an_audience(), "service": an_audience()})
SALES = an_occurrence(audience="sales", balance=1)
SERVICE = replace(SALES, audience="service")


def test_audiences_with_the_same_moment_and_balance_share_a_line() -> None:
    [row] = plan_rows(CAMPAIGN, [SALES, SERVICE])
    assert row[6:] == ("all", SALES.approver, "1")
    assert len(row) == len(plan_columns("en"))


def test_another_balance_is_another_line() -> None:
    rows = list(plan_rows(CAMPAIGN, [SALES, replace(SERVICE, balance=-2)]))
    assert [(row[6], row[8]) for row in rows] == [("service", "-2"), ("sales", "1")]


def test_a_moved_post_has_a_mark_and_a_note_with_both_moments() -> None:
    moved = replace(SALES, wall=datetime(2027, 5, 7, 9, 30), moved_from=datetime(2027, 5, 6, 9, 30))
    [row] = plan_rows(CAMPAIGN, [moved])
    assert row[3] == "09:30*"
    assert list(plan_notes(CAMPAIGN, [moved])) == [
        f"* {moved.post} for sales moves from Thu 6 May 09:30 to Fri 7 May 09:30"
    ]


def test_the_title_counts_moments_not_messages() -> None:
    assert "Moments: 1." in plan_title(CAMPAIGN, [SALES, SERVICE])


def test_a_campaign_without_occurrences_still_has_a_title() -> None:
    assert "Moments: 0." in plan_title(CAMPAIGN, [])
