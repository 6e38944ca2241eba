"""What would break: a body that fills the memory or never ends, and a log that quotes what came."""

import asyncio
import gzip
import logging
from typing import Any

import pytest
from aiohttp import web
from aiohttp.log import server_logger
from aiohttp.test_utils import TestClient, TestServer

from bot.platforms.capped_body import quote_nobody, read_capped, where

MOST = 1000


async def a_reader(request: web.Request) -> web.Response:
    return web.Response(body=await read_capped(request, largest=MOST, slowest=0.2))


def reading() -> "TestClient[web.Request, web.Application]":
    app = web.Application(client_max_size=10)
    app.router.add_post("/", a_reader)
    return TestClient(TestServer(app))


async def test_what_fits_is_read_whole() -> None:
    async with reading() as client:
        for body in (b"", b"x" * MOST):
            async with client.post("/", data=body) as answer:
                assert await answer.read() == body


async def test_it_is_counted_unpacked_and_without_a_length_too() -> None:
    async def pieces() -> Any:
        for _ in range(100):
            yield b"x" * 100

    packed = {"Content-Encoding": "gzip"}
    async with reading() as client:
        for data, headers, status in (
            (b"x" * (MOST + 1), {}, 413),
            (pieces(), {}, 413),
            (gzip.compress(b"x" * 100_000), packed, 413),
            (gzip.compress(b"x"), packed, 200),
            (b"not packed at all", packed, 400),
        ):
            async with client.post("/", data=data, headers=headers) as answer:
                assert answer.status == status


async def test_what_does_not_arrive_is_not_waited_for() -> None:
    async with reading() as client:
        reader, writer = await asyncio.open_connection(client.host, client.port)
        writer.write(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx")
        assert b"408" in await reader.readline()
        writer.close()


async def test_what_could_not_be_parsed_is_not_quoted(caplog: pytest.LogCaptureFixture) -> None:
    quote_nobody()
    quote_nobody()
    caplog.set_level(logging.DEBUG)
    async with reading() as client:
        reader, writer = await asyncio.open_connection(client.host, client.port)
        writer.write(b"POST / HTTP/1.1\r\nAuthorization the-secret\r\n\r\n")
        assert b"400" in await reader.readline()
        writer.close()
    assert "the-secret" not in caplog.text
    assert len(server_logger.filters) == 1


def test_where_a_problem_was_is_said_without_its_sentence() -> None:
    try:
        try:
            raise KeyError("my salary is 12")
        except KeyError as problem:
            raise ValueError("my salary is 12") from problem
    except ValueError as problem:
        said = where(problem)
    assert "test_capped_body.py" in said
    assert "ValueError, after:" in said
    assert "KeyError" in said
    assert "salary is 12\n" not in said.replace('("my salary is 12")', "")
