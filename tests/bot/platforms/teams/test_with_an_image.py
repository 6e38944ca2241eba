"""What would break: a post in Teams that loses its image on the way, or that is too large with it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.platforms.teams.platform import TeamsPlatform
from campaigns.images import MAX_BYTES
from campaigns.message import Image, Message, Part
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES, REFERENCES, Reference
from tests.bot.platforms.teams.a_team import CHANNEL, TEAM, TENANT, a_member, person
from tests.bot.platforms.teams.test_platform import a_platform
from tests.fake_connector import FakeConnector, fake_connector
from tests.some_images import PNG

TIP = Message("en", "tip", (Part("Click the star."),), about="key")
ANNA = person("anna")


@pytest.fixture
async def fake() -> AsyncIterator[FakeConnector]:
    async with fake_connector() as fake:
        fake.members[TEAM] = [a_member("anna")]
        yield fake


@pytest.fixture
async def teams(fake: FakeConnector) -> AsyncIterator[TeamsPlatform]:
    store = MemoryStore(ALL_TABLES)
    async with store.transaction() as tx:
        await tx.put(REFERENCES, f"teams:{CHANNEL}", Reference("teams", TENANT, fake.url, CHANNEL, team=TEAM))
        await tx.put(REFERENCES, ANNA, Reference("teams", TENANT, fake.url, user="29:anna"))
    async with a_platform(fake, store) as teams:
        yield teams


async def test_an_image_goes_along_wherever_its_message_goes(teams: TeamsPlatform, fake: FakeConnector) -> None:
    """The largest that a campaign may have, so that nothing on the way finds the card too large."""
    teams.images = {"mark": PNG + bytes(MAX_BYTES - len(PNG))}.get
    with_image = replace(TIP, image=Image("star.png", "The star", "mark"))
    ref = await teams.post(CHANNEL, TIP, "key")
    await teams.update(CHANNEL, ref, with_image)
    await teams.post(CHANNEL, with_image, "key2")
    await teams.dm(ANNA, with_image, "key3")
    shown = [image for posted in fake.sent for image in images_in(posted.activity)]
    assert [image["altText"] for image in shown] == ["The star"] * 3
    assert {image["url"][:40] for image in shown} == {"data:image/png;base64,iVBORw0KGgoAAAANSU"}


def images_in(activity: dict[str, Any]) -> list[dict[str, Any]]:
    body = activity["attachments"][0]["content"]["body"]
    return [element for element in body if element["type"] == "Image"]
