"""Settings: defaults, the file, the environment above the file, and everything wrong at once."""

from pathlib import Path

import pytest

from bot.invalid_settings import InvalidSettings
from bot.settings import read_settings
from bot.slack_settings import NAMES as SLACK_NAMES
from bot.teams_settings import NAMES as TEAMS_NAMES

IDS = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
TEAMS = f"MICROSOFT_APP_ID={IDS}\nMICROSOFT_APP_TENANT_ID={IDS}\nMICROSOFT_APP_PASSWORD=s3cret\n"
BOT = "SLACK_BOT_TOKEN=xoxb-2026-11-hush-of-the-bot\n"
SIGNED = f"{BOT}SLACK_SIGNING_SECRET=0a1b2c3d4e5f60718293a4b5c6d7e8f9\n"
SOCKET = f"{BOT}SLACK_APP_TOKEN=xapp-1-A1-hush-of-the-app\n"


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STORE", "CAMPAIGNS", "PORT"):
        monkeypatch.delenv(f"KLANKBORD_{name}", raising=False)
    for name in (*SLACK_NAMES, *TEAMS_NAMES, "KLANKBORD_HOST", "KLANKBORD_TENANTS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def problems(env_file: Path) -> tuple[str, ...]:
    with pytest.raises(InvalidSettings) as raised:
        read_settings(env_file)
    return raised.value.problems


def test_without_settings_everything_has_a_default(env_file: Path) -> None:
    settings = read_settings(env_file)
    assert (settings.store, settings.port) == ("tinydb:data/klankbord.db", 3978)
    assert settings.campaigns == Path("data/campaigns")


def test_the_environment_wins_over_the_file(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env_file.write_text("KLANKBORD_PORT=4000\nKLANKBORD_STORE=memory:\n")
    monkeypatch.setenv("KLANKBORD_PORT", "5000")
    settings = read_settings(env_file)
    assert (settings.port, settings.store) == (5000, "memory:")


def test_everything_wrong_is_said_at_once(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env_file.write_text("KLANKBORD_PROT=1\nSLACK_BOT_TOKEN=xoxb-1\n")
    monkeypatch.setenv("KLANKBORD_PORT", "seventy")
    monkeypatch.setenv("KLANKBORD_STORE", " ")
    monkeypatch.setenv("MICROSOFT_APP_ID", "1")
    assert problems(env_file) == (
        "KLANKBORD_PROT is not a setting. Did you mean KLANKBORD_PORT?",
        "MICROSOFT_APP_ID is '1'; it must be the application (client) id, like 3f2504e0-4f89-41d3-9a0c-0305e82c3301.",
        "MICROSOFT_APP_TENANT_ID is missing; it must be the directory (tenant) id,"
        " like 3f2504e0-4f89-41d3-9a0c-0305e82c3301.",
        "MICROSOFT_APP_PASSWORD is missing: a client secret, or set MICROSOFT_APP_CERTIFICATE to a PEM file.",
        "SLACK_BOT_TOKEN is not one that Slack gave; it must be the Bot User OAuth Token of the app,"
        " which begins with xoxb-.",
        "SLACK_SIGNING_SECRET is missing: the Signing Secret of the app, by which the bot knows what comes from"
        " Slack; or set SLACK_APP_TOKEN for Socket Mode.",
        "KLANKBORD_STORE is empty; give it a value or leave it out.",
        "KLANKBORD_PORT must be a whole number from 1 to 65535, not 'seventy'.",
    )


@pytest.mark.parametrize("port", ["0", "65536", "-1", "39,78", "3978.5", ""])
def test_a_port_that_no_machine_has_is_refused(env_file: Path, port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLANKBORD_PORT", port)
    assert problems(env_file) == (f"KLANKBORD_PORT must be a whole number from 1 to 65535, not {port!r}.",)


@pytest.mark.parametrize("store", ["postgresql://localhost/klankbord", "data/klankbord.db"])
def test_a_store_of_no_known_kind_is_refused_at_once(
    env_file: Path, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KLANKBORD_STORE", store)
    assert problems(env_file)[0].startswith("KLANKBORD_STORE must begin with tinydb: or memory:")


def test_a_name_that_resembles_nothing_gets_the_whole_list(env_file: Path) -> None:
    env_file.write_text("KLANKBORD_QQQQ=1\n")
    names = "KLANKBORD_STORE, KLANKBORD_CAMPAIGNS, KLANKBORD_HOST, KLANKBORD_PORT, KLANKBORD_TENANTS"
    assert names in problems(env_file)[0]


def test_a_platform_setting_that_is_left_empty_does_not_stop_the_room(env_file: Path) -> None:
    env_file.write_text("SLACK_BOT_TOKEN=\n")
    assert read_settings(env_file).port == 3978


def test_a_file_that_is_not_text_is_one_sentence(env_file: Path) -> None:
    env_file.write_bytes(b"KLANKBORD_PORT=\xff\xfe\n")
    assert problems(env_file) == (f"{env_file} can't be read as UTF-8 text (UnicodeDecodeError).",)


def test_no_sentence_shows_a_secret(env_file: Path) -> None:
    env_file.write_text(f"{SIGNED}{SOCKET}MICROSOFT_APP_PASSWORD=hush\n")
    found = "".join(problems(env_file))
    assert "SLACK_SIGNING_SECRET" in found
    assert "hush" not in found
    assert "0a1b" not in found


def test_the_room_is_never_served_to_others(env_file: Path) -> None:
    env_file.write_text("KLANKBORD_HOST=0.0.0.0\n")
    assert problems(env_file) == ("KLANKBORD_HOST is '0.0.0.0', but the room is for this machine only. Leave it out.",)


@pytest.mark.parametrize("platforms", [TEAMS, SIGNED, TEAMS + SOCKET])
def test_where_a_platform_comes_in_the_bot_may_listen_elsewhere(env_file: Path, platforms: str) -> None:
    env_file.write_text(f"KLANKBORD_HOST=0.0.0.0\n{platforms}")
    settings = read_settings(env_file)
    assert settings.is_reached_from_outside
    assert (settings.teams is not None, settings.slack is not None) == (TEAMS in platforms, BOT in platforms)
    assert "s3cret" not in repr(settings)
    assert "hush" not in repr(settings)


def test_in_socket_mode_nobody_has_to_reach_the_bot(env_file: Path) -> None:
    env_file.write_text(SOCKET)
    assert not read_settings(env_file).is_reached_from_outside
    env_file.write_text(f"KLANKBORD_HOST=0.0.0.0\n{SOCKET}")
    assert problems(env_file) == (
        "KLANKBORD_HOST is '0.0.0.0', but in Socket Mode the bot goes to Slack and nobody has to reach it."
        " Leave it out.",
    )


def test_the_platforms_are_set_by_their_own_names_alone(env_file: Path) -> None:
    """Else a KLANKBORD_SLACK with anything in it would be read as if it had been checked."""
    env_file.write_text('KLANKBORD_SLACK={"bot_token": "hush"}\n')
    assert problems(env_file)[0].startswith("KLANKBORD_SLACK is not a setting.")
