"""Only names of the closed list are replaced, once, and nothing that is put in is read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.placeholders import english_name, filled, placeholders_in, written_name
from campaigns.words import PLACEHOLDERS


def test_both_languages_and_any_spacing_mean_the_same() -> None:
    text = "{{ plekken_over }} {{places_left}} {{  Knop:Meedoen }} {{ dragons }}"
    assert placeholders_in(text) == ("places_left", "button:join", "dragons")


@pytest.mark.parametrize(("english", "dutch"), PLACEHOLDERS.items())
def test_every_dutch_name_has_its_english_twin(english: str, dutch: str) -> None:
    assert english_name(dutch) == english_name(english) == english


@pytest.mark.parametrize(("english", "dutch"), [*PLACEHOLDERS.items(), ("dragons", "dragons")])
def test_a_name_is_given_back_as_the_file_has_it(english: str, dutch: str) -> None:
    assert (written_name(english, "en"), written_name(english, "nl")) == (english, dutch)


@given(st.text())
def test_a_value_is_never_read_for_placeholders(value: str) -> None:
    assert filled("<{{ wish }}>", {"wish": value + "{{ wish }}"}) == f"<{value}{{{{ wish }}}}>"


@given(st.text(alphabet=st.characters(exclude_characters="{}")))
def test_text_without_marks_stays_as_it_is(text: str) -> None:
    assert filled(text, {}) == text


def test_a_name_without_a_value_is_never_passed_over() -> None:
    with pytest.raises(KeyError):
        filled("{{ wish }}", {})


@pytest.mark.parametrize("text", ["{{ wish.title }}", "{{ wish|upper }}", "{{ ''.__class__ }}"])
def test_no_expression_is_ever_worked_out(text: str) -> None:
    with pytest.raises(KeyError):
        filled(text, {"wish": "Search"})
