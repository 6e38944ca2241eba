"""`new NAME`: a filled-in starter campaign that passes check, with a start that leaves time to get approval."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.cli.show import remark, show
from bot.cli.spoken import SpokenLanguage
from bot.cli.surroundings import surroundings
from campaigns.parse import check_campaigns
from campaigns.words import MONTHS, Language

LIBRARY: Final = Path(__file__).parents[2] / "campaigns" / "library"
WEEKS_AHEAD: Final = 5
LOOK_AHEAD: Final = 52
WRITTEN_FOR: Final = date(2027, 1, 11)  # the start that the starters in the library have; their days are of that year


Name = Annotated[str, typer.Argument(metavar="NAME", help="What to call it; NAME.yaml is written.", show_default=False)]
InLanguage = Annotated[SpokenLanguage, typer.Option("--language", help="The language of its keys and texts.")]


def new(context: typer.Context, name: Name, language: InLanguage = SpokenLanguage.EN) -> None:
    """Write a starter campaign to change into your own."""
    file = Path(name.removesuffix(".yaml") + ".yaml")
    text = starter(language.value, file.stem, surroundings(context).clock.now().date())
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError as error:
        _refuse(f"{file} exists already and stays as it is. Choose another name.", error)
    except OSError as error:
        _refuse(f"{file} can't be written ({error.strerror}).", error)
    show(f"{file} is written. Now: python app.py check {file}")


def starter(language: Language, name: str, today: date) -> str:
    """The starter with the first Monday, at least five weeks ahead, on which it has no findings."""
    whole = (LIBRARY / f"starter-{language}.yaml").read_text(encoding="utf-8")
    _, text = whole.split("\n", 1)  # where the schema is, seen from the library
    monday = today + timedelta(weeks=WEEKS_AHEAD, days=-today.weekday() % 7)
    dated = (_starting(text, monday + timedelta(weeks=weeks), language) for weeks in range(LOOK_AHEAD))
    return next(candidate for candidate in dated if not check_campaigns([(f"{name}.yaml", candidate.encode())])[1])


def _starting(text: str, monday: date, language: Language) -> str:
    """Every date in it moves along with the start."""
    months = MONTHS[language]

    def moved(found: re.Match[str]) -> str:
        year = int(found[3] or WRITTEN_FOR.year)
        day = date(year, months.index(found[2]) + 1, int(found[1])) + (monday - WRITTEN_FOR)
        return f"{day.day} {months[day.month - 1]}" + (f" {day.year}" if found[3] else "")

    return re.sub(rf"\b([0-9]{{1,2}}) ({'|'.join(months)})(?: ([0-9]{{4}}))?\b", moved, text)


def _refuse(sentence: str, error: OSError) -> None:
    remark(sentence)
    raise typer.Exit(1) from error
