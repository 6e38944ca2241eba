"""Whether the room may listen on a port of this machine; a taken one is said before anything is started."""

import socket
from typing import Final

LOOPBACK: Final = "127.0.0.1"


class PortTaken(Exception):
    """Somebody else listens there. Exit code 2."""

    def __init__(self, port: int, why: str) -> None:
        super().__init__(
            f"Port {port} can't be used ({why}). Stop what listens there, or choose another: --port or KLANKBORD_PORT."
        )


def refuse_taken_port(port: int) -> None:
    """Raises PortTaken. 0 means: whichever is free."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((LOOPBACK, port))
        except OSError as error:
            raise PortTaken(port, (error.strerror or str(error)).lower()) from error
