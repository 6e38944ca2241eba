"""What would break: a post that can't be posted, found only on the day itself."""

import pytest

from tests.campaigns.bad_campaigns import ENGLISH, findings_of, found

TEXT = "text: Click the star."


@pytest.mark.parametrize(
    ("kind", "rules"),
    [
        ("management", ["K6"]), ("introduction", ["K6"]), ("call", ["K6"]), ("commitment", ["K6"]), ("thanks", ["K6"]),
        ("status", ["S6"]), ("proof", ["K6", "P5"]), ("consequence", ["K6", "S8", "S8"]), ("pulse", ["K6", "K6"]),
        ("wish", ["R5"]), ("benefit", []), ("outcome", []), ("closing", []), ("invitation", []), ("milestone", []),
    ],
)  # fmt: skip
def test_every_kind_says_what_it_needs(kind: str, rules: list[str]) -> None:
    assert sorted(rule for _, rule in found(("kind: tip", f"kind: {kind}"))) == rules


@pytest.mark.parametrize(
    ("rule", "kind", "needed"),
    [
        ("S6", "status", "only_if: places left"),
        ("S8", "consequence\n    from: joris\n    action: Correct it now.", "source: count by Joris, 8 January"),
        ("S8", "consequence\n    from: joris\n    source: count by Joris, 8 January", "action: Correct it now."),
        ("P5", "proof\n    measure: notes_in_crm", "otherwise: Every note helps."),
    ],
)
def test_a_kind_with_what_it_needs_is_fine_and_without_is_not(rule: str, kind: str, needed: str) -> None:
    assert [found_rule for _, found_rule in found(("kind: tip", f"kind: {kind}"))] == [rule]
    assert found(("kind: tip", f"kind: {kind}\n    {needed}")) == []


def test_a_sender_is_a_person_and_a_full_name_leads_to_its_id() -> None:
    assert found(("kind: tip", "kind: thanks\n    from: the board")) == [(31, "A1")]
    assert "'joris'" in findings_of(("kind: tip", "kind: thanks\n    from: Joris Hendriks"))[0].fix
    assert "'joris'" in findings_of(("kind: tip", "kind: thanks\n    from: Joriss"))[0].fix
    assert found(("kind: tip", "kind: thanks\n    from: joris")) == []


def test_a_post_says_exactly_one_thing() -> None:
    assert found(("    " + TEXT + "\n", "")) == [(30, "K6")]
    assert found((TEXT, TEXT + "\n    briefing: More?"), ("kind: tip", "kind: outcome")) == [(33, "K6")]
    assert found((TEXT, "briefing: What?"), ("kind: tip", "kind: outcome")) == []
    assert found((TEXT, "briefing: What?")) == [(32, "K6")]
    assert found((TEXT, "question: Really?")) == [(32, "K6")]
    assert found((TEXT, "question: Really?"), ("kind: tip", "kind: pulse")) == []


def test_an_id_is_plain_and_used_once() -> None:
    second = "\n  - kind: tip\n    when: week 3 Tuesday 09:30\n    text: Another.\n    id: "
    assert found((TEXT + "\n", TEXT + second + "tip-1\n")) == [(36, "K7")]
    assert found((TEXT + "\n", TEXT + second + "Tip 2\n")) == [(36, "K7")]
    assert found((TEXT + "\n", TEXT + second + "star\n")) == []


def test_a_post_about_places_needs_places() -> None:
    """Rule S1."""
    seats, call = ENGLISH[ENGLISH.index("seats:") : ENGLISH.index("wishes:")], "kind: call\n    from: joris"
    assert found((seats, ""), ("kind: tip", call)) == [(22, "S1")]
    assert found(("kind: tip", call)) == []
    assert found((seats, "")) == []
    assert found((seats, ""), (TEXT, TEXT + "\n    only_if: places left")) == [(22, "S1")]
    assert found((TEXT, TEXT + "\n    only_if: places left")) == []
