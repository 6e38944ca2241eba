"""What would break: a file from elsewhere, an image that Teams or Slack would not show, a yes to another image."""

from collections.abc import Mapping

import pytest

from campaigns.approval_text import compose_approval, compose_briefing, text_to_approve
from campaigns.compose import compose
from campaigns.facts import Facts
from campaigns.findings import Finding, Level
from campaigns.images import MAX_BYTES, MOST_PIXELS, image_of, is_beside, named_files, with_images
from campaigns.message import Image, Message
from campaigns.model import Campaign
from campaigns.words import Language
from tests.builders import a_campaign, a_post, an_occurrence
from tests.some_images import OTHER_PNG, PNG, a_gif, a_png

NAME, ALT = "screen.png", "The list of customers."
MARK = "a0f5684a"


def with_one(name: str = NAME, language: Language = "en", **changes: object) -> Campaign:
    return a_campaign(language=language, posts=(a_post(image=name, alt=ALT, **changes),))


def found_in(content: bytes | None, name: str = NAME, language: Language = "en") -> list[Finding]:
    return with_images(with_one(name, language), {name: content}.get)[1]


def bound(content: bytes, **changes: object) -> Campaign:
    return with_images(with_one(**changes), lambda _: content)[0]  # type: ignore[arg-type]


T13: Mapping[str, tuple[bytes | None, bytes]] = {
    "There is no file 'screen.png'": (None, PNG),
    "is more than 1 MB": (PNG + bytes(MAX_BYTES), PNG),
    "is not a whole PNG, JPEG or GIF": (b"<svg/>", PNG),
    "moves": (a_gif(pictures=2), a_gif()),
    "is 1025 × 3 pixels": (a_png(width=MOST_PIXELS + 1, height=3), a_png(width=MOST_PIXELS, height=MOST_PIXELS)),
    "is 3 × 1025 pixels": (a_png(width=3, height=MOST_PIXELS + 1), a_png(width=3, height=3)),
}


@pytest.mark.parametrize("says", T13)
def test_t13_what_can_not_be_shown_is_found_and_what_can_is_not(says: str) -> None:
    wrong, near_miss = T13[says]
    [finding] = found_in(wrong)
    assert (finding.rule, finding.level, finding.post) == ("T13", Level.ERROR, "tip-1")
    assert says in finding.message
    assert finding.fix
    assert found_in(near_miss) == []


@pytest.mark.parametrize(
    "name",
    [
        "../secret.png",
        "sub/../../secret.png",
        "/etc/passwd",
        "https://example.com/a.png",
        "file:///etc/passwd",
        "C:\\a.png",
        "..\\a.png",
        "a\0.png",
        "a\n.png",
        ".",
        "..",
        "",
    ],
)
def test_no_name_leads_out_of_the_folder_and_nothing_is_even_looked_for(name: str) -> None:
    looked_for: list[str] = []
    assert not is_beside(name)
    _, [finding] = with_images(with_one(name), lambda path: looked_for.append(path) or PNG)  # type: ignore[func-returns-value]
    assert (finding.rule, looked_for) == ("T13", [])
    assert "is not a file beside this campaign" in finding.message
    assert list(named_files(with_one(name))) == []


@pytest.mark.parametrize(
    "name", ["screen.png", "images/screen.png", "./screen.png", "één scherm.png", "a..b.png", "a%2e.png"]
)
def test_a_name_or_a_path_inside_the_folder_is_right(name: str) -> None:
    assert is_beside(name)
    assert found_in(PNG, name) == []


def test_the_findings_are_in_the_language_of_the_file() -> None:
    [finding] = found_in(None, language="nl")
    assert "geen bestand 'screen.png'" in finding.message


def test_an_image_of_two_posts_is_read_once_and_found_at_both() -> None:
    posts = (a_post(image=NAME, alt=ALT), a_post(id="tip-2", image=NAME, alt=ALT), a_post(id="tip-3"))
    looked_for: list[str] = []
    _, findings = with_images(a_campaign(posts=posts), looked_for.append)
    assert looked_for == [NAME]
    assert [finding.post for finding in findings] == ["tip-1", "tip-2"]


def test_another_image_is_another_campaign_and_without_images_nothing_changes() -> None:
    assert bound(PNG).source_hash != bound(OTHER_PNG).source_hash
    assert bound(PNG) == bound(PNG)
    plain = a_campaign()
    assert with_images(plain, lambda _: PNG) == (plain, [])


def test_a_post_shows_its_image_and_an_image_that_may_not_be_shown_has_no_hash() -> None:
    occurrence = an_occurrence()
    image = image_of(bound(PNG), occurrence)
    assert image is not None
    assert (image.name, image.alt, len(image.sha256)) == (NAME, ALT, 64)
    assert image_of(bound(b"no image"), occurrence) == Image(NAME, ALT, "")
    assert image_of(a_campaign(), occurrence) is None
    message = compose(bound(PNG), occurrence, Facts({}, {}))
    assert isinstance(message, Message)
    assert message.image == image


def test_the_yes_is_bound_to_the_image_and_to_its_words_and_every_other_yes_stays() -> None:
    occurrence = an_occurrence()
    campaigns = [
        a_campaign(),
        bound(PNG),
        bound(OTHER_PNG),
        with_images(a_campaign(posts=(a_post(image=NAME, alt="Another description."),)), lambda _: PNG)[0],
        bound(PNG, name="copy.png"),
    ]
    hashes = [text_to_approve(campaign, occurrence)[1] for campaign in campaigns]
    assert len(set(hashes)) == len(hashes)
    # The hash of a post without an image is the one that it had before there were images.
    assert hashes[0].startswith(MARK)


def test_the_approver_sees_the_image_its_name_and_its_words() -> None:
    occurrence = an_occurrence()
    card = compose_approval(bound(PNG), [occurrence], "card")
    assert card.image == image_of(bound(PNG), occurrence)
    assert f"With the image {NAME}. Who can't see it reads: “{ALT}”" in card.text
    asks = compose_briefing(bound(PNG, briefing="Why now?", texts=()), [occurrence], Facts({}, {}), "card")
    assert asks.image == card.image
    assert NAME in asks.text
    assert compose_approval(a_campaign(), [occurrence], "card").image is None


def test_in_words_an_image_is_its_description() -> None:
    assert Message("en", "tip", (), image=Image(NAME, ALT, "")).text == f"[image: {ALT}]"
    assert Message("nl", "tip", (), image=Image(NAME, ALT, "")).text == f"[afbeelding: {ALT}]"
