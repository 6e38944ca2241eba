"""What we believe of Slack's answers: a field of another type than agreed must never become a wrong person or post."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.answers import (
    Channel,
    Me,
    Odd,
    Page,
    Profile,
    Seen,
    channel_in,
    me_in,
    page_in,
    profile_in,
)

ANNA: dict[str, Any] = {
    "id": "UANNA",
    "team_id": "T1",
    "name": "anna",
    "real_name": "Anna de Vries",
    "profile": {"display_name": "Anna", "email": "anna@example.com"},
}
POST: dict[str, Any] = {
    "type": "message",
    "ts": "1700000000.000100",
    "user": "UBOT",
    "bot_id": "BBOT",
    "metadata": {"event_type": "klankbord_post", "event_payload": {"key": "k"}},
}


def test_who_the_bot_is() -> None:
    answer = {"team_id": "T1", "user_id": "UBOT", "bot_id": "BBOT", "user": "klankbord"}
    assert me_in(answer, "chat:write, commands,") == Me(
        "T1", "UBOT", "BBOT", "klankbord", frozenset({"chat:write", "commands"})
    )


def test_a_persons_own_token_is_not_the_bots() -> None:
    with pytest.raises(Odd, match="bot_id"):
        me_in({"team_id": "T1", "user_id": "UANNA", "user": "anna"}, "")


def test_a_person() -> None:
    assert profile_in({"user": ANNA}) == Profile("UANNA", "Anna", "anna@example.com", "T1", True)


@pytest.mark.parametrize(
    ("profile", "name", "email"),
    [
        ({}, "Anna de Vries", None),
        ({"display_name": " ", "real_name": "A. de Vries"}, "A. de Vries", None),
        ({"display_name": 5, "email": 5}, "Anna de Vries", None),
        ({"display_name": "Anna", "email": ""}, "Anna", None),
    ],
)
def test_a_person_who_tells_less(profile: dict[str, Any], name: str, email: str | None) -> None:
    found = profile_in({"user": ANNA | {"profile": profile}})
    assert (found.name, found.email) == (name, email)


@pytest.mark.parametrize("what", ["is_bot", "deleted", "is_workflow_bot"])
def test_what_is_no_person(what: str) -> None:
    assert not profile_in({"user": ANNA | {what: True}}).is_person


def test_a_channel_and_a_private_chat() -> None:
    channel = {"id": "C1", "name": "general", "is_member": True, "is_archived": False, "is_private": False}
    assert channel_in({"channel": channel}) == Channel("C1", "general", True, False, False)
    chat = {"id": "D1", "is_im": True, "user": "UANNA"}
    assert channel_in({"channel": chat}) == Channel("D1", "", True, False, True)


def test_a_page_of_messages() -> None:
    said = {"messages": [POST, {"ts": "1.5"}], "has_more": True, "response_metadata": {"next_cursor": "more"}}
    post = Seen("1700000000.000100", 1700000000.0001, "UBOT", "BBOT", "klankbord_post", "k")
    assert page_in(said) == Page((post, Seen("1.5", 1.5, "", "", "", "")), "more")
    assert page_in({"messages": []}) == Page((), "")


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"messages": None},
        {"messages": {}},
        {"messages": ["x"]},
        {"messages": [{}]},
        {"messages": [{"ts": 1.5}]},
        {"messages": [{"ts": "nan"}]},
        {"messages": [{"ts": "1e99.0"}]},
        {"messages": [], "has_more": True},
        {"messages": [], "has_more": True, "response_metadata": {"next_cursor": ""}},
    ],
)
def test_half_a_page_is_no_page(answer: dict[str, Any]) -> None:
    """Otherwise a post that is there would be held for not there, and posted twice."""
    with pytest.raises(Odd):
        page_in(answer)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "user", "profile", "team_id", "channel", "messages", "ts", "metadata", "has_more"]),
            inner,
        )
    ),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["user", "channel", "messages", "team_id", "user_id", "bot_id"]), JSON))
def test_whatever_comes_is_read_or_odd(answer: dict[str, Any]) -> None:
    for read in (profile_in, channel_in, page_in, lambda found: me_in(found, "")):
        with suppress(Odd):
            assert read(answer)
