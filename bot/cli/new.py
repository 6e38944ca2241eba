"""`new NAME`: a filled-in starter campaign that passes check, with a start that leaves time to get approval."""

import re
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.cli.show import remark, show
from bot.cli.surroundings import surroundings
from campaigns.parse import check_campaigns
from campaigns.words import MONTHS, Language

LIBRARY: Final = Path(__file__).parents[2] / "campaigns" / "library"
WEEKS_AHEAD: Final = 5
LOOK_AHEAD: Final = 52
START: Final = re.compile(r"^start:.*$", re.MULTILINE)


class StarterLanguage(StrEnum):
    NL = "nl"
    EN = "en"


Name = Annotated[str, typer.Argument(metavar="NAME", help="What to call it; NAME.yaml is written.", show_default=False)]
Spoken = Annotated[StarterLanguage, typer.Option("--language", help="The language of its keys and texts.")]


def new(context: typer.Context, name: Name, language: Spoken = StarterLanguage.EN) -> None:
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
    text = (LIBRARY / f"starter-{language}.yaml").read_text(encoding="utf-8")
    monday = today + timedelta(weeks=WEEKS_AHEAD, days=-today.weekday() % 7)
    dated = (_starting(text, monday + timedelta(weeks=weeks), language) for weeks in range(LOOK_AHEAD))
    return next(candidate for candidate in dated if not check_campaigns([(f"{name}.yaml", candidate.encode())])[1])


def _starting(text: str, monday: date, language: Language) -> str:
    return START.sub(f"start: {monday.day} {MONTHS[language][monday.month - 1]} {monday.year}", text, count=1)


def _refuse(sentence: str, error: OSError) -> None:
    remark(sentence)
    raise typer.Exit(1) from error
