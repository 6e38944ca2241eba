"""What a post says: the author's parts before the facts are in, and the same parts with them."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from campaigns.facts import BUTTON_NAMES, Fact
from campaigns.kinds import KINDS
from campaigns.message import Part
from campaigns.model import Campaign, Post
from campaigns.occurrence import Occurrence
from campaigns.placeholders import filled, placeholders_in
from campaigns.texts.say import say
from campaigns.words import Language


def raw_parts(campaign: Campaign, occurrence: Occurrence) -> tuple[Part, ...]:
    """The parts of a post as its author wrote them; empty when a briefing still waits for its text."""
    post = campaign.post(occurrence.post)
    parts = [Part(text, authored=True) for text in _texts(post, occurrence)]
    if post.question:
        smallest = campaign.rules.minimum_group
        parts += [Part(post.question, authored=True), Part(say(campaign.language, "pulse_scale", minimum=smallest))]
    if post.action:
        parts.append(Part(post.action, authored=True))
    if post.source:
        parts.append(Part(say(campaign.language, "source_line", source=post.source.strip())))
    return tuple(parts)


def otherwise_parts(post: Post) -> tuple[Part, ...]:
    """What is posted when the numbers do not carry the text."""
    return (Part(post.otherwise, authored=True),) if post.otherwise else ()


def names_in(parts: tuple[Part, ...]) -> tuple[str, ...]:
    """The placeholders that must be filled, by English name."""
    return tuple(dict.fromkeys(name for part in parts if part.authored for name in placeholders_in(part.text)))


def with_facts(parts: tuple[Part, ...], facts: Mapping[str, Fact]) -> tuple[Part, ...]:
    """The parts with every placeholder filled. A paragraph that holds words of someone else becomes plain text."""
    return tuple(done for part in parts for done in (_filled(part, facts) if part.authored else (part,)))


def button_verb(kind: str, parts: tuple[Part, ...]) -> str | None:
    """The one button of a post: its kind's, or else the first that its text names."""
    own = KINDS[kind].button
    named = (name.removeprefix("button:") for name in names_in(parts) if name in BUTTON_NAMES)
    return own or next(named, None)


def button_words(language: Language, verb: str | None) -> dict[str, str]:
    """How a text speaks of each button; one that is not on the card is spoken of by the word to type."""
    return {
        name: say(language, f"{'button' if name == f'button:{verb}' else 'word'}_{name.removeprefix('button:')}")
        for name in BUTTON_NAMES
    }


def _texts(post: Post, occurrence: Occurrence) -> tuple[str, ...]:
    """The one text of this occurrence; a series has one for each number, from 1."""
    if post.briefing is not None or not post.texts:
        return ()
    number = occurrence.series or 1
    return (post.texts[min(number, len(post.texts)) - 1].strip(),)


def _filled(part: Part, facts: Mapping[str, Fact]) -> Iterator[Part]:
    paragraphs = [_paragraph(text, facts) for text in part.text.strip().split("\n\n")]
    for authored, same in groupby(paragraphs, key=lambda paragraph: paragraph.authored):
        yield _joined(authored, list(same))


def _paragraph(text: str, facts: Mapping[str, Fact]) -> Part:
    used = {name: facts[name] for name in placeholders_in(text)}
    people = tuple(person for fact in used.values() for person in fact.people)
    unnamed = {name: fact.unnamed if fact.people else fact.value for name, fact in used.items()}
    return Part(
        filled(text, {name: fact.value for name, fact in used.items()}),
        authored=not any(fact.of_people for fact in used.values()),
        people=people,
        unnamed=filled(text, unnamed) if people else "",
    )


def _joined(authored: bool, same: list[Part]) -> Part:
    people = tuple(dict.fromkeys(person for part in same for person in part.people))
    unnamed = "\n\n".join(part.unnamed or part.text for part in same) if people else ""
    return Part("\n\n".join(part.text for part in same), authored, people, unnamed)
