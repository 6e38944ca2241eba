"""Settings: defaults, the file, the environment above the file, and everything wrong at once."""

from pathlib import Path

import pytest

from bot.invalid_settings import InvalidSettings
from bot.settings import LATER, read_settings


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STORE", "CAMPAIGNS", "PORT"):
        monkeypatch.delenv(f"KLANKBORD_{name}", raising=False)
    for names in LATER.values():
        for name in names:
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
        "MICROSOFT_APP_ID: this version serves the room only; Teams comes in a later version. Leave it out.",
        "SLACK_BOT_TOKEN: this version serves the room only; Slack comes in a later version. Leave it out.",
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
    assert "KLANKBORD_STORE, KLANKBORD_CAMPAIGNS, KLANKBORD_PORT" in problems(env_file)[0]


def test_a_platform_setting_that_is_left_empty_does_not_stop_the_room(env_file: Path) -> None:
    env_file.write_text("SLACK_BOT_TOKEN=\n")
    assert read_settings(env_file).port == 3978


def test_a_file_that_is_not_text_is_one_sentence(env_file: Path) -> None:
    env_file.write_bytes(b"KLANKBORD_PORT=\xff\xfe\n")
    assert problems(env_file) == (f"{env_file} can't be read as UTF-8 text (UnicodeDecodeError).",)


def test_no_sentence_shows_a_secret(env_file: Path) -> None:
    env_file.write_text("SLACK_BOT_TOKEN=xoxb-secret\nMICROSOFT_APP_PASSWORD=hush\n")
    assert "hush" not in "".join(problems(env_file))
    assert "xoxb" not in "".join(problems(env_file))
