"""What would break: a post without its image, the same file brought again and again, or a post that is lost over it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any, Final

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.platforms.base import DeliveryError
from bot.platforms.slack.platform import SlackPlatform
from campaigns.message import Image, Message, Part
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES
from tests.bot.platforms.slack.a_workspace import CHANNEL, a_person, a_platform, person
from tests.fake_slack.faults import answers, limited, refuses
from tests.fake_slack.server import FakeSlack, a_fake_slack
from tests.some_images import PNG
from tests.wire_faults import ANSWER_DROPPED, RESET_BEFORE, Fault, html

IMAGE: Final = Image("images/star.png", "A *star*", "mark")
TIP: Final = Message("en", "tip", (Part("Click the star."),), about="key", image=IMAGE)
STEPS: Final = ("files.getUploadURLExternal", "upload", "files.completeUploadExternal")


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with a_fake_slack() as slack:
        slack.has(a_person("anna"))
        slack.has_channel(CHANNEL, "sales", slack.bot_user)
        slack.has_channel("C2", "service", slack.bot_user)
        yield slack


@pytest.fixture
async def platform(slack: FakeSlack) -> AsyncIterator[SlackPlatform]:
    async with a_platform(slack, MemoryStore(ALL_TABLES)) as platform:
        platform.images = {"mark": PNG}.get
        yield platform


def shown(payload: dict[str, Any]) -> list[dict[str, Any]]:
    return [block for block in payload["blocks"] if block["type"] == "image"]


def brought(slack: FakeSlack) -> list[str]:
    return [request.method for request in slack.requests if request.method in STEPS]


async def test_an_image_is_brought_before_the_post_and_shown_with_its_description(
    slack: FakeSlack, platform: SlackPlatform
) -> None:
    await platform.post(CHANNEL, TIP, "key")
    assert [request.method for request in slack.requests] == [*STEPS, "chat.postMessage"]
    [file] = slack.files.values()
    assert (file.name, file.content, file.is_complete) == ("star.png", PNG, True)
    [posted] = slack.messages
    assert shown(posted.payload) == [{"type": "image", "slack_file": {"id": file.id}, "alt_text": "A *star*"}]
    assert "[image: A *star*]" in posted.payload["text"]


async def test_the_token_does_not_go_to_the_address_of_the_file(slack: FakeSlack, platform: SlackPlatform) -> None:
    await platform.post(CHANNEL, TIP, "key")
    [request] = slack.asked("upload")
    assert request.token is None


async def test_it_is_brought_once_for_all_posts_updates_and_private_messages(
    slack: FakeSlack, platform: SlackPlatform
) -> None:
    ref, _ = await asyncio.gather(platform.post(CHANNEL, TIP, "one"), platform.post("C2", TIP, "two"))
    await platform.update(CHANNEL, ref, replace(TIP, title="New"))
    await platform.dm(person("anna"), TIP, "three")
    assert brought(slack) == list(STEPS)
    assert [len(shown(posted.payload)) for posted in slack.messages] == [1, 1, 1]


async def test_without_an_image_nothing_is_brought_and_one_that_is_gone_is_its_description(
    slack: FakeSlack, platform: SlackPlatform
) -> None:
    await platform.post(CHANNEL, replace(TIP, image=None), "one")
    await platform.post(CHANNEL, replace(TIP, image=replace(IMAGE, sha256="other")), "two")
    assert brought(slack) == []
    plain, gone = slack.messages
    assert shown(plain.payload) == shown(gone.payload) == []
    assert "[image: A *star*]" in str(gone.payload["blocks"])
    assert "[image" not in str(plain.payload)


@pytest.mark.parametrize("method", STEPS)
@pytest.mark.parametrize("fault", [RESET_BEFORE, ANSWER_DROPPED, limited(7), html(503), html(500)])
async def test_a_file_that_was_not_brought_posts_nothing_and_may_be_tried_again(
    slack: FakeSlack, platform: SlackPlatform, method: str, fault: Fault
) -> None:
    slack.fails(method, fault)
    with pytest.raises(DeliveryError) as raised:
        await platform.post(CHANNEL, TIP, "key")
    assert (raised.value.unknown, raised.value.permanent) == (False, False)
    assert len(slack.asked(method)) == 1
    assert slack.messages == []
    await platform.post(CHANNEL, TIP, "key")
    assert len(slack.messages) == 1


@pytest.mark.parametrize(
    ("code", "permanent"), [("missing_scope", False), ("file_uploads_disabled", True), ("storage_limit_reached", False)]
)
async def test_what_slack_refuses_says_what_to_do(
    slack: FakeSlack, platform: SlackPlatform, code: str, permanent: bool
) -> None:
    slack.fails("files.getUploadURLExternal", refuses(code))
    with pytest.raises(DeliveryError) as raised:
        await platform.post(CHANNEL, TIP, "key")
    assert raised.value.permanent is permanent
    assert ":" in raised.value.reason


async def test_a_file_that_is_not_ready_yet_is_waited_for_and_not_brought_again(
    slack: FakeSlack, platform: SlackPlatform
) -> None:
    """Slack takes a moment to make a file ready, and refuses a message that shows it before."""
    await platform.post(CHANNEL, TIP, "first")
    [file] = slack.files.values()
    file.is_ready = False
    with pytest.raises(DeliveryError) as raised:
        await platform.post(CHANNEL, TIP, "key")
    assert (raised.value.unknown, raised.value.permanent) == (False, False)
    file.is_ready = True
    await platform.post(CHANNEL, TIP, "key")
    assert brought(slack) == list(STEPS)


async def test_a_file_that_somebody_took_away_is_brought_anew(slack: FakeSlack, platform: SlackPlatform) -> None:
    await platform.post(CHANNEL, TIP, "first")
    slack.files.clear()
    for _ in range(2):
        with pytest.raises(DeliveryError):
            await platform.post(CHANNEL, TIP, "key")
    await platform.post(CHANNEL, TIP, "key")
    assert len(slack.messages) == 2
    assert brought(slack) == [*STEPS, *STEPS]


async def test_the_image_goes_to_slack_alone(slack: FakeSlack, platform: SlackPlatform) -> None:
    """Whatever address the answer names: another host, another port, one with somebody to log in as, or none."""
    came: list[bytes] = []

    async def take(request: web.Request) -> web.Response:
        came.append(await request.read())
        return web.Response()

    app = web.Application()
    app.router.add_post("/{path:.*}", take)
    async with TestServer(app) as elsewhere:
        real = slack.url.removesuffix("api/")
        urls = [str(elsewhere.make_url("/upload")), real.replace("//", "//me:word@"), "ftp://x", "", "x" * 3000]
        for url in urls:
            ticket = {"ok": True, "file_id": "F1", "upload_url": url}
            slack.fails("files.getUploadURLExternal", answers(orjson.dumps(ticket)))
            with pytest.raises(DeliveryError):
                await platform.post(CHANNEL, TIP, "key")
    assert (came, slack.asked("upload"), slack.messages) == ([], [], [])
