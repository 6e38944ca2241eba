"""Which texts the rules read, and how a finding quotes them."""

from campaigns.principles.base import Checked
from campaigns.principles.written import content_words, cut, posted, shown
from tests.builders import a_campaign, a_post, a_wish, some_seats


def test_every_text_that_people_will_read_is_read() -> None:
    post = a_post(kind="consequence", source="count by Joris", action="Correct it now.")
    proof = a_post(kind="proof", texts=("a", "b"), otherwise="c", briefing=None)
    checked = Checked(a_campaign(posts=(post, proof), seats=some_seats(), wishes={"postcode": a_wish()}), ())
    assert [text.place for text in shown(checked)] == [
        "posts.consequence-1.text",
        "posts.proof-1.texts.0",
        "posts.proof-1.texts.1",
        "posts.proof-1.otherwise",
        "posts.consequence-1.source",
        "posts.consequence-1.action",
        "seats.why_limited",
        "seats.influence",
        "seats.time",
        "audiences.sales.pain",
        "audiences.sales.benefit",
        "wishes.postcode.title",
    ]
    assert {text.post for text in posted(checked)} == {"consequence-1", "proof-1"}


def test_a_text_is_about_its_longer_words_whatever_their_ending() -> None:
    assert content_words("nl", "Het gesprek over CRM is klaar") & content_words("nl", "Drie gesprekken") == {"gespr"}
    assert "crm" in content_words("nl", "Het gesprek over CRM is klaar")
    assert content_words("en", "They have this and that") == frozenset()


def test_a_quoted_text_is_one_short_line() -> None:
    assert cut("One\n line") == "One line"
    assert cut("word " * 30).endswith("word …")
    assert len(cut("word " * 30)) <= 62
