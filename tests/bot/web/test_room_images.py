"""What would break: bytes that a browser takes for a page, a page that fails over an image that is gone."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from bot.campaign_images import CampaignImages
from campaigns.message import Image
from tests.bot.web.a_room import SALES, ARoom, a_message, a_room
from tests.builders import a_campaign
from tests.some_images import a_gif, a_jpeg, a_png

ALT = 'The "list" <b>of</b> customers'


def a_room_with(folder: Path, content: bytes) -> tuple[ARoom, str]:
    (folder / "a.png").write_bytes(content)
    room, mark = a_room(), sha256(content).hexdigest()
    loaded = {"crm": a_campaign(images={"a.png": mark})}
    room.ctx.images = CampaignImages(lambda: [folder / "crm.yaml"], loaded)
    return room, mark


@pytest.mark.parametrize(("content", "kind"), [(a_png(), "png"), (a_gif(), "gif"), (a_jpeg(), "jpeg")])
async def test_an_image_is_served_as_what_it_is_and_nothing_guesses(content: bytes, kind: str, tmp_path: Path) -> None:
    room, mark = a_room_with(tmp_path, content)
    async with room.client() as client:
        answer = await client.get(f"/room/image/{mark}")
        assert (answer.status, answer.content_type, await answer.read()) == (200, f"image/{kind}", content)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "immutable" in answer.headers["Cache-Control"]
        assert (await client.get(f"/room/image/{mark}", headers={"Host": "evil.example"})).status == 421
        for other in ("none", "0" * 64, "..%2fa.png", "a.png"):
            assert (await client.get(f"/room/image/{other}")).status == 404


async def test_a_post_shows_it_with_its_description_as_text(tmp_path: Path) -> None:
    room, mark = a_room_with(tmp_path, a_png())
    message = a_message(image=Image("a.png", ALT, mark))
    await room.platform.post(SALES, message, "k1")
    await room.platform.post(SALES, replace(message, image=None), "k2")
    async with room.client() as client:
        page = await (await client.get("/room", params={"as": "room:anna", "in": SALES})).text()
    written = "The &#34;list&#34; &lt;b&gt;of&lt;/b&gt; customers"
    assert page.count(f'<img class="image" src="/room/image/{mark}" alt="{written}">') == 1
    assert page.count("<img") == 1
