"""What a rule is: a function with an id that looks at a campaign and its plan, and says what it found and where."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final

from campaigns.calendar import WorkCalendar
from campaigns.findings import Finding, Level
from campaigns.model import Campaign, Post
from campaigns.occurrence import Occurrence
from campaigns.texts.say import say

NO_FIELDS: Final[Mapping[str, object]] = MappingProxyType({})


@dataclass(frozen=True)
class Found:
    """What a rule found, in no language yet. `key` has a sentence and `<key>.fix` in campaigns/texts/*_rules*.py.

    `place` is a place of Campaign.line_of (`posts.tip-2.texts.0`); `before` the text in front of what was found there.
    `level` is only given when this finding is graver or lighter than its rule.
    """

    key: str
    place: str
    fields: Mapping[str, object] = field(default_factory=lambda: NO_FIELDS)
    before: str = ""
    post: str | None = None
    level: Level | None = None


@dataclass(frozen=True)
class WrittenText:
    """A text as its author wrote it, with its placeholders, and where it stands."""

    text: str
    place: str
    post: Post


@dataclass(frozen=True)
class Checked:
    """A campaign and its plan, in order of time; expected wishes are in it, refused occurrences are not."""

    campaign: Campaign
    occurrences: tuple[Occurrence, ...]

    @cached_property
    def calendar(self) -> WorkCalendar:
        return WorkCalendar.of(self.campaign)

    @cached_property
    def texts(self) -> tuple[WrittenText, ...]:
        """Every text that may be posted: text, each of a series, question and otherwise. A briefing is not posted."""
        return tuple(found for post in self.campaign.posts for found in _texts_of(post))

    def texts_of(self, *kinds: str) -> Iterator[WrittenText]:
        return (text for text in self.texts if text.post.kind in kinds)

    @cached_property
    def per_audience(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """Of every audience that anything is planned for."""
        found: dict[str, list[Occurrence]] = {}
        for occurrence in self.occurrences:
            found.setdefault(occurrence.audience, []).append(occurrence)
        return {audience: tuple(occurrences) for audience, occurrences in found.items()}

    def of(self, audience: str) -> tuple[Occurrence, ...]:
        return self.per_audience.get(audience, ())


Check = Callable[[Checked], Iterable[Found]]


@dataclass(frozen=True)
class Rule:
    """`about` is one English line for the docs. `check` is None for what is checked elsewhere: `where` then says in
    which module (while the file is read, in the plan, or by a gate)."""

    id: str
    level: Level
    about: str
    check: Check | None = None
    where: str = ""
    is_gate: bool = False


@dataclass(frozen=True)
class Principle:
    """`evidence` says in a few sentences what is known of its effect, `sources` where that was published."""

    name: str
    evidence: str
    sources: tuple[str, ...]
    rules: tuple[Rule, ...]


def findings_of(rule: Rule, checked: Checked) -> Iterator[Finding]:
    campaign = checked.campaign
    for found in rule.check(checked) if rule.check is not None else ():
        yield Finding(
            file=campaign.file,
            line=campaign.line_of(found.place, found.before),
            rule=rule.id,
            level=found.level or rule.level,
            message=say(campaign.language, found.key, **found.fields),
            fix=say(campaign.language, f"{found.key}.fix", **found.fields),
            post=found.post,
        )


def _texts_of(post: Post) -> Iterator[WrittenText]:
    many = len(post.texts) > 1
    for number, text in enumerate(post.texts):
        yield WrittenText(text, f"posts.{post.id}.texts.{number}" if many else f"posts.{post.id}.text", post)
    for key in ("question", "otherwise"):
        text = getattr(post, key)
        if text is not None:
            yield WrittenText(text, f"posts.{post.id}.{key}", post)
