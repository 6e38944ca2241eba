"""Settings from the environment or `.env`. Everything that is wrong is said at once; nothing that is set is ignored."""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from dotenv import dotenv_values
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.invalid_settings import InvalidSettings
from bot.loopback import LOOPBACK
from bot.slack_settings import SlackSettings, read_slack
from bot.teams_settings import TENANTS, TeamsSettings, read_teams
from storage.all_stores import DEFAULT_STORE, SCHEMES

PREFIX: Final = "KLANKBORD_"
ENV_FILE: Final = Path(".env")
PLATFORMS: Final = ("teams", "slack")  # read by their own files


class Settings(BaseSettings):
    """`campaigns` is the folder that `run` loads: every .yaml file in it, with its measurements.csv beside them.

    `host` is the address at which the bot listens; `teams` and `slack` are None where they are not set up.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file_encoding="utf-8", extra="ignore", frozen=True)

    store: str = DEFAULT_STORE
    campaigns: Path = Path("data/campaigns")
    host: str = "127.0.0.1"
    port: int = Field(default=3978, ge=1, le=65535)
    teams: TeamsSettings | None = None
    slack: SlackSettings | None = None

    @property
    def is_for_this_machine(self) -> bool:
        return self.host in LOOPBACK

    @property
    def is_reached_from_outside(self) -> bool:
        """Teams comes to a door of ours, and so does Slack unless the bot goes to it (Socket Mode)."""
        return self.teams is not None or (self.slack is not None and self.slack.signing_secret is not None)

    @field_validator("store", "campaigns", "host", mode="before")
    @classmethod
    def never_empty(cls, value: Any) -> Any:
        if isinstance(value, str) and not value.strip():
            raise ValueError("is empty; give it a value or leave it out")
        return value

    @field_validator("store")
    @classmethod
    def of_a_known_kind(cls, value: str) -> str:
        if value.partition(":")[0] not in SCHEMES:
            kinds = " or ".join(f"{scheme}:" for scheme in SCHEMES)
            raise ValueError(f"must begin with {kinds} (such as {DEFAULT_STORE}); {value!r} is of no store here")
        return value


KNOWN: Final = (*(PREFIX + name.upper() for name in Settings.model_fields if name not in PLATFORMS), TENANTS)


def read_settings(env_file: Path = ENV_FILE) -> Settings:
    """The environment wins over the file. Raises InvalidSettings."""
    values = {**_values_in(env_file), **os.environ}
    names = {name for name, value in values.items() if value}
    teams, teams_problems = read_teams(values)
    slack, slack_problems = read_slack(values)
    problems = [*_misspelt(names), *teams_problems, *slack_problems]
    try:
        settings = Settings(_env_file=env_file).model_copy(update={"teams": teams, "slack": slack})
    except ValidationError as error:
        problems += [_sentence(str(wrong["loc"][0]), wrong["msg"], wrong.get("input")) for wrong in error.errors()]
    else:
        problems += _open_to_others(settings) if not problems else []
    if problems:
        raise InvalidSettings(problems)
    return settings


def _values_in(env_file: Path) -> dict[str, str]:
    try:
        return {name: value or "" for name, value in dotenv_values(env_file, encoding="utf-8").items()}
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidSettings([f"{env_file} can't be read as UTF-8 text ({type(error).__name__})."]) from error


def _misspelt(names: set[str]) -> list[str]:
    unknown = sorted(name for name in names if name.upper().startswith(PREFIX) and name.upper() not in KNOWN)
    return [f"{name} is not a setting. {_guess(name.upper(), KNOWN)}" for name in unknown]


def _open_to_others(settings: Settings) -> list[str]:
    """The room has no sign-in, so it must not be where others can come; in Socket Mode nobody has to."""
    if settings.is_reached_from_outside or settings.is_for_this_machine:
        return []
    given = f"KLANKBORD_HOST is {settings.host!r}"
    if settings.slack is not None:
        return [f"{given}, but in Socket Mode the bot goes to Slack and nobody has to reach it. Leave it out."]
    return [f"{given}, but the room is for this machine only. Leave it out."]


def _guess(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name.removeprefix(PREFIX), [word.removeprefix(PREFIX) for word in known], n=1)
    return f"Did you mean {PREFIX}{near[0]}?" if near else f"The settings are {', '.join(known)}."


def _sentence(field: str, message: str, value: object) -> str:
    name = PREFIX + field.upper()
    if field == "port":
        return f"{name} must be a whole number from 1 to 65535, not {value!r}."
    return f"{name} {message.removeprefix('Value error, ')}."
