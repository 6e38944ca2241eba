"""What would break: a file from outside the folder that is shown, a device that is read for ever, memory that grows."""

from hashlib import sha256
from pathlib import Path

import pytest

from bot.campaign_images import MOST_REMEMBERED, CampaignImages, read_beside
from campaigns.images import MAX_BYTES
from campaigns.message import Image
from campaigns.model import Campaign
from tests.builders import a_campaign
from tests.some_images import OTHER_PNG, PNG, a_png


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a file above it that nobody may see."""
    (tmp_path / "secret.png").write_bytes(PNG)
    inside = tmp_path / "campaigns"
    (inside / "images").mkdir(parents=True)
    (inside / "images" / "a.png").write_bytes(PNG)
    return inside


def an_image(content: bytes, name: str = "a.png") -> Image:
    return Image(name, "", sha256(content).hexdigest())


def images_of(folder: Path, *contents: bytes) -> tuple[CampaignImages, Campaign]:
    for number, content in enumerate(contents):
        (folder / f"{number}.png").write_bytes(content)
    marks = {f"{number}.png": sha256(content).hexdigest() for number, content in enumerate(contents)}
    campaign = a_campaign(images=marks)
    return CampaignImages(lambda: [folder / "crm.yaml"], {"crm": campaign}), campaign


def test_what_stands_in_the_folder_is_read_also_through_a_link_that_stays_there(folder: Path) -> None:
    read = read_beside(folder / "crm.yaml")
    (folder / "link.png").symlink_to(folder / "images" / "a.png")
    assert [read(name) for name in ("images/a.png", "./images/a.png", "link.png")] == [PNG] * 3


def test_nothing_else_is_read(folder: Path) -> None:
    read = read_beside(folder / "crm.yaml")
    (folder / "out.png").symlink_to("../secret.png")
    (folder / "far").symlink_to(folder.parent)
    (folder / "zero.png").symlink_to("/dev/zero")
    (folder / "loop.png").symlink_to("loop.png")
    names = ("../secret.png", str(folder.parent / "secret.png"), "out.png", "far/secret.png", "zero.png", "loop.png")
    assert {name: read(name) for name in (*names, "images", "none.png", "a\0b", "x" * 5000)} == dict.fromkeys(
        (*names, "images", "none.png", "a\0b", "x" * 5000)
    )


def test_no_more_is_read_than_shows_that_it_is_too_much(folder: Path) -> None:
    (folder / "big.png").write_bytes(bytes(MAX_BYTES * 2))
    content = read_beside(folder / "crm.yaml")("big.png")
    assert content is not None
    assert len(content) == MAX_BYTES + 1


def test_an_image_is_there_while_its_file_is_that_image(folder: Path) -> None:
    images, campaign = images_of(folder, PNG)
    assert images.is_there(campaign, an_image(PNG, "0.png"))
    assert not images.is_there(campaign, an_image(OTHER_PNG, "0.png"))
    assert not images.is_there(campaign, Image("0.png", "", ""))
    assert not images.is_there(a_campaign(id="other"), an_image(PNG, "0.png"))
    assert not images.is_there(campaign, an_image(PNG, "../secret.png"))
    (folder / "0.png").unlink()
    assert not images.is_there(campaign, an_image(PNG, "0.png"))


def test_an_image_is_found_by_its_hash_and_remembered_when_its_file_changes(folder: Path) -> None:
    images, _ = images_of(folder, PNG, OTHER_PNG)
    assert images.of(an_image(OTHER_PNG).sha256) == OTHER_PNG
    (folder / "1.png").write_bytes(PNG)
    assert images.of(an_image(OTHER_PNG).sha256) == OTHER_PNG
    assert images.of("0" * 64) is None
    assert images.of("") is None


def test_what_was_swapped_is_never_given_under_the_old_hash(folder: Path) -> None:
    images, _ = images_of(folder, PNG)
    (folder / "0.png").write_bytes(OTHER_PNG)
    assert images.of(an_image(PNG).sha256) is None


def test_only_some_are_remembered(folder: Path) -> None:
    contents = [a_png(shade=shade) for shade in range(MOST_REMEMBERED + 5)]
    images, _ = images_of(folder, *contents)
    assert all(images.of(an_image(content).sha256) == content for content in contents)
    assert len(images._known) == MOST_REMEMBERED
