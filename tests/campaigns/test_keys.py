"""What would break: a key that is silently ignored, a suggestion in the wrong language."""

import pytest

from campaigns.keys import Text, guess_language, nearest, shown, written
from tests.campaigns.bad_campaigns import DUTCH, findings_of, found


def test_the_language_is_that_of_most_keys() -> None:
    assert guess_language(["campagne", "start", "doel", "people"]) == "nl"
    assert guess_language(["campaign", "start", "doel"]) == "en"
    assert guess_language(["start"]) == guess_language([]) == "en"


def test_a_key_is_written_in_the_language_of_the_file() -> None:
    assert (written("when", "post", "nl"), written("when", "post", "en")) == ("wanneer", "when")


def test_the_nearest_name_ignores_capitals_and_may_be_none() -> None:
    assert nearest("Sandar", ["sandra", "joris"]) == "sandra"
    assert nearest("xyz", ["sandra", "joris"]) is None


def test_a_text_below_a_bar_knows_the_line_of_each_word() -> None:
    text = Text(4, "one\ntwo\n", 5)
    assert (text.line_at(0), text.line_at(4)) == (5, 6)
    assert Text(4, "one two").line_at(4) == 4


def test_a_long_text_is_shown_on_one_line_in_part() -> None:
    assert shown("a\n b") == "a b"
    assert shown("x" * 100).endswith("…")


def test_a_key_of_the_other_language_is_named_once_and_is_not_missing_too() -> None:
    findings = findings_of(("wanneer:", "when:"), base=DUTCH)
    assert [(one.rule, one.fix) for one in findings] == [("K1", "Schrijf 'wanneer'.")]


def test_a_key_of_another_block_is_not_allowed() -> None:
    assert found(("  hours:", "  places: 3\n  hours:")) == [(28, "K1")]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("text: Click the star.", "text:", "K2"),
        ("text: Click the star.", "text: ''", "K2"),
        ("text: Click the star.", "text: [a]", "K3"),
        ("text: Click the star.", "text: {a: b}", "K3"),
        ("text: Click the star.", "texts: one", "K3"),
        ("text: Click the star.", "texts: {a: b}", "K3"),
        ("text: Click the star.", "texts: []", "K2"),
        ("kind: tip", "kind: tip\n    for:", "K2"),
        (
            "goal:\n  text: On 1 April, 8 out of 10 conversations have a note in CRM.\n  measure: notes_in_crm",
            "goal: x",
            "K3",
        ),
        ("rules:\n  hours: 09:00 to 17:00", "rules:", "K2"),
        ("  hours: 09:00 to 17:00", "  hours: [1]", "K3"),
        ("  - kind: tip\n    when: week 2 Tuesday 09:30\n    text: Click the star.", "  kind: tip", "K3"),
        ("  - kind: tip\n    when: week 2 Tuesday 09:30\n    text: Click the star.", "  []", "K2"),
        ("  - kind: tip\n    when: week 2 Tuesday 09:30\n    text: Click the star.", "  - tip", "K3"),
    ],
)
def test_a_value_of_the_wrong_shape_is_one_finding(old: str, new: str, rule: str) -> None:
    assert [one for _, one in found((old, new))] == [rule]


def test_a_list_may_be_one_text_with_commas() -> None:
    assert found(("kind: tip", "kind: tip\n    for: sales"), ("hours:", "free_weeks: 6, 7\n  hours:")) == []
