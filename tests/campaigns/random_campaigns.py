"""Random campaigns that share channels, with free days, odd hours and both clock changes in them."""

from datetime import date, time, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from campaigns.model import Campaign, Post, Rules
from campaigns.moments import Around, AsSoonAs, Every, InWeek, Moment, OnDate
from tests.builders import a_campaign, a_post, a_wish, an_audience, some_seats

WEEKS = 6
STARTS = [date(2026, 10, 5), date(2027, 1, 11), date(2027, 3, 8), date(2028, 2, 7)]  # winter, summer time, leap day
CHANNELS = ["Sales > General", "sales >  general", "Service > General"]
WISHES = {"copy": a_wish(), "agenda": a_wish(planned=InWeek(4, 2, time(11, 0))), "later": a_wish(planned=None)}

# A strategy is made once: making it costs a hundred times what drawing from it does.
clocks = st.sampled_from([time(7, 0), time(9, 30), time(9, 30), time(10, 0), time(16, 30), time(20, 0)])
weeks, weekdays = st.integers(1, WEEKS), st.integers(0, 6)
anchors = st.sampled_from(["opening", "closing"])
sides = st.sampled_from(["before", "after"])
audiences = st.sampled_from([("sales",), ("service",), ("sales", "service"), ("service", "sales")])
kinds = st.sampled_from(["tip", "benefit", "pulse", "management"])
channels = st.sampled_from(CHANNELS)
starts = st.sampled_from(STARTS)
few = st.integers(1, 4)
names = st.integers(1, 3).map(lambda number: ("crm", "vpn", "desk")[:number])


@cache
def days_from(start: date) -> st.SearchStrategy[date]:
    return st.integers(0, WEEKS * 7 - 1).map(lambda days: start + timedelta(days=days))


@cache
def some_moments(start: date) -> st.SearchStrategy[Moment]:
    return st.one_of(
        st.builds(InWeek, weeks, weekdays, clocks),
        st.builds(InWeek, weeks, weekdays, clocks),
        st.builds(Every, weekdays, clocks, weeks, st.none() | st.just(WEEKS)),
        st.builds(OnDate, days_from(start), clocks),
        st.builds(Around, few, sides, anchors, clocks),
        st.builds(Around, few, sides, st.just("wish"), clocks, st.just("copy")),
        st.builds(AsSoonAs, st.sampled_from(["wish done", "opening"])),
    )


@st.composite
def a_random_post(draw: st.DrawFn, start: date) -> Post:
    when = draw(some_moments(start))
    texts = tuple(f"text {n}" for n in range(draw(few) if isinstance(when, Every) else 1))
    is_news = isinstance(when, AsSoonAs) and when.event == "wish done"
    kind = "wish" if is_news else draw(kinds)
    return a_post(kind=kind, when=when, for_audiences=draw(audiences), texts=texts, sender="sandra")


@cache
def some_posts(start: date) -> st.SearchStrategy[list[Post]]:
    return st.lists(a_random_post(start), max_size=8)


@cache
def some_rules(start: date) -> st.SearchStrategy[Rules]:
    free_days = st.integers(0, WEEKS * 7).map(lambda days: start + timedelta(days=days))  # also after the last week
    return st.builds(
        Rules,
        opens_at=st.sampled_from([time(9, 0), time(8, 0)]),
        workdays=st.sampled_from([frozenset(range(5)), frozenset({0, 2, 4}), frozenset(range(7))]),
        holidays=st.sampled_from(["NL", None]),
        extra_free=st.frozensets(free_days, max_size=3),
        still_working=st.frozensets(free_days, max_size=2),
        free_weeks=st.frozensets(weeks, max_size=1),
        max_per_day=st.integers(1, 2),
        max_per_week=few,
    )


@st.composite
def some_campaigns(draw: st.DrawFn) -> list[Campaign]:
    start = draw(starts)
    return [_campaign(draw, name, start) for name in draw(names)]


def _campaign(draw: st.DrawFn, name: str, start: date) -> Campaign:
    parts: dict[str, Any] = {
        "id": name,
        "start": start + timedelta(days=draw(weekdays)),
        "weeks": WEEKS,
        "audiences": {
            "sales": an_audience(channel=draw(channels)),
            "service": an_audience(channel=draw(channels), lead="sandra"),
        },
        "seats": some_seats(opens=InWeek(2, draw(weekdays), time(9, 30)), closes=InWeek(4, draw(weekdays), time(16))),
        "wishes": WISHES,
        "rules": draw(some_rules(start)),
        "posts": tuple(
            post.model_copy(update={"id": f"{post.kind}-{n}"}) for n, post in enumerate(draw(some_posts(start)))
        ),
    }
    return a_campaign(**parts)
