"""What must fit together across the blocks of a file: its language and the names that must exist. One question each."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from campaigns import yaml_subset as tree
from campaigns.calendar import is_known_country
from campaigns.check_moments import MOMENT_CHECKS
from campaigns.check_placeholders import PLACEHOLDER_CHECKS
from campaigns.check_posts import POST_CHECKS
from campaigns.draft import Draft
from campaigns.keys import TOP, Text, choice, nearest, shown

ADDRESS: Final = re.compile(r"[^@\s]+@[^@\s]+")
NAME: Final = re.compile(r"[^\W_][\w-]{0,59}")


def language_fits(draft: Draft) -> None:
    text = draft.top.texts.get("language")
    if text and text.text.strip().casefold() != draft.language:
        draft.reading.say(text.line, "other_language", word=draft.word("language", TOP), text=shown(text.text))


def names_are_plain(draft: Draft) -> None:
    """Names of people, audiences and wishes are typed in commands and stand in keys."""
    for key, blocks in (("people", draft.people), ("audiences", draft.audiences), ("wishes", draft.wishes)):
        for name, block in blocks.items():
            if not NAME.fullmatch(name):
                draft.reading.say(block.line, "odd_name", word=draft.word(key, TOP), text=shown(name))


def blocks_are_filled(draft: Draft) -> None:
    for key in ("people", "audiences"):
        node = draft.top.blocks.get(key)
        if isinstance(node, tree.Mapping) and not node.items:
            draft.reading.say(draft.top.line_of(key), "empty_value", word=draft.word(key, TOP))


def people_have_an_address(draft: Draft) -> None:
    """It is all that a platform knows them by: two people with one address would be one who says yes for both."""
    names: dict[str, str | None] = {}
    for block in draft.people.values():
        chat = block.texts.get("chat")
        if chat is None:
            continue
        if not ADDRESS.fullmatch(chat.text.strip()):
            draft.reading.say(chat.line, "no_address", word=draft.word("chat", "person"), text=shown(chat.text))
            continue
        name = block.text_of("name")
        other = names.setdefault(chat.text.strip().casefold(), name)
        if name and other and other != name:
            draft.reading.say(chat.line, "same_address", text=shown(chat.text), name=shown(name), other=shown(other))


def people_exist(draft: Draft) -> None:
    _must_exist(draft, "unknown_person", draft.top.texts.get("owner"), draft.word("owner", TOP), draft.people)
    for audience in draft.audiences.values():
        _must_exist(draft, "unknown_person", audience.texts.get("lead"), draft.word("lead", "audience"), draft.people)


def audiences_exist(draft: Draft) -> None:
    for wish in draft.wishes.values():
        _must_exist(
            draft, "unknown_audience", wish.texts.get("asked_by"), draft.word("asked_by", "wish"), draft.audiences
        )
    for post in draft.posts:
        for text in post.block.lists.get("for", ()):
            _must_exist(draft, "unknown_audience", text, draft.word("for", "post"), draft.audiences, post.id)


def _must_exist(
    draft: Draft, key: str, text: Text | None, word: str, known: Iterable[str], post: str | None = None
) -> None:
    names = tuple(known)
    if text is None or text.text in names or not names:
        return
    draft.reading.say(text.line, key, post, word=word, text=shown(text.text), **choice(text.text, names))


def measures_look_known(draft: Draft) -> None:
    """Measures live in a data file, so only a name that is nearly the goal's measure is suspect."""
    goal = draft.goal.text_of("measure") if draft.goal else None
    for post in draft.posts:
        text = post.block.texts.get("measure")
        if text and goal and text.text != goal and nearest(text.text, [goal]):
            draft.reading.say(text.line, "unknown_measure", post.id, text=shown(text.text), guess=goal)


def country_is_known(draft: Draft) -> None:
    rules = draft.parts["rules"]
    text = draft.rules_block.texts.get("holidays") if draft.rules_block else None
    if text and rules and rules.holidays and not is_known_country(rules.holidays):
        draft.reading.say(text.line, "country", text=shown(text.text))


ALL_CHECKS: Final[tuple[Callable[[Draft], None], ...]] = (
    language_fits,
    names_are_plain,
    blocks_are_filled,
    people_have_an_address,
    people_exist,
    audiences_exist,
    measures_look_known,
    country_is_known,
    *POST_CHECKS,
    *MOMENT_CHECKS,
    *PLACEHOLDER_CHECKS,
)
