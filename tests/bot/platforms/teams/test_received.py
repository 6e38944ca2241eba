"""What would break: an odd activity that fails us, a field that is taken for what it is not, text of any length."""

from typing import Any

import pytest

from bot.platforms.teams.received import LONGEST_FIELD, LONGEST_TEXT, Received, read
from tests.bot.platforms.teams.recordings import NAMES, recorded

TENANT = "11111111-1111-4111-8111-111111111111"
ANOTHER = "22222222-2222-4222-8222-222222222222"


def found(recording: str, **changes: Any) -> Received:
    received = read(recorded(recording, **changes))
    assert received is not None
    return received


@pytest.mark.parametrize("name", NAMES)
def test_every_recorded_activity_says_who_where_and_in_which_tenant(name: str) -> None:
    received = found(name)
    assert (received.tenant, set(received.tenants)) == (TENANT, {TENANT})
    assert (received.aad, received.user) == tuple(recorded(name)["from"][key] for key in ("aadObjectId", "id"))
    assert (received.bot, received.service_url) == ("28:klankbord", recorded(name)["serviceUrl"])
    assert received.id
    assert received.is_personal == ("personal" in name)


def test_a_word_in_a_thread_has_its_channel_its_thread_and_its_team() -> None:
    received, data = found("thread_message"), recorded("thread_message")["channelData"]
    assert (received.place, received.team) == (data["channel"]["id"], data["team"]["id"])
    assert received.conversation == f"{received.place};messageid={received.thread}"
    assert received.thread.isdecimal()
    assert received.text == "<at>Klankbord</at> join"
    assert received.data == {}


def test_a_personal_chat_is_its_own_place() -> None:
    received = found("personal_message")
    assert (received.is_personal, received.place, received.team) == (True, received.conversation, "")
    assert (received.thread, received.channel_name) == ("", "")


def test_a_press_brings_the_same_data_as_an_invoke_and_as_a_message() -> None:
    execute, submit = recorded("execute"), recorded("submit")
    assert found("execute").data == execute["value"]["action"]["data"]
    assert found("execute").invoke == "adaptiveCard/action"
    assert found("submit").data == submit["value"]
    assert found("submit").reply_to == submit["replyToId"] != ""
    assert "\n" in found("execute_with_typed_text").data["text"]


def test_reactions_members_and_events_are_there() -> None:
    assert found("reaction_added").reactions_added == ("like",)
    assert found("reaction_removed").reactions_removed == ("like",)
    assert found("bot_removed_from_team").removed == ("28:klankbord",)
    gone = found("channel_deleted")
    assert (gone.event, gone.place) == ("channelDeleted", recorded("channel_deleted")["channelData"]["channel"]["id"])
    assert gone.place != gone.conversation, "it is said in the team"
    assert found("uninstalled_from_team").action == "remove"


def test_a_channel_is_named_with_its_team_where_both_are() -> None:
    data = recorded("channel_renamed")["channelData"]
    both = {**data, "team": {"id": "19:t", "name": "Sales"}, "channel": {"id": "19:c", "name": "CRM"}}
    assert found("channel_renamed", channelData=both).channel_name == "Sales > CRM"
    assert found("channel_renamed", channelData={**both, "channel": {"id": "19:c"}}).channel_name == "Sales"


@pytest.mark.parametrize("missing", ["type", "conversation", "channelData"])
def test_without_what_place_or_tenant_it_is_nothing(missing: str) -> None:
    activity = recorded("channel_message")
    activity["conversation"].pop("tenantId")
    assert read(activity) is not None, "one tenant is enough"
    del activity[missing]
    assert read(activity) is None


def test_every_tenant_that_is_named_is_seen() -> None:
    sender = {**recorded("channel_message")["from"], "tenantId": ANOTHER.upper()}
    assert found("channel_message", **{"from": sender}).tenants == {TENANT, ANOTHER}
    assert found("channel_message", **{"from": sender}).tenant == TENANT


@pytest.mark.parametrize("odd", [None, 5, 1.5, True, [], ["x"], {}, {"id": 5}, {"id": ["19:crm"]}, {"id": {}}, "text"])
@pytest.mark.parametrize("key", sorted(recorded("execute")))
def test_a_field_of_another_type_is_as_if_it_were_not_there(key: str, odd: object) -> None:
    received = read(recorded("execute", **{key: odd}))
    if key in ("conversation", "type") and odd != "text":
        assert received is None
    if received is not None:
        texts = (received.type, received.id, received.aad, received.user, received.name, received.text, received.invoke)
        assert all(isinstance(text, str) for text in (*texts, received.service_url, received.reply_to))
        assert isinstance(received.data, dict)


@pytest.mark.parametrize("key", ["id", "name", "aadObjectId"])
def test_what_is_too_long_to_be_an_id_is_none(key: str) -> None:
    for length, is_read in ((LONGEST_FIELD, True), (LONGEST_FIELD + 1, False)):
        received = found("channel_message", **{"from": {key: "a" * length}})
        assert bool({"id": received.user, "name": received.name, "aadObjectId": received.aad}[key]) == is_read


@pytest.mark.parametrize(
    ("sent", "is_read"),
    [
        ("wish a &lt;b&gt;bold&lt;/b&gt; &amp; big one", "wish a <b>bold</b> & big one"),
        ("join&nbsp;", "join "),
        ("join\u00a0", "join "),
        ("&amp;lt;", "&lt;"),
        ("&#106;oin", "join"),
        ("&#xD800;&#x110000;", "\ufffd\ufffd"),
        ("&#" + "9" * 4299 + "; join", "\ufffd join"),
        ("&#" + "9" * 4301 + "; join", "&#" + "9" * 3998),
        ("&#" + "9" * 100_000, "&#" + "9" * 3998),
        ("&nbsp;" * 5000, " " * 4000),
        ("a" * 250_000, "a" * 4000),
        (None, ""),
        (["join"], ""),
    ],
    ids=lambda value: str(value)[:20],
)
def test_text_is_what_was_typed_and_no_longer_than_what_is_understood(sent: object, is_read: str) -> None:
    assert LONGEST_TEXT == 4000
    assert found("personal_message", text=sent).text == is_read


def test_what_is_far_too_long_is_cut_before_anything_is_done_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []

    def unescape(text: str) -> str:
        looked_at.append(len(text))
        return text

    monkeypatch.setattr("bot.platforms.teams.received.html.unescape", unescape)
    found("personal_message", text="a" * 250_000)
    assert looked_at == [6 * LONGEST_TEXT]
