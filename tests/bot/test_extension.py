"""What would break: sign-up that lasts longer without everyone who read of it reading until when and why (S4)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from campaigns.model import Campaign
from campaigns.moments import AsSoonAs, OnDate
from campaigns.seats import SeatBook
from storage.tables import SEATS
from tests.builders import a_campaign, a_post, an_audience, some_seats
from tests.running_bot import RunningBot, a_running_bot

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
OPENS = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)  # Monday of week 4, 09:30 in Amsterdam
CLOSES = datetime(2027, 2, 11, 15, 0, tzinfo=UTC)
DAY = timedelta(days=1)
LATER = OnDate(date(2027, 2, 15), time(16, 0))


def calling(language: str = "en", **changes: object) -> Campaign:
    """Sales and service are called to join; management is not."""
    teams = {name: an_audience(channel=name) for name in ("sales", "service", "management")}
    call = a_post(
        kind="call", when=AsSoonAs("opening"), sender="joris", for_audiences=("sales", "service"),
        texts=("There are {{ places_total }} places.",),
    )  # fmt: skip
    return a_campaign(audiences=teams, posts=(call,), seats=some_seats(**changes), language=language)


async def after_the_call(language: str = "en") -> RunningBot:
    bot = await a_running_bot(calling(language), given=2)
    await bot.until(OPENS - DAY)
    await bot.says("joris", "approve call-1")
    await bot.until(OPENS + DAY)
    assert bot.platform.to("crm/sales") == ["There are 3 places."]
    return bot


async def closes(bot: RunningBot) -> datetime:
    async with bot.ctx.store.transaction() as tx:
        book = await tx.get(SEATS, "crm")
    assert isinstance(book, SeatBook)
    return book.closes


async def test_the_seats_of_a_posted_call_are_frozen_until_a_reason_extends_them_once() -> None:
    """Rule S4."""
    bot = await after_the_call()
    bot.edit(calling(closes=LATER, places=2))
    await bot.until(OPENS + 2 * DAY)
    assert await closes(bot) == CLOSES
    assert bot.platform.to("crm/sales")[1:] == []
    bot.edit(calling(closes=LATER, extended_because="many colleagues were ill"))
    await bot.until(OPENS + 3 * DAY)
    assert await closes(bot) == CLOSES + 4 * DAY
    text = (
        "Sign-up is extended until Monday 15 February 16:00. The reason: Many colleagues were ill. "
        "You can still sign up with the word join."
    )
    assert bot.platform.to("crm/sales")[1:] == bot.platform.to("crm/service")[1:] == [text]
    assert bot.platform.to("crm/management") == []


async def test_it_is_told_once_also_after_a_restart_and_in_dutch() -> None:
    bot = await after_the_call("nl")
    bot.edit(calling("nl", closes=LATER, extended_because="Veel collega's waren ziek."))
    await bot.until(OPENS + 2 * DAY)
    bot.restart()
    await bot.until(OPENS + 3 * DAY)
    [told] = bot.platform.to("crm/sales")[1:]
    assert told.startswith("De aanmelding is verlengd tot maandag 15 februari 16:00.")
    assert "Veel collega's waren ziek. Aanmelden" in told


def announcing(text: str, **changes: object) -> Campaign:
    """Sales reads a text of Sandra in week 1; service gets a tip. Nobody is called to join."""
    teams = {name: an_audience(channel=name) for name in ("sales", "service")}
    post = a_post(kind="management", sender="sandra", texts=(text,))
    tip = a_post(for_audiences=("service",))
    return a_campaign(audiences=teams, posts=(post, tip), seats=some_seats(**changes))


async def announced(text: str) -> RunningBot:
    bot = await a_running_bot(announcing(text))
    await bot.until(TUESDAY - DAY)
    await bot.says("sandra", "approve management-1")
    await bot.says("joris", "approve tip-1")
    await bot.until(TUESDAY + DAY)
    return bot


@pytest.mark.parametrize("edited_to", ["You can sign up until {{ closes }}.", "We start."])
async def test_who_read_the_closing_in_any_post_reads_the_extension_and_nobody_else(edited_to: str) -> None:
    """Rule S4. Sign-up has not opened yet, so nobody is told to join now."""
    bot = await announced("You can sign up until {{ closes }}.")
    bot.edit(announcing(edited_to, closes=LATER, extended_because="many were ill"))
    await bot.until(TUESDAY + 2 * DAY)
    assert await closes(bot) == CLOSES + 4 * DAY
    assert bot.platform.to("crm/sales")[1:] == [
        "Sign-up is extended until Monday 15 February 16:00. The reason: Many were ill. "
        "You can sign up from Monday 1 February 09:30, with the word join."
    ]
    assert len(bot.platform.to("crm/service")) == 1


async def test_who_read_nothing_about_the_seats_reads_of_no_extension() -> None:
    bot = await announced("We start.")
    await bot.until(OPENS + DAY)
    bot.edit(announcing("We start.", closes=LATER, extended_because="many were ill"))
    await bot.until(OPENS + 2 * DAY)
    assert await closes(bot) == CLOSES + 4 * DAY
    assert [len(bot.platform.to(f"crm/{team}")) for team in ("sales", "service")] == [1, 1]
