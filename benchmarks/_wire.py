"""What the benchmarks of chat platforms share: servers in processes of their own, and callers that cost next to none.

The server that is measured has one core; whoever calls it and whomever it calls has the other.
"""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import Any, Final

from aiohttp import web

AT_ONCE: Final = 16
MEASURED, OTHERS = 0, -1  # the first core that we may have, and the last

Check = Callable[[int, bytes], bool]


def take_core(which: int) -> None:
    """Where a system can't do that, it shares its cores as it likes."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[which]})


@contextmanager
def started(module: str, *words: str) -> Iterator[str]:
    """Another process, until the end of the block; gives the address that it prints first."""
    with subprocess.Popen([sys.executable, "-m", module, *words], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip() or sys.exit(f"{module} {' '.join(words)} did not start")
        finally:
            process.kill()


def post_of(path: str, body: bytes, headers: Mapping[str, str]) -> bytes:
    """A whole request."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{lines}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def get_of(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()


class Caller(asyncio.Protocol):
    """One kept connection. Of an answer it reads the status, the length and the body, nothing else."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._seen = b""
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._seen += data
        head, end, body = self._seen.partition(b"\r\n\r\n")
        length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
        if end and len(body) >= int(length or 0):
            self._seen = b""
            if self._answer is not None:
                self._answer.set_result((int(head[9:12]), body))

    def connection_lost(self, exc: Exception | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(ConnectionError("the server hung up"))

    async def call(self, request: bytes) -> tuple[int, bytes]:
        assert self._transport is not None
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._answer

    def close(self) -> None:
        assert self._transport is not None
        self._transport.close()


async def connected(address: str) -> Caller:
    host, _, port = address.removeprefix("http://").partition(":")
    return (await asyncio.get_running_loop().create_connection(Caller, host, int(port)))[1]


async def ask(address: str, path: str) -> Any:
    """The JSON at this path."""
    caller = await connected(address)
    status, body = await caller.call(get_of(path))
    caller.close()
    assert status == 200, (path, status)
    return json.loads(body)


async def call_all(address: str, requests: Sequence[bytes], is_right: Check) -> list[float]:
    """Seconds that each took; there are always so many under way."""
    waiting, took = iter(requests), []

    async def one_after_another(caller: Caller) -> None:
        for request in waiting:
            began = perf_counter()
            status, body = await caller.call(request)
            took.append(perf_counter() - began)
            assert is_right(status, body), (status, body[:500])
        caller.close()

    async with asyncio.TaskGroup() as group:
        for _ in range(AT_ONCE):
            group.create_task(one_after_another(await connected(address)))
    return took


async def serve(app: web.Application) -> None:
    """Prints its address and goes on until it is killed."""
    take_core(MEASURED)
    await listen(web.AppRunner(app, access_log=None))


async def listen(runner: web.BaseRunner) -> None:
    """As `serve`, on the core that the process has."""
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()
