"""The command line: one verb per file, and what every verb does with the four families of errors."""

import os
import sys
from collections.abc import Callable
from typing import Any, Final

import typer
from typer.core import TyperGroup

from bot.cli.check import check
from bot.cli.doctor import doctor
from bot.cli.export import export
from bot.cli.forget import forget
from bot.cli.free_port import PortTaken
from bot.cli.new import new
from bot.cli.plan import plan
from bot.cli.preview import preview
from bot.cli.rehearse import rehearse
from bot.cli.run import run
from bot.cli.show import remark
from bot.settings import InvalidSettings
from campaigns.findings import InvalidCampaign
from storage.base import StoreProblem

ALL_VERBS: Final[dict[str, Callable[..., None]]] = {
    "new": new,
    "check": check,
    "plan": plan,
    "preview": preview,
    "rehearse": rehearse,
    "run": run,
    "doctor": doctor,
    "export": export,
    "forget": forget,
}
HELP: Final = (
    "Klankbord runs adoption campaigns and never says what the data do not support. "
    "Exit code 0: fine. 1: the campaign file needs work. 2: the settings, the store or the command do."
)


class Verbs(TyperGroup):
    """Turns the known errors into a sentence and an exit code; anything else is our bug and keeps its traceback."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return self.invoke_and_flush(ctx)
        except InvalidCampaign as error:
            remark(str(error))
            raise typer.Exit(1) from error
        except (InvalidSettings, PortTaken, StoreProblem) as error:
            remark(str(error))
            raise typer.Exit(2) from error
        except BrokenPipeError as error:
            _let_go_of_the_pipe()
            raise typer.Exit(0) from error

    def invoke_and_flush(self, ctx: Any) -> Any:
        """A pipe that closed early shows only when the buffer is emptied; better here than while Python ends."""
        try:
            return super().invoke(ctx)
        finally:
            sys.stdout.flush()


def command_line() -> typer.Typer:
    app = typer.Typer(
        cls=Verbs, help=HELP, no_args_is_help=True, add_completion=False, rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )  # fmt: skip
    for name, verb in ALL_VERBS.items():
        app.command(name)(verb)
    return app


def _let_go_of_the_pipe() -> None:
    """The reader has seen enough (`plan … | head`): what is still in the buffer goes nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
