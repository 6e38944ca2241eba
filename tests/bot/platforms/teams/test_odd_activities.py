"""What would break: an activity that ends in a 500, after which Teams brings nothing more, or that holds up everybody.

That nobody is held up is shown by how much of an activity is looked at, whatever its size, and not by a clock: on a
busy machine that says more of the machine. The longest time in which nothing else could happen is printed beside it.
"""

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import aiohttp
import orjson
import pytest
from hypothesis import HealthCheck, given, settings

from bot.platforms.teams.door import PATH
from bot.platforms.teams.hearing import apart
from bot.platforms.teams.received import LONGEST_FIELD, LONGEST_TEXT, read
from storage.tables import REFERENCES
from tests.bot.platforms.teams.a_call import Called, a_call
from tests.bot.platforms.teams.a_team import person
from tests.bot.platforms.teams.odd_activities import COSTLY, odd_activities
from tests.bot.platforms.teams.recordings import NAMES, recorded

many = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
BEAT = 0.005  # seconds


class Door:
    """A bot at which anything can be thrown, from a test that is not asynchronous itself."""

    def __init__(self, run: asyncio.Runner, call: Called) -> None:
        self._run = run
        self.call = call
        self.longest = 0.0

    def bring(self, activity: object) -> int:
        """The status. What is no JSON for a strict reader is sent too."""
        try:
            body = orjson.dumps(activity)
        except TypeError:
            body = json.dumps(activity).encode()
        status: int = self._run.run(self._bring(body))
        return status

    def now(self, doing: Any) -> Any:
        return self._run.run(doing)

    async def _bring(self, body: bytes) -> int:
        beating = asyncio.create_task(self._beat())
        headers = {"Content-Type": "application/json"}
        address = f"{self.call.talk.address}{PATH}"
        async with self.call.talk.session.post(address, data=io.BytesIO(body), headers=headers) as answer:
            await answer.read()
        await self.call.talk.teams.idle()
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
        return answer.status

    async def _beat(self) -> None:
        """How late a short sleep is woken is how long the loop was held."""
        loop = asyncio.get_running_loop()
        while True:
            before = loop.time()
            await asyncio.sleep(BEAT)
            self.longest = max(self.longest, loop.time() - before - BEAT)


@pytest.fixture
def door() -> Iterator[Door]:
    with asyncio.Runner() as run:
        team = a_call()
        call = run.run(team.__aenter__())
        try:
            yield Door(run, call)
        finally:
            run.run(team.__aexit__(None, None, None))


def at_home(activity: Any, call: Called) -> Any:
    """Where a service URL is left as it was, it is that of the fake, so that something is sent."""
    is_whole = isinstance(activity, dict) and activity.get("serviceUrl") == recorded("execute")["serviceUrl"]
    return {**activity, "serviceUrl": call.connector.url} if is_whole else activity


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


def test_no_odd_activity_is_a_fault_of_ours_and_afterwards_all_is_well(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    statuses: list[int] = []

    @many
    @given(odd_activities())
    def each(activity: Any) -> None:
        statuses.append(door.bring(at_home(activity, door.call)))
        assert statuses[-1] in (200, 400, 413)
        assert errors(caplog) == []

    each()
    door.now(door.call.says("zoe", "join"))
    assert person("zoe") in door.now(door.call.seated())
    assert errors(caplog) == []
    print(f"{len(statuses)} odd activities, {statuses.count(200)} heard; longest hold-up {door.longest * 1000:.0f} ms")


@pytest.mark.parametrize("text", COSTLY.values(), ids=COSTLY)
def test_text_that_costs_much_is_cut_before_it_does(door: Door, text: str, caplog: pytest.LogCaptureFixture) -> None:
    for activity in (
        door.call.activity("anna", "message", text=text),
        door.call.activity("anna", "message", text=f"join {text}", private=True),
        door.call.press("anna", {"verb": "wish", "text": text}),
        door.call.press("anna", {"verb": "wish", "text": "More", "about": text}),
        door.call.press("anna", {"verb": "pulse", "value": text}, door.call.pulse),
        door.call.activity("anna", "messageReaction", reactionsAdded=[{"type": text}], replyToId=door.call.call.id),
    ):
        assert door.bring(activity) == 200
    named = door.call.activity("bilal", "message", text="join")
    assert door.bring({**named, "from": {**named["from"], "name": text}}) == 200
    assert errors(caplog) == []
    assert person("bilal") in door.now(door.call.seated())
    print(f"longest hold-up {door.longest * 1000:.0f} ms")


@many
@given(odd_activities())
def test_what_is_looked_at_is_small_whatever_comes(activity: Any) -> None:
    received = read(activity) if isinstance(activity, dict) else None
    if received is None:
        return
    assert len(received.text) <= LONGEST_TEXT
    for field in fields(received):
        value = getattr(received, field.name)
        if isinstance(value, str) and field.name not in ("text", "channel_name"):
            assert len(value) <= LONGEST_FIELD
        if isinstance(value, tuple):
            assert all(isinstance(item, str) and len(item) <= LONGEST_FIELD for item in value)
    assert len(received.channel_name) <= 2 * LONGEST_FIELD + 3
    assert len(apart(received)) <= 20


def test_what_another_kind_of_place_is_called_overwrites_nobody(door: Door) -> None:
    """A channel's id that looks like a person's."""
    door.bring(door.call.activity("anna", "message", text="help", private=True))
    kept = door.now(door.call.kept(REFERENCES))[person("anna")]
    for name in NAMES:
        for place in (person("anna"), person("anna").removeprefix("teams:")):
            activity = recorded(name, serviceUrl=door.call.connector.url)
            where = {**activity["conversation"], "id": place, "conversationType": "channel"}
            data = {**activity["channelData"], "channel": {"id": place}}
            assert door.bring({**activity, "conversation": where, "channelData": data}) == 200
    assert door.now(door.call.kept(REFERENCES))[person("anna")] == kept


async def test_many_at_once_are_all_heard() -> None:
    async with a_call(members=tuple(f"p{number}" for number in range(40))) as call, aiohttp.ClientSession() as client:

        async def joins(who: str) -> int:
            activity = call.activity(who, "message", text="join")
            async with client.post(f"{call.talk.address}{PATH}", json=activity) as answer:
                return answer.status

        assert await asyncio.gather(*(joins(f"p{number}") for number in range(40))) == [200] * 40
        await call.talk.quiet()
        assert len(await call.seated()) == 40
        assert [len(call.to(f"p{number}")) for number in range(40)] == [1] * 40
