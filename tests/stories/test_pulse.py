"""A pulse counts answers and knows nobody's: nothing in the store says who chose what, or when."""

import json
from datetime import UTC, datetime, timedelta

from storage.tables import PULSES
from tests.builders import a_campaign, a_post, an_audience
from tests.running_bot import RunningBot, a_running_bot

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
PULSE = a_post(kind="pulse", texts=(), question="I know what changes.", for_audiences=("sales", "service"))


async def an_asked_pulse() -> RunningBot:
    teams = {"sales": an_audience(), "service": an_audience(channel="Service")}
    bot = await a_running_bot(a_campaign(audiences=teams, posts=(PULSE,)), given=2)
    await bot.until(TUESDAY - 24 * HOUR)
    await bot.says("joris", "approve pulse-1")
    await bot.until(TUESDAY)
    return bot


async def votes(bot: RunningBot, who: str, answer: str, *, team: str = "sales") -> str:
    post = await bot.post_of("pulse-1", team)
    return await bot.says(who, answer, audience=team, about=post.key)


async def counted(bot: RunningBot) -> dict[str, int]:
    async with bot.ctx.store.transaction() as tx:
        return {count.audience: count.answered for _, count in await tx.find(PULSES)}


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
