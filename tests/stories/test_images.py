"""The image of a post, from its file to the room: nobody sees another one than was approved."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final

from aiohttp.test_utils import TestClient, TestServer

from bot.assembly import Bot, assemble
from bot.commands import read_command
from bot.inbound import Origin, Person
from bot.web.app import make_app
from campaigns.delivery import Delivery, HoldReason, State
from campaigns.message import Image, Message
from storage.memory_store import MemoryStore
from storage.records import dump
from storage.tables import ALL_TABLES, DELIVERIES
from tests.bot.test_campaign_folder import GOOD
from tests.fakes import FixedClock
from tests.some_images import OTHER_PNG, PNG

ASKED: Final = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
TUESDAY: Final = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)  # 09:30 in Amsterdam
ALT: Final = "The star beside a customer."
WITH_IMAGE: Final = GOOD.replace("beside a customer.}", f"beside a customer., image: star.png, alt: {ALT}}}")
JORIS: Final = Person("room:joris", "Joris Hendriks", "joris@example.com")


@dataclass
class Played:
    folder: Path
    bot: Bot
    clock: FixedClock
    client: TestClient  # type: ignore[type-arg]

    async def until(self, moment: datetime) -> None:
        while (due := await self.bot.engine.settle()) is not None and due <= moment:
            self.clock.set_to(max(due, self.clock.now()))
        self.clock.set_to(moment)
        await self.bot.engine.settle()

    async def says_yes(self) -> None:
        origin = Origin("room", JORIS, f"yes {self.clock.now()}", None)
        await self.bot.hear(read_command("approve tip-1", origin))
        await self.bot.engine.settle()

    async def posted(self) -> list[Message]:
        return await self._messages("crm/sales")

    async def cards(self) -> list[Message]:
        return [message for message in await self._messages("room:joris") if message.kind == "approval"]

    async def told(self) -> str:
        return "\n".join(message.text for message in await self._messages("room:joris"))

    async def tip(self) -> Delivery:
        async with self.bot.ctx.store.transaction() as tx:
            found = await tx.find(DELIVERIES, campaign="crm")
        return next(delivery for _, delivery in found if delivery.occurrence is not None)

    async def _messages(self, place: str) -> list[Message]:
        assert self.bot.room is not None
        return [post.message for _, post in await self.bot.room.posts(place) if post.message is not None]


@asynccontextmanager
async def a_play(folder: Path, text: str = WITH_IMAGE) -> AsyncIterator[Played]:
    (folder / "star.png").write_bytes(PNG)
    file = folder / "crm.yaml"
    file.write_text(text)
    clock, secrets = FixedClock(ASKED - timedelta(days=2)), count(1)
    bot = assemble(
        store=MemoryStore(ALL_TABLES),
        clock=clock,
        files=lambda: [file],
        new_secret=lambda: f"s{next(secrets)}",
        at_once=1,
    )
    await bot.engine.settle()
    async with TestClient(TestServer(make_app(bot.ctx, room=bot.room))) as client:
        yield Played(folder, bot, clock, client)


async def test_an_approved_image_is_posted_with_its_text_and_served_to_the_page(tmp_path: Path) -> None:
    async with a_play(tmp_path) as play:
        await play.until(ASKED)
        [card] = await play.cards()
        assert card.image == Image("star.png", ALT, sha256(PNG).hexdigest())
        assert "With the image star.png" in card.text
        await play.says_yes()
        await play.until(TUESDAY)
        [post] = await play.posted()
        assert post.image == card.image
        answer = await play.client.get(f"/room/image/{post.image.sha256}")
        assert (answer.status, answer.content_type, await answer.read()) == (200, "image/png", PNG)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        page = await (await play.client.get("/room", params={"as": "room:joris", "in": "crm/sales"})).text()
        assert f'src="/room/image/{post.image.sha256}" alt="{ALT}"' in page
        assert (await play.client.get("/room/image/0000")).status == 404
        assert PNG[:8] not in dump(await play.tip())


async def test_a_changed_image_is_asked_again_and_the_old_yes_counts_for_nothing(tmp_path: Path) -> None:
    async with a_play(tmp_path) as play:
        await play.until(ASKED)
        await play.says_yes()
        (tmp_path / "star.png").write_bytes(OTHER_PNG)
        await play.until(ASKED + timedelta(hours=1))
        old, new = await play.cards()
        assert (old.image, new.image) == (
            Image("star.png", ALT, sha256(PNG).hexdigest()),
            Image("star.png", ALT, sha256(OTHER_PNG).hexdigest()),
        )
        await play.until(TUESDAY)
        assert await play.posted() == []


async def test_a_changed_description_is_asked_again(tmp_path: Path) -> None:
    async with a_play(tmp_path) as play:
        await play.until(ASKED)
        await play.says_yes()
        (tmp_path / "crm.yaml").write_text(WITH_IMAGE.replace(ALT, "A star."))
        await play.until(ASKED + timedelta(hours=1))
        assert len(await play.cards()) == 2


async def test_a_missing_image_holds_the_post_until_it_is_back_and_the_owner_hears_it(tmp_path: Path) -> None:
    async with a_play(tmp_path) as play:
        await play.until(ASKED)
        await play.says_yes()
        (tmp_path / "star.png").unlink()
        await play.until(TUESDAY)
        tip = await play.tip()
        assert (tip.state, tip.reason, tip.rule) == (State.HELD, HoldReason.IMAGE_CHANGED, "T13")
        assert await play.posted() == []
        assert "The image star.png is not there any more" in await play.told()
        assert "There is no file 'star.png'" in await play.told()
        (tmp_path / "star.png").write_bytes(PNG)
        await play.until(TUESDAY + timedelta(minutes=10))
        assert [post.text.splitlines()[-1] for post in await play.posted()] == [f"[image: {ALT}]"]


async def test_an_image_that_leads_out_of_the_folder_is_not_there(tmp_path: Path) -> None:
    """What is put in its place after the yes may be a link to anything."""
    secret, folder = tmp_path / "secret.png", tmp_path / "campaigns"
    folder.mkdir()
    secret.write_bytes(PNG)
    async with a_play(folder) as play:
        await play.until(ASKED)
        await play.says_yes()
        (folder / "star.png").unlink()
        (folder / "star.png").symlink_to(secret)
        await play.until(TUESDAY)
        assert await play.posted() == []
        assert (await play.tip()).reason == HoldReason.IMAGE_CHANGED


async def test_an_image_that_is_swapped_in_the_last_moment_is_not_posted(tmp_path: Path) -> None:
    """Between the last look at the folder and the sending: the engine has not seen the swap."""
    async with a_play(tmp_path) as play:
        await play.until(ASKED)
        await play.says_yes()
        await play.until(TUESDAY - timedelta(seconds=1))
        campaign = play.bot.ctx.campaigns["crm"]
        image = Image("star.png", ALT, campaign.images["star.png"])
        assert play.bot.ctx.images.is_there(campaign, image)
        (tmp_path / "star.png").write_bytes(OTHER_PNG)
        assert not play.bot.ctx.images.is_there(campaign, image)
