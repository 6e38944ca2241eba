"""What would break: a number that the rules do not allow, or a post that stops without its rule and its numbers."""

from dataclasses import replace
from datetime import time

import pytest

from campaigns.compose import Unsupported, compose, why_otherwise
from campaigns.delivery import HoldReason, SkipReason
from campaigns.facts import SignUpTime
from campaigns.measurements import Measurements
from campaigns.message import Message, SeatCount
from campaigns.moments import Every
from tests.builders import a_campaign, a_post, an_occurrence, some_seats
from tests.campaigns.test_compose import a_call, a_proof, some_facts


def numbers(*rows: tuple[int, int, int]) -> Measurements:
    found = Measurements()
    for week, count, total in rows:
        found = found.with_row(week=week, team="sales", measure="notes", count=count, total=total)
    return found


LEVEL_ONLY = "{{ measure }} of the notes."
GROWTH_TOO = "From {{ measure_then }} to {{ measure }}."


@pytest.mark.parametrize(
    ("text", "rows", "posted", "rule"),
    [
        (LEVEL_ONLY, ((9, 61, 104),), "59% of the notes.", None),
        (LEVEL_ONLY, ((5, 20, 104), (9, 40, 104)), "Every note helps.", "P4"),  # growing, but less than half
        (GROWTH_TOO, ((5, 20, 104), (9, 40, 104)), "From 19% to 38%.", None),
        (GROWTH_TOO, ((5, 39, 104), (9, 40, 104)), "Every note helps.", "P4"),
        (LEVEL_ONLY, ((9, 3, 4),), "Every note helps.", "P3"),
        (LEVEL_ONLY, ((9, 3, 5),), "3 of the 5 of the notes.", None),
        (LEVEL_ONLY, ((9, 9, 9),), "Every note helps.", "P9"),
        (LEVEL_ONLY, ((9, 8, 9),), "8 of the 9 of the notes.", None),
        (LEVEL_ONLY, (), "Every note helps.", "P2"),
    ],
)
def test_a_level_is_said_from_half_growth_below_it_and_otherwise_the_other_text(
    text: str, rows: tuple[tuple[int, int, int], ...], posted: str, rule: str | None
) -> None:
    """Rules P2, P3, P4 and P9; the reason for the other text is kept for the owner."""
    campaign, occurrence = a_proof(texts=(text,))
    facts = some_facts(campaign, occurrence, numbers(*rows))
    message = compose(campaign, occurrence, facts)
    assert isinstance(message, Message)
    assert message.text == posted
    instead = why_otherwise(campaign, occurrence, facts)
    assert (instead.rule if instead else None) == rule
    assert instead is None or instead.detail


def test_less_than_half_without_its_growth_is_held_where_there_is_no_other_text() -> None:
    campaign, occurrence = a_proof(texts=(LEVEL_ONLY,), otherwise=None)
    found = compose(campaign, occurrence, some_facts(campaign, occurrence, numbers((5, 20, 104), (9, 40, 104))))
    assert isinstance(found, Unsupported)
    assert (found.reason, found.rule) == (HoldReason.NO_FACTS, "P4")
    assert "less than half" in found.detail


def test_a_small_measure_is_held_with_what_is_there_and_what_is_needed() -> None:
    """Rule P3. Of a group that is too small its count is told to nobody."""
    campaign, occurrence = a_proof(texts=(LEVEL_ONLY,), otherwise=None)
    found = compose(campaign, occurrence, some_facts(campaign, occurrence, numbers((9, 3, 4))))
    assert isinstance(found, Unsupported)
    assert found.rule == "P3"
    assert "There are 4 measurements in week 9, and 5 are needed." in found.detail
    assert "3" not in found.detail


@pytest.mark.parametrize(("count", "stops"), [(79, False), (80, True)])
def test_a_series_about_the_goal_stops_when_it_is_reached(count: int, stops: bool) -> None:
    """Rule H7."""
    every = Every(weekday=1, at=time(9, 30), from_week=1, until_week=12)
    campaign, occurrence = a_proof(when=every, texts=(LEVEL_ONLY,))
    goal = campaign.goal.model_copy(update={"measure": "notes", "target": 0.8})
    campaign = campaign.model_copy(update={"goal": goal})
    found = compose(campaign, occurrence, some_facts(campaign, occurrence, numbers((9, count, 100))))
    assert isinstance(found, Unsupported) == stops
    if isinstance(found, Unsupported):
        assert (found.reason, found.rule) == (SkipReason.GOAL_REACHED, "H7")
        assert "80% and the goal is 80%" in found.detail
    other = campaign.model_copy(update={"goal": goal.model_copy(update={"measure": "quotes"})})
    assert isinstance(compose(other, occurrence, some_facts(other, occurrence, numbers((9, count, 100)))), Message)
    single = campaign.model_copy(update={"posts": (a_proof(texts=(LEVEL_ONLY,))[0].posts[0],)})
    assert isinstance(compose(single, occurrence, some_facts(single, occurrence, numbers((9, count, 100)))), Message)


def test_every_refusal_names_its_rule() -> None:
    campaign, occurrence = a_call()
    facts = some_facts(campaign, occurrence)
    rules = {}
    for sign_up in (None, SignUpTime.OVER, SignUpTime.NOT_YET):
        found = compose(campaign, occurrence, replace(facts, sign_up=sign_up))
        assert isinstance(found, Unsupported)
        rules[sign_up] = found.rule
    assert rules == {None: "S2", SignUpTime.OVER: "S10", SignUpTime.NOT_YET: "S2"}
    moved = a_campaign(posts=(a_post(texts=("Until {{ closes }}.",)),), seats=some_seats())
    known = some_facts(moved, an_occurrence())
    without = {name: fact for name, fact in known.known.items() if name != "closes"}
    held = compose(moved, an_occurrence(), replace(known, known=without, seats=SeatCount(1, 3)))
    assert isinstance(held, Unsupported)
    assert held.rule == "S4"
