"""What would break: an editor that underlines what is right, stays silent at what is wrong, or shows an old schema."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from campaigns.file_schema import file_schema
from campaigns.findings import InvalidCampaign
from campaigns.parse import read_campaign
from campaigns.words import KEYS
from tests.campaigns.bad_campaigns import DUTCH, ENGLISH, changed

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LIBRARY = sorted((ROOT / "campaigns" / "library").glob("*.yaml"))
BAD = sorted((HERE / "bad").glob("*.yaml"))
REFUSED = (
    "a_list", "group_too_small", "key_in_dutch", "key_in_english", "kind_in_english", "kind_missing", "missing_keys",
    "no_posts", "number_in_words", "number_out_of_bounds", "people_as_list", "seats_incomplete", "text_as_list",
    "unknown_key", "unknown_kind", "weekday",
)  # fmt: skip
SCHEMA = file_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


class EditorLoader(yaml.SafeLoader):
    """Figures, yes and no get a type and dates stay text, as YAML 1.2 has it."""


EditorLoader.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in found if not tag.endswith(":timestamp")]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def is_accepted(text: str | bytes) -> bool:
    loaded: Any = yaml.load(text, EditorLoader)
    return VALIDATOR.is_valid(loaded)


def test_it_is_a_schema_of_2020_12() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.name)
def test_every_shipped_campaign_is_accepted(path: Path) -> None:
    assert list(VALIDATOR.iter_errors(yaml.load(path.read_bytes(), EditorLoader))) == []


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_surely_wrong_is_refused(name: str) -> None:
    assert not is_accepted((HERE / "bad" / f"{name}.yaml").read_bytes())


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_it_never_refuses_what_the_reader_accepts(path: Path) -> None:
    content = path.read_bytes()
    try:
        read_campaign(content, path.name)
    except InvalidCampaign:
        return
    assert is_accepted(content)


@pytest.mark.parametrize(
    "change",
    [
        ("start: 11 January 2027", "start: 2027-01-11"),
        ("size: 18", 'size: "18"'),
        ("kind: tip", "kind: Tip"),
        ("places: 3", "places: 3\n  allocation: Draw"),
        ("hours: 09:00 to 17:00", "workdays: Monday, tuesday"),
        ("hours: 09:00 to 17:00", "workdays: [Monday, Tuesday]\n  free_weeks: [6]"),
        ("hours: 09:00 to 17:00", "holidays: no"),
        ("hours: 09:00 to 17:00", "keep: 6 months\n  approval_ahead: 5"),
        ("text: Click the star.", "text: 42"),
        ("text: Click the star.", "text: on"),
    ],
)
def test_values_as_yaml_types_them_are_accepted_where_the_reader_accepts_them(change: tuple[str, str]) -> None:
    text = changed(change)
    assert read_campaign(text, "crm.yaml")
    assert is_accepted(text)


def test_the_keys_decide_the_language() -> None:
    assert is_accepted(ENGLISH)
    assert is_accepted(DUTCH)
    assert not is_accepted(DUTCH.replace("soort: tip", "kind: tip"))


def test_every_key_is_explained_in_the_language_of_the_file() -> None:
    described = {language: sum(1 for _ in _descriptions(SCHEMA["$defs"][language])) for language in ("en", "nl")}
    count = sum(len(keys) for keys in KEYS.values())
    assert described == {"en": count, "nl": count}
    assert SCHEMA["$defs"]["nl"]["properties"]["weken"]["description"].startswith("Hoeveel weken")


def _descriptions(node: Any) -> Any:
    if isinstance(node, dict):
        if isinstance(node.get("description"), str):
            yield node["description"]
        for value in node.values():
            yield from _descriptions(value)
    elif isinstance(node, list):
        for value in node:
            yield from _descriptions(value)


def test_the_file_in_the_docs_is_current() -> None:
    kept = json.loads((ROOT / "docs/reference/campaign.schema.json").read_text(encoding="utf-8"))
    assert kept == SCHEMA, "make docs writes it anew"


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.name)
def test_a_shipped_campaign_says_where_its_schema_is(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    schema = first.removeprefix("# yaml-language-server: $schema=")
    assert schema != first
    assert (path.parent / schema).resolve() == ROOT / "docs/reference/campaign.schema.json"
