"""The images beside campaign files: read from their folder and nowhere else, and handed out by their hash."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from campaigns.images import MAX_BYTES, Read, is_beside
from campaigns.message import Image
from campaigns.model import Campaign

MOST_REMEMBERED: Final = 20  # images, of at most 1 MB each


def read_beside(file: Path) -> Read:
    """Reads what stands in the folder of this campaign file, also through a link, as long as that does not lead out."""
    return partial(_read, file.parent)


def _read(folder: Path, name: str) -> bytes | None:
    try:
        within = folder.resolve(strict=True)
        path = (within / name).resolve(strict=True)
        if not path.is_relative_to(within) or not path.is_file():
            return None
        with path.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except (OSError, RuntimeError, ValueError):  # a link to itself, a name that no disk takes
        return None


class CampaignImages:
    """`campaigns` are those that are loaded now, with the hashes of their images; `files` are where they stand."""

    def __init__(self, files: Callable[[], Sequence[Path]], campaigns: Mapping[str, Campaign]) -> None:
        self._files = files
        self._campaigns = campaigns
        self._known: dict[str, bytes] = {}

    def is_there(self, campaign: Campaign, image: Image) -> bool:
        """Whether the file is this very image, at this moment."""
        content = self._content(campaign.id, image.name) if image.sha256 else None
        if content is None or sha256(content).hexdigest() != image.sha256:
            return False
        self._remember(image.sha256, content)
        return True

    def of(self, mark: str) -> bytes | None:
        """The image with this hash, if a campaign has it still."""
        if mark not in self._known:
            for campaign in list(self._campaigns.values()):
                named = (name for name, its_mark in campaign.images.items() if its_mark == mark)
                if any(self.is_there(campaign, Image(name, "", mark)) for name in named):
                    break
        return self._known.get(mark)

    def _content(self, campaign: str, name: str) -> bytes | None:
        file = next((path for path in self._files() if path.stem == campaign), None)
        return read_beside(file)(name) if file is not None and is_beside(name) else None

    def _remember(self, mark: str, content: bytes) -> None:
        self._known.pop(mark, None)
        self._known[mark] = content
        if len(self._known) > MOST_REMEMBERED:
            del self._known[next(iter(self._known))]
