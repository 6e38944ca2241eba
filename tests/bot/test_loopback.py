"""What would break: a name from elsewhere that passes for this machine, and so sees the room."""

import pytest

from bot.loopback import is_loopback


@pytest.mark.parametrize("host", ["localhost", "localhost:3978", "127.0.0.1:3978", "[::1]:3978", "LOCALHOST"])
def test_this_machine_has_three_names(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "a@localhost",
        "localhost/x",
        "0.0.0.0",
        "[::1",
    ],
)
def test_every_other_name_is_not_this_machine(host: str) -> None:
    assert not is_loopback(host)
