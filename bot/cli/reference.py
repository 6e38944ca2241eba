"""`python -m bot.cli.reference`, also `make docs`: writes the pages of docs/reference that are made from the code."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from bot.cli.schema import schema_text
from bot.cli.show import remark
from campaigns.rule_table import rules_markdown

FOLDER: Final = Path(__file__).parents[2] / "docs" / "reference"
PAGES: Final[dict[str, Callable[[], str]]] = {"rules.md": rules_markdown, "campaign.schema.json": schema_text}


def write_reference(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in PAGES.items():
        (folder / name).write_text(made(), encoding="utf-8")
        remark(f"{name} is written.")


if __name__ == "__main__":
    write_reference(FOLDER)
