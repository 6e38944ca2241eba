"""What each post needs: an id of its own, a person who stands behind it, one text, and what its kind asks for."""

import re
from collections.abc import Callable
from typing import Final

from campaigns import words
from campaigns.draft import Draft, DraftPost
from campaigns.keys import choice, nearest, shown
from campaigns.kinds import KINDS

ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
SAYS: Final = ("text", "texts", "briefing")
# What is missing → the rule that says why it is needed; anything else is `post_needs`.
NEEDED: Final = {
    "only_if": "status_needs_only_if",
    "otherwise": "proof_needs_otherwise",
    "source": "consequence_needs",
    "action": "consequence_needs",
}


def ids_are_unique(draft: Draft) -> None:
    first: dict[str, int] = {}
    for post in draft.posts:
        if "id" in post.block.texts and not ID.fullmatch(post.id):
            draft.reading.say(post.block.line_of("id"), "odd_id", post.id, text=shown(post.id))
        line = first.setdefault(post.id, post.block.line)
        if line != post.block.line:
            draft.reading.say(post.block.line_of("id"), "repeated_id", post.id, text=shown(post.id), first=line)


def senders_are_people(draft: Draft) -> None:
    names = tuple(draft.people)
    for post in draft.posts:
        sender = post.block.texts.get("from")
        if sender and names and sender.text not in names:
            fields = choice(_by_name(draft, sender.text) or sender.text, names)
            draft.reading.say(sender.line, "sender_is_no_person", post.id, text=shown(sender.text), **fields)


def _by_name(draft: Draft, text: str) -> str | None:
    full = {block.text_of("name") or name: name for name, block in draft.people.items()}
    close = nearest(text, full)
    return full[close] if close else None


def kinds_are_known(draft: Draft) -> None:
    for post in draft.posts:
        if "kind" not in post.block:
            draft.reading.say(post.block.line, "post_needs", post.id, kind="?", word=draft.word("kind", "post"))


def kinds_have_what_they_need(draft: Draft) -> None:
    for post in draft.posts:
        if "only_if" in post.block or (post.kind and "seats" in KINDS[post.kind].needs):
            _needs_seats(draft, post)
        for need in KINDS[post.kind].needs if post.kind else ():
            if need != "seats" and need not in post.block:
                word = draft.word(need, "post")
                draft.reading.say(
                    post.block.line, NEEDED.get(need, "post_needs"), post.id, kind=kind_word(draft, post), word=word
                )


def _needs_seats(draft: Draft, post: DraftPost) -> None:
    if "seats" not in draft.top:
        draft.reading.say(post.block.line_of("kind"), "needs_seats", post.id, kind=kind_word(draft, post))


def kind_word(draft: Draft, post: DraftPost) -> str:
    kind = post.kind or "?"
    return words.KINDS.get(kind, kind) if draft.language == "nl" else kind


def posts_say_one_thing(draft: Draft) -> None:
    for post in draft.posts:
        given = [key for key in SAYS if key in post.block]
        if post.kind == "pulse":
            for key in given:
                word = draft.word(key, "post")
                draft.reading.say(post.block.line_of(key), "only_question", post.id, word=word)
        else:
            _one_text(draft, post, given)


def _one_text(draft: Draft, post: DraftPost, given: list[str]) -> None:
    block, reading = post.block, draft.reading
    if "question" in block and post.kind:
        reading.say(block.line_of("question"), "question_not_here", post.id, kind=kind_word(draft, post))
    elif not given:
        reading.say(block.line, "no_text", post.id)
    if len(given) > 1:
        first, second = (draft.word(key, "post") for key in given[:2])
        reading.say(block.line_of(given[1]), "two_texts", post.id, first=first, second=second)
    if "briefing" in given and post.kind and not KINDS[post.kind].may_brief:
        kinds = [name for name, kind in KINDS.items() if kind.may_brief]
        names = ", ".join(words.KINDS[name] if draft.language == "nl" else name for name in kinds)
        reading.say(block.line_of("briefing"), "no_briefing", post.id, kind=kind_word(draft, post), names=names)


POST_CHECKS: Final[tuple[Callable[[Draft], None], ...]] = (
    ids_are_unique,
    senders_are_people,
    kinds_are_known,
    kinds_have_what_they_need,
    posts_say_one_thing,
)
