"""What the rules about texts share: every text that people will read, and how a place in it is pointed at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from campaigns.found_words import WORD_LISTS, ListName, found_words
from campaigns.model import Campaign
from campaigns.placeholders import written_name
from campaigns.principles.base import Checked, Found, WrittenText
from campaigns.sentences import words
from campaigns.words import Language

SHORTEST_CONTENT = 4  # letters
STEM = 5
LONGEST_QUOTE = 60  # signs of a text that a finding repeats


@dataclass(frozen=True)
class Shown:
    """A text that people will read, in a post or by a placeholder of one."""

    text: str
    place: str
    post: str | None = None


def shown(checked: Checked) -> Iterator[Shown]:
    """The texts of the posts, with source and action, and what the placeholders fill in."""
    yield from posted(checked)
    yield from _of_seats(checked.campaign)
    for name, audience in checked.campaign.audiences.items():
        yield Shown(audience.pain, f"audiences.{name}.pain")
        yield Shown(audience.benefit, f"audiences.{name}.benefit")
    for name, wish in checked.campaign.wishes.items():
        yield Shown(wish.title, f"wishes.{name}.title")


def posted(checked: Checked) -> Iterator[Shown]:
    for written in checked.texts:
        yield of_post(written)
    for post in checked.campaign.posts:
        for key, text in (("source", post.source), ("action", post.action)):
            if text:
                yield Shown(text, f"posts.{post.id}.{key}", post.id)


def of_post(written: WrittenText) -> Shown:
    return Shown(written.text, written.place, written.post.id)


def found_at(text: Shown | WrittenText, key: str, start: int = 0, **fields: object) -> Found:
    """A finding at this sign of the text."""
    post = text.post.id if isinstance(text, WrittenText) else text.post
    return Found(key, text.place, fields, before=text.text[:start], post=post)


def each_word(checked: Checked, name: ListName, key: str, texts: Iterable[Shown | WrittenText]) -> Iterator[Found]:
    """A finding for each phrase of a word list, once for the same words in a text. Its sentence has `{words}`."""
    for text in texts:
        said: set[str] = set()
        for word in found_words(checked.campaign.language, name, text.text):
            if word.words.casefold() not in said:
                said.add(word.words.casefold())
                yield found_at(text, key, word.start, words=word.words)


def button_word(checked: Checked, name: str) -> str:
    """What stands behind `button:`, in the language of the file."""
    return written_name(name, checked.campaign.language).partition(":")[2]


def content_words(language: Language, text: str) -> frozenset[str]:
    """What a text is about: the beginnings of its longer words, so that `gesprek` and `gesprekken` are one."""
    said = (word.casefold() for word in words(text) if len(word) >= SHORTEST_CONTENT or word.isupper())
    return frozenset(word[:STEM] for word in said if word not in WORD_LISTS[language].empty_words)


def cut(text: str) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _of_seats(campaign: Campaign) -> Iterator[Shown]:
    seats = campaign.seats
    if seats is not None:
        for key in ("why_limited", "influence", "time"):
            yield Shown(getattr(seats, key), f"seats.{key}")
