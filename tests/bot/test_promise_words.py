"""What would break: a promise that its owner can't recognise in a sentence."""

from datetime import UTC, date, datetime

from bot.promise_words import promise_words
from campaigns.promises import Promise
from tests.builders import a_campaign

NOW = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)


def words(**changes: str) -> dict[str, str]:
    fields = {"text": "You hear more.", "made_by": "sandra", "source": "crm/management-1/sales/x", **changes}
    promise = Promise(3, "crm", fields["text"], date(2027, 2, 5), fields["made_by"], NOW, fields["source"])
    return promise_words(a_campaign(), promise)


def test_its_own_words_its_day_and_who_made_it() -> None:
    assert words() == {
        "number": "3", "day": "5 February", "words": "“You hear more.”", "name": "Sandra de Wit", "id": "",
    }  # fmt: skip


def test_where_the_words_are_not_kept_it_is_named_by_where_it_was_made() -> None:
    assert words(text="", source="question/7")["words"] == "the answer to question 7"
    assert words(text="", source="wish/7")["words"] == "wish 7"


def test_a_wish_is_named_by_its_id_and_somebody_who_left_the_file_by_theirs() -> None:
    assert words(source="wish/postcode", made_by="gone")["id"] == "postcode"
    assert words(made_by="gone")["name"] == "gone"
