"""Whether every moment lies inside the campaign and has something to count from."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import Final

from campaigns.draft import Draft, DraftPost
from campaigns.keys import Block, choice
from campaigns.moments import Around, AsSoonAs, Every, InWeek, Moment, OnDate
from campaigns.values import last_week

Place = tuple[int, str | None, Moment | None]


def weeks_are_inside(draft: Draft) -> None:
    named = [*((line, post, last_week(moment)) for line, post, moment in _all_moments(draft)), *_free_weeks(draft)]
    for line, post, week in named:
        if draft.weeks and week > draft.weeks:
            fields = {"week": week, "weeks": draft.weeks} | _guess_of_the_year(draft, week, draft.weeks)
            draft.reading.say(line, "week_too_late", post, **fields)


def _free_weeks(draft: Draft) -> Iterator[tuple[int, None, int]]:
    texts = draft.rules_block.lists.get("free_weeks", ()) if draft.rules_block and draft.parts["rules"] else ()
    return ((text.line, None, int(text.text)) for text in texts)


def _guess_of_the_year(draft: Draft, week: int, weeks: int) -> dict[str, int]:
    """The week of the campaign that is this week of the year, when there is one."""
    if draft.parts["start"] is None:
        return {}
    first = draft.parts["start"].isocalendar()
    for year in (first.year, first.year + 1):
        with suppress(ValueError):  # not every year has this week
            passed = date.fromisocalendar(year, week, 1) - date.fromisocalendar(first.year, first.week, 1)
            if 0 <= passed.days < 7 * weeks:
                return {"guess": passed.days // 7 + 1}
    return {}


def _all_moments(draft: Draft) -> Iterator[Place]:
    for post in draft.posts:
        yield post.block.line_of("when"), post.id, post.when
    if draft.seats and draft.seats_block:
        yield draft.seats_block.line_of("opens"), None, draft.seats.opens
        yield draft.seats_block.line_of("closes"), None, draft.seats.closes
    for name, wish in draft.parts["wishes"].items():
        yield draft.wishes[name].line_of("planned"), None, wish.planned


def seats_close_later(draft: Draft) -> None:
    seats, block = draft.seats, draft.seats_block
    if seats and block and _is_before(draft, seats.closes, seats.opens):
        opens, closes = draft.word("opens", "seats"), draft.word("closes", "seats")
        draft.reading.say(block.line_of("closes"), "closes_first", opens=opens, closes=closes)


def _is_before(draft: Draft, one: InWeek | OnDate, other: InWeek | OnDate) -> bool:
    """Not later counts as before. Of mixed forms the start of the campaign decides."""
    places = [_place(draft, moment) for moment in (one, other)]
    return None not in places and places[0] <= places[1]  # type: ignore[operator]


def _place(draft: Draft, moment: InWeek | OnDate) -> tuple[int, str] | None:
    start = draft.parts["start"]
    at = f"{moment.at}"
    if isinstance(moment, OnDate):
        return moment.day.toordinal(), at
    if start is None:
        return None
    return start.toordinal() - start.weekday() + 7 * (moment.week - 1) + moment.weekday, at


def moments_have_an_anchor(draft: Draft) -> None:
    for post in draft.posts:
        moment, line = post.when, post.block.line_of("when")
        if _counts_from_seats(moment) and "seats" not in draft.top:
            draft.reading.say(line, "moment_needs_seats", post.id)
        elif isinstance(moment, Around) and moment.wish is not None:
            _wish_exists(draft, post, moment.wish, line)


def _counts_from_seats(moment: Moment | None) -> bool:
    if isinstance(moment, AsSoonAs):
        return moment.event == "opening"
    return isinstance(moment, Around) and moment.anchor != "wish"


def _wish_exists(draft: Draft, post: DraftPost, wish: str, line: int) -> None:
    block: Block | None = draft.wishes.get(wish)
    if block is None:
        draft.reading.say(line, "unknown_wish", post.id, text=wish, **choice(wish, draft.wishes))
    elif "planned" not in block:
        draft.reading.say(line, "moment_needs_wish", post.id, text=wish)


def series_end(draft: Draft) -> None:
    """A series has a text for every time, or a last week."""
    for post in draft.posts:
        moment, block = post.when, post.block
        if isinstance(moment, Every):
            if "text" in block and "texts" not in block:
                draft.reading.say(block.line_of("text"), "every_without_texts", post.id)
            if "texts" not in block and moment.until_week is None:
                draft.reading.say(block.line_of("when"), "endless", post.id)
        elif moment is not None and "texts" in block.lists and post.kind != "pulse":
            draft.reading.say(block.line_of("texts"), "texts_without_every", post.id)


def wishes_wait(draft: Draft) -> None:
    for post in draft.posts:
        if post.when is None or post.kind is None:
            continue
        waits = post.when == AsSoonAs("wish done")
        if waits != (post.kind == "wish"):
            key = "only_wish_waits" if waits else "wish_waits"
            fields = {} if waits else {"word": draft.word("when", "post")}
            draft.reading.say(post.block.line_of("when"), key, post.id, **fields)


MOMENT_CHECKS: Final[tuple[Callable[[Draft], None], ...]] = (
    weeks_are_inside,
    seats_close_later,
    moments_have_an_anchor,
    series_end,
    wishes_wait,
)
