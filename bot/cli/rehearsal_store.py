"""Where a rehearsal is kept, and how it begins anew: only a rehearsal's own store is ever taken away."""

from pathlib import Path
from typing import Final

from bot.invalid_settings import InvalidSettings
from bot.settings import read_settings
from campaigns.model import Campaign
from storage.base import StoreProblem
from storage.removal import refuse_used, remove_store

TINYDB: Final = "tinydb:"


def kept_in(campaign: Campaign) -> str:
    """The store of a rehearsal with a page, unless another is named."""
    return f"{TINYDB}data/rehearsal-{campaign.id}.db"


def begin_anew(url: str) -> None:
    """Raises StoreProblem for a store that may not be taken away. Memory has nothing to take away."""
    path = _file_of(url)
    if path is None:
        return
    if path.resolve() == _file_of_the_bot():
        raise StoreProblem(f"{path} is the store of the bot itself (KLANKBORD_STORE): a rehearsal never takes it away")
    remove_store(path)


def with_way_out(url: str, problem: StoreProblem) -> StoreProblem:
    """What is lost with a rehearsal is a rehearsal; but not while another process plays it."""
    path = _file_of(url)
    if path is None or not path.is_file():
        return problem
    try:
        refuse_used(path)
    except StoreProblem:
        return problem
    return StoreProblem(f"{problem}. As this is a rehearsal: --fresh begins anew.")


def _file_of(url: str) -> Path | None:
    return Path(url.removeprefix(TINYDB)) if url.startswith(TINYDB) and url != TINYDB else None


def _file_of_the_bot() -> Path | None:
    try:
        file = _file_of(read_settings().store)
    except InvalidSettings:
        return None
    return file.resolve() if file else None
