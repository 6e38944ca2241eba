"""The option that chooses between Dutch and English on the command line."""

from enum import StrEnum
from typing import Annotated

import typer


class SpokenLanguage(StrEnum):
    NL = "nl"
    EN = "en"


Spoken = Annotated[SpokenLanguage, typer.Option("--language", help="Dutch or English.")]
