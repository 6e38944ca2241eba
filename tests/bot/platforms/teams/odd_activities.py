"""Activities as no client sends them: recorded ones in which something is changed, left out, grown or put elsewhere."""

import copy
from typing import Any, Final

from hypothesis import strategies as st

from tests.bot.platforms.teams.recordings import NAMES, recorded

Path = tuple[str | int, ...]

# Each once cost a fault or seconds of work somewhere in a program that reads what people type.
COSTLY: Final = {
    "a number that is no character": "&#" + "9" * 5000 + ";",
    "escapes": "&nbsp;" * 15_000,
    "half escapes": "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" * 3000,
    "marks in the wrong order": "a" + "\u0301\u0323" * 25_000,
    "line ends": "\n" * 90_000 + "x",
    "dots": "." * 90_000 + "x",
    "commas": ",\n" * 45_000 + "x",
    "mentions": "<at>Klankbord</at> " * 5000,
    "half mentions": "<at>" * 20_000,
    "braces": "{{DATE(" * 13_000,
    "brackets": "[" * 40_000 + "](" * 20_000,
    "stars": "*" * 90_000,
    "reading directions": "\u202e\u2066\u200d" * 10_000,
}
ODD_TEXTS: Final = (
    "", " ", "\x00", "\ufeff", "\u202ejoin", "\ufb01", "\u0130", "\U0001f469\u200d\U0001f467", "\U0001d57e", "\ud800",
    "\udfff\ud800", "\uffff", "null", "0", "-1", "../..", "%00", "'", '"', "__proto__", "a b c", "1" * 1024, "1" * 1025,
    "teams:aad-joris", "19:crm@thread.tacv2", ";messageid=", "19:crm@thread.tacv2;messageid=", "http://127.0.0.1:1/",
    "https://smba.trafficmanager.net/emea/", "file:///etc/passwd", "message", "invoke", "messageReaction",
    "installationUpdate", "conversationUpdate", "channelDeleted", "remove", "add", "personal", "groupChat", "join",
    "leave", "wish", "approve", "why", "pulse", "like", "adaptiveCard/action",
)  # fmt: skip
_THINGS: Final = (None, True, False, 0, -1, 7, 2**63, 10**300, -0.0, 1.5, 1e300)
_KEYS: Final = (
    "type",
    "id",
    "from",
    "value",
    "action",
    "data",
    "verb",
    "about",
    "text",
    "field",
    "channelData",
    "x",
    "",
)

texts = st.one_of(st.sampled_from(ODD_TEXTS), st.sampled_from(list(COSTLY.values())), st.text(max_size=40))
leaves = st.one_of(st.sampled_from(_THINGS), texts)
things = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4),
    max_leaves=8,
)


def paths_in(activity: object, path: Path = ()) -> list[Path]:
    """Where something is, the whole included."""
    inside: list[tuple[str | int, object]] = []
    if isinstance(activity, dict):
        inside = list(activity.items())
    elif isinstance(activity, list):
        inside = list(enumerate(activity))
    return [path, *(found for key, value in inside for found in paths_in(value, (*path, key)))]


def changed(activity: Any, path: Path, put: Any) -> Any:
    """`put` is called with what is there; `...` from it leaves the place out."""
    if not path:
        found = put(activity)
        return {} if found is ... else found
    first, rest = path[0], path[1:]
    inside = copy.copy(activity)
    found = changed(activity[first], rest, put) if rest else put(activity[first])
    if found is ...:
        del inside[first]
    else:
        inside[first] = found
    return inside


def deep(thing: Any, levels: int) -> Any:
    for level in range(levels):
        thing = [thing] if level % 2 else {"data": thing}
    return thing


@st.composite
def odd_activities(draw: st.DrawFn) -> Any:
    activity: Any = recorded(draw(st.sampled_from(NAMES)), id=draw(st.sampled_from(["", "1", "2", "3", "4"])))
    for _ in range(draw(st.integers(1, 4))):
        places = paths_in(activity)
        path = draw(st.sampled_from(places[1:] or places))
        how = draw(st.sampled_from(["another", "none", "list", "object", "deep", "more", "twice"]))
        activity = changed(activity, path, _change(draw, how))
        if not isinstance(activity, dict):
            break
    return activity


def _change(draw: st.DrawFn, how: str) -> Any:
    thing, levels = draw(things), draw(st.sampled_from([3, 30, 58, 70, 300]))
    ways = {
        "another": lambda there: thing,
        "none": lambda there: ...,
        "list": lambda there: [there, thing],
        "object": lambda there: {"id": there, "type": thing},
        "deep": lambda there: deep(there, levels),
        "more": lambda there: {**there, draw(st.sampled_from(_KEYS)): thing} if isinstance(there, dict) else thing,
        "twice": lambda there: _grown(there, 200) if len(str(there)) < 1000 else [there, there],
    }
    return ways[how]


def _grown(there: Any, times: int) -> Any:
    return there * times if isinstance(there, str | list) else [there] * times
