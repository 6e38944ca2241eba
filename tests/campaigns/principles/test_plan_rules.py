"""Each rule that looks at the plan: one campaign that it stops, and one near miss that it leaves alone."""

from datetime import date
from typing import Any

import pytest

from campaigns.findings import Level
from campaigns.model import Campaign, Post, Rules
from campaigns.moments import AsSoonAs, Every, InWeek
from tests.builders import NINE_THIRTY, a_campaign, a_person, a_wish, an_audience, some_seats
from tests.campaigns.principles.planned import (
    FRIDAY,
    MONDAY,
    TEXTS,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    a_plan,
    a_planned,
    found,
)  # fmt: skip

CALL: dict[str, Any] = {"when": AsSoonAs("opening")}
SEATS: dict[str, Any] = {"seats": some_seats()}  # week 4 Monday until week 5 Thursday
NAMED = {"texts": ("Soon more about the sounding board.",)}


def weekly(kind: str, *, until: int, **changes: Any) -> Post:
    texts = tuple(f"{text} {number}" for number in range(3) for text in TEXTS)[:until]
    return a_planned(kind, 1, when=Every(1, NINE_THIRTY, 1, until), texts=texts, **changes)


def with_thanks_in(*weeks: int, count: int = 12) -> Campaign:
    return a_plan(a_planned("tip", 1), *(a_planned("thanks", week) for week in weeks), weeks=count)


def themes(*days: tuple[int, int], **changes: Any) -> Campaign:
    return a_plan(*(a_planned("tip", week, day, theme="Phone") for week, day in days), **changes)


def meets(kind: str) -> list[Post]:
    return [a_planned(kind, 6, texts=("We meet on 22 February.",))]


def status_posts(count: int) -> list[Post]:
    return [a_planned("status", 4, day, only_if="places left") for day in (MONDAY, WEDNESDAY, FRIDAY)][:count]


# Rule, what it stops, and what it leaves alone.
CASES: list[tuple[str, Campaign, Campaign]] = [
    (
        "R1",
        a_plan(a_planned("tip", 1), a_planned("pulse", 2)),
        a_plan(a_planned("tip", 1), a_planned("tip", 1, WEDNESDAY), a_planned("pulse", 2)),
    ),
    (  # two gives on one day are one moment
        "R1",
        a_plan(a_planned("tip", 1), a_planned("tip", 1, id="more"), a_planned("pulse", 2), rules=Rules(max_per_day=2)),
        a_plan(a_planned("tip", 1), a_planned("tip", 1, THURSDAY)),
    ),
    (  # what is given after the ask came too late
        "R1",
        a_plan(*(a_planned(kind, week) for week, kind in enumerate(("tip", "pulse", "benefit"), 1))),
        a_plan(*(a_planned(kind, week) for week, kind in enumerate(("tip", "benefit", "pulse"), 1))),
    ),
    (  # who introduces themselves gives nothing, and asks nothing
        "R1",
        a_plan(a_planned("introduction", 1), a_planned("tip", 2), a_planned("introduction", 3), a_planned("pulse", 4)),
        a_plan(a_planned("introduction", 1), a_planned("tip", 2), a_planned("benefit", 3), a_planned("pulse", 4)),
    ),
    (
        "R2",
        a_plan(a_planned("tip", 1), a_planned("call", 2, **CALL), **SEATS),
        a_plan(a_planned("tip", 1), a_planned("tip", 2), a_planned("call", 2, **CALL), **SEATS),
    ),
    (  # week 4 of 12 still is in the first third, week 5 is not
        "R3",
        a_plan(a_planned("tip", 1), a_planned("pulse", 4)),
        a_plan(a_planned("tip", 1), a_planned("pulse", 5)),
    ),
    (
        "R3",
        a_plan(*(a_planned(kind, week) for week, kind in enumerate(("tip", "pulse", "tip", "pulse"), 1))),
        a_plan(*(a_planned("tip", 1, day) for day in (0, 2, 4)), a_planned("pulse", 2), a_planned("pulse", 3)),
    ),
    (
        "R3",
        a_plan(a_planned("tip", 1), a_planned("introduction", 2), a_planned("pulse", 3)),
        a_plan(
            a_planned("tip", 1), a_planned("introduction", 1, FRIDAY), a_planned("benefit", 2), a_planned("pulse", 3)
        ),
    ),
    (
        "S5",
        a_plan(a_planned("tip", 1), a_planned("call", 4, **CALL), **SEATS),
        a_plan(a_planned("tip", 3, FRIDAY, **NAMED), a_planned("call", 4, **CALL), **SEATS),
    ),
    (
        "S5",
        a_plan(seats=some_seats(closes=InWeek(4, TUESDAY, NINE_THIRTY))),
        a_plan(a_planned("tip", 1), seats=some_seats(closes=InWeek(4, WEDNESDAY, NINE_THIRTY))),
    ),
    (
        "S5",
        a_plan(a_planned("tip", 4, MONDAY, **NAMED), a_planned("call", 4, **CALL), **SEATS),
        a_plan(a_planned("tip", 2, texts=("Sign up from 1 February.",)), a_planned("call", 4, **CALL), **SEATS),
    ),
    (
        "S5",
        a_plan(a_planned("tip", 3, texts=("Sign up until {{ closes }}.",)), a_planned("call", 4, **CALL), **SEATS),
        a_plan(a_planned("tip", 3, texts=("Sign up from {{ opens }}.",)), a_planned("call", 4, **CALL), **SEATS),
    ),
    ("S6", a_plan(*status_posts(3), **SEATS), a_plan(*status_posts(2), a_planned("closing", 5, FRIDAY), **SEATS)),
    (
        "S8",
        a_plan(a_planned("consequence", 2), a_planned("consequence", 8, MONDAY)),
        a_plan(a_planned("consequence", 2), a_planned("introduction", 3), a_planned("consequence", 8)),
    ),
    (
        "S9",
        a_plan(a_planned("call", 4, **CALL), a_planned("invitation", 5), **SEATS),
        a_plan(a_planned("call", 4, **CALL), a_planned("invitation", 4, THURSDAY), a_planned("tip", 5), **SEATS),
    ),
    ("S9", a_plan(a_planned("call", 4, **CALL), **SEATS), a_plan(a_planned("call", 4))),  # without seats it is S1
    (
        "S9",
        a_plan(a_planned("call", 4, **CALL), **SEATS),
        a_plan(a_planned("call", 4, texts=("Or send a wish with {{ button:wish }}.",), **CALL), **SEATS),
    ),
    (
        "A1",
        a_plan(a_planned("management", 1), people={"karim": a_person(name="The board"), "joris": a_person()}),
        a_plan(a_planned("management", 1), people={"karim": a_person(name="Ann Board"), "joris": a_person()}),
    ),
    (  # nobody speaks in the name of the board
        "A1",
        a_plan(a_planned("management", 1), people={"karim": a_person(name="The board"), "joris": a_person()}),
        a_plan(
            a_planned("management", 1, sender="joris"),
            people={"karim": a_person(name="The board"), "joris": a_person()},
        ),
    ),
    ("A2", a_plan(a_planned("tip", 1, sender="karim")), a_plan(a_planned("tip", 1, sender="joris"))),
    ("A2", a_plan(a_planned("management", 1, sender=None)), a_plan(a_planned("management", 1))),
    ("A2", a_plan(a_planned("benefit", 1, sender="sandra")), a_plan(a_planned("benefit", 1, sender=None))),
    (
        "A5",
        a_plan(*(a_planned("management", week) for week in (2, 7, 12))),
        a_plan(*(a_planned("management", week) for week in (1, 7, 11))),
    ),
    (
        "A5",
        a_plan(*(a_planned("management", week) for week in (1, 8, 12))),
        a_plan(*(a_planned("management", week) for week in (1, 5)), weeks=6),
    ),
    (
        "A5",
        a_plan(*(a_planned("management", week) for week in (1, 6)), weeks=8),
        a_plan(*(a_planned("management", week) for week in (1, 7)), weeks=8),
    ),
    (
        "A5",
        a_plan(a_planned("thanks", 1), *(a_planned("management", week) for week in (2, 7, 12))),
        a_plan(a_planned("thanks", 2), *(a_planned("management", week) for week in (1, 7, 12))),
    ),
    ("A7", a_plan(a_planned("commitment", 1, sender="sandra")), a_plan(a_planned("commitment", 1))),
    ("A7", a_plan(a_planned("benefit", 1, sender="sandra")), a_plan(a_planned("thanks", 1, sender="sandra"))),
    ("L1", a_plan(a_planned("introduction", 3)), a_plan(a_planned("introduction", 2))),
    ("L2", with_thanks_in(5), with_thanks_in(6)),
    ("L2", with_thanks_in(7), with_thanks_in(5, 11)),
    ("L2", with_thanks_in(count=7), with_thanks_in(count=6)),
    (
        "C1",
        a_plan(a_planned("tip", 1), a_planned("commitment", 2), a_planned("pulse", 3)),
        a_plan(a_planned("tip", 1), a_planned("tip", 2), a_planned("commitment", 3), a_planned("pulse", 4)),
    ),
    (
        "C1",
        a_plan(a_planned("tip", 1), a_planned("tip", 2), a_planned("pulse", 3), a_planned("commitment", 4)),
        a_plan(a_planned("commitment", 4).model_copy(update={"kind": "milestone"})),
    ),
    (
        "C1",
        a_plan(*(a_planned(kind, week) for week, kind in enumerate(("tip", "thanks", "commitment", "milestone"), 1))),
        a_plan(*(a_planned(kind, week) for week, kind in enumerate(("tip", "thanks", "commitment", "pulse"), 1))),
    ),
    (
        "C1",
        a_plan(*(a_planned(kind, week) for week, kind in enumerate(("tip", "outcome", "commitment", "pulse"), 1))),
        a_plan(*(a_planned(kind, week) for week, kind in enumerate(("tip", "thanks", "commitment", "pulse"), 1))),
    ),
    (  # what comes on the day of the closing comes too early
        "C5",
        a_plan(a_planned("call", 4, **CALL), a_planned("outcome", 5, THURSDAY), **SEATS),
        a_plan(a_planned("call", 4, **CALL), a_planned("outcome", 5, FRIDAY), **SEATS),
    ),
    (
        "C5",
        a_plan(a_planned("call", 4, **CALL), a_planned("outcome", 3), **SEATS),
        a_plan(a_planned("call", 4, **CALL), a_planned("outcome", 9, THURSDAY), **SEATS),
    ),
    (
        "C5",
        a_plan(a_planned("call", 4, **CALL), a_planned("outcome", 9, FRIDAY), **SEATS),
        a_plan(a_planned("tip", 4), **SEATS),
    ),
    (
        "C5",
        a_plan(a_planned("closing", 6, texts=("We meet on 22 February.",)), a_planned("outcome", 12), **SEATS),
        a_plan(a_planned("closing", 6, texts=("We meet on 22 February.",)), a_planned("outcome", 10, MONDAY), **SEATS),
    ),
    (  # only a closing post says when the group meets
        "C5",
        a_plan(*meets("thanks"), a_planned("call", 4, **CALL), a_planned("outcome", 10, MONDAY), **SEATS),
        a_plan(*meets("closing"), a_planned("call", 4, **CALL), a_planned("outcome", 10, MONDAY), **SEATS),
    ),
    ("H2", themes(*((week, 1) for week in range(1, 10))), themes(*((week, 1) for week in range(1, 9)))),
    ("H3", themes((1, 1), (1, 2)), themes((1, 1), (2, 1))),
    ("H3", themes((1, 0), (1, 4)), themes((1, 1), (2, 1), rules=Rules(extra_free=frozenset({date(2027, 1, 18)})))),
    (
        "W2",
        a_campaign(audiences={"sales": an_audience(), "service": an_audience(channel="B")}),
        a_campaign(audiences={"sales": an_audience(), "service": an_audience(channel="B", benefit="You see it.")}),
    ),
    ("G5", a_plan(wishes={"copy": a_wish(planned=None)}), a_plan(wishes={"copy": a_wish()})),
    ("G5", a_plan(wishes={f"w{n}": a_wish() for n in range(6)}), a_plan(wishes={f"w{n}": a_wish() for n in range(5)})),
]


@pytest.mark.parametrize(("rule", "stopped", "left_alone"), CASES)
def test_a_rule_stops_what_it_should_and_leaves_a_near_miss_alone(
    rule: str, stopped: Campaign, left_alone: Campaign
) -> None:
    assert found(rule, stopped), "nothing was found"
    assert found(rule, left_alone) == []


def test_an_ask_below_zero_shows_the_sum_and_the_next_give() -> None:
    posts = (a_planned("tip", 1), a_planned("benefit", 2), a_planned("pulse", 3), a_planned("call", 4, **CALL))
    (finding,) = found("R2", a_plan(*posts, a_planned("thanks", 6), **SEATS))
    assert finding.message.endswith("+1 tip, +1 benefit, −1 pulse, −2 call = −1.")
    assert "thanks-6-1 gives on Tuesday 16 February 2027 09:30" in finding.fix
    (finding,) = found("R2", a_plan(*posts, **SEATS))
    assert finding.fix.startswith("Put a giving post before it")
    assert (finding.level, finding.post) == (Level.ERROR, "call-4-1")


def test_an_ask_below_zero_is_told_once_however_often_it_comes_back() -> None:
    assert len(found("R2", a_plan(weekly("pulse", until=5)))) == 1


def test_expected_wishes_count_as_gives() -> None:
    wish = a_planned("wish", 1, when=AsSoonAs("wish done"), sender=None)
    assert found("R2", a_plan(wish, a_planned("call", 4, **CALL), wishes={"copy": a_wish()}, **SEATS)) == []


def test_a_theme_is_advice_after_eight_times_and_an_error_after_ten() -> None:
    levels = [found("H2", a_plan(weekly("tip", until=times, theme="Phone"))) for times in (8, 10, 11)]
    assert [[finding.level for finding in each] for each in levels] == [[], [Level.WARN], [Level.ERROR]]


def test_themes_are_two_working_days_apart_and_better_five() -> None:
    levels = [[finding.level for finding in found("H3", themes((1, 0), (1, day)))] for day in (1, 2, 4)]
    assert levels == [[Level.ERROR], [Level.WARN], [Level.WARN]]
    one_more_free = Rules(extra_free=frozenset({date(2027, 1, 12)}))
    assert [finding.level for finding in found("H3", themes((1, 0), (1, 2), rules=one_more_free))] == [Level.ERROR]


def test_what_one_audience_lacks_is_told_of_that_audience() -> None:
    audiences = {name: an_audience(channel=name) for name in ("sales", "service", "office")}
    introduction = a_planned("introduction", 1, for_audiences=("sales",))
    campaign = a_plan(introduction, a_planned("tip", 1, 3, for_audiences=tuple(audiences)), audiences=audiences)
    (finding,) = found("L1", campaign)
    assert "to service and office" in finding.message


@pytest.mark.parametrize(("weekday", "count"), [(THURSDAY, 0), (FRIDAY, 1)])
def test_an_announcement_on_a_free_friday_moves_and_then_comes_too_late(weekday: int, count: int) -> None:
    rules = Rules(extra_free=frozenset({date(2027, 1, 29)}))
    posts = (a_planned("tip", 3, weekday, **NAMED), a_planned("call", 4, **CALL))
    assert len(found("S5", a_plan(*posts, rules=rules, **SEATS))) == count
