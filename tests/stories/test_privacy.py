"""Whoever asks sees all that is held about them; whoever wants to be forgotten is, everywhere, at once."""

import json
from datetime import UTC, datetime, timedelta

from bot.hear import hear
from bot.inbound import Inbound, Origin, Person, React
from campaigns.calendar import ends_at
from campaigns.model import Campaign
from campaigns.moments import InWeek
from storage.tables import CAMPAIGNS, DELIVERIES
from tests.builders import NINE_THIRTY, a_campaign, a_post, an_audience, some_seats
from tests.running_bot import RunningBot, a_running_bot

MARK = "zyxwv"
WHO = Person(f"room:{MARK}", f"Mx {MARK.capitalize()}")
CHANNEL = "crm/sales"
TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
OPEN = datetime(2027, 2, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def a_full_campaign() -> Campaign:
    teams = {"sales": an_audience(), "service": an_audience(channel="Service")}
    pulse = a_post(kind="pulse", texts=(), question="I know what changes.")
    return a_campaign(audiences=teams, seats=some_seats(places=1), posts=(a_post(), pulse))


async def hits(bot: RunningBot, name: str = MARK) -> list[str]:
    """Every document in which the person can still be found."""
    found = []
    async for table, key, document in bot.ctx.store.all_documents():
        text = key + json.dumps(document, default=str, ensure_ascii=False)
        if name in text.casefold():
            found.append(f"{table} {key}")
    return found


async def do(bot: RunningBot, inbound: Inbound) -> str:
    answer = await hear(bot.ctx, inbound)
    await bot.engine.settle()
    return answer.message.text if answer else ""


async def a_bot_that_knows_everything() -> RunningBot:
    """Of one person: a seat, wishes, questions, a reminder, a vote, a reaction, a refused command, a name to show."""
    bot = await a_running_bot(a_full_campaign())
    await bot.until(TUESDAY - DAY)
    await bot.says("joris", "approve tip-1")
    await bot.says("joris", "approve pulse-1")
    await bot.until(OPEN)
    for text in ("join", "name me", f"wish one for {MARK}", f"question does {MARK} matter?", f"object {MARK} says no"):
        await bot.says(MARK, text, audience="sales")
    await bot.says(MARK, "remind me tomorrow 10:00", audience="sales", about=(await bot.post_of("tip-1")).key)
    await bot.says(MARK, "remind me in a while", audience="sales")
    await bot.says(MARK, "4", audience="sales", about=(await bot.post_of("pulse-1")).key)
    await bot.says(MARK, "pause", audience="sales")
    about = (await bot.post_of("tip-1")).key
    await do(bot, React(Origin("room", WHO, "reaction-1", CHANNEL, about), emoji="👍"))
    await bot.says(MARK, "wish a map", audience="sales")
    await bot.says("joris", "wish planned 2 12 March")
    await bot.says("bilal", "join", audience="sales")
    return bot


async def test_my_data_shows_everything_that_is_held() -> None:
    bot = await a_bot_that_knows_everything()
    shown = await bot.says(MARK, "my data")
    for part in (
        f"one for {MARK}",
        f"does {MARK} matter?",
        f"{MARK} says no",
        "Click the star",
        "👍",
        "seated",
        "sales",
    ):
        assert part in shown, part


async def test_after_forget_me_no_document_names_the_person_in_any_way() -> None:
    bot = await a_bot_that_knows_everything()
    assert len(await hits(bot)) >= 5
    await bot.says(MARK, "forget me")
    assert await hits(bot) == []


async def test_who_was_forgotten_hears_nothing_any_more() -> None:
    bot = await a_bot_that_knows_everything()
    before = len(bot.platform.to(f"room:{MARK}"))
    await bot.says(MARK, "forget me")
    await bot.until(OPEN + 40 * DAY)
    assert len(bot.platform.to(f"room:{MARK}")) == before
    assert await hits(bot) == []


async def test_their_seat_goes_to_the_next_in_line() -> None:
    bot = await a_bot_that_knows_everything()
    await bot.says(MARK, "forget me")
    assert "place" in bot.platform.to("room:bilal")[-1]


async def test_a_year_after_the_campaign_nothing_is_left_of_anybody() -> None:
    """Nobody needs to ask for it (D13)."""
    bot = await a_bot_that_knows_everything()
    await bot.until(OPEN + 120 * DAY)
    bot.restart()
    await bot.until(OPEN + 500 * DAY)
    assert await hits(bot, WHO.id) == []
    async with bot.ctx.store.transaction() as tx:
        state = await tx.get(CAMPAIGNS, "crm")
    assert state is not None
    assert state.sealed == ""


async def test_who_answered_a_card_in_a_month_old_campaign_is_not_in_its_notices_any_more() -> None:
    bot = await a_bot_that_knows_everything()
    await bot.until(datetime(2027, 4, 5, tzinfo=UTC) + 31 * DAY)
    async with bot.ctx.store.transaction() as tx:
        assert [key for key, item in await tx.find(DELIVERIES) if item.person] == []


CLOSING = "The group is complete: {{ members }}."
BRIEFED = InWeek(week=7, weekday=1, at=NINE_THIRTY)
THANKS = "Thank {{ members }} in your own words."


async def a_bot_that_named_somebody() -> RunningBot:
    """In a closing post, in the question of a briefing, and beside a colleague who is named too."""
    posts = (
        a_post(kind="closing", texts=(CLOSING,), when=InWeek(week=6, weekday=1, at=NINE_THIRTY)),
        a_post(kind="thanks", sender="joris", texts=(), briefing=THANKS, when=BRIEFED),
    )
    bot = await a_running_bot(a_campaign(posts=posts, seats=some_seats(places=2)))
    await bot.until(OPEN)
    for who in (MARK, "bilal"):
        await bot.says(who, "join", audience="sales")
        await bot.says(who, "name me", audience="sales")
    await bot.until(OPEN + 8 * DAY)
    await bot.says("joris", "approve closing-1")
    await bot.until(OPEN + 15 * DAY)
    assert bot.platform.to("crm/sales") == [f"The group is complete: Bilal and {MARK.capitalize()}."]
    return bot


async def test_a_post_that_named_somebody_is_shown_to_them_and_names_them_no_more_once_they_are_forgotten() -> None:
    bot = await a_bot_that_named_somebody()
    assert any("thanks-1" in hit for hit in await hits(bot)), "the briefing asked for a text about them"
    closing = (await bot.post_of("closing-1")).key
    await bot.says("bilal", "remind me tomorrow 10:00", audience="sales", about=closing)
    assert f"The group is complete: Bilal and {MARK.capitalize()}." in await bot.says(MARK, "my data")
    assert "can still be read there" in await bot.says(MARK, "forget me")
    assert await hits(bot) == []
    kept = (await bot.post_of("closing-1")).message
    assert kept is not None
    assert kept.text == "The group is complete: 2 colleagues."
    assert MARK not in await bot.says(MARK, "my data")


async def test_a_month_after_the_end_no_copy_of_a_post_names_anybody_and_the_archive_never_does() -> None:
    bot = await a_bot_that_named_somebody()
    end = ends_at(bot.ctx.campaigns["crm"])
    await bot.until(end + 29 * DAY)
    assert any("closing-1" in hit for hit in await hits(bot))
    await bot.until(end + 32 * DAY)
    assert [hit for hit in await hits(bot) if hit.startswith(("deliveries", "room_posts"))] == []
    archived = [key async for table, key, _ in bot.ctx.store.all_documents() if table == "deliveries"]
    assert any("closing-1" in key for key in archived), "the post itself stays"
    assert await bot.deliveries() == {}
