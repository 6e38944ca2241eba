"""The settings of Teams, all or none: what is missing or unsafe is said at once, and nothing that is set is ignored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final
from uuid import UUID

PREFIX: Final = "MICROSOFT_APP_"
TENANTS: Final = "KLANKBORD_TENANTS"
# Set by what the bot runs on, for instance Kubernetes; a path, and no token itself.
TOKEN_FILE: Final = "AZURE_FEDERATED_TOKEN_FILE"  # noqa: S105
NAMES: Final = tuple(PREFIX + name for name in ("ID", "TENANT_ID", "TYPE", "PASSWORD", "CERTIFICATE"))
_NOBODY: Final = UUID(int=0)


class AppType(StrEnum):
    """How the bot proves to Microsoft who it is."""

    SINGLE_TENANT = "SingleTenant"
    MANAGED_IDENTITY = "UserAssignedMSI"
    FEDERATED = "Federated"


@dataclass(frozen=True)
class TeamsSettings:
    """`tenants` are the ones whose people are heard, the app's own included. The password is in no repr."""

    app_id: str
    tenant: str
    type: AppType
    password: str | None = field(default=None, repr=False)
    certificate: Path | None = None
    federated_token_file: Path | None = None
    tenants: frozenset[str] = frozenset()


def read_teams(values: Mapping[str, str]) -> tuple[TeamsSettings | None, list[str]]:
    """From the names that are set; None when Teams is not, or not rightly. The sentences say what to mend.

    A name with nothing behind it is not set: an example file lists them all.
    """
    given = {name: value for name in (*NAMES, TENANTS) if (value := values.get(name, "").strip())}
    if not given:
        return None, []
    problems = [*_problems(given), *_token_file_problems(given, values.get(TOKEN_FILE, ""))]
    if problems:
        return None, problems
    tenant = given["MICROSOFT_APP_TENANT_ID"].lower()
    certificate, kind = given.get("MICROSOFT_APP_CERTIFICATE"), _type_of(given) or AppType.SINGLE_TENANT
    settings = TeamsSettings(
        app_id=given["MICROSOFT_APP_ID"].lower(),
        tenant=tenant,
        type=kind,
        password=given.get("MICROSOFT_APP_PASSWORD"),
        certificate=Path(certificate) if certificate else None,
        federated_token_file=Path(values[TOKEN_FILE]) if kind is AppType.FEDERATED else None,
        tenants=frozenset({tenant, *_each(given.get(TENANTS, ""))}),
    )
    return settings, []


def _problems(given: Mapping[str, str]) -> Iterator[str]:
    for name, what in (("ID", "the application (client) id"), ("TENANT_ID", "the directory (tenant) id")):
        yield from _not_an_id(PREFIX + name, given.get(PREFIX + name, ""), what)
    for tenant in _each(given.get(TENANTS, "")):
        yield from _not_an_id(TENANTS, tenant, "a tenant id; more than one with commas between")
    if _type_of(given) is None:
        yield _wrong_type(given["MICROSOFT_APP_TYPE"])
    yield from _credential_problems(given)


def _not_an_id(name: str, value: str, what: str) -> Iterator[str]:
    """Not even the id that stands in every example: an app id that is nobody's would let nobody in, or everybody."""
    try:
        is_id = UUID(value) != _NOBODY and len(set(value.replace("-", ""))) > 1
    except ValueError:
        is_id = False
    if not is_id:
        found = f"is {value!r}" if value else "is missing"
        yield f"{name} {found}; it must be {what}, like 3f2504e0-4f89-41d3-9a0c-0305e82c3301."


def _type_of(given: Mapping[str, str]) -> AppType | None:
    value = given.get("MICROSOFT_APP_TYPE", AppType.SINGLE_TENANT)
    return next((kind for kind in AppType if kind.lower() == value.lower()), None)


def _wrong_type(value: str) -> str:
    known = ", ".join(AppType)
    if value.lower() == "multitenant":
        return f"MICROSOFT_APP_TYPE is MultiTenant, which would trust every organisation. It must be one of {known}."
    return f"MICROSOFT_APP_TYPE is {value!r}; it must be one of {known}."


def _credential_problems(given: Mapping[str, str]) -> Iterator[str]:
    password, certificate = given.get("MICROSOFT_APP_PASSWORD"), given.get("MICROSOFT_APP_CERTIFICATE")
    if _type_of(given) in (AppType.MANAGED_IDENTITY, AppType.FEDERATED):
        for name in ("MICROSOFT_APP_PASSWORD", "MICROSOFT_APP_CERTIFICATE"):
            if name in given:
                yield f"{name} is not used with MICROSOFT_APP_TYPE {_type_of(given)}. Leave it out."
    elif password and certificate:
        yield "MICROSOFT_APP_PASSWORD and MICROSOFT_APP_CERTIFICATE are both set. Leave one of them out."
    elif not password and not certificate:
        yield "MICROSOFT_APP_PASSWORD is missing: a client secret, or set MICROSOFT_APP_CERTIFICATE to a PEM file."
    elif certificate and not Path(certificate).is_file():
        yield f"MICROSOFT_APP_CERTIFICATE is {certificate!r}, and there is no such file."
    elif password and (password.startswith("<") or password.casefold() in ("changeme", "secret", "password")):
        yield "MICROSOFT_APP_PASSWORD is the word of an example; set it to the client secret's value."


def _token_file_problems(given: Mapping[str, str], file: str) -> Iterator[str]:
    if _type_of(given) is AppType.FEDERATED and not Path(file).is_file():
        found = f"is {file!r}, and there is no such file" if file else "is missing"
        yield f"{TOKEN_FILE} {found}; a Federated app gets its token from it."


def _each(text: str) -> list[str]:
    return [word.strip().lower() for word in text.split(",") if word.strip()]
