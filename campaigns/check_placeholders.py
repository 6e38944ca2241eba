"""Whether every `{{ … }}` is a known placeholder, in a place where it can be filled. Nothing else is ever filled in."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Final

from campaigns import words
from campaigns.check_posts import kind_word
from campaigns.draft import Draft, DraftPost
from campaigns.keys import TOP, Block, Text, choice, shown
from campaigns.kinds import KINDS
from campaigns.placeholders import english_name, written_name
from campaigns.words import PLACEHOLDERS

BRACES: Final = re.compile(r"\{\{.*?\}\}|\{\{[^\n]{0,40}|[^\n{}]{0,40}\}\}", re.DOTALL)
SINGLE: Final = re.compile(r"(?<!\{)\{[ \t]*([\w:-]+)[ \t]*\}(?!\})")
WHOLE: Final = re.compile(r"\{\{[ \t]*([\w:-]+)[ \t]*\}\}")
NEAR: Final = 0.8  # below this a word between single braces may be meant as it stands
FILLED: Final = ("text", "briefing", "question", "otherwise", "source", "action")
OF_SEATS: Final = frozenset(
    {"places_left", "places_total", "closes", "opens", "influence", "time", "why_limited", "members", "button:join"}
)
OF_WISHES: Final = frozenset({"wish", "wish_by", "wishes_done", "wishes_total", "wishes_to_go"})
OF_ONE_WISH: Final = frozenset({"wish", "wish_by"})
OF_MEASURE: Final = frozenset({"measure", "measure_then", "growth", "since"})
BOTH_LANGUAGES: Final = (*PLACEHOLDERS, *PLACEHOLDERS.values())
BUTTONS: Final = {"button:join": "join", "button:wish": "wish"}


def placeholders_are_known(draft: Draft) -> None:
    for post in draft.posts:
        for text in _filled(post):
            _no_single_braces(draft, post, text)
        used = [name for text in _filled(post) for name in _names(draft, post, text)]
        _have_something_to_show(draft, post, used)


def _filled(post: DraftPost) -> Iterator[Text]:
    yield from (post.block.texts[key] for key in FILLED if key in post.block.texts)
    yield from post.block.lists.get("texts", ())


def _no_single_braces(draft: Draft, post: DraftPost, text: Text) -> None:
    """They would be posted as they stand. Other words than a placeholder may be what the author wants to show."""
    for found in SINGLE.finditer(text.text):
        close = get_close_matches(found[1].casefold(), BOTH_LANGUAGES, n=1, cutoff=NEAR)
        if close:
            meant = _word(draft, english_name(close[0]))
            line = text.line_at(found.start())
            draft.reading.say(line, "single_braces", post.id, text=found[0], meant=meant)


def _names(draft: Draft, post: DraftPost, text: Text) -> Iterator[tuple[str, str, int]]:
    """The English name, what was written, and the line."""
    if "{{" not in text.text and "}}" not in text.text:
        return
    for found in BRACES.finditer(text.text):
        line = text.line_at(found.start())
        whole = WHOLE.fullmatch(found[0])
        if whole is None:
            example = _word(draft, "team")
            draft.reading.say(line, "bad_placeholder", post.id, text=shown(found[0]), example=example)
        elif name := _known(draft, post, line, whole[1]):
            yield name, found[0], line


def _known(draft: Draft, post: DraftPost, line: int, word: str) -> str | None:
    mine = {_word(draft, name): name for name in PLACEHOLDERS}
    if word in mine:
        return mine[word]
    other = {(name if draft.language == "nl" else dutch): name for name, dutch in PLACEHOLDERS.items()}
    if word in other:
        meant = _word(draft, other[word])
        draft.reading.say(line, "placeholder_of_other_language", post.id, text=word, meant=meant)
    else:
        draft.reading.say(line, "unknown_placeholder", post.id, text=shown(word), **choice(word, mine))
    return None


def _word(draft: Draft, name: str) -> str:
    return written_name(name, draft.language)


def _have_something_to_show(draft: Draft, post: DraftPost, used: list[tuple[str, str, int]]) -> None:
    for name, text, line in used:
        needed = _needed(draft, post, name)
        if needed:
            draft.reading.say(line, "placeholder_needs", post.id, text=text, needed=needed)
        elif name in OF_ONE_WISH and post.kind not in ("wish", None):
            draft.reading.say(line, "placeholder_of_wish", post.id, text=text)
        elif name == "places_left" and _comes_before_the_draw(draft, post):
            total = "{{ " + _word(draft, "places_total") + " }}"
            draft.reading.say(line, "placeholder_of_draw", post.id, text=text, total=total)
        elif name in BUTTONS and post.kind and KINDS[post.kind].button != BUTTONS[name]:
            names = ", ".join(_kinds_with(draft, BUTTONS[name]))
            draft.reading.say(line, "button_not_here", post.id, text=text, kind=kind_word(draft, post), names=names)


def _comes_before_the_draw(draft: Draft, post: DraftPost) -> bool:
    """A call and a status come while people sign up; of any other post only its day tells."""
    is_drawn = draft.seats is not None and draft.seats.allocation == "draw"
    return is_drawn and post.kind is not None and KINDS[post.kind].button == "join"


def _needed(draft: Draft, post: DraftPost, name: str) -> str | None:
    """The block or key that this placeholder shows, when it is not there."""
    if name in OF_SEATS and "seats" not in draft.top:
        return draft.word("seats", TOP)
    if name in OF_WISHES and "wishes" not in draft.top:
        return draft.word("wishes", TOP)
    if name in OF_MEASURE and "measure" not in post.block:
        return draft.word("measure", "post")
    return None


def _kinds_with(draft: Draft, button: str) -> list[str]:
    kinds = [name for name, kind in KINDS.items() if kind.button == button]
    return [words.KINDS[name] if draft.language == "nl" else name for name in kinds]


def nothing_else_is_filled(draft: Draft) -> None:
    """A placeholder outside a post's texts would be shown as it stands."""
    blocks = (draft.goal, draft.seats_block, *draft.audiences.values(), *draft.wishes.values(), *draft.people.values())
    for block in (draft.top, *blocks):
        for key, text in block.texts.items() if block else ():
            _is_bare(draft, block, key, text, None)
    for post in draft.posts:
        for key in ("theme", "image", "alt", "measure"):
            if key in post.block.texts:
                _is_bare(draft, post.block, key, post.block.texts[key], post.id)


def _is_bare(draft: Draft, block: Block | None, key: str, text: Text, post: str | None) -> None:
    if block and (found := BRACES.search(text.text)):
        word = draft.word(key, block.name)
        draft.reading.say(text.line_at(found.start()), "placeholder_not_here", post, word=word, text=shown(found[0]))


PLACEHOLDER_CHECKS: Final[tuple[Callable[[Draft], None], ...]] = (placeholders_are_known, nothing_else_is_filled)
