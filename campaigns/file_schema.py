"""The campaign file as a JSON Schema, made from its words and its model: for editors, which complete and explain keys.

It accepts whatever the reader accepts, with YAML's own types for figures, and only refuses what is surely wrong.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from campaigns import model
from campaigns.draft import FIELDS
from campaigns.keys import LISTS, NAMED, POSTS, SINGLE, TOP, written
from campaigns.texts.say import say
from campaigns.values import SMALLEST_GROUP
from campaigns.words import ALLOCATIONS, CONDITIONS, KEYS, KINDS, WEEKDAYS, Language

Schema = dict[str, Any]
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
REQUIRED_TOP: Final = ("campaign", "start", "goal", "people", "audiences", POSTS)
MODELS: Final[dict[str, type[model.Part]]] = {
    "goal": model.Goal,
    "person": model.Person,
    "audience": model.Audience,
    "seats": model.Seats,
    "wish": model.Wish,
    "rules": model.Rules,
}
# A value that YAML may type: a text, a figure, or yes and no.
ANY: Final[Schema] = {"type": ["string", "number", "boolean"]}
FILLED: Final = r"\S"
# Key → the lowest and highest whole number.
NUMBERS: Final[dict[tuple[str, str], tuple[int, int]]] = {
    (TOP, "weeks"): (1, model.LONGEST),
    ("audience", "size"): (1, 1_000_000),
    ("seats", "places"): (1, 10_000),
    ("seats", "max_per_team"): (1, 10_000),
    ("rules", "max_per_day"): (1, 20),
    ("rules", "max_per_week"): (1, 100),
    ("rules", "minimum_group"): (SMALLEST_GROUP, 10_000),
}
CHOICES: Final[dict[tuple[str, str], Mapping[str, str]]] = {
    ("post", "kind"): KINDS,
    ("post", "only_if"): CONDITIONS,
    ("seats", "allocation"): ALLOCATIONS,
}


def file_schema() -> Schema:
    """Both languages: the Dutch one counts as soon as the file has a Dutch top key."""
    dutch_only = sorted(set(KEYS[TOP].values()) - set(KEYS[TOP]))
    return {
        "$schema": DIALECT,
        "title": "Klankbord campaign · Klankbord-campagne",
        "type": "object",
        "if": {"anyOf": [{"required": [key]} for key in dutch_only]},
        "then": {"$ref": "#/$defs/nl"},
        "else": {"$ref": "#/$defs/en"},
        "$defs": {language: _top(language) for language in ("en", "nl")},
    }


def _top(language: Language) -> Schema:
    return _block(TOP, language, required=REQUIRED_TOP)


def _block(name: str, language: Language, *, required: Iterable[str]) -> Schema:
    properties = {written(key, name, language): _described(name, key, language) for key in KEYS[name]}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": [written(key, name, language) for key in required],
    }


def _described(block: str, key: str, language: Language) -> Schema:
    return {"description": say(language, f"key.{block}.{key}"), **_value(block, key, language)}


def _value(block: str, key: str, language: Language) -> Schema:
    if block == TOP and key in (*SINGLE, *NAMED, POSTS):
        return _part(key, language)
    if (block, key) in NUMBERS:
        return _number(*NUMBERS[block, key])
    if (block, key) in CHOICES:
        return _choice([other if language == "nl" else word for word, other in CHOICES[block, key].items()])
    if key in LISTS:
        return _list(key, language)
    if (block, key) == ("rules", "keep"):
        return {"type": "string", "pattern": FILLED}  # `6 months`: a bare number is no span
    if (block, key) == (TOP, "language"):
        return _choice([language])
    return _filled()


def _part(key: str, language: Language) -> Schema:
    if key in SINGLE:
        return _block(SINGLE[key], language, required=_needed(SINGLE[key]))
    if key in NAMED:
        block = _block(NAMED[key], language, required=_needed(NAMED[key]))
        return {"type": "object", "minProperties": 0 if key == "wishes" else 1, "additionalProperties": block}
    return {"type": "array", "minItems": 1, "items": _post(language)}


def _post(language: Language) -> Schema:
    return _block("post", language, required=("kind", "when"))


def _needed(block: str) -> list[str]:
    """The keys whose fields have no default in the model."""
    fields = MODELS[block].model_fields
    return [key for key in KEYS[block] if fields[FIELDS.get(key, (key,))[0]].is_required()]


def _filled() -> Schema:
    return {**ANY, "pattern": FILLED}


def _number(lowest: int, highest: int) -> Schema:
    """In figures; a text of figures is read too, and then the reader looks at its bounds."""
    figures = {"type": "integer", "minimum": lowest, "maximum": highest}
    return {"anyOf": [figures, {"type": "string", "pattern": r"^\s*[0-9]{1,9}\s*$"}]}


def _choice(words: list[str]) -> Schema:
    """The words themselves, for completion; in capitals and with more spaces they are read too."""
    return {"anyOf": [{"enum": words}, {"type": "string", "pattern": "|".join(map(_any_capitals, words))}]}


def _any_capitals(word: str) -> str:
    letters = (f"[{sign.lower()}{sign.upper()}]" if sign.isalpha() else r"\s+" for sign in word)
    return rf"^\s*{''.join(letters)}\s*$"


def _list(key: str, language: Language) -> Schema:
    """A list, or one text with commas; a series is a list."""
    item = _filled()
    if key == "workdays":
        item = _choice(list(WEEKDAYS[language]))
    if key == "free_weeks":
        item = _number(1, model.LONGEST)
    items = {"type": "array", "minItems": 1, "items": item}
    return items if key == "texts" else {"anyOf": [items, _filled()]}
