"""Frozen dataclasses ⇄ plain JSON documents, driven by the type hints. A field that equals its default is left out."""

import dataclasses
import json
import math
import types
import typing
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import orjson

T = TypeVar("T")
Turn = Callable[[Any], Any]
# The fields that are always written, and those that are not when they equal their default.
Outgoing = tuple[tuple[tuple[str, Turn | None], ...], tuple[tuple[str, Any, Turn | None], ...]]
PLAIN = (str, int, bool, type(None))


class UnreadableRecord(ValueError):
    """A document that does not fit its record type: the field and what is wrong with it."""


@dataclasses.dataclass(frozen=True)
class Coder:
    """How one type goes out and comes back. None: as it is."""

    encode: Turn | None = None
    decode: Turn | None = None


@dataclasses.dataclass(frozen=True)
class Field:
    name: str
    default: Any
    coder: Coder


def to_document(record: Any) -> dict[str, Any]:
    document: dict[str, Any] = {}
    required, optional = _outgoing(type(record))
    for name, encode in required:
        value = getattr(record, name)
        document[name] = value if encode is None or value is None else encode(value)
    for name, default, encode in optional:
        value = getattr(record, name)
        if value is not default and value != default:
            document[name] = value if encode is None or value is None else encode(value)
    return document


def from_document(record: type[T], document: Mapping[str, Any]) -> T:
    fields = _fields(record)
    unknown = document.keys() - fields.keys()
    if unknown:
        raise UnreadableRecord(f"{record.__name__} has no field {', '.join(sorted(unknown))}")
    values: dict[str, Any] = {name: _decoded(fields[name], value) for name, value in document.items()}
    try:
        return record(**values)
    except TypeError as problem:
        raise UnreadableRecord(f"{record.__name__}: {problem}") from problem


def field_of(record: type[Any], document: Mapping[str, Any], name: str) -> Any:
    """One field of a document, without reading the rest."""
    field = _fields(record)[name]
    return _decoded(field, document[name]) if name in document else field.default


def dump(record: Any) -> bytes:
    return dump_document(to_document(record))


def dump_document(document: Mapping[str, Any]) -> bytes:
    try:
        return orjson.dumps(document)
    except TypeError:  # half of a surrogate pair, which only the slower one writes, or a number that nothing reads back
        text = json.dumps(document, separators=(",", ":"))
        json.loads(text, parse_int=_fitting)
        return text.encode()


def load(text: bytes) -> dict[str, Any]:
    try:
        document = orjson.loads(text)
    except orjson.JSONDecodeError:
        try:
            document = json.loads(text)
        except ValueError as problem:
            raise UnreadableRecord(f"not JSON ({problem})") from problem
    if not isinstance(document, dict):
        raise UnreadableRecord("not a document")
    return document


def _fitting(digits: str) -> int:
    number = int(digits)
    if not -(2**63) <= number < 2**64:
        raise ValueError(f"{digits} is too large a number to keep")
    return number


def _decoded(field: Field, value: Any) -> Any:
    if field.coder.decode is None or value is None:
        return value
    try:
        return field.coder.decode(value)
    except UnreadableRecord:
        raise
    except (ValueError, TypeError, KeyError, AttributeError) as problem:
        raise UnreadableRecord(f"{field.name} can't be {value!r}") from problem


def _read_fields(record: Any) -> dict[str, Field]:
    if not dataclasses.is_dataclass(record):
        raise TypeError(f"{record} is no dataclass, so it can't be kept")
    hints = get_type_hints(record)
    return {
        field.name: Field(field.name, _default(field), _coder(hints[field.name]))
        for field in dataclasses.fields(record)
    }


def _read_outgoing(record: Any) -> Outgoing:
    fields = _fields(record).values()
    return (
        tuple((field.name, field.coder.encode) for field in fields if field.default is dataclasses.MISSING),
        tuple(
            (field.name, field.default, field.coder.encode)
            for field in fields
            if field.default is not dataclasses.MISSING
        ),
    )


def _default(field: "dataclasses.Field[Any]") -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


@cache
def _coder(hint: Any) -> Coder:
    origin = get_origin(hint)
    if hint in PLAIN or origin is Literal:
        return Coder()
    if hint in SIMPLE:
        return SIMPLE[hint]
    if origin in (Union, types.UnionType):
        return _optional(hint)
    if origin in COLLECTIONS:
        return COLLECTIONS[origin](get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Coder(attrgetter("_value_"), hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return Coder(to_document, lambda document: from_document(hint, document))
    raise TypeError(f"{hint} can't be kept: no plain form is known for it")


def _optional(hint: Any) -> Coder:
    """`X | None`, and unions of plain values. None is never given to a coder."""
    coders = [_coder(member) for member in get_args(hint) if member is not type(None)]
    if len(coders) > 1 and any(coder.encode is not None for coder in coders):
        raise TypeError(f"{hint} can't be kept: a stored document would not say which one it is")
    return coders[0]


def _sequence(members: tuple[Any, ...]) -> Coder:
    if len(members) == 2 and members[1] is Ellipsis:
        encode, decode = _each(members[0])
        return Coder(lambda items: [encode(item) for item in items], lambda items: tuple(map(decode, items)))
    ways = [_each(member) for member in members]
    return Coder(
        lambda items: [encode(item) for (encode, _), item in zip(ways, items, strict=True)],
        lambda items: tuple(decode(item) for (_, decode), item in zip(ways, items, strict=True)),
    )


def _group(members: tuple[Any, ...]) -> Coder:
    encode, decode = _each(members[0])
    return Coder(lambda items: sorted(encode(item) for item in items), lambda items: frozenset(map(decode, items)))


def _mapping(members: tuple[Any, ...]) -> Coder:
    (encode_key, decode_key), (encode, decode) = _each(members[0]), _each(members[1])
    if members[0] is int:
        encode_key, decode_key = str, int
    if members[0] is str:
        return Coder(
            lambda items: {key: encode(item) for key, item in items.items()},
            lambda items: {key: decode(item) for key, item in items.items()},
        )
    return Coder(
        lambda items: {encode_key(key): encode(item) for key, item in items.items()},
        lambda items: {decode_key(key): decode(item) for key, item in items.items()},
    )


def _each(hint: Any) -> tuple[Turn, Turn]:
    coder = _coder(hint)
    if coder.encode is None or coder.decode is None:
        return _same, _same
    if type(None) in get_args(hint):
        encode, decode = coder.encode, coder.decode
        return (
            lambda item: None if item is None else encode(item),
            lambda item: None if item is None else decode(item),
        )
    return coder.encode, coder.decode


def _same(item: Any) -> Any:
    return item


def _instant(moment: datetime) -> str:
    """In UTC with a Z; wall time, which has no zone, without."""
    if moment.tzinfo is None:
        return moment.isoformat()
    text = moment.isoformat() if moment.tzinfo is UTC else moment.astimezone(UTC).isoformat()
    return text[:-6] + "Z"


def _number(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number that JSON can hold")
    return value


SIMPLE: typing.Final[dict[Any, Coder]] = {
    datetime: Coder(_instant, datetime.fromisoformat),
    date: Coder(date.isoformat, date.fromisoformat),
    time: Coder(time.isoformat, time.fromisoformat),
    timedelta: Coder(lambda span: span // timedelta(microseconds=1), lambda number: timedelta(microseconds=number)),
    float: Coder(_number, float),
}
COLLECTIONS: typing.Final[dict[Any, Callable[[tuple[Any, ...]], Coder]]] = {
    tuple: _sequence,
    frozenset: _group,
    AbstractSet: _group,
    Mapping: _mapping,
    dict: _mapping,
}

_fields: typing.Final[Callable[[Any], dict[str, Field]]] = cache(_read_fields)
_outgoing: typing.Final[Callable[[Any], Outgoing]] = cache(_read_outgoing)
