"""What would break: something odd that ends in a 500, Bolt that quotes people in a log, a bot that hears itself."""

import random
from typing import Any, cast

import pytest

from bot.platforms.base import DeliveryError
from bot.platforms.slack.answering import Reply
from bot.platforms.slack.bolt_app import QUIET, bolt_app, brought
from bot.platforms.slack.ourselves import Ourselves
from bot.platforms.slack.received import Received
from tests.bot.platforms.slack.a_door import ME, a_bolt, a_command, an_event
from tests.bot.platforms.slack.test_received import a_form, a_press, changed, places

ODD: tuple[Any, ...] = (None, True, 5, -1.5, "", "x", "x" * 2000, [], ["x"], [[]], [{}], {}, {"id": 5}, {"x": []})
KINDS = {
    "command": a_command(),
    "press": a_press(),
    "form": a_form(),
    "mention": an_event(authorizations=[{"team_id": "T1", "enterprise_id": None}], enterprise_id="E1"),
    "reaction": an_event(
        {
            "type": "reaction_added", "user": "U1", "item_user": "UBOT", "reaction": "x",
            "item": {"type": "message", "channel": "C1", "ts": "1"},
        }
    ),
    "home": an_event({"type": "app_home_opened", "tab": "home", "user": "U1", "channel": "D1"}),
    "joined": an_event({"type": "member_joined_channel", "user": "UBOT", "channel": "C1", "inviter": "U2"}),
    "renamed": an_event({"type": "channel_rename", "channel": {"id": "C1", "name": "x"}}),
}  # fmt: skip


class Listening:
    def __init__(self) -> None:
        self.heard: list[Received] = []

    async def __call__(self, received: Received) -> Reply:
        self.heard.append(received)
        return Reply(body={"text": received.kind})


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_is_heard_once_and_its_reply_goes_back(kind: str) -> None:
    listening = Listening()
    response = await brought(a_bolt(listening), KINDS[kind])
    assert [heard.kind for heard in listening.heard] == [kind]
    assert (response.status, response.body) == (200, f'{{"text": "{kind}"}}')


async def test_the_bot_does_not_hear_itself_but_where_it_came_in() -> None:
    listening = Listening()
    bolt = a_bolt(listening)
    for body in (
        an_event({"type": "app_mention", "user": ME.user, "channel": "C1", "text": "join"}),
        an_event({"type": "reaction_added", "user": ME.user, "reaction": "x", "item": {"type": "message"}}),
    ):
        assert (await brought(bolt, body)).status == 200
    assert listening.heard == []


@pytest.mark.parametrize("seed", range(3))
async def test_no_odd_value_anywhere_is_a_failure(seed: int, caplog: pytest.LogCaptureFixture) -> None:
    chance, bolt = random.Random(seed), a_bolt(Listening())
    extra = ("team", "enterprise", "user", "view", "authorizations", "response_urls", "bot_id", "event_id", "channel")
    for _ in range(400):
        body = chance.choice(list(KINDS.values()))
        body = body | {name: chance.choice(ODD) for name in chance.sample(extra, chance.randint(0, 2))}
        body = changed(body, chance.choice(places(body)), chance.choice(ODD))
        assert (await brought(bolt, body)).status == 200, body
    assert "ended in a bug" not in caplog.text


async def test_what_bolt_stumbles_over_is_left_and_not_quoted(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    body = an_event(team=["my salary is 12"], response_urls=5)
    assert (await brought(a_bolt(Listening()), body)).status == 200
    assert "odd shape" in caplog.text
    assert "salary" not in caplog.text


async def test_nothing_is_logged_of_what_people_say(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    bolt = a_bolt(Listening())
    await brought(bolt, a_command("my salary is 12"))
    await brought(bolt, {"type": "shortcut", "callback_id": "my salary is 12"})
    await brought(bolt, {"type": "url_verification", "challenge": "my salary is 12"})
    assert caplog.text == ""
    assert QUIET.disabled


class NotYet:
    async def known(self) -> None:
        raise DeliveryError("Slack could not be reached.")


async def test_until_the_bot_knows_itself_everything_is_to_come_again() -> None:
    listening = Listening()
    bolt = bolt_app(listening, cast(Ourselves, NotYet()))
    for body in KINDS.values():
        assert (await brought(bolt, body)).status == 503
    assert listening.heard == []
    assert (await brought(bolt, {"type": "url_verification", "challenge": "x"})).status == 200


async def test_what_slack_did_not_answer_meanwhile_is_to_come_again() -> None:
    async def listen(_: Received) -> Reply:
        raise DeliveryError("Slack could not be reached.")

    assert (await brought(a_bolt(listen), a_command())).status == 503


async def test_other_settings_of_this_machine_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bolt reads these by itself."""
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_VERIFICATION_TOKEN"):
        monkeypatch.setenv(name, "")
    listening = Listening()
    assert (await brought(a_bolt(listening), a_command())).status == 200
    assert len(listening.heard) == 1
