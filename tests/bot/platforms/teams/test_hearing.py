"""What would break: a press, word, reaction or installation that means something else than the person did."""

from typing import Any

import pytest

from bot.commands import read_command
from bot.inbound import (
    AnswerPulse,
    Approve,
    Inbound,
    Installed,
    Join,
    Leave,
    MakeWish,
    NameMe,
    Origin,
    Person,
    React,
    Settle,
)
from bot.platforms.teams.hearing import about_of, apart, is_about_elsewhere, is_of_one_channel, is_press, meant
from bot.platforms.teams.received import LONGEST_TEXT, Received, read
from tests.bot.platforms.teams.recordings import NAMES, recorded

ORIGIN = Origin("teams", Person("teams:a", "A"), "event", "19:crm@thread.tacv2", "key")


def received(recording: str, **changes: Any) -> Received:
    found = read(recorded(recording, **changes))
    assert found is not None
    return found


def heard(recording: str, **changes: Any) -> Inbound | None:
    return meant(received(recording, **changes), ORIGIN)


def pressed(data: object, name: str = "execute") -> Inbound | None:
    return heard(name, value={"action": {"data": data}} if name == "execute" else data)


EVENTS = {
    "bot_removed_from_team": Installed(ORIGIN, removed=True),
    "channel_deleted": Installed(ORIGIN, removed=True),
    "installed_in_channel": Installed(ORIGIN),
    "installed_in_general": Installed(ORIGIN),
    "installed_in_personal_chat": Installed(ORIGIN),
    "reaction_added": React(ORIGIN, emoji="👍"),
    "reaction_removed": React(ORIGIN, emoji="👍", added=False),
    "team_deleted": Installed(ORIGIN, removed=True),
    "uninstalled_from_personal_chat": Installed(ORIGIN, removed=True),
    "uninstalled_from_team": Installed(ORIGIN, removed=True),
}  # every other event, such as a bot that was added, is said by another one too or means nothing to us
VERBS = {"join": Join, "leave": Leave, "wish": MakeWish}


@pytest.mark.parametrize("name", NAMES)
def test_what_a_real_client_sent_means(name: str) -> None:
    activity = recorded(name)
    if "value" in activity:
        data = activity["value"].get("action", {}).get("data") or activity["value"]
        assert type(heard(name)) is VERBS[data["verb"]]
    elif activity["type"] == "message":
        assert heard(name) == read_command(activity["text"], ORIGIN)
    else:
        assert heard(name) == EVENTS.get(name)


def test_a_word_behind_the_bots_name_is_that_word() -> None:
    assert heard("thread_message") == Join(ORIGIN)


@pytest.mark.parametrize(
    ("action", "removed"),
    [("add", False), ("add-upgrade", False), ("remove", True), ("remove-upgrade", None), ("upgrade", None), ("", None)],
)
def test_a_new_version_of_the_app_takes_nothing_away(action: str, removed: bool | None) -> None:
    found = heard("installed_in_channel", action=action)
    assert found == (None if removed is None else Installed(ORIGIN, removed=removed))


@pytest.mark.parametrize(
    ("event", "removed", "alone"),
    [
        ("channelDeleted", True, True),
        ("channelRestored", False, True),
        ("teamDeleted", True, False),
        ("teamArchived", True, False),
        ("teamRestored", False, False),
        ("teamUnarchived", False, False),
        ("channelRenamed", None, False),
    ],
)
def test_what_happened_to_a_channel_or_to_its_whole_team(event: str, removed: bool | None, alone: bool) -> None:
    changed = received(
        "channel_deleted", channelData={**recorded("channel_deleted")["channelData"], "eventType": event}
    )
    assert meant(changed, ORIGIN) == (None if removed is None else Installed(ORIGIN, removed=removed))
    assert is_of_one_channel(changed) is alone


def test_somebody_elses_leaving_is_not_ours() -> None:
    assert heard("bot_removed_from_team", membersRemoved=[{"id": "user-anna"}]) is None
    assert heard("bot_removed_from_team", membersRemoved=[{"id": "user-anna"}, {"id": "28:klankbord"}]) is not None
    assert heard("bot_removed_from_team", membersRemoved=[{"id": ""}], recipient={}) is None


@pytest.mark.parametrize("name", ["execute", "submit"])
def test_a_press_is_read_alike_however_it_came(name: str) -> None:
    assert pressed({"verb": "approve", "about": "card"}, name) == Approve(ORIGIN)
    assert pressed({"verb": "pulse", "value": "4"}, name) == AnswerPulse(ORIGIN, answer="4")
    assert pressed({"verb": "name_me", "value": "no"}, name) == NameMe(ORIGIN, agreed=False)
    assert pressed({"verb": "wish", "text": "More"}, name) == MakeWish(ORIGIN, text="More")
    assert pressed({"verb": "wish", "text2": "Less", "field": "text2"}, name) == MakeWish(ORIGIN, text="Less")


@pytest.mark.parametrize(
    "data",
    [
        {}, {"verb": ""}, {"verb": "JOIN"}, {"verb": "pause"}, {"verb": "Join "}, {"verb": "__class__"}, {"verb": None},
        {"verb": 5}, {"verb": ["join"]}, {"verb": {"verb": "join"}}, {"verb": "j" * 2000}, {"about": "card"}, "join",
        ["join"], None, 5,
    ],
    ids=lambda data: str(data)[:30],
)  # fmt: skip
@pytest.mark.parametrize("name", ["execute", "submit"])
def test_made_up_data_means_nothing(data: object, name: str) -> None:
    assert pressed(data, name) is None


def test_what_comes_with_a_press_is_text_or_nothing_and_never_endless() -> None:
    for odd in (None, 5, ["4"], {"value": "4"}, True):
        assert pressed({"verb": "pulse", "value": odd}) == AnswerPulse(ORIGIN, answer="")
        assert pressed({"verb": "wish", "text": odd}) == MakeWish(ORIGIN, text="")
        assert pressed({"verb": "wish", "field": odd, "text": "More"}) == MakeWish(ORIGIN, text="")
        assert about_of(received("execute", value={"action": {"data": {"verb": "join", "about": odd}}})) == ""
    assert pressed({"verb": "wish", "text": "m" * 200_000}) == MakeWish(ORIGIN, text="m" * LONGEST_TEXT)
    assert about_of(received("execute", value={"action": {"data": {"about": "k" * 2000}}})) == ""


def test_only_our_kind_of_invoke_is_a_press() -> None:
    for name in ("composeExtension/query", "task/fetch", "signin/verifyState", ""):
        assert heard("execute", name=name, text="join") is None
    assert about_of(received("execute")) == recorded("execute")["value"]["action"]["data"]["about"]
    assert not is_press(received("thread_message"))
    assert heard("thread_message", value={"verb": "leave"}) == Join(ORIGIN), "what was typed counts"


def test_the_owner_is_asked_in_private_about_a_post_elsewhere() -> None:
    assert pressed({"verb": "it_is_there", "about": "key"}) == Settle(ORIGIN, delivery="key", is_there=True)
    for verb, elsewhere in (("it_is_there", True), ("post_it", True), ("approve", False), ("join", False)):
        press = received("execute", value={"action": {"data": {"verb": verb, "about": "key"}}})
        assert is_about_elsewhere(press) is elsewhere


@pytest.mark.parametrize(
    ("kind", "emoji"),
    [
        ("like", "👍"),
        ("heart", "❤️"),
        ("laugh", "😆"),
        ("surprised", "😮"),
        ("sad", "😢"),
        ("angry", "😠"),
        ("1f44b_wave", "1f44b_wave"),
    ],
)
def test_a_reaction_is_shown_as_the_client_shows_it(kind: str, emoji: str) -> None:
    assert heard("reaction_added", reactionsAdded=[{"type": kind}]) == React(ORIGIN, emoji=emoji)


def test_a_changed_reaction_is_one_less_and_one_more() -> None:
    both = received("reaction_added", reactionsRemoved=[{"type": "sad"}, {"type": 5}, "sad"])
    assert [meant(one, ORIGIN) for one in apart(both)] == [React(ORIGIN, "😢", added=False), React(ORIGIN, "👍")]
    assert len({one.id for one in apart(both)}) == 2
    assert [one.id for one in apart(both)] == [one.id for one in apart(both)], "a repeat has the same ids"


def test_anything_else_stays_one_and_a_heap_of_reactions_is_cut() -> None:
    for name in NAMES:
        assert apart(received(name)) == [received(name)]
    assert len(apart(received("reaction_added", reactionsAdded=[{"type": f"r{n}"} for n in range(500)]))) == 20
    assert apart(received("reaction_added", id="", reactionsRemoved=[{"type": "sad"}]))[0].id == ""


def test_what_bots_are_told_of_besides_means_nothing() -> None:
    for kind in (
        "typing",
        "event",
        "endOfConversation",
        "messageUpdate",
        "messageDelete",
        "handoff",
        "x",
        "invokeResponse",
    ):
        assert heard("channel_message", type=kind) is None
    assert heard("channel_message", text=" \n") is None
    assert heard("channel_message", text="") is None
