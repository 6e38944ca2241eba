"""How verbs print: results to standard output, remarks to standard error; no colour and no cutting when it is piped."""

import sys
from collections.abc import Iterable
from typing import Any, Final

import orjson
from rich.console import Console, RenderableType
from rich.table import Table

PIPED_WIDTH: Final = 100


def show_json(value: Any) -> None:
    show(orjson.dumps(value, option=orjson.OPT_INDENT_2, default=str).decode())


def show(text: str) -> None:
    sys.stdout.write(text + "\n")


def show_bytes(content: bytes) -> None:
    """As they are, after what was shown before."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def remark(text: str) -> None:
    """For the one who typed; never in the way of what is piped on."""
    sys.stdout.flush()
    sys.stderr.write(text + "\n")


def show_table(columns: Iterable[str], rows: Iterable[tuple[str, ...]], *, title: str = "") -> None:
    table = Table(title=title or None, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*row)
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    Console(file=sys.stdout, width=width, markup=False, emoji=False, highlight=False).print(table)


def is_terminal() -> bool:
    return sys.stdout.isatty()


def show_page(lines: Iterable[RenderableType]) -> None:
    """In colour, unless NO_COLOR is set; as wide as the terminal."""
    console = Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
    for line in lines:
        console.print(line)
