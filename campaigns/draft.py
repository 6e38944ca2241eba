"""A campaign file halfway: its blocks in English keys, and of each block the typed part when its values are right."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from campaigns import model
from campaigns import yaml_subset as tree
from campaigns.file_rules import Problem
from campaigns.keys import (
    NAMED,
    POSTS,
    SINGLE,
    TOP,
    Block,
    Reading,
    Text,
    guess_language,
    named_blocks,
    nearest,
    shown,
    written,
)
from campaigns.moments import Moment
from campaigns.words import ALLOCATIONS, CONDITIONS, KINDS, Language

P = TypeVar("P", bound=model.Part)

# Where a key of the file fills a field of another name, or two.
FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "from": ("sender",),
    "for": ("for_audiences",),
    "hours": ("opens_at", "closes_at"),
    "keep": ("keep_months",),
}
KEYS_OF: Final = {name: key for key, names in FIELDS.items() for name in names}
DEFAULT_WEEKS: Final = 12


@dataclass
class DraftPost:
    """`kind` is the English kind, or None when unknown; `when` is None when the moment could not be read."""

    id: str
    kind: str | None
    block: Block
    post: model.Post | None = None

    @property
    def when(self) -> Moment | None:
        return self.post.when if self.post else None


@dataclass
class Draft:
    file: str
    reading: Reading
    top: Block
    goal: Block | None = None
    seats_block: Block | None = None
    rules_block: Block | None = None
    people: Mapping[str, Block] = field(default_factory=dict)
    audiences: Mapping[str, Block] = field(default_factory=dict)
    wishes: Mapping[str, Block] = field(default_factory=dict)
    posts: list[DraftPost] = field(default_factory=list)
    parts: dict[str, Any] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        return self.reading.language

    @property
    def weeks(self) -> int | None:
        return self.parts.get("weeks")

    @property
    def seats(self) -> model.Seats | None:
        return self.parts.get("seats")

    def title(self, block: Block) -> str:
        """How the author calls this block."""
        for key, name in SINGLE.items():
            if name == block.name:
                return self.word(key, TOP)
        for blocks in (self.people, self.audiences, self.wishes):
            for name, one in blocks.items():
                if one is block:
                    return name
        return self.word("kind", "post") + ": " + (block.text_of("kind") or "?") if block.name == "post" else self.file

    def word(self, key: str, block: str) -> str:
        return written(key, block, self.language)


def draft_of(root: tree.Node, file: str) -> Draft:
    """Every block read and typed; what is wrong is in `reading.problems`."""
    words = root.items if isinstance(root, tree.Mapping) else ()
    reading = Reading(guess_language(words))
    top = reading.block(root, TOP, file) if isinstance(root, tree.Mapping) else None
    draft = Draft(file, reading, top or Block(TOP, root.line))
    if top is None or not top.lines:
        reading.problems = [Problem(root.line, "no_keys", {"keys": reading.known_keys(TOP)})]
        return draft
    _read_blocks(draft)
    _read_posts(draft)
    _type_parts(draft)
    return draft


def _read_blocks(draft: Draft) -> None:
    blocks, reading = draft.top.blocks, draft.reading
    single = {key: reading.block(blocks[key], SINGLE[key], draft.word(key, TOP)) for key in SINGLE if key in blocks}
    draft.goal, draft.seats_block, draft.rules_block = (single.get(key) for key in SINGLE)
    for key, name in NAMED.items():
        if key in blocks:
            setattr(draft, key, named_blocks(reading, blocks[key], name, draft.word(key, TOP)))


def _read_posts(draft: Draft) -> None:
    node = draft.top.blocks.get(POSTS)
    if node is None:
        return
    word = draft.word(POSTS, TOP)
    if not isinstance(node, tree.Sequence):
        draft.reading.say(draft.top.line_of(POSTS), "list_expected", word=word)
        return
    if not node.items:
        draft.reading.say(draft.top.line_of(POSTS), "empty_list", word=word)
    counts: dict[str, int] = {}
    problems = draft.reading.problems
    for item in node.items:
        before = len(problems)
        block = draft.reading.block(item, "post", word)
        if block is not None:
            post = _draft_post(draft, block, counts)
            draft.posts.append(post)
            problems[before:] = [replace(problem, post=post.id) for problem in problems[before:]]


def _draft_post(draft: Draft, block: Block, counts: dict[str, int]) -> DraftPost:
    kind = _canonical(draft, block, "kind", KINDS, "unknown_kind")
    name = kind or "post"
    counts[name] = counts.get(name, 0) + 1
    _canonical(draft, block, "only_if", CONDITIONS, "one_of")
    return DraftPost(block.text_of("id") or f"{name}-{counts[name]}", kind, block)


def _canonical(draft: Draft, block: Block, key: str, words: Mapping[str, str], problem: str) -> str | None:
    """Replaces the author's word by its English name, or reports it and drops it."""
    text = block.texts.get(key)
    if text is None:
        return None
    known = {(dutch if draft.language == "nl" else english): english for english, dutch in words.items()}
    word = " ".join(text.text.casefold().split())
    if word in known:
        block.texts[key] = Text(text.line, known[word])
        return known[word]
    fields = {"word": written(key, block.name, draft.language), "text": shown(text.text), "names": ", ".join(known)}
    if guess := _guess(word, known, draft.language, words):
        fields["guess"] = guess
    draft.reading.say(text.line, problem, **fields)
    del block.texts[key]
    return None


def _guess(word: str, known: Mapping[str, str], language: Language, words: Mapping[str, str]) -> str | None:
    """The same word in the language of the file, else the nearest."""
    other = words if language == "nl" else {dutch: english for english, dutch in words.items()}
    return other.get(word) or nearest(word, known)


def _type_parts(draft: Draft) -> None:
    parts = draft.parts
    for key in ("campaign", "start", "goal", "people", "audiences", POSTS):
        if key not in draft.top:
            draft.reading.say(draft.top.line, "missing_key", word=draft.word(key, TOP), block=draft.file)
    for key, adapter in _TOP_VALUES.items():
        parts[key] = _top_value(draft, key, adapter)
    if "weeks" not in draft.top:
        parts["weeks"] = DEFAULT_WEEKS
    if draft.seats_block is not None:
        _canonical(draft, draft.seats_block, "allocation", ALLOCATIONS, "one_of")
    parts["goal"] = _typed(draft, draft.goal, model.Goal)
    parts["seats"] = _typed(draft, draft.seats_block, model.Seats, "seats_need")
    parts["rules"] = _typed_rules(draft, draft.rules_block)
    parts["people"] = _all_typed(draft, draft.people, model.Person)
    parts["audiences"] = _all_typed(draft, draft.audiences, model.Audience)
    parts["wishes"] = _all_typed(draft, draft.wishes, model.Wish)
    for post in draft.posts:
        post.post = _typed_post(draft, post)


_TOP_VALUES: Final[dict[str, TypeAdapter[Any]]] = {"start": TypeAdapter(model.Day), "weeks": TypeAdapter(model.Weeks)}


def _top_value(draft: Draft, key: str, adapter: TypeAdapter[Any]) -> Any:
    text = draft.top.text_of(key)
    if text is None:
        return None
    try:
        return adapter.validate_python(text, context={"language": draft.language})
    except ValidationError as error:
        _report(draft, draft.top, error, key=key)
        return None


def _all_typed(draft: Draft, blocks: Mapping[str, Block], kind: type[P]) -> dict[str, P]:
    typed = {name: _typed(draft, block, kind) for name, block in blocks.items()}
    return {name: part for name, part in typed.items() if part is not None}


def _typed(draft: Draft, block: Block | None, kind: type[P], missing: str = "missing_key") -> P | None:
    if block is None:
        return None
    try:
        return kind.model_validate(_fields(block), context={"language": draft.language})
    except ValidationError as error:
        _report(draft, block, error, missing=missing)
        return None


def _typed_rules(draft: Draft, block: Block | None) -> model.Rules | None:
    """A value that goes past a floor or ceiling of its own rule leaves the others as they are."""
    rules = _typed(draft, block, model.Rules)
    if rules is not None or block is None:
        return rules
    context = {"language": draft.language}
    kept = {name: text for name, text in _fields(block).items() if name not in ("minimum_group", "keep_months")}
    try:
        return model.Rules.model_validate(kept, context=context)
    except ValidationError:
        return None


def _typed_post(draft: Draft, post: DraftPost) -> model.Post | None:
    fields = _fields(post.block)
    if "text" in fields:
        fields["texts"] = (fields.pop("text"),)
    fields.setdefault("for_audiences", tuple(draft.audiences))
    fields |= {"id": post.id, "line": post.block.line, "kind": post.kind or "unknown"}
    try:
        return model.Post.model_validate(fields, context={"language": draft.language})
    except ValidationError as error:
        _report(draft, post.block, error, post=post.id)
        return None


def _fields(block: Block) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, text in block.texts.items():
        found.update(dict.fromkeys(FIELDS.get(key, (key,)), text.text))
    for key, texts in block.lists.items():
        found.update(dict.fromkeys(FIELDS.get(key, (key,)), tuple(text.text for text in texts)))
    return found


def _report(
    draft: Draft,
    block: Block,
    error: ValidationError,
    *,
    key: str = "",
    missing: str = "missing_key",
    post: str | None = None,
) -> None:
    """A pydantic error as problems with the author's own words and lines."""
    for one in error.errors(include_url=False, include_input=False):
        name = str(one["loc"][0]) if one["loc"] else key
        name = KEYS_OF.get(name, name)
        word = draft.word(name, block.name)
        if one["type"] == "missing":
            if name not in block:
                problem = "missing_key" if name == "name" else missing
                draft.reading.say(block.line, problem, post, word=word, block=draft.title(block))
            continue
        fields = {"word": word, **one["ctx"]}
        problem = str(fields.pop("key"))
        draft.reading.say(block.line_of(name), problem, post, **fields)
