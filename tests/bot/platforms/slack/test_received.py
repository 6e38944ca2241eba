"""What would break: something of Slack read as what it is not, or odd data that makes the bot stumble."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms.slack.buttons import kept, rows_of
from bot.platforms.slack.forms import form_for
from bot.platforms.slack.received import LONGEST_TEXT, Received, read
from campaigns.message import Button
from tests.bot.platforms.slack.a_door import a_command, an_event

WISH = Button("wish", "Wish", "key", asks_text="What?")
ANNA = {"id": "UANNA", "username": "anna", "name": "anna", "team_id": "T1"}


def a_press(button: Button = WISH, **changes: Any) -> dict[str, Any]:
    action = {**rows_of([button], [])[0]["elements"][0], "action_ts": "5.5"}
    where = {"type": "message", "message_ts": "1.1", "channel_id": "C1", "thread_ts": "0.9"}
    return {
        "type": "block_actions", "user": ANNA, "team": {"id": "T1"}, "actions": [action], "container": where,
        "channel": {"id": "C1", "name": "sales"}, "trigger_id": "7", "response_url": "https://hooks.slack.com/x",
        **changes,
    }  # fmt: skip


def a_form(**changes: Any) -> dict[str, Any]:
    found = read(a_press())
    assert found is not None
    assert found.pressed is not None
    view = form_for(found.pressed, "en", channel="C1", card="1.1")
    typed = {"state": {"values": {"text": {"text": {"type": "plain_text_input", "value": "More"}}}}}
    ids = {"id": "V1", "hash": "h", "team_id": "T1"}
    return {"type": "view_submission", "user": ANNA, "team": {"id": "T1"}, "view": {**view, **typed, **ids, **changes}}


def event(kind: str, **fields: Any) -> Received | None:
    return read(an_event({"type": kind, "user": "UANNA", "channel": "C1", "event_ts": "1.1", **fields}))


def test_a_command() -> None:
    assert read(a_command("join")) == Received(
        "command", "command 1.1.abc", frozenset({"T1"}), "UANNA", "anna", "C1", "sales", text="join",
        response_url="https://hooks.slack.com/x",
    )  # fmt: skip
    between = read(a_command(channel_id="D1", channel_name="directmessage"))
    assert between is not None
    assert between.is_private


def test_what_is_said_to_the_bot() -> None:
    mention = event("app_mention", text="<@UBOT> join", ts="1.1", thread_ts="0.9", team="T1")
    assert mention == Received(
        "mention", "event Ev1", frozenset({"T1"}), "UANNA", channel="C1", ts="1.1", thread="0.9", text="<@UBOT> join"
    )
    private = event("message", channel="D1", channel_type="im", text="join", ts="1.1")
    assert private is not None
    assert (private.kind, private.is_private) == ("message", True)


@pytest.mark.parametrize(
    "fields",
    [
        {"channel_type": "channel"}, {"channel_type": "im", "bot_id": "B1"}, {"channel_type": "im", "hidden": True},
        {"channel_type": "im", "subtype": "message_changed"}, {"channel_type": "im", "subtype": "message_deleted"},
        {"channel_type": "im", "subtype": "channel_join"}, {"channel_type": "im", "edited": {"user": "UANNA"}}, {},
    ],
    ids=str,
)  # fmt: skip
def test_what_nobody_said_to_the_bot_is_not_read(fields: dict[str, Any]) -> None:
    assert event("message", **{"channel": "D1", "text": "join", **fields}) is None


def test_a_mention_in_the_private_chat_comes_as_a_message_too() -> None:
    assert event("app_mention", channel="D1", text="<@UBOT> join") is None


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("a &amp; b &lt;c&gt; &amp;lt;", "a & b <c> &lt;"),
        ("see <https://example.com/a?b=1&amp;c|example.com>", "see https://example.com/a?b=1&c"),
        ("<mailto:a@example.com|a@example.com>", "a@example.com"),
        ("<#C1|sales> <#C2>", "#sales #C2"),
        ("<!here> <!subteam^S1|@team> <!date^1^{date}|today>", "@here @team today"),
        ("<@UBOT> join", "<@UBOT> join"),
        ("2 < 3 > 1", "2 < 3 > 1"),
        ("<javascript:x|y>", "<javascript:x|y>"),
        ("a\u00a0b", "a b"),
        (None, ""),
        (5, ""),
        (["x"], ""),
    ],
)
def test_text_is_as_it_was_typed(text: Any, typed: str) -> None:
    found = read(a_command(text))
    assert found is not None
    assert found.text == typed


def test_no_text_is_endless() -> None:
    found = read(a_command("&amp;" * 100_000))
    assert found is not None
    assert found.text == "&" * LONGEST_TEXT


def test_a_press() -> None:
    found = read(a_press())
    assert found is not None
    assert found.pressed is not None
    assert (found.pressed.verb, found.pressed.about, found.pressed.asks_text) == ("wish", "key", "What?")
    assert found.event == "press 5.5 UANNA 1.1 wish"
    assert (found.channel, found.ts, found.thread, found.trigger) == ("C1", "1.1", "0.9", "7")
    at_home = read(a_press(channel=None, container={"type": "view", "view_id": "V1"}))
    assert at_home is not None
    assert (at_home.is_private, at_home.event) == (True, "press 5.5 UANNA V1 wish")


def test_a_form() -> None:
    found = read(a_form())
    assert found is not None
    assert found.filled is not None
    assert (found.filled.about, found.filled.text) == ("key", "More")
    assert (found.event, found.channel, found.is_private, found.ts) == ("form V1 h", "C1", False, "1.1")
    for metadata in (kept(verb="wish", about="key", value="", channel="D1"), "x", ""):
        private = read(a_form(private_metadata=metadata))
        assert private is None or private.is_private


def test_a_reaction() -> None:
    item = {"type": "message", "channel": "C1", "ts": "1.1"}
    found = event("reaction_added", channel=None, item=item, reaction="tada", item_user="UBOT")
    assert found is not None
    assert (found.kind, found.channel, found.ts, found.author, found.reaction, found.added) == (
        "reaction", "C1", "1.1", "UBOT", "tada", True,
    )  # fmt: skip
    gone = event("reaction_removed", item=item, reaction="tada", item_user="UBOT")
    assert gone is not None
    assert not gone.added
    assert event("reaction_added", item={"type": "file"}, reaction="tada") is None


@pytest.mark.parametrize(
    ("kind", "fields", "expected", "member"),
    [
        ("member_joined_channel", {"inviter": "UJORIS"}, "joined", "UANNA"),
        ("member_left_channel", {}, "left", "UANNA"),
        ("channel_left", {}, "left", ""),
        ("group_left", {}, "left", ""),
        ("channel_archive", {}, "closed", ""),
        ("group_archive", {}, "closed", ""),
        ("channel_deleted", {}, "closed", ""),
        ("group_deleted", {}, "closed", ""),
        ("channel_unarchive", {}, "opened", ""),
        ("group_unarchive", {}, "opened", ""),
    ],
)
def test_what_becomes_of_a_channel(kind: str, fields: dict[str, Any], expected: str, member: str) -> None:
    found = event(kind, **fields)
    assert found is not None
    assert (found.kind, found.member, found.channel) == (expected, member, "C1")
    assert found.user == fields.get("inviter", "UANNA")


def test_a_new_name_of_a_channel() -> None:
    found = event("channel_rename", channel={"id": "C1", "name": "service"})
    assert found is not None
    assert (found.kind, found.channel, found.channel_name) == ("renamed", "C1", "service")


def test_home_is_the_page_and_not_the_chat() -> None:
    assert event("app_home_opened", tab="messages", channel="D1") is None
    found = event("app_home_opened", tab="home", channel="D1")
    assert found is not None
    assert (found.kind, found.is_private) == ("home", True)


def test_every_team_that_is_named_counts() -> None:
    for fields, teams in (({}, {"T1"}), ({"user_team": "T2"}, {"T1", "T2"}), ({"source_team": "T3"}, {"T1", "T3"})):
        found = event("app_mention", text="x", **fields)
        assert found is not None
        assert found.teams == teams
    press = read(a_press(user={**ANNA, "team_id": "T2"}))
    form = read(a_form(app_installed_team_id="T9"))
    assert press is not None
    assert form is not None
    assert press.teams == {"T1", "T2"}
    assert form.teams == {"T1", "T9"}


def test_in_a_shared_channel_somebody_without_a_team_may_be_a_stranger() -> None:
    for team, unknown in (("T1", False), ("", True)):
        told = an_event({"type": "app_mention", "user": "U1", "channel": "C1", "text": "x", "team": team})
        shared = read({**told, "is_ext_shared_channel": True})
        assert shared is not None
        assert shared.of_unknown_team is unknown
    archived = read({**an_event({"type": "channel_archive", "channel": "C1"}), "is_ext_shared_channel": True})
    assert archived is not None
    assert not archived.of_unknown_team


def test_only_what_slack_tells_by_itself_comes_again() -> None:
    mention = event("app_mention", text="x")
    assert mention is not None
    assert mention.comes_again
    for told in (a_command(), a_press(), a_form()):
        found = read(told)
        assert found is not None
        assert not found.comes_again


def test_what_nothing_tells_apart_has_no_event() -> None:
    for told in (a_command(trigger_id=""), a_form(id=""), {**an_event(), "event_id": None}):
        found = read(told)
        assert found is not None
        assert found.event == ""


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("x" * 2000),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)
TOLD = [
    a_command(), a_press(), a_form(), an_event(),
    an_event({"type": "reaction_added", "item": {"type": "message", "channel": "C1", "ts": "1"}, "reaction": "x"}),
    an_event({"type": "member_joined_channel", "user": "U1", "channel": "C1", "inviter": "U2"}),
    an_event({"type": "app_home_opened", "tab": "home", "user": "U1", "channel": "D1"}),
    an_event({"type": "channel_rename", "channel": {"id": "C1", "name": "x"}}),
]  # fmt: skip


def places(told: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in it, from the outside in."""
    inside = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    return [path] * bool(path) + [deeper for key, inner in inside for deeper in places(inner, (*path, key))]


def changed(told: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy = dict(told) if isinstance(told, dict) else list(told)
    copy[path[0]] = changed(told[path[0]], path[1:], value)
    return copy


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_no_odd_value_anywhere_makes_it_stumble(data: st.DataObject) -> None:
    told = data.draw(st.sampled_from(TOLD))
    odd = changed(told, data.draw(st.sampled_from(places(told))), data.draw(ODD))
    found = read(odd)
    if found is not None:
        fields = replace(found, pressed=None, filled=None)
        assert all(isinstance(value, str | bool | frozenset | None) for value in vars(fields).values())
