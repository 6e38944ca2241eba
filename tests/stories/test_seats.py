"""Seats are given fairly, in the open, and never one more than promised; none stays empty while somebody waits."""

import asyncio
import hashlib
from datetime import UTC, datetime, timedelta

from bot.hear import hear
from bot.inbound import Join, Origin, Person
from campaigns.model import Campaign
from campaigns.seats import SeatBook, SeatState
from storage.tables import SEATS
from tests.builders import a_campaign, an_audience, some_seats
from tests.running_bot import RunningBot, a_running_bot

OPENS = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)  # Monday 09:30 in Amsterdam
CLOSES = datetime(2027, 2, 11, 15, 0, tzinfo=UTC)  # Thursday of the week after, 16:00
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def with_seats(**changes: object) -> Campaign:
    teams = {"sales": an_audience(), "service": an_audience(channel="Service")}
    return a_campaign(audiences=teams, seats=some_seats(**changes))


async def an_open_bot(**changes: object) -> RunningBot:
    bot = await a_running_bot(with_seats(**changes))
    await bot.until(OPENS)
    return bot


async def book_of(bot: RunningBot) -> SeatBook:
    async with bot.ctx.store.transaction() as tx:
        book = await tx.get(SEATS, "crm")
    assert book is not None
    return book


async def joins(bot: RunningBot, *people: str, team: str = "sales") -> list[str]:
    return [await bot.says(who, "join", audience=team) for who in people]


def names(book: SeatBook, state: SeatState) -> list[str]:
    found = [entry for entry in book.entries.values() if entry.state is state]
    return [entry.person.removeprefix("room:") for entry in sorted(found, key=lambda entry: entry.number)]


async def test_before_opening_nobody_gets_a_seat() -> None:
    bot = await a_running_bot(with_seats())
    await bot.until(OPENS - MINUTE)
    await joins(bot, "anna")
    assert (await book_of(bot)).entries == {}


async def test_a_thousand_who_join_at_once_are_three_seated_and_a_reserve_list_of_997() -> None:
    bot = await an_open_bot()

    def join(number: int) -> Join:
        person = Person(f"room:p{number}", f"P{number}")
        return Join(Origin("room", person, f"join-{number}", "crm/sales"))

    said = await asyncio.gather(*(hear(bot.ctx, join(number)) for number in range(1000)))
    book = await book_of(bot)
    assert (len(book.seated), len(book.reserve), book.left) == (3, 997, 0)
    assert sorted(book.reserve_number(entry.person) or 0 for entry in book.reserve) == list(range(1, 998))
    texts = [answer.message.text for answer in said if answer]
    assert sum(text.startswith("You take part.") for text in texts) == 3
    assert all(any(f"number {number} on the reserve" in text for text in texts) for number in (1, 500, 997))


async def test_pressing_twice_gives_one_seat() -> None:
    bot = await an_open_bot()
    await joins(bot, "anna", "anna", "anna")
    assert len((await book_of(bot)).entries) == 1


async def test_the_draw_was_committed_to_before_and_can_be_checked_after() -> None:
    bot = await an_open_bot(allocation="draw")
    committed = (await book_of(bot)).seed_hash
    people = ("anna", "bilal", "chiara", "daan", "emine")
    await joins(bot, *people)
    assert names(await book_of(bot), SeatState.ENTERED) == list(people)
    assert (await book_of(bot)).published_seed is None
    await bot.until(CLOSES)
    book = await book_of(bot)
    assert (len(book.seated), len(book.reserve)) == (3, 2)
    assert book.published_seed is not None
    assert hashlib.sha256(book.published_seed.encode()).hexdigest() == committed
    for who in people:
        assert len(bot.platform.to(f"room:{who}")) == 1


async def test_a_team_gets_no_more_seats_than_its_most() -> None:
    bot = await an_open_bot(max_per_team=2)
    await joins(bot, "anna", "bilal", "chiara")
    await joins(bot, "fatih", team="service")
    book = await book_of(bot)
    assert names(book, SeatState.SEATED) == ["anna", "bilal", "fatih"]
    assert names(book, SeatState.RESERVED) == ["chiara"]


async def test_a_freed_seat_passes_over_a_team_that_has_its_most() -> None:
    bot = await an_open_bot(max_per_team=2)
    await joins(bot, "anna", "bilal", "chiara")
    await joins(bot, "fatih", "gina", team="service")
    await bot.says("fatih", "leave")
    book = await book_of(bot)
    assert names(book, SeatState.OFFERED) == ["gina"]
    assert names(book, SeatState.RESERVED) == ["chiara"]


async def test_an_offer_that_nobody_takes_goes_to_the_next_after_two_working_days() -> None:
    bot = await an_open_bot(places=1)
    await joins(bot, "anna", "bilal", "chiara")
    friday = OPENS + 4 * DAY
    await bot.until(friday)
    await bot.says("anna", "leave")
    assert names(await book_of(bot), SeatState.OFFERED) == ["bilal"]
    assert "Tuesday 9 February" in bot.platform.to("room:bilal")[-1]
    tuesday = friday + 4 * DAY
    await bot.until(tuesday - MINUTE)
    assert names(await book_of(bot), SeatState.OFFERED) == ["bilal"]
    await bot.until(tuesday)
    book = await book_of(bot)
    assert names(book, SeatState.OFFERED) == ["chiara"]
    assert "room:bilal" not in book.entries
    assert len(bot.platform.to("room:bilal")) == 2
    await bot.says("chiara", "join")
    assert names(await book_of(bot), SeatState.SEATED) == ["chiara"]
    await bot.until(CLOSES + 5 * DAY)
    assert names(await book_of(bot), SeatState.SEATED) == ["chiara"]


async def test_who_leaves_after_the_closing_still_makes_room() -> None:
    bot = await an_open_bot(places=1)
    await joins(bot, "anna", "bilal")
    await bot.until(CLOSES + DAY)
    assert (await joins(bot, "late"))[0] != ""
    assert "room:late" not in (await book_of(bot)).entries
    await bot.says("anna", "leave")
    assert names(await book_of(bot), SeatState.OFFERED) == ["bilal"]
    await bot.says("bilal", "join")
    assert names(await book_of(bot), SeatState.SEATED) == ["bilal"]


async def test_who_is_forgotten_makes_room_too() -> None:
    bot = await an_open_bot(places=1)
    await joins(bot, "anna", "bilal")
    await bot.says("anna", "forget me")
    assert names(await book_of(bot), SeatState.OFFERED) == ["bilal"]
