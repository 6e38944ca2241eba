"""What an author may write: the campaign file after reading, typed and complete, in English names."""

from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, ValidationInfo

from campaigns import values
from campaigns.moments import InWeek, Moment, OnDate
from campaigns.words import Language


def _days(value: Any, info: ValidationInfo) -> frozenset[date]:
    return frozenset(values.every_item(value, values.day, info))


def _weekdays(value: Any, info: ValidationInfo) -> frozenset[int]:
    return frozenset(values.every_item(value, values.weekday, info))


def _weeks(value: Any) -> frozenset[int]:
    return frozenset(values.every_item(value, values.number(1, LONGEST)))


LONGEST = 104  # weeks: two years
Day = Annotated[date, PlainValidator(values.day)]
Weeks = Annotated[int, PlainValidator(values.number(1, LONGEST))]
Days = Annotated[frozenset[date], PlainValidator(_days)]
FixedMoment = Annotated[InWeek | OnDate, PlainValidator(values.fixed_moment)]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Goal(Part):
    text: str
    measure: str | None = None
    target: Annotated[float | None, PlainValidator(values.if_given(values.share))] = None  # 0 to 1
    by: Annotated[date | None, PlainValidator(values.if_given(values.day))] = None
    discussed_with: str | None = None


class Person(Part):
    """Someone with a role in the campaign. `chat` is the e-mail or UPN by which a platform's directory knows them."""

    name: str
    role: str
    chat: str


class Audience(Part):
    channel: str
    lead: str  # an id in people
    size: Annotated[int, PlainValidator(values.number(1, 1_000_000))]
    pain: str
    benefit: str


class Seats(Part):
    name: str
    places: Annotated[int, PlainValidator(values.number(1, 10_000))]
    opens: FixedMoment
    closes: FixedMoment
    why_limited: str
    influence: str
    time: str
    max_per_team: Annotated[int | None, PlainValidator(values.if_given(values.number(1, 10_000)))] = None
    allocation: Literal["first come", "draw"] = "first come"
    extended_because: str | None = None  # why sign-up closes later than was posted


class Wish(Part):
    title: str
    asked_by: str  # an id in audiences
    planned: Annotated[InWeek | OnDate | None, PlainValidator(values.planned_day)] = None


class Rules(Part):
    """How the campaign behaves. Spans are as product.md gives them; working days are whole numbers of days."""

    opens_at: Annotated[time, PlainValidator(values.opening_hour)] = time(9, 0)
    closes_at: Annotated[time, PlainValidator(values.closing_hour)] = time(17, 0)
    timezone: Annotated[ZoneInfo, PlainValidator(values.timezone)] = ZoneInfo("Europe/Amsterdam")
    workdays: Annotated[frozenset[int], PlainValidator(_weekdays)] = frozenset({0, 1, 2, 3, 4})
    holidays: Annotated[str | None, PlainValidator(values.country)] = "NL"
    extra_free: Days = frozenset()
    still_working: Days = frozenset()
    free_weeks: Annotated[frozenset[int], PlainValidator(_weeks)] = frozenset()
    max_per_day: Annotated[int, PlainValidator(values.number(1, 20))] = 1
    max_per_week: Annotated[int, PlainValidator(values.number(1, 100))] = 3
    minimum_group: Annotated[int, PlainValidator(values.group)] = 5
    late_after: Annotated[timedelta, PlainValidator(values.lateness)] = timedelta(hours=2)
    approval_ahead: Annotated[int, PlainValidator(values.working_days)] = 5
    remind_ahead: Annotated[int, PlainValidator(values.working_days)] = 2
    keep_months: Annotated[int, PlainValidator(values.months)] = 6


class Post(Part):
    """`for_audiences` is always filled: all audiences when the author named none. `line` is where the post begins."""

    id: str
    kind: str
    when: Annotated[Moment, PlainValidator(values.moment)]
    line: int
    sender: str | None = None  # an id in people
    for_audiences: tuple[str, ...]
    texts: tuple[str, ...] = ()  # one for a plain post, several for a series, none with a briefing
    briefing: str | None = None
    question: str | None = None
    only_if: Literal["places left"] | None = None
    measure: str | None = None
    otherwise: str | None = None
    source: str | None = None
    action: str | None = None
    theme: str | None = None
    image: str | None = None  # a path beside the campaign file
    alt: str | None = None


class Campaign(Part):
    id: str  # the file's name without its ending
    file: str
    campaign: str
    language: Language
    start: Day
    weeks: Weeks
    goal: Goal
    people: dict[str, Person]
    owner: str
    audiences: dict[str, Audience]
    posts: tuple[Post, ...]
    seats: Seats | None = None
    wishes: dict[str, Wish] = Field(default_factory=dict)
    rules: Rules = Rules()
    source_hash: str = ""
    images: dict[str, str] = Field(default_factory=dict)  # path → SHA-256 of the image that may be shown
    lines: dict[str, tuple[int, int]] = Field(default_factory=dict)
    advice: dict[str, tuple[tuple[int, str], ...]] = Field(default_factory=dict)  # post → line and warning of the check

    def line_of(self, place: str, before: str = "") -> int:
        """The line of `goal.text`, `audiences.sales.benefit` or `posts.tip-2.texts.0`, or of what follows `before`.

        What has no line of its own is where its post begins, else on line 1.
        """
        line, first = self.lines.get(place, (0, 0))
        if first:
            return first + before.count("\n")
        return line or next((post.line for post in self.posts if place.startswith(f"posts.{post.id}.")), 1)

    def local(self, instant: datetime) -> datetime:
        """An instant as the campaign's clock shows it."""
        return instant.astimezone(self.rules.timezone)

    def post(self, post_id: str) -> Post:
        return next(post for post in self.posts if post.id == post_id)
