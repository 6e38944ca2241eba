"""The images of a campaign: checked from their bytes, which the shell reads, and bound to its posts by their hash.

Rule: no file is opened here; what Teams and Slack would not show is found when the campaign is checked.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final

from campaigns.automatic import is_automatic
from campaigns.findings import Finding, Level
from campaigns.image_kinds import Shape, shape_of
from campaigns.message import Image
from campaigns.model import Campaign, Post
from campaigns.occurrence import Occurrence
from campaigns.plain_text import plain
from campaigns.texts.say import say

RULE: Final = "T13"
# https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
MAX_BYTES: Final = 1024 * 1024
MOST_PIXELS: Final = 1024  # wide, and high
SHOWN: Final = 60  # characters of a file's name that a finding repeats

Read = Callable[[str], bytes | None]  # a path beside the campaign file → its bytes, one more than MAX_BYTES at most


def with_images(campaign: Campaign, read: Read) -> tuple[Campaign, list[Finding]]:
    """The campaign with the hash of each image that may be shown, and a finding for each that may not."""
    findings: list[Finding] = []
    hashes: dict[str, str] = {}
    contents: dict[str, bytes | None] = {}
    for post in campaign.posts:
        if post.image is None:
            continue
        if post.image not in contents:
            contents[post.image] = read(post.image) if is_beside(post.image) else None
        content = contents[post.image]
        trouble = _trouble(post.image, content)
        if trouble is not None:
            findings.append(_finding(campaign, post, *trouble))
        elif content is not None:
            hashes[post.image] = sha256(content).hexdigest()
    return _bound(campaign, hashes), findings


def image_of(campaign: Campaign, occurrence: Occurrence) -> Image | None:
    """What its post shows; without a hash when it may not be shown."""
    post = None if is_automatic(occurrence) else campaign.post(occurrence.post)
    if post is None or post.image is None:
        return None
    return Image(post.image, (post.alt or "").strip(), campaign.images.get(post.image, ""))


def is_beside(name: str) -> bool:
    """Whether it names a file in the folder of the campaign, or in a folder in there: no way up or out, no address."""
    path = PurePosixPath(name)
    is_plain = name.isprintable() and not set(name) & set('\\:*?"<>|')
    return is_plain and bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _trouble(name: str, content: bytes | None) -> tuple[str, Shape | None] | None:
    if not is_beside(name):
        return "image_elsewhere", None
    if content is None:
        return "image_missing", None
    if len(content) > MAX_BYTES:
        return "image_too_heavy", None
    shape = shape_of(content)
    if shape is None:
        return "image_of_other_kind", None
    if shape.moves:
        return "image_moves", shape
    return ("image_too_large", shape) if max(shape.width, shape.height) > MOST_PIXELS else None


def _finding(campaign: Campaign, post: Post, key: str, shape: Shape | None) -> Finding:
    fields = {
        "image": plain(post.image or "", SHOWN),
        "width": shape.width if shape else 0,
        "height": shape.height if shape else 0,
        "most": MOST_PIXELS,
    }
    return Finding(
        file=campaign.file,
        line=campaign.line_of(f"posts.{post.id}.image"),
        rule=RULE,
        level=Level.ERROR,
        message=say(campaign.language, key, **fields),
        fix=say(campaign.language, f"{key}.fix", **fields),
        post=post.id,
    )


def _bound(campaign: Campaign, hashes: dict[str, str]) -> Campaign:
    """Another image is another campaign, as another text is."""
    if not hashes:
        return campaign
    marks = " ".join([campaign.source_hash, *(f"{name} {mark}" for name, mark in sorted(hashes.items()))])
    return campaign.model_copy(update={"images": hashes, "source_hash": sha256(marks.encode()).hexdigest()})


def named_files(campaign: Campaign) -> Iterator[str]:
    """The path of each image that it names and that may be looked for."""
    named = dict.fromkeys(post.image for post in campaign.posts if post.image is not None)
    return (name for name in named if is_beside(name))
