"""A taken port is said in one sentence before anything starts."""

import socket

import pytest

from bot.cli.free_port import LOOPBACK, PortTaken, refuse_taken_port


def test_a_port_where_somebody_listens_is_refused_and_a_free_one_is_not() -> None:
    with socket.socket() as other:
        other.bind((LOOPBACK, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"^Port {port} can't be used \(address already in use\)\. Stop what"):
            refuse_taken_port(port)
    refuse_taken_port(port)


def test_any_free_port_is_always_there() -> None:
    refuse_taken_port(0)
