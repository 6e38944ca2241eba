"""Settings from the environment or `.env`. Everything that is wrong is said at once; nothing that is set is ignored."""

import os
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from dotenv import dotenv_values
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.invalid_settings import InvalidSettings
from storage.all_stores import DEFAULT_STORE, SCHEMES

PREFIX: Final = "KLANKBORD_"
ENV_FILE: Final = Path(".env")
# Chat platforms that come later: a name that is set now must not look as if it worked.
LATER: Final[dict[str, tuple[str, ...]]] = {
    "Teams": ("MICROSOFT_APP_ID", "MICROSOFT_APP_PASSWORD", "MICROSOFT_APP_TENANT_ID", "MICROSOFT_APP_TYPE"),
    "Slack": ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN"),
}


class Settings(BaseSettings):
    """`campaigns` is the folder that `run` loads: every .yaml file in it, with its measurements.csv beside them."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file_encoding="utf-8", extra="ignore", frozen=True)

    store: str = DEFAULT_STORE
    campaigns: Path = Path("data/campaigns")
    port: int = Field(default=3978, ge=1, le=65535)

    @field_validator("store", "campaigns", mode="before")
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


def read_settings(env_file: Path = ENV_FILE) -> Settings:
    """The environment wins over the file. Raises InvalidSettings."""
    names = {name for name, value in os.environ.items() if value} | _names_in(env_file)
    problems = [*_misspelt(names), *_later_platforms(names)]
    try:
        settings = Settings(_env_file=env_file)
    except ValidationError as error:
        problems += [_sentence(str(wrong["loc"][0]), wrong["msg"], wrong.get("input")) for wrong in error.errors()]
    if problems:
        raise InvalidSettings(problems)
    return settings


def _names_in(env_file: Path) -> set[str]:
    try:
        return {name for name, value in dotenv_values(env_file, encoding="utf-8").items() if value}
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidSettings([f"{env_file} can't be read as UTF-8 text ({type(error).__name__})."]) from error


def _misspelt(names: set[str]) -> list[str]:
    known = [PREFIX + field.upper() for field in Settings.model_fields]
    unknown = sorted(name for name in names if name.upper().startswith(PREFIX) and name.upper() not in known)
    return [f"{name} is not a setting. {_guess(name.upper(), known)}" for name in unknown]


def _guess(name: str, known: list[str]) -> str:
    near = get_close_matches(name.removeprefix(PREFIX), [word.removeprefix(PREFIX) for word in known], n=1)
    return f"Did you mean {PREFIX}{near[0]}?" if near else f"The settings are {', '.join(known)}."


def _later_platforms(names: set[str]) -> list[str]:
    return [
        f"{', '.join(found)}: this version serves the room only; {platform} comes in a later version. Leave it out."
        for platform, known in LATER.items()
        if (found := sorted(name for name in known if name in names))
    ]


def _sentence(field: str, message: str, value: object) -> str:
    name = PREFIX + field.upper()
    if field == "port":
        return f"{name} must be a whole number from 1 to 65535, not {value!r}."
    return f"{name} {message.removeprefix('Value error, ')}."
