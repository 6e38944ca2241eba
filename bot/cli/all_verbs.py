"""The command line: one verb per file, read when it is typed, and what every verb does with the families of errors."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli.free_port import PortTaken
from bot.cli.show import remark
from bot.invalid_settings import InvalidSettings
from campaigns.findings import InvalidCampaign
from storage.base import StoreProblem

# Verb → its module, which has a function of that name (with _ for -). `check` need not wait for what `run` imports.
ALL_VERBS: Final[dict[str, str]] = {
    "new": "bot.cli.new",
    "check": "bot.cli.check",
    "plan": "bot.cli.plan",
    "preview": "bot.cli.preview",
    "rehearse": "bot.cli.rehearse",
    "run": "bot.cli.run",
    "doctor": "bot.cli.doctor",
    "teams-app": "bot.cli.teams_app",
    "slack-manifest": "bot.cli.slack_manifest",
    "export": "bot.cli.export",
    "forget": "bot.cli.forget",
    "schema": "bot.cli.schema",
}
HELP: Final = (
    "Klankbord runs adoption campaigns and never says what the data do not support. "
    "Exit code 0: fine. 1: the campaign file needs work. 2: the settings, the store or the command do."
)


def verb(name: str) -> Callable[..., None]:
    found: Callable[..., None] = getattr(import_module(ALL_VERBS[name]), name.replace("-", "_"))
    return found


class Verbs(TyperGroup):
    """Turns the known errors into a sentence and an exit code; anything else is our bug and keeps its traceback."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = dict.fromkeys(ALL_VERBS)  # type: ignore[assignment]  # their names; each is read when typed

    def list_commands(self, ctx: Any) -> list[str]:
        return list(ALL_VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in ALL_VERBS:
            return None
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        alone.command(cmd_name)(verb(cmd_name))
        return get_command(alone)

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
    app.callback()(_before_every_verb)
    return app


def _before_every_verb() -> None:
    """Nothing: the options belong to the verbs."""


def _let_go_of_the_pipe() -> None:
    """The reader has seen enough (`plan … | head`): what is still in the buffer goes nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
