"""What would break: a doctor who says fine while posts go nowhere, or who does not say what to type and where."""

from datetime import UTC, datetime

import pytest

from bot.cli.doctor_platforms import bindings_in, look_at_audiences, look_at_platforms
from bot.settings import Settings
from bot.slack_settings import SlackSettings
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES, BINDINGS, REFERENCES, Binding, Reference
from tests.builders import a_campaign, an_audience

NOW = datetime(2027, 2, 2, 9, 0, tzinfo=UTC)
CAMPAIGN = a_campaign(audiences={"sales": an_audience(), "service": an_audience(channel="Service > General")})


def test_without_settings_of_a_platform_there_is_the_room() -> None:
    assert list(look_at_platforms(Settings(), NOW)) == [("platforms", True, "the room, in a browser on this machine")]


def test_slack_that_can_not_be_reached_is_to_be_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Through a proxy that is not there, so that no token leaves this machine."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    slack = SlackSettings("xoxb-2026-hush", app_token="xapp-2026-hush")
    found = list(look_at_platforms(Settings().model_copy(update={"slack": slack}), NOW))
    assert [(about, fine) for about, fine, _ in found] == [("Slack: login", False), ("Slack: Socket Mode", False)]
    assert all("the connection was refused" in says and "hush" not in says for _, _, says in found)


async def test_each_audience_is_connected_to_a_channel_with_its_name_or_its_owner_types_what() -> None:
    store = MemoryStore(ALL_TABLES)
    async with store.transaction() as tx:
        await tx.put(BINDINGS, "crm/sales", Binding("crm", "sales", "teams", "19:crm@thread.tacv2"))
        known = Reference("teams", "tenant", "https://smba.trafficmanager.net/emea/", name="Sales > CRM")
        await tx.put(REFERENCES, "teams:19:crm@thread.tacv2", known)
    assert list(look_at_audiences([CAMPAIGN], await bindings_in(store))) == [
        ("crm/sales", True, "teams: Sales > CRM"),
        ("crm/service", False, "not connected: the owner types connect service in the channel Service > General"),
    ]


def test_a_channel_that_refuses_and_one_of_the_room_are_to_be_mended() -> None:
    closed = Binding("crm", "sales", "teams", "19:crm@thread.tacv2", closed="The bot was removed")
    in_room = Binding("crm", "service", "room", "crm/service")
    found = look_at_audiences([CAMPAIGN], {"crm/sales": (closed, ""), "crm/service": (in_room, "")})
    assert [(fine, says.split(":")[0]) for _, fine, says in found] == [(False, "19"), (False, "not connected")]
