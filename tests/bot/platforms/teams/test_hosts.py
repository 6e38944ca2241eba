"""The list of addresses that may get our token: what is on it, and everything that only looks as if it were."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.platforms.base import DeliveryError
from bot.platforms.teams.hosts import LONGEST_URL, Hosts

REAL = [
    "https://smba.trafficmanager.net",
    "https://smba.trafficmanager.net/",
    "https://smba.trafficmanager.net/teams/",
    "https://smba.trafficmanager.net/emea/",
    "https://smba.trafficmanager.net/de/6f5c2c7e-0d5c-4b0e-9b0c-3a4f8f1f2a11/",
    "https://smba.trafficmanager.net:443/amer/",
    "HTTPS://SMBA.TrafficManager.NET/amer/",
    "https://smba.infra.gcc.teams.microsoft.com/gcc",
    "https://europe.botframework.com/",
]
PRETENDING = [
    "",
    "smba.trafficmanager.net",
    "http://smba.trafficmanager.net/emea/",
    "ftp://smba.trafficmanager.net/",
    "https://smba.trafficmanager.net.evil.com/",
    "https://evil.com/smba.trafficmanager.net/",
    "https://evil.com/?https://smba.trafficmanager.net/",
    "https://evil.com#smba.trafficmanager.net",
    "https://evil.com\\smba.trafficmanager.net/",
    "https://smba.trafficmanager.net\\@evil.com/",
    "https://smba.trafficmanager.net@evil.com/",
    "https://user:word@smba.trafficmanager.net/",
    "https://@smba.trafficmanager.net/",
    "https://xsmba.trafficmanager.net/",
    "https://other.trafficmanager.net/",
    "https://trafficmanager.net/",
    "https://smba.trafficmanager.net./",
    "https://smba.trafficmanager.net:8443/",
    "https://smba.trafficmanager.net:/",
    "https://smba.trafficmanager.net:443@evil.com/",
    "https://smba.trafficmanager.net/../admin",
    "https://smba.trafficmanager.net/%2e%2e/admin",
    "https://smba.trafficmanager.net//evil.com/",
    "https://smba.trafficmanager.net/emea?next=x",
    "https://smba.trafficmanager.net/emea#x",
    "https://smba.trafficmanager.net/ emea",
    " https://smba.trafficmanager.net/",
    "https://smba.trafficmanager.net/\n",
    "https://smba.trafficmanager.net\n.evil.com/",
    "https://smba.trafficmanager.net\x00.evil.com/",
    "https://smba。trafficmanager。net/",
    "https://ѕmba.trafficmanager.net/",
    "https://ſmba.trafficmanager.net/",
    "https://smba.trafficmanager.net/\u202eten",
    "https://xn--mba-jtd.trafficmanager.net/",
    "https://botframework.com/",
    "https://botframework.com.evil.com/",
    "https://evilbotframework.com/",
    "https://a.b.botframework.com/",
    "https://-.botframework.com/",
    "https://smba.infra.gov.teams.microsoft.us/",
    "https://40.74.1.1/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://localhost/",
    "https://169.254.169.254/metadata",
    "https://smba.trafficmanager.net/" + "a" * LONGEST_URL,
]
HERE = ["http://127.0.0.1:56150/_connector", "http://localhost:3000/", "https://[::1]:8443/x", "http://127.0.0.1"]
NOT_HERE = [
    "http://127.0.0.1.evil.com/",
    "http://127.0.0.1@evil.com/",
    "http://127.0.0.1:99999/",
    "http://127.1/",
    "http://127.0.0.2/",
    "http://0.0.0.0/",
    "http://localhost.evil.com/",
    "http://localhost./",
    "http://192.168.1.10:3978/",
    "http://[::ffff:127.0.0.1]/",
    "https://smba.trafficmanager.net/emea/",
    "http://127.0.0.1:१२३/",
]


@pytest.mark.parametrize("address", REAL)
def test_the_addresses_of_the_bot_connector_pass(address: str) -> None:
    url = Hosts.real().check(address)
    assert (url.scheme, url.port, url.user) == ("https", 443, None)
    assert url.host == url.host.lower() if url.host else False


@pytest.mark.parametrize("address", PRETENDING)
def test_what_looks_like_it_is_refused_for_good_and_not_repeated(address: str) -> None:
    with pytest.raises(DeliveryError) as refused:
        Hosts.real().check(address)
    assert refused.value.permanent
    assert not refused.value.unknown
    assert "evil" not in refused.value.reason


@pytest.mark.parametrize("address", HERE)
def test_the_playground_is_on_this_machine(address: str) -> None:
    assert Hosts.loopback().check(address).host in ("127.0.0.1", "localhost", "::1")


@pytest.mark.parametrize("address", NOT_HERE)
def test_the_playground_is_nowhere_else(address: str) -> None:
    with pytest.raises(DeliveryError):
        Hosts.loopback().check(address)


PIECES = [
    "https://",
    "http://",
    "smba.trafficmanager.net",
    "evil.com",
    "@",
    ":",
    "443",
    "/",
    "\\",
    ".",
    "#",
    "?",
    "%2f",
]
LURES = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=8).map("".join)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LURES | st.text())
def test_whatever_is_written_a_call_goes_to_microsoft_or_nowhere(address: str) -> None:
    try:
        url = Hosts.real().check(address)
    except DeliveryError:
        return
    known = ("smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com")
    assert url.host in known or (url.host or "").endswith(".botframework.com")
    assert (url.scheme, url.port, url.user, url.query_string, url.fragment) == ("https", 443, None, "", "")
