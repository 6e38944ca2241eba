"""What would break: Teams that starts without a way to tell who is who, or a setting that is silently not used."""

from pathlib import Path

import pytest

from bot.teams_settings import AppType, read_teams

APP = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
TENANT = "9c5b94b1-35ad-49bb-b118-8e8fc24abf80"
OTHER = "7d444840-9dc0-11d1-b245-5ffdce74fad2"
WHOLE = {"MICROSOFT_APP_ID": APP, "MICROSOFT_APP_TENANT_ID": TENANT, "MICROSOFT_APP_PASSWORD": "s3cret-of-the-app"}


def problem(**changes: str | None) -> str:
    """The one sentence that these changes to a whole set of settings lead to."""
    values = {name: value for name, value in {**WHOLE, **changes}.items() if value is not None}
    settings, problems = read_teams(values)
    assert settings is None
    [sentence] = problems
    return sentence


def test_without_any_of_them_teams_is_not_set_up() -> None:
    assert read_teams({"PATH": "/bin", "AZURE_FEDERATED_TOKEN_FILE": "/x"}) == (None, [])


def test_id_tenant_and_secret_are_enough() -> None:
    settings, problems = read_teams({**WHOLE, "MICROSOFT_APP_ID": f" {APP.upper()} "})
    assert settings is not None
    assert (settings.app_id, settings.tenant, settings.type, problems) == (APP, TENANT, AppType.SINGLE_TENANT, [])
    assert settings.tenants == {TENANT}
    assert "s3cret" not in repr(settings)


def test_more_tenants_may_be_heard() -> None:
    settings, _ = read_teams({**WHOLE, "KLANKBORD_TENANTS": f"{OTHER.upper()} ,"})
    assert settings is not None
    assert settings.tenants == {TENANT, OTHER}


@pytest.mark.parametrize("value", ["", "  ", "your-app-id", "00000000-0000-0000-0000-000000000000", "<app id>"])
@pytest.mark.parametrize("name", ["MICROSOFT_APP_ID", "MICROSOFT_APP_TENANT_ID"])
def test_an_empty_or_made_up_id_is_refused_by_its_name(name: str, value: str) -> None:
    assert problem(**{name: value}).startswith(f"{name} is ")


def test_everything_that_is_missing_is_said_at_once() -> None:
    _, problems = read_teams({"MICROSOFT_APP_PASSWORD": "", "MICROSOFT_APP_TYPE": "SingleTenant"})
    assert [sentence.split(" is missing")[0] for sentence in problems] == [
        "MICROSOFT_APP_ID",
        "MICROSOFT_APP_TENANT_ID",
        "MICROSOFT_APP_PASSWORD",
    ]


def test_an_app_that_trusts_every_organisation_is_refused() -> None:
    assert "would trust every organisation" in problem(MICROSOFT_APP_TYPE="MultiTenant")
    assert "it must be one of SingleTenant" in problem(MICROSOFT_APP_TYPE="Skill")
    assert "KLANKBORD_TENANTS is 'contoso.nl'" in problem(KLANKBORD_TENANTS=f"{OTHER},contoso.nl")


def test_one_way_to_log_in_and_no_more(tmp_path: Path) -> None:
    pem = tmp_path / "app.pem"
    pem.write_text("-----BEGIN CERTIFICATE-----")
    settings, _ = read_teams({**WHOLE, "MICROSOFT_APP_PASSWORD": "", "MICROSOFT_APP_CERTIFICATE": str(pem)})
    assert settings is not None
    assert (settings.certificate, settings.password) == (pem, None)
    assert "both set" in problem(MICROSOFT_APP_CERTIFICATE=str(pem))
    assert "no such file" in problem(MICROSOFT_APP_PASSWORD=None, MICROSOFT_APP_CERTIFICATE=str(tmp_path / "none.pem"))
    assert "word of an example" in problem(MICROSOFT_APP_PASSWORD="<secret>")


def test_a_managed_identity_needs_no_secret_and_takes_none() -> None:
    settings, _ = read_teams({**WHOLE, "MICROSOFT_APP_PASSWORD": "", "MICROSOFT_APP_TYPE": "userassignedmsi"})
    assert settings is not None
    assert settings.type is AppType.MANAGED_IDENTITY
    assert "is not used with" in problem(MICROSOFT_APP_TYPE="UserAssignedMSI")


def test_a_federated_app_has_the_file_with_its_token(tmp_path: Path) -> None:
    token = tmp_path / "token"
    values = {**WHOLE, "MICROSOFT_APP_TYPE": "Federated"}
    del values["MICROSOFT_APP_PASSWORD"]
    assert "AZURE_FEDERATED_TOKEN_FILE is missing" in read_teams(values)[1][0]
    assert "no such file" in read_teams({**values, "AZURE_FEDERATED_TOKEN_FILE": str(token)})[1][0]
    token.write_text("x")
    settings, problems = read_teams({**values, "AZURE_FEDERATED_TOKEN_FILE": str(token)})
    assert settings is not None
    assert (settings.federated_token_file, problems) == (token, [])
