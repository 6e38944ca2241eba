"""What would break: braces that people see in a post, or a number that has no source."""

import pytest

from campaigns.words import PLACEHOLDERS
from tests.campaigns.bad_campaigns import DUTCH, findings_of, found

TEXT = "Click the star."
JOIN = {"button:join", "button:wish", "wish", "wish_by", "measure", "measure_then", "growth", "since"}


@pytest.mark.parametrize("name", sorted(set(PLACEHOLDERS) - JOIN))
def test_a_placeholder_of_the_list_is_fine(name: str) -> None:
    """Rule T9."""
    assert found((TEXT, f"A {{{{ {name} }}}} and {{{{{name}}}}}.")) == []


@pytest.mark.parametrize(
    "odd",
    [
        "{{ place_left }}", "{{ lad }}", "{{x", "x}}", "{{ a.b }}", "{{ x | y }}", "{{ }}", "{{}}", "{{ 7*7 }}",
        "{{ leider }}", "{{ lead", "{{{lead}}}", "{{ {{ lead }} }}", "{{ lead\n      }}",
    ],
)  # fmt: skip
def test_anything_else_between_braces_is_an_error(odd: str) -> None:
    assert {rule for _, rule in found((TEXT, f"|\n      A {odd}\n"))} == {"T9"}


def test_single_braces_are_just_text() -> None:
    assert found((TEXT, "Use {x} and }, {like this} or {1}. Type {name} or {}.")) == []


@pytest.mark.parametrize("almost", ["{lead}", "{ places_left }", "{place_left}", "{Lead}", "{button:join}"])
def test_a_placeholder_between_single_braces_is_found(almost: str) -> None:
    assert found((TEXT, f"|\n      Ask\n      {almost} for it.\n")) == [(34, "T9")]
    nearest = almost.strip("{} ").lower().replace("place_", "places_")
    [finding] = findings_of((TEXT, f"|\n      Ask {almost}.\n"))
    assert f"'{{{{ {nearest} }}}}'" in finding.fix


def test_a_dutch_placeholder_between_single_braces_is_found_too() -> None:
    [finding] = findings_of(("Klik op de ster.", "Vraag het {leider}, en {{ leider }}."), base=DUTCH)
    assert (finding.rule, "'{{ leider }}'" in finding.fix, "'{leider}'" in finding.message) == ("T9", True, True)
    [english] = findings_of(("Klik op de ster.", "Vraag het {lead}."), base=DUTCH)
    assert "'{{ leider }}'" in english.fix


def test_the_line_is_that_of_the_placeholder() -> None:
    assert found((TEXT, "|\n      One\n\n      Two {{ x }}\n")) == [(35, "T9")]
    assert found(("    text: " + TEXT, "    briefing: A {{ x }}."), ("kind: tip", "kind: outcome")) == [(32, "T9")]


def test_the_nearest_name_is_in_the_language_of_the_file() -> None:
    assert "'places_left'" in findings_of((TEXT, "A {{ place_left }}."))[0].fix
    assert "'leider'" in findings_of(("Klik op de ster.", "A {{ leidr }}."), base=DUTCH)[0].fix
    assert findings_of(("Klik op de ster.", "A {{ lead }}."), base=DUTCH)[0].fix == "Schrijf '{{ leider }}'."


def test_a_placeholder_needs_something_to_show() -> None:
    assert (
        found(("Klik op de ster.", "Nog {{ plekken_over }} van {{ wensen_totaal }}."), base=DUTCH) == [(17, "T9")] * 2
    )
    assert found((TEXT, "It is {{ measure }}.")) == [(32, "T9")]
    assert found((TEXT, "It is {{ measure }}.\n    measure: notes_in_crm")) == []


def test_a_wish_is_named_only_when_it_is_done() -> None:
    assert found((TEXT, "Ready is {{ wish }}.")) == [(32, "T9")]
    assert (
        found(
            (TEXT, "Ready is {{ wish }}."),
            ("kind: tip", "kind: wish"),
            ("week 2 Tuesday 09:30", "as soon as wish done"),
        )
        == []
    )


@pytest.mark.parametrize("kind", ["call", "status"])
def test_with_a_draw_no_place_is_taken_while_people_sign_up(kind: str) -> None:
    more = "\n    only_if: places left\n    from: sandra"
    left, total = ((TEXT, f"'{{{{ {name} }}}} places.'{more}") for name in ("places_left", "places_total"))
    draw = ("places: 3", "places: 3\n  allocation: draw")
    of_kind = ("kind: tip", f"kind: {kind}")
    assert found(of_kind, left, draw) == [(33, "T9")]
    assert found(of_kind, left) == found(of_kind, total, draw) == []
    assert found(("kind: tip", "kind: outcome"), left, draw) == []  # after the draw it is a true number


def test_a_button_stands_only_where_its_kind_asks() -> None:
    assert found((TEXT, "Press {{ button:join }}.")) == [(32, "T9")]
    assert found((TEXT, "Press {{ button:wish }}.")) == [(32, "T9")]
    assert found((TEXT, "Press {{ button:wish }}."), ("kind: tip", "kind: invitation")) == []


def test_nothing_outside_a_posts_texts_is_filled_in() -> None:
    assert found(("You see everything", "You see {{ team }}")) == [(16, "T9")]
    assert found(("kind: tip", "kind: tip\n    theme: A {{ team }}")) == [(31, "T9")]
