"""What would break: a package that Teams refuses, a menu with words the bot does not know, or asking for too much."""

import json
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
from matplotlib.image import imread

from bot.commands import read_command
from bot.inbound import Origin, Person, Unknown
from bot.platforms.teams.manifest import (
    COLOR_ICON,
    LONGEST_NAME,
    LONGEST_ORGANISATION,
    LONGEST_URL,
    MANIFEST_VERSION,
    OUTLINE_ICON,
    TeamsApp,
    documents,
)
from campaigns.words import COMMANDS

HERE: Final = Path(__file__).parent
ICONS: Final = HERE.parents[3] / "bot" / "platforms" / "teams" / "static"
APP: Final = TeamsApp(
    app_id="1a2b3c4d-1111-4222-8333-444455556666",
    organisation="Gemeente Voorbeeld",
    website="https://example.com/klankbord",
    privacy="https://example.com/privacy",
    terms="https://example.com/terms",
)
LONGEST: Final = TeamsApp(
    app_id=APP.app_id,
    organisation="o" * LONGEST_ORGANISATION,
    website=f"https://example.com/{'w' * (LONGEST_URL - len('https://example.com/'))}",
    privacy=APP.privacy,
    terms=APP.terms,
    name="n" * LONGEST_NAME,
    version="10.20.30",
)


def schema(name: str) -> Any:
    return json.loads((HERE / "schemas" / name).read_text(encoding="utf-8"))


MANIFEST: Final = schema("MicrosoftTeams.schema.json")
TRANSLATION: Final = schema("MicrosoftTeams.Localization.schema.json")


def manifest(app: TeamsApp = APP) -> dict[str, Any]:
    return documents(app)["manifest.json"]


def menus(app: TeamsApp = APP) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = manifest(app)["bots"][0]["commandLists"]
    return found


@pytest.mark.parametrize("app", [APP, LONGEST], ids=["plain", "longest"])
def test_microsoft_s_own_schemas_accept_it(app: TeamsApp) -> None:
    texts = documents(app)
    assert set(texts) == {"manifest.json", "nl.json"}
    assert list(jsonschema.Draft4Validator(MANIFEST).iter_errors(texts["manifest.json"])) == []
    assert list(jsonschema.Draft4Validator(TRANSLATION).iter_errors(texts["nl.json"])) == []


def test_it_says_which_schema_it_follows() -> None:
    assert MANIFEST["properties"]["manifestVersion"]["const"] == MANIFEST_VERSION == manifest()["manifestVersion"]
    assert f"/v{MANIFEST_VERSION}/" in manifest()["$schema"]
    assert f"/v{MANIFEST_VERSION}/" in documents(APP)["nl.json"]["$schema"]


def test_our_limits_are_those_of_the_schema() -> None:
    allowed = MANIFEST["properties"]
    assert allowed["name"]["properties"]["short"]["maxLength"] == LONGEST_NAME
    assert allowed["developer"]["properties"]["name"]["maxLength"] == LONGEST_ORGANISATION
    assert MANIFEST["definitions"]["anyHttpUrl"]["maxLength"] == LONGEST_URL
    assert len(LONGEST.website) == LONGEST_URL


def test_the_short_texts_differ_from_the_long_ones_and_fit_in_both_languages() -> None:
    """Teams refuses a package whose name or description is the same twice."""
    for app in (APP, LONGEST):
        english, dutch = manifest(app), documents(app)["nl.json"]
        for short, full in (
            (english["name"]["short"], english["name"]["full"]),
            (english["description"]["short"], english["description"]["full"]),
            (dutch["name.short"], dutch["name.full"]),
            (dutch["description.short"], dutch["description.full"]),
        ):
            assert short != full
            assert len(short) <= 80
    assert manifest()["description"]["short"] not in manifest()["description"]["full"]


def test_it_asks_for_no_more_than_it_uses() -> None:
    asked = manifest()
    assert not {"authorization", "webApplicationInfo", "devicePermissions", "composeExtensions", "staticTabs"} & set(
        asked
    )
    assert asked["permissions"] == ["identity", "messageTeamMembers"]
    assert asked["validDomains"] == []
    bot = asked["bots"][0]
    assert (bot["botId"], asked["id"]) == (APP.app_id, APP.app_id)
    assert not any(bot[name] for name in ("isNotificationOnly", "supportsFiles", "supportsCalling", "supportsVideo"))


def test_a_team_may_use_it_in_every_kind_of_channel() -> None:
    """Without this word Teams refuses a package of 1.25 or later that is for teams; the schema does not say so."""
    assert manifest()["supportsChannelFeatures"] == "tier1"


def test_there_is_one_menu_for_each_scope() -> None:
    assert [menu["scopes"] for menu in menus()] == [["team"], ["personal"]]
    assert manifest()["bots"][0]["scopes"] == ["team", "personal"]


def test_every_word_of_a_menu_has_its_twin_at_the_same_place() -> None:
    translated = documents(APP)["nl.json"]
    places = {
        f"bots[0].commandLists[{menu}].commands[{place}]": command["title"]
        for menu, one in enumerate(menus())
        for place, command in enumerate(one["commands"])
    }
    for path, english in places.items():
        assert translated[f"{path}.title"] == COMMANDS[english]
        assert translated[f"{path}.description"]
    assert {path.rpartition(".")[0] for path in translated if path.startswith("bots")} == set(places)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_bot_knows_every_word_of_its_menus(language: str) -> None:
    anna = Person("teams:anna", "Anna")
    for menu in menus():
        channel = "19:sales" if menu["scopes"] == ["team"] else None
        for command in menu["commands"]:
            word = command["title"] if language == "en" else COMMANDS[command["title"]]
            origin = Origin("teams", anna, "event", channel=channel)
            assert not isinstance(read_command(word, origin), Unknown), word


def test_leaving_stands_where_joining_stands() -> None:
    for menu in menus():
        words = [command["title"] for command in menu["commands"]]
        assert words.index("leave") == words.index("join") + 1
        assert "object" in words


def test_the_colour_icon_is_a_square_without_holes() -> None:
    """Teams rounds the corners; the sign itself stays inside what is never cut off."""
    picture = imread(ICONS / COLOR_ICON)
    assert picture.shape == (192, 192, 3)
    ground = picture[0, 0]
    sign = (picture != ground).any(axis=2).nonzero()
    assert all(edge.min() >= 36 and edge.max() < 192 - 36 for edge in sign)


def test_the_outline_icon_is_white_on_nothing_up_to_its_edges() -> None:
    picture = imread(ICONS / OUTLINE_ICON)
    assert picture.shape == (32, 32, 4)
    seen = picture[:, :, 3]
    assert (picture[:, :, :3][seen > 0] == 1).all()
    assert seen[0, 0] == seen[-1, -1] == 0
    assert all(edge.any() for edge in (seen[:2], seen[-2:], seen[:, :2], seen[:, -2:]))
    assert (seen == 1).any()
