"""What would break: a text that an audience gets twice, or never, after its author has edited the series."""

from campaigns.occurrence import Occurrence
from campaigns.series import remembered, texts_left
from tests.builders import an_occurrence

A, B, C = "Press the star to keep a customer.", "Type four figures of the number.", "Paste your note in Report."


def sent(number: int, text: str = "") -> Occurrence:
    return an_occurrence(series=number, remembered=remembered(text) if text else "")


def test_a_text_is_known_by_its_words_wherever_it_stands() -> None:
    assert texts_left((C, B, A), [sent(1, A), sent(2, B)]) == [1]


def test_spaces_and_capitals_make_no_other_text() -> None:
    assert texts_left((A.upper().replace(" ", "\n"), B), [sent(1, A)]) == [2]


def test_a_reworded_text_is_still_the_one_that_was_sent() -> None:
    assert texts_left((A.replace("keep", "find"), B), [sent(1, A)]) == [2]


def test_another_text_at_its_place_is_a_new_one() -> None:
    assert texts_left((B, C), [sent(1, A)]) == [1, 2]


def test_the_same_text_twice_is_twice_to_be_sent() -> None:
    assert texts_left((A, B, A), [sent(1, A)]) == [2, 3]


def test_in_an_older_store_the_number_is_all_there_is() -> None:
    assert texts_left((C, B, A), [sent(1), sent(2)]) == [3]
    assert texts_left((C,), [sent(7)]) == [1]
