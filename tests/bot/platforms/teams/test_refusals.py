"""Every answer that Teams can give, and what it means for a delivery."""

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.platforms.base import DeliveryError
from bot.platforms.means import LONGEST_WAIT
from bot.platforms.teams.refusals import no_answer, not_reached, odd_answer, refusal
from tests.bot.platforms.meanings import AGAIN, CLOSED, NEVER, UNKNOWN, meaning

# (status, code, what it means for a new message, what it means for a change or a question)
TABLE = [
    (301, "", NEVER, NEVER),
    (307, "", NEVER, NEVER),
    (400, "Bad Argument", NEVER, NEVER),
    (400, "BadSyntax", NEVER, NEVER),
    (401, "", AGAIN, AGAIN),
    (401, "BotNotRegistered", AGAIN, AGAIN),
    (403, "", CLOSED, CLOSED),
    (403, "BotNotInConversationRoster", CLOSED, CLOSED),
    (403, "ConversationBlockedByUser", CLOSED, CLOSED),
    (403, "BotDisabledByAdmin", CLOSED, CLOSED),
    (403, "NotEnoughPermissions", CLOSED, CLOSED),
    (403, "MessageWritesBlocked", CLOSED, CLOSED),
    (403, "InvalidBotApiHost", CLOSED, CLOSED),
    (403, "ForbiddenOperationException", CLOSED, CLOSED),
    (403, "SomethingNew", CLOSED, CLOSED),
    (404, "", CLOSED, NEVER),  # the channel or the chat is gone; of a change it may be the message
    (404, "SomethingNew", CLOSED, NEVER),
    (404, "ConversationNotFound", CLOSED, CLOSED),
    (404, "ActivityNotFoundInConversation", NEVER, NEVER),
    (405, "", NEVER, NEVER),
    (408, "", NEVER, NEVER),
    (412, "PreconditionFailed", AGAIN, AGAIN),
    (413, "MessageSizeTooBig", NEVER, NEVER),
    (429, "", AGAIN, AGAIN),
    (500, "ServiceError", NEVER, NEVER),
    (502, "", UNKNOWN, AGAIN),
    (503, "", AGAIN, AGAIN),
    (504, "", UNKNOWN, AGAIN),
    (501, "", UNKNOWN, AGAIN),
    (599, "", UNKNOWN, AGAIN),
    (101, "", UNKNOWN, AGAIN),
]


def body(code: str) -> bytes:
    return orjson.dumps({"error": {"code": code, "message": "Why."}}) if code else b""


@pytest.mark.parametrize(("status", "code", "posting", "changing"), TABLE)
def test_what_an_answer_means(status: int, code: str, posting: str, changing: str) -> None:
    assert meaning(refusal(status, body(code), posts=True)) == posting
    assert meaning(refusal(status, body(code), posts=False)) == changing


def test_a_reason_is_a_sentence_for_the_owner_with_what_teams_said() -> None:
    gone = refusal(403, body("BotNotInConversationRoster"), posts=True)
    assert gone.reason == "The bot was removed from this conversation (403 BotNotInConversationRoster)."
    assert refusal(429, posts=True).reason == "Teams asks the bot to slow down (429)."


@pytest.mark.parametrize(
    "said",
    [
        # As in the documentation of Teams: JSON as the text of a message.
        rb'{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\"\r\n}"}',
        b'{"error":{"code":"Forbidden","message":"{\\"subCode\\":\\"MessageWritesBlocked\\"}"}}',
        b'{"error":{"code":"Forbidden","subCode":"MessageWritesBlocked"}}',
        b'{"error":{"innerHttpError":{"statusCode":403,"body":{"code":"MessageWritesBlocked"}}}}',
        b'{"code":"MessageWritesBlocked"}',
    ],
)
def test_the_code_is_found_wherever_teams_puts_it(said: bytes) -> None:
    assert refusal(403, said, posts=True).reason.startswith("This person blocked or removed the bot")


def test_a_code_that_is_no_code_is_not_repeated() -> None:
    for code in ("<script>", "line\nbreak", "x" * 200, "", "é"):
        assert refusal(403, body(code), posts=True).reason == "Teams does not let the bot in here (403)."


NOON = "Tue, 10 Nov 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("retry_after", "date", "seconds"),
    [
        (None, None, None),
        ("3", None, 3.0),
        (" 3 ", None, 3.0),
        ("0", None, 0.0),
        ("1.5", None, 1.5),
        ("99999999999", None, LONGEST_WAIT),
        ("9" * 400, None, None),
        ("-5", None, None),
        ("soon", None, None),
        ("", None, None),
        ("nan", None, None),
        ("1e9", None, None),
        ("٣", None, None),
        ("Tue, 10 Nov 2026 12:00:30 GMT", NOON, 30.0),
        ("Tue, 10 Nov 2026 11:00:00 GMT", NOON, 0.0),
        ("Tue, 10 Nov 2099 12:00:00 GMT", NOON, LONGEST_WAIT),
        ("Tue, 10 Nov 2026 12:00:30 GMT", None, None),
        ("Tue, 10 Nov 2026 12:00:30 GMT", "yesterday", None),
        ("Tue, 99 Nov 2026 12:00:30 GMT", NOON, None),
    ],
)
def test_how_long_teams_asks_to_wait(retry_after: str | None, date: str | None, seconds: float | None) -> None:
    assert refusal(429, posts=True, retry_after=retry_after, date=date).retry_after == seconds
    assert refusal(503, posts=True, retry_after=retry_after, date=date).retry_after == seconds


def test_what_came_is_told_of_teams() -> None:
    assert no_answer("it took too long", posts=True).reason == "No answer came from Teams (it took too long)."
    assert not_reached("it is off").reason == "Teams could not be reached (it is off)."
    assert odd_answer("it has no id", posts=True).reason.startswith("Teams gave an answer")


CODES = st.sampled_from([code for _, code, *_ in TABLE])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text() | CODES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["error", "code", "subCode", "message", "innerHttpError", "body"]), inner)
    ),
    max_leaves=8,
)
BODIES = (
    st.binary(max_size=200)
    | JSON.map(lambda found: orjson.dumps(found))
    | JSON.map(lambda found: orjson.dumps({"message": orjson.dumps(found).decode()}))
    | st.just(b"[" * 100_000)
    | st.just(b'{"message":' * 100_000)
)
HEADERS = st.none() | st.text(max_size=40) | st.just(NOON) | st.integers().map(str) | st.datetimes().map(
    lambda moment: moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
)  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(-10, 1000), BODIES, st.booleans(), HEADERS, HEADERS)
def test_whatever_comes_is_a_delivery_error(
    status: int, said: bytes, posts: bool, retry_after: str | None, date: str | None
) -> None:
    error = refusal(status, said, posts=posts, retry_after=retry_after, date=date)
    assert isinstance(error, DeliveryError)
    assert sum([error.permanent, error.unknown]) <= 1
    assert error.retry_after is None or 0 <= error.retry_after <= LONGEST_WAIT
    assert len(error.reason) < 200
    assert error.reason.isprintable()
    assert posts or not error.unknown


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([*range(500, 600), *range(100, 200)]), BODIES)
def test_what_posts_is_tried_again_only_after_an_answer_that_says_it_was_not_posted(status: int, said: bytes) -> None:
    error = refusal(status, said, posts=True)
    assert (meaning(error) == AGAIN) == (status == 503)
