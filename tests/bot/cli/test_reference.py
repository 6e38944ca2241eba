"""docs/reference says what the code does: a page that is behind is made again with `make docs`."""

from pathlib import Path

import pytest

from bot.cli.reference import FOLDER, PAGES, write_reference


@pytest.mark.parametrize("name", PAGES)
def test_the_page_in_the_repository_is_current(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name](), "run: make docs"


def test_every_page_is_written(tmp_path: Path) -> None:
    write_reference(tmp_path / "reference")
    assert {page.name for page in (tmp_path / "reference").iterdir()} == set(PAGES)
