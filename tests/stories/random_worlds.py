"""Random campaigns and what people do to them: say yes, measure, pause, edit the rules, let the bot stand still."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from campaigns.approval import Decision
from campaigns.measurements import Measurements
from campaigns.message import Message
from campaigns.model import Campaign, Post, Rules
from campaigns.moments import AsSoonAs, InWeek
from tests.builders import NINE_THIRTY, a_campaign, a_post, a_wish, an_audience, some_seats
from tests.fakes import FakePlatform
from tests.running_bot import RunningBot, a_running_bot

MONDAY = date(2027, 4, 12)
WEEKS = 3
HOLIDAYS = frozenset({date(2027, 4, 27)})  # King's Day
AMSTERDAM, LISBON = ZoneInfo("Europe/Amsterdam"), ZoneInfo("Europe/Lisbon")
TEAMS = ("sales", "service")
DELAYS = ("pause", "stand still", "stand still")
SIZES = st.sampled_from((18, 6, 18, 4))
SIGNED = ("management", "thanks", "call", "commitment")
# A bot that looks every five minutes at what it holds shows no more and takes twice as long.
LOOKS = timedelta(hours=2)

NEWS = a_post(kind="wish", when=AsSoonAs("wish done"), texts=("Ready: {{ wish }}.",), for_audiences=TEAMS)
TEXTS = (
    ("tip", "Click the star."),
    ("tip", "Type the first letters."),
    ("benefit", "You see one screen."),
    ("thanks", "Thank you, {{ team }}."),
    ("management", "We start. There are {{ places_total }} places."),
    ("call", "There are {{ places_total }} places, until {{ closes }}."),
    ("status", "{{ places_left }} of {{ places_total }} places left."),
    ("commitment", "When I call, I write a note."),
    ("invitation", "Send a wish."),
)
THEN = " before, "
PROOFS = (
    ("proof", "{{ measure }} of the notes in {{ team }}."),
    ("proof", "{{ measure }} of the notes, {{ team }}."),
    ("proof", "{{ measure_then }}" + THEN + "{{ measure }} now."),
)


@dataclass(frozen=True)
class Act:
    """What somebody does, or what befalls the bot, at an instant (UTC)."""

    at: datetime
    what: str
    who: str = "joris"
    hours: int = 0
    rules: Rules = field(default_factory=Rules)
    row: tuple[str, int, int] = ("sales", 1, 1)  # team, count and total


Life = tuple[Campaign, list[Act]]


@dataclass(frozen=True)
class Posted:
    """One post as its channel got it, and what was so at that instant."""

    key: str
    channel: str
    text: str
    at: datetime
    campaign: Campaign = field(repr=False)
    measured: Measurements
    is_paused: bool
    has_yes: bool

    @property
    def wall(self) -> datetime:
        return self.at.astimezone(self.campaign.rules.timezone)

    @property
    def team(self) -> str:
        return self.key.split("/")[2]

    @property
    def kind(self) -> str:
        return self.campaign.post(self.key.split("/")[1]).kind


@dataclass
class World(FakePlatform):
    """The platform that everything is posted to. It notes what people said and what files say when a post comes."""

    unanswered: str = ""
    measured: Measurements = field(default_factory=Measurements)
    is_paused: bool = False
    yes: set[str] = field(default_factory=set)
    posted: list[Posted] = field(default_factory=list)
    bot: RunningBot = field(init=False)

    @property
    def campaign(self) -> Campaign:
        return self.bot.ctx.campaigns["crm"]

    async def post(self, channel: str, message: Message, key: str) -> str:
        now, has_yes = self.bot.clock.now(), key in self.yes
        facts = (now, self.campaign, self.measured, self.is_paused, has_yes)
        self.posted.append(Posted(key, channel, message.text, *facts))
        return await super().post(channel, message, key)

    async def live(self, campaign: Campaign, acts: Sequence[Act]) -> None:
        self.bot = await a_running_bot(campaign, platform=self)
        self.bot.ctx.read_measurements = lambda _: self.measured
        pauses = (act for act in acts if act.what == "pause")
        ends = [replace(act, at=act.at + timedelta(hours=act.hours), what="resume") for act in pauses]
        for act in sorted((*acts, *ends), key=lambda act: act.at):
            await self.until(act.at)
            await self.do(act)
        await self.until(instant(7 * WEEKS + 7, NINE_THIRTY))

    async def until(self, moment: datetime) -> None:
        """Through everything that is due, though a slow bot may come to it late."""
        clock = self.bot.clock
        while (due := await self.bot.engine.settle()) is not None and due <= moment:
            clock.set_to(min(max(due, clock.now() + LOOKS), moment))
        clock.set_to(max(moment, clock.now()))
        await self.bot.engine.settle()

    async def do(self, act: Act) -> None:
        if act.what == "approve":
            await self.say_yes()
        elif act.what == "measure":
            week, (team, count, total) = (act.at.date() - MONDAY).days // 7 + 1, act.row
            self.measured = self.measured.with_row(week=week, team=team, measure="notes", count=count, total=total)
        elif act.what == "edit":
            self.bot.edit(self.campaign.model_copy(update={"rules": act.rules}))
        elif act.what == "stand still":
            await self.bot.down_until(self.bot.clock.now() + timedelta(hours=act.hours))
        else:
            self.is_paused = {"pause": True, "resume": False}.get(act.what, self.is_paused)
            await self.bot.says(act.who, act.what, audience="sales")

    async def say_yes(self) -> None:
        """To everything that is asked, except one post."""
        deliveries = (await self.bot.deliveries()).values()
        asked = [item for item in deliveries if item.approval and item.approval.decision is Decision.ASKED]
        mine = ((item.key, item.occurrence) for item in asked)
        wanted = {key: one for key, one in mine if one is not None and one.post != self.unanswered}
        self.yes.update(wanted)
        for approver, post in dict.fromkeys((one.approver, one.post) for one in wanted.values()):
            await self.bot.says(approver, f"approve {post}")


def instant(day: int, clock: time) -> datetime:
    """On a day of the campaign, the first is 0, at this time on the wall in Amsterdam."""
    return datetime.combine(MONDAY + timedelta(days=day), clock, AMSTERDAM).astimezone(UTC)


@st.composite
def some_lives(draw: st.DrawFn) -> Life:
    """A campaign and what happens in it. Every morning somebody says yes; every delay begins just before a post."""
    campaign = draw(some_campaigns())
    planned = [post.when for post in campaign.posts if isinstance(post.when, InWeek)]
    whenever = st.builds(instant, st.integers(0, 7 * WEEKS), st.sampled_from((time(8, 45), time(12, 15))))
    before_posts = st.sampled_from([just_before(when) for when in planned])
    lists = (
        some_acts(("join", "leave"), whenever, most=3, who=st.sampled_from(("anna", "bo", "cas"))),
        some_acts(("wish done postcode",), whenever, most=1),
        some_acts(DELAYS, before_posts, least=3, most=5, hours=st.sampled_from((24, 8, 24, 8, 2))),
        some_acts(("edit",), whenever, most=2, rules=some_rules()),
    )
    mondays = [(instant(7 * week, time(8, 45)), team) for week in range(WEEKS) for team in TEAMS]
    rows = [Act(at, "measure", row=(team, *draw(some_numbers()))) for at, team in mondays]
    return campaign, [*mornings(), *rows, *(act for acts in lists for act in draw(acts))]


def mornings() -> list[Act]:
    return [Act(instant(day, time(8, 0)), "approve") for day in range(7 * WEEKS)]


def some_acts(
    what: Sequence[str], at: st.SearchStrategy[datetime], *, least: int = 0, most: int, **how: st.SearchStrategy[Any]
) -> st.SearchStrategy[list[Act]]:
    return st.lists(st.builds(Act, at, st.sampled_from(what), **how), min_size=least, max_size=most)


def just_before(when: InWeek) -> datetime:
    return instant(7 * (when.week - 1) + when.weekday, when.at or NINE_THIRTY) - timedelta(minutes=15)


@st.composite
def some_numbers(draw: st.DrawFn) -> tuple[int, int]:
    """So many, of so many."""
    total, tenths = draw(st.sampled_from((6, 12, 9, 4, 16))), draw(st.sampled_from((7, 5, 10, 8, 3, 6)))
    return total * tenths // 10, total


def some_campaigns() -> st.SearchStrategy[Campaign]:
    return st.builds(campaign_of, some_posts(), some_rules(), SIZES, SIZES, st.integers(1, 2))


def campaign_of(posts: tuple[Post, ...], rules: Rules, sales: int = 18, service: int = 18, places: int = 1) -> Campaign:
    opens, closes = InWeek(week=2, weekday=0, at=NINE_THIRTY), InWeek(week=3, weekday=4, at=time(16, 0))
    return a_campaign(
        start=MONDAY,
        weeks=WEEKS,
        audiences={
            "sales": an_audience(channel="Sales", size=sales),
            "service": an_audience(channel="Service", size=service),
        },
        posts=posts,
        seats=some_seats(places=places, opens=opens, closes=closes),
        wishes={"postcode": a_wish()},
        rules=rules,
    )


def some_rules() -> st.SearchStrategy[Rules]:
    day = st.integers(0, 7 * WEEKS).map(lambda days: MONDAY + timedelta(days=days))
    return st.builds(
        Rules,
        opens_at=st.sampled_from((time(9, 0), time(9, 0), time(10, 0))),
        closes_at=st.sampled_from((time(17, 0), time(17, 0), time(17, 0), time(14, 0))),
        timezone=st.sampled_from((AMSTERDAM, AMSTERDAM, LISBON)),
        extra_free=st.frozensets(day, max_size=3),
        free_weeks=st.sampled_from((frozenset[int](), frozenset[int](), frozenset({WEEKS}))),
        max_per_day=st.sampled_from((1, 1, 1, 2)),
        max_per_week=st.sampled_from((5, 5, 3)),
        minimum_group=st.sampled_from((8, 5)),
        late_after=st.sampled_from([timedelta(hours=hours) for hours in (26, 26, 26, 2)]),
    )


@st.composite
def some_posts(draw: st.DrawFn) -> tuple[Post, ...]:
    """Each on a day of its own, two of them proofs, and the news of a wish."""
    clock = st.sampled_from((NINE_THIRTY, time(13, 0), time(16, 30)))
    days = st.lists(st.tuples(st.integers(1, WEEKS), st.integers(0, 4)), min_size=8, max_size=11, unique=True)
    moments = [InWeek(week, weekday, draw(clock)) for week, weekday in draw(days)]
    texts = [draw(st.sampled_from(TEXTS if number >= 2 else PROOFS)) for number in range(len(moments))]
    drawn = zip(texts, moments, strict=True)
    return (*(written(text, when, f"p{number}") for number, (text, when) in enumerate(drawn)), NEWS)


def written(text: tuple[str, str], when: InWeek, post: str) -> Post:
    kind, words = text
    extra: dict[str, Any] = {"sender": "sandra"} if kind in SIGNED else {}
    if kind == "proof":
        extra = {"measure": "notes", "otherwise": "Every note helps."}
    return a_post(id=post, kind=kind, when=when, texts=(words,), for_audiences=TEAMS, **extra)


def a_full_week() -> Life:
    """A post of Friday that a long weekend moves into a week that has all it may have."""
    days = ((1, 4), (2, 0), (2, 1), (2, 2))
    posts = [written(TEXTS[0], InWeek(*day, NINE_THIRTY), f"p{number}") for number, day in enumerate(days)]
    rules = Rules(max_per_day=1, max_per_week=3, late_after=timedelta(hours=80))
    weekend = Act(just_before(InWeek(1, 4, NINE_THIRTY)), "stand still", hours=72)
    return campaign_of(tuple(posts), rules), [*mornings(), weekend]
