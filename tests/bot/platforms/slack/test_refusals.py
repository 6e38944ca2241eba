"""What Slack's refusals mean: a wrong row here posts twice, loses a post, or leaves the owner without a next step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.means import LONGEST_WAIT
from bot.platforms.slack.refusals import no_answer, not_reached, odd_answer, refusal
from tests.bot.platforms.meanings import AGAIN, CLOSED, NEVER, UNKNOWN, meaning

# Slack's word → what it means for what posts, and for what changes or reads.
TABLE = [
    ("not_in_channel", CLOSED, CLOSED),
    ("channel_not_found", CLOSED, CLOSED),
    ("is_archived", CLOSED, CLOSED),
    ("restricted_action", CLOSED, CLOSED),
    ("restricted_action_read_only_channel", CLOSED, CLOSED),
    ("user_disabled", CLOSED, CLOSED),
    ("messages_tab_disabled", CLOSED, CLOSED),
    ("users_not_found", NEVER, NEVER),
    ("user_not_in_channel", NEVER, NEVER),
    ("cannot_dm_bot", NEVER, NEVER),
    ("invalid_auth", AGAIN, AGAIN),
    ("not_authed", AGAIN, AGAIN),
    ("account_inactive", AGAIN, AGAIN),
    ("token_revoked", AGAIN, AGAIN),
    ("token_expired", AGAIN, AGAIN),
    ("missing_scope", AGAIN, AGAIN),
    ("not_allowed_token_type", AGAIN, AGAIN),
    ("ratelimited", AGAIN, AGAIN),
    ("request_timeout", AGAIN, AGAIN),
    ("msg_too_long", NEVER, NEVER),
    ("msg_blocks_too_long", NEVER, NEVER),
    ("invalid_blocks", NEVER, NEVER),
    ("message_not_found", NEVER, NEVER),
    ("cant_update_message", NEVER, NEVER),
    ("expired_trigger_id", NEVER, NEVER),
    ("internal_error", UNKNOWN, AGAIN),
    ("fatal_error", UNKNOWN, AGAIN),
    ("service_unavailable", UNKNOWN, AGAIN),
    ("a_word_of_next_year", NEVER, NEVER),
    ("", NEVER, NEVER),
]
STATUSES = [
    (307, NEVER, NEVER),
    (400, NEVER, NEVER),
    (401, AGAIN, AGAIN),
    (403, AGAIN, AGAIN),
    (404, NEVER, NEVER),
    (413, NEVER, NEVER),
    (429, AGAIN, AGAIN),
    (500, UNKNOWN, AGAIN),
    (502, UNKNOWN, AGAIN),
    (503, UNKNOWN, AGAIN),
    (504, UNKNOWN, AGAIN),
    (599, UNKNOWN, AGAIN),
    (101, UNKNOWN, AGAIN),
]


@pytest.mark.parametrize(("code", "posting", "changing"), TABLE)
def test_what_a_word_of_slack_means(code: str, posting: str, changing: str) -> None:
    assert meaning(refusal(True, code)) == posting
    assert meaning(refusal(False, code)) == changing


@pytest.mark.parametrize(("status", "posting", "changing"), STATUSES)
def test_what_a_status_means(status: int, posting: str, changing: str) -> None:
    assert meaning(refusal(True, "", status=status)) == posting
    assert meaning(refusal(False, "", status=status)) == changing


def test_a_reason_says_what_the_owner_can_do_with_what_slack_said() -> None:
    out = refusal(True, "not_in_channel")
    assert out.reason == "Klankbord is not in this channel: invite it there with /invite @Klankbord (not_in_channel)."
    scope = refusal(True, "missing_scope", needed="channels:history,groups:history")
    assert scope.reason == (
        "The app misses a right in Slack: add it from the manifest and install the app again "
        "(missing_scope channels:history,groups:history)."
    )
    assert refusal(True, "ratelimited", status=429).reason == "Slack asks the bot to slow down (429 ratelimited)."
    assert refusal(True, "").reason == "Slack refused this."
    assert out.code == "not_in_channel"


@pytest.mark.parametrize("code", ["<script>", "line\nbreak", "x" * 200, "é", "<!channel>", "two words"])
def test_a_word_that_is_no_code_is_not_repeated(code: str) -> None:
    refused = refusal(True, code, needed=code)
    assert (refused.reason, refused.code) == ("Slack refused this.", "")


def test_what_came_is_told_of_slack() -> None:
    assert no_answer("it took too long", posts=True).reason == "No answer came from Slack (it took too long)."
    assert not_reached("it is off").reason == "Slack could not be reached (it is off)."
    assert odd_answer("it has no id", posts=True).reason.startswith("Slack gave an answer")


CODES = st.sampled_from([code for code, *_ in TABLE]) | st.text(max_size=150)


@given(st.booleans(), CODES, st.integers(-10, 1000), st.none() | st.floats(allow_nan=False), st.text())
def test_whatever_comes_is_a_delivery_error(
    posts: bool, code: str, status: int, wait: float | None, needed: str
) -> None:
    error = refusal(posts, code, status=status, retry_after=wait, needed=needed)
    assert sum([error.permanent, error.unknown]) <= 1
    assert error.retry_after is None or 0 <= error.retry_after <= LONGEST_WAIT
    assert len(error.reason) < 350
    assert error.reason.isprintable()
    assert posts or not error.unknown


@given(st.sampled_from([*range(500, 600), *range(100, 200)]))
def test_what_posts_is_never_tried_again_after_a_failure_of_slack_itself(status: int) -> None:
    assert meaning(refusal(True, "", status=status)) == UNKNOWN
