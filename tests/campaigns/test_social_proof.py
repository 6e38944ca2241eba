"""A level, growth or nothing: never a small group, never nobody or everybody, never a minority as if it were a norm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.measurements import Measurements, Row
from campaigns.social_proof import RULES_OF_PROOF, Proof, ProofReason, grown_points, in_percentages, percentage, prove


def proven(*rows: tuple[int, int, int], size: int = 18, minimum_group: int = 5, week: int = 9) -> Proof:
    """What may be said in week 9 after these rows of week, count and total."""
    measurements = Measurements()
    for at, count, total in rows:
        measurements = measurements.with_row(week=at, team="sales", measure="notes", count=count, total=total)
    sizes = {"sales": size}
    return prove(measurements, measure="notes", team="sales", week=week, sizes=sizes, minimum_group=minimum_group)


@pytest.mark.parametrize(
    ("rows", "reason", "level", "growth"),
    [
        ((), ProofReason.NOT_MEASURED, False, False),
        (((10, 6, 10),), ProofReason.NOT_MEASURED, False, False),  # a later week is not known yet
        (((4, 6, 10),), ProofReason.MEASURED_LONG_AGO, False, False),
        (((5, 6, 10),), ProofReason.LEVEL, True, False),
        (((9, 5, 10),), ProofReason.LEVEL, True, False),
        (((9, 49, 100),), ProofReason.MINORITY, False, False),
        (((9, 4, 4),), ProofReason.TOTAL_TOO_SMALL, False, False),
        (((9, 3, 4),), ProofReason.TOTAL_TOO_SMALL, False, False),
        (((9, 3, 5),), ProofReason.LEVEL, True, False),
        (((9, 0, 10),), ProofReason.NOBODY_OR_EVERYBODY, False, False),
        (((9, 10, 10),), ProofReason.NOBODY_OR_EVERYBODY, False, False),
        (((9, 9, 10),), ProofReason.LEVEL, True, False),
        (((9, 1, 10),), ProofReason.MINORITY, False, False),
        (((9, 999, 1000),), ProofReason.NOBODY_OR_EVERYBODY, False, False),  # would be shown as 100%
        (((9, 1, 1000),), ProofReason.NOBODY_OR_EVERYBODY, False, False),  # would be shown as 0%
        (((5, 20, 100), (9, 25, 100)), ProofReason.GROWTH, True, True),
        (((5, 21, 100), (9, 25, 100)), ProofReason.MINORITY, False, False),  # 4 points
        (((5, 2, 10), (9, 3, 10)), ProofReason.MINORITY, False, False),  # 10 points, but one person
        (((5, 2, 10), (9, 4, 10)), ProofReason.GROWTH, True, True),
        (((5, 0, 10), (9, 4, 10)), ProofReason.MINORITY, False, False),  # "nobody" then is hidden too
        (((5, 1, 4), (9, 4, 10)), ProofReason.MINORITY, False, False),  # too few counted then
        (((4, 22, 100), (5, 20, 100), (9, 25, 100)), ProofReason.GROWTH, True, True),  # four weeks back, not five
        (((5, 20, 100), (6, 22, 100), (9, 25, 100)), ProofReason.GROWTH, True, True),  # and not three
        (((5, 60, 100), (9, 55, 100)), ProofReason.LEVEL, True, False),
        (((5, 31, 100), (9, 61, 100)), ProofReason.LEVEL, True, True),
    ],
)
def test_what_the_numbers_allow(
    rows: tuple[tuple[int, int, int], ...], reason: ProofReason, level: bool, growth: bool
) -> None:
    proof = proven(*rows)
    assert (proof.reason, proof.may_say_level, proof.may_say_growth) == (reason, level, growth)


def test_a_small_team_is_never_spoken_of_whatever_the_campaign_asks() -> None:
    for minimum_group in (1, 5):
        assert proven((9, 60, 100), size=4, minimum_group=minimum_group).reason is ProofReason.GROUP_TOO_SMALL
    assert proven((9, 60, 100), size=5).reason is ProofReason.LEVEL
    assert proven((9, 60, 100), size=10, minimum_group=10).reason is ProofReason.LEVEL
    assert proven((9, 60, 100), size=9, minimum_group=10).reason is ProofReason.GROUP_TOO_SMALL
    assert proven((9, 6, 9), minimum_group=10).reason is ProofReason.TOTAL_TOO_SMALL


ROWS = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 40), st.integers(1, 40)), max_size=6)


@given(rows=ROWS, size=st.integers(0, 20), minimum_group=st.integers(0, 12))
def test_whatever_is_said_keeps_every_limit(rows: list[tuple[int, int, int]], size: int, minimum_group: int) -> None:
    bounded = [(week, min(count, total), total) for week, count, total in rows]
    proof = proven(*bounded, size=size, minimum_group=minimum_group)
    smallest = max(5, minimum_group)
    if proof.may_say_level:
        assert proof.now is not None
        assert size >= smallest
        assert proof.now.total >= smallest
        assert 0 < proof.now.count < proof.now.total
        assert 5 <= proof.now.week <= 9
        assert proof.now.share >= 0.5 or proof.may_say_growth
    if proof.may_say_growth:
        assert proof.now is not None
        assert proof.then is not None
        assert proof.then.total >= smallest
        assert 0 < proof.then.count < proof.then.total
        assert proof.now.count - proof.then.count >= 2
        assert proof.now.share - proof.then.share >= 0.05 - 1e-9
        assert grown_points(proof.then, proof.now) >= 5
        assert proof.then.week < proof.now.week


def a_row(count: int, total: int) -> Row:
    return Row(1, "sales", "notes", count, total)


def test_percentages_round_half_up_and_need_ten() -> None:
    assert [percentage(a_row(count, 200)) for count in (1, 124, 125, 199)] == [1, 62, 63, 100]
    assert in_percentages(a_row(5, 10))
    assert not in_percentages(a_row(5, 10), a_row(5, 9))


def in_teams(teams: dict[str, tuple[int, int, int]], team: str, *, said_weeks: tuple[int, ...] = ()) -> ProofReason:
    """Of each team its people, and the count and total of week 9."""
    measurements = Measurements()
    for name, (_, count, total) in teams.items():
        measurements = measurements.with_row(week=9, team=name, measure="notes", count=count, total=total)
    sizes = {name: size for name, (size, _, _) in teams.items()}
    return prove(
        measurements, measure="notes", team=team, week=9, sizes=sizes, minimum_group=5, said_weeks=said_weeks
    ).reason


def test_a_hidden_team_cannot_be_found_by_taking_the_others_from_the_sum() -> None:
    """Rule P3: with service alone hidden, the sum of all teams minus sales and inside sales would be service."""
    teams = {"sales": (18, 61, 104), "inside_sales": (9, 30, 40), "service": (4, 4, 6)}
    assert in_teams(teams, "service") is ProofReason.GROUP_TOO_SMALL
    assert in_teams(teams, "inside_sales") is ProofReason.HIDES_ANOTHER
    assert in_teams(teams, "sales") is ProofReason.LEVEL


def test_two_teams_that_are_hidden_together_are_enough_to_hide_in() -> None:
    teams = {"sales": (18, 61, 104), "service": (4, 4, 6), "finance": (3, 2, 5)}
    assert in_teams(teams, "sales") is ProofReason.LEVEL
    few = {"sales": (18, 61, 104), "service": (8, 2, 2), "finance": (9, 1, 2)}
    assert in_teams(few, "sales") is ProofReason.HIDES_ANOTHER
    assert in_teams({"sales": (18, 61, 104), "service": (4, 4, 6)}, "sales") is ProofReason.HIDES_ANOTHER


def test_five_people_who_are_hidden_together_are_enough_and_four_are_not() -> None:
    """Rule P3."""
    sales, service = {"sales": (18, 61, 104)}, {"service": (3, 2, 3)}
    assert in_teams({**sales, **service, "finance": (2, 1, 2)}, "sales") is ProofReason.LEVEL
    assert in_teams({**sales, **service, "finance": (1, 1, 2)}, "sales") is ProofReason.HIDES_ANOTHER


@pytest.mark.parametrize(("week", "reason"), [(9, ProofReason.HIDES_ANOTHER), (8, ProofReason.LEVEL)])
def test_only_what_was_measured_in_the_same_week_can_be_taken_from_a_sum(week: int, reason: ProofReason) -> None:
    """Rule P3."""
    numbers = Measurements().with_row(week=9, team="sales", measure="notes", count=61, total=104)
    numbers = numbers.with_row(week=week, team="service", measure="notes", count=2, total=3)
    sizes = {"sales": 18, "service": 8}
    assert prove(numbers, measure="notes", team="sales", week=9, sizes=sizes, minimum_group=5).reason is reason


@given(
    teams=st.dictionaries(
        st.sampled_from("abcdef"),
        st.tuples(st.integers(1, 12), st.integers(0, 30), st.integers(1, 30)),
        min_size=2,
    )
)
def test_beside_a_small_group_so_much_is_not_said_that_it_cannot_be_found(
    teams: dict[str, tuple[int, int, int]],
) -> None:
    bounded = {team: (size, min(count, total), total) for team, (size, count, total) in teams.items()}
    reasons = {team: in_teams(bounded, team) for team in bounded}
    said = [team for team, reason in reasons.items() if reason is ProofReason.LEVEL]
    unsaid = reasons.keys() - set(said)
    if said and set(reasons.values()) & {ProofReason.GROUP_TOO_SMALL, ProofReason.TOTAL_TOO_SMALL}:
        assert sum(bounded[team][0] for team in unsaid) >= 5
        assert sum(bounded[team][2] for team in unsaid) >= 5


def over_time(*rows: tuple[int, int, int], said: tuple[int, ...], size: int = 18) -> Proof:
    measurements = Measurements()
    for at, count, total in rows:
        measurements = measurements.with_row(week=at, team="sales", measure="notes", count=count, total=total)
    return prove(
        measurements, measure="notes", team="sales", week=9, sizes={"sales": size}, minimum_group=5, said_weeks=said
    )


def test_the_few_who_came_between_two_posts_cannot_be_found_by_subtraction() -> None:
    """Seven of nine, then nine of eleven people: the two who came both do it."""
    assert over_time((8, 7, 9), (9, 9, 11), said=(8,)).reason is ProofReason.HIDES_ANOTHER
    assert over_time((8, 7, 9), (9, 9, 11), said=()).reason is ProofReason.LEVEL
    assert over_time((8, 7, 9), (9, 8, 9), said=(8,)).reason is ProofReason.LEVEL
    assert over_time((8, 7, 9), (9, 12, 14), said=(8,)).reason is ProofReason.LEVEL
    # More than there are people: things are counted, and those of every week are other ones.
    assert over_time((8, 7, 9), (9, 9, 11), said=(8,), size=11).reason is ProofReason.HIDES_ANOTHER
    assert over_time((8, 7, 9), (9, 9, 11), said=(8,), size=10).reason is ProofReason.LEVEL
    assert over_time((8, 30, 40), (9, 32, 42), said=(8,)).reason is ProofReason.LEVEL


def test_one_post_does_not_set_two_groups_beside_each_other_that_differ_by_a_few() -> None:
    assert not over_time((5, 4, 9), (9, 9, 11), said=()).may_say_growth
    assert over_time((5, 4, 9), (9, 8, 9), said=()).may_say_growth


def test_every_reason_has_the_rule_that_it_is_about() -> None:
    assert set(RULES_OF_PROOF) == set(ProofReason)
    assert {RULES_OF_PROOF[reason] for reason in ProofReason} == {"P2", "P3", "P4", "P9"}


def test_a_number_that_had_to_be_kept_back_then_is_not_said_now_as_the_beginning_of_a_growth() -> None:
    """In week 5 service had 3 people counted, so sales was hidden with it; in week 9 both are large enough."""
    measurements = Measurements()
    rows = (("sales", 5, 20, 40), ("service", 5, 2, 3), ("sales", 9, 30, 40), ("service", 9, 6, 8))
    for team, week, count, total in rows:
        measurements = measurements.with_row(week=week, team=team, measure="notes", count=count, total=total)
    sizes = {"sales": 18, "service": 8}
    now = prove(measurements, measure="notes", team="sales", week=9, sizes=sizes, minimum_group=5)
    assert (now.reason, now.may_say_growth) == (ProofReason.LEVEL, False)
    large = measurements.with_row(week=5, team="service", measure="notes", count=3, total=6)
    assert prove(large, measure="notes", team="sales", week=9, sizes=sizes, minimum_group=5).may_say_growth
