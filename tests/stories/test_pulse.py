"""A pulse counts answers and knows nobody's: nothing in the store says who chose what, or when. It closes by itself."""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from campaigns.model import Rules
from campaigns.moments import InWeek
from storage.tables import PULSES
from tests.builders import a_campaign, a_post, an_audience
from tests.running_bot import RunningBot, a_running_bot

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
PULSE = a_post(kind="pulse", texts=(), question="I know what changes.", for_audiences=("sales", "service"))


async def an_asked_pulse(*, approved: tuple[str, ...] = ("pulse-1",), **changes: Any) -> RunningBot:
    teams = {"sales": an_audience(), "service": an_audience(channel="Service")}
    bot = await a_running_bot(a_campaign(**{"audiences": teams, "posts": (PULSE,), **changes}), given=2)
    await bot.until(TUESDAY - 24 * HOUR)
    for post in approved:
        await bot.says("joris", f"approve {post}")
    await bot.until(TUESDAY)
    return bot


async def votes(bot: RunningBot, who: str, answer: str, *, team: str = "sales") -> str:
    post = await bot.post_of("pulse-1", team)
    return await bot.says(who, answer, audience=team, about=post.key)


async def counted(bot: RunningBot) -> dict[str, int]:
    async with bot.ctx.store.transaction() as tx:
        return {count.audience: count.answered for _, count in await tx.find(PULSES) if count.answered}


async def documents(bot: RunningBot) -> list[tuple[str, str, str]]:
    return [
        (table, key, json.dumps(document, default=str, ensure_ascii=False))
        async for table, key, document in bot.ctx.store.all_documents()
    ]


async def test_each_answer_is_one_more_in_its_teams_counter() -> None:
    bot = await an_asked_pulse()
    for who in ("anna", "bilal"):
        await votes(bot, who, "4")
    await votes(bot, "fatih", "2", team="service")
    assert await counted(bot) == {"sales": 2, "service": 1}


async def test_a_second_answer_is_refused_also_in_another_team_and_after_a_restart() -> None:
    bot = await an_asked_pulse()
    first = await votes(bot, "anna", "4")
    second = await votes(bot, "anna", "2")
    assert first != second
    await votes(bot, "anna", "2", team="service")
    bot.restart()
    await votes(bot, "anna", "1")
    assert await counted(bot) == {"sales": 1}


async def test_nothing_that_is_kept_links_a_person_to_an_answer_or_a_moment() -> None:
    """The same people with other answers leave exactly the same documents, but for the counters."""
    bots = []
    for answers in ("45", "54"):
        bot = await an_asked_pulse()
        for who, answer in zip(("anna", "bilal"), answers, strict=True):
            await votes(bot, who, answer)
            bot.clock.move(minutes=7)
        bots.append(bot)
    first, second = [{key: item for *key_, item in await documents(bot) for key in [tuple(key_)]} for bot in bots]
    ours = {key for key in first if key[0] != "inbox"}
    assert ours == {key for key in second if key[0] != "inbox"}
    assert {key: first[key] for key in ours} == {key: second[key] for key in ours}


async def test_that_somebody_voted_is_kept_under_a_hash_without_a_moment() -> None:
    bot = await an_asked_pulse()
    await votes(bot, "anna", "4")
    kept = [(key, text) for table, key, text in await documents(bot) if table == "votes"]
    [(key, text)] = kept
    assert "anna" not in key + text
    assert "2027" not in text
    for table, name, text in await documents(bot):
        if table == "pulses":
            assert "anna" not in name + text


async def test_another_word_than_an_answer_counts_nothing() -> None:
    bot = await an_asked_pulse()
    await votes(bot, "anna", "9")
    assert await counted(bot) == {}


async def open_in(bot: RunningBot) -> set[str]:
    async with bot.ctx.store.transaction() as tx:
        return {key for key, count in await tx.find(PULSES) if not count.closed}


async def test_it_closes_by_itself_after_five_working_days_and_then_the_report_tells() -> None:
    """The hour is that of the post; a day that the team is free does not count."""
    bot = await an_asked_pulse(rules=Rules(extra_free=frozenset({date(2027, 1, 15)})))
    for who, answer in zip(("anna", "bilal", "chiara", "daan"), "1245", strict=True):
        await votes(bot, who, answer)
    await votes(bot, "fatih", "5", team="service")
    closes = TUESDAY + timedelta(days=8)
    await bot.until(closes - timedelta(seconds=1))
    assert "pulse" not in await bot.says("joris", "report")
    assert "Wednesday 20 January 09:30" in await bot.says("anna", "why", audience="sales")
    assert "counts" in await votes(bot, "gerda", "1", team="service")
    await bot.until(closes)
    assert "average of 3.0 (6 answers)" in await bot.says("joris", "report")
    assert "This question is closed. Your answer was not counted." in await votes(bot, "els", "5")
    assert await counted(bot) == {"sales": 4, "service": 2}
    assert "average of 3.0 (6 answers)" in await bot.says("joris", "report")


async def test_what_closed_while_the_bot_was_off_is_closed_when_it_starts() -> None:
    bot = await an_asked_pulse()
    await bot.down_until(TUESDAY + timedelta(days=30))
    assert await open_in(bot) == set()
    assert "is closed" in await votes(bot, "anna", "4")


async def test_too_few_or_all_alike_stay_hidden_when_it_has_closed() -> None:
    for answers in ("1245", "55555"):
        bot = await an_asked_pulse()
        for number, answer in enumerate(answers):
            await votes(bot, f"p{number}", answer)
        await bot.until(TUESDAY + timedelta(days=7))
        assert await open_in(bot) == set()
        assert "pulse" not in await bot.says("joris", "report")


async def test_the_next_pulse_in_a_team_ends_the_one_before() -> None:
    thursday = a_post(
        id="pulse-2", kind="pulse", texts=(), question="I know whom to ask.",
        when=InWeek(week=1, weekday=3, at=time(9, 30)),
    )  # fmt: skip
    bot = await an_asked_pulse(posts=(PULSE, thursday), approved=("pulse-1", "pulse-2"))
    assert await open_in(bot) == {"crm/pulse-1/sales", "crm/pulse-1/service"}
    await bot.until(TUESDAY + timedelta(days=2, minutes=1))
    assert await open_in(bot) == {"crm/pulse-1/service", "crm/pulse-2/sales"}
