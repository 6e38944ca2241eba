"""What would break: an answer to a command that all can read, one that Slack refuses whole, a wrong language."""

from bot.platforms.slack.answering import AGAIN, NOTHING, answer_of, command_reply, not_kept, page_of
from bot.platforms.slack.blocks import payload_of
from bot.platforms.slack.home import home_of
from campaigns.message import Button, Message, Part
from tests.fake_slack.limits import trouble_with_message, trouble_with_view
from tests.fake_slack.shapes import words_in

SHORT = Message("en", "answer", (Part("You take part."),), buttons=(Button("name_me", "Name me", "crm", value="yes"),))
LONG = Message("en", "answer", (Part("Much & more 😀.\n\n" * 3000),), buttons=SHORT.buttons, title="All")


def test_an_answer_is_shown_whole() -> None:
    assert answer_of(SHORT) == payload_of(SHORT)
    assert page_of(SHORT) == home_of(SHORT)


def test_what_is_too_long_is_cut_rather_than_kept_back() -> None:
    payload, page = answer_of(LONG), page_of(LONG)
    assert trouble_with_message(payload) is None
    assert trouble_with_view(page, "home") == []
    for shown in (payload, page):
        assert "Much & more 😀." in words_in(shown)
        assert words_in(shown).endswith("…")


def test_a_commands_answer_is_for_one_person() -> None:
    reply = command_reply(SHORT)
    assert reply.status == 200
    assert reply.body is not None
    assert reply.body["response_type"] == "ephemeral"
    assert "You take part." in words_in(reply.body)


def test_what_has_no_words() -> None:
    assert (NOTHING.status, NOTHING.body, AGAIN.status, AGAIN.body) == (200, None, 503, None)


def test_what_was_not_kept_is_said_in_both_languages() -> None:
    assert "niet bewaren" in not_kept("nl").text
    assert "not keep" in not_kept("en").text
