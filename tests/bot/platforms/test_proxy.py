"""What would break: a bot behind the organisation's proxy that reaches nobody, or one that ignores an exception."""

import pytest
from yarl import URL

from bot.platforms.proxy import proxy_for

TEAMS = "https://smba.trafficmanager.net/emea/"


@pytest.fixture(autouse=True)
def no_proxy_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def test_without_a_proxy_everything_goes_straight_away() -> None:
    assert proxy_for(TEAMS) is None


def test_the_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://user:word@proxy.example:3128")
    assert proxy_for(TEAMS) == URL("http://user:word@proxy.example:3128")


def test_a_host_that_is_excepted_is_reached_straight_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "localhost,.trafficmanager.net")
    assert proxy_for(TEAMS) is None
