"""What would break: an owner who never hears that an answer is due, or hears it again and again."""

from datetime import UTC, datetime, timedelta

from bot.context import Context
from bot.jobs.due import LOOK_AGAIN
from bot.jobs.warnings import warn_of_questions, warn_of_wishes
from campaigns.questions import Question
from campaigns.wishes import WishBook, make_wish
from storage.tables import DELIVERIES, QUESTIONS, WISHES
from tests.builders import a_campaign
from tests.fakes import a_context

NOW = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
DAY = timedelta(days=1)


async def with_an_open_wish_and_question(*, loaded: bool = True) -> Context:
    ctx = a_context([a_campaign()] if loaded else [], now=NOW)
    book, _ = make_wish(
        WishBook("crm"), person="room:anna", audience="sales", text="a map", now=NOW - DAY, answer_by=NOW
    )
    question = Question(1, "crm", "room:anna", "sales", "Why now?", False, NOW - DAY, NOW, wake=NOW)
    async with ctx.store.transaction() as tx:
        await tx.put(WISHES, "crm", book)
        await tx.put(QUESTIONS, "crm/1", question)
    return ctx


async def warn(ctx: Context, now: datetime) -> None:
    await warn_of_wishes(ctx, now)
    await warn_of_questions(ctx, now)


async def told(ctx: Context) -> list[str]:
    async with ctx.store.transaction() as tx:
        return [item.message.text for _, item in await tx.find(DELIVERIES) if item.message]


async def test_the_owner_hears_once_of_each_and_how_to_answer() -> None:
    ctx = await with_an_open_wish_and_question()
    for hours in (0, 1, 200):
        await warn(ctx, NOW + timedelta(hours=hours))
    question, wish = sorted(await told(ctx))
    assert "Why now?" in question
    assert "answer 1" in question
    assert "a map" in wish
    assert "wish done 1" in wish


async def test_not_before_the_answer_is_due() -> None:
    ctx = await with_an_open_wish_and_question()
    await warn(ctx, NOW - timedelta(seconds=1))
    assert await told(ctx) == []


async def test_while_the_file_is_away_it_waits_and_the_warning_is_not_lost() -> None:
    ctx = await with_an_open_wish_and_question(loaded=False)
    await warn(ctx, NOW)
    async with ctx.store.transaction() as tx:
        assert await tx.next_due(WISHES) == await tx.next_due(QUESTIONS) == NOW + LOOK_AGAIN
    ctx.campaigns["crm"] = a_campaign()
    other = a_context([a_campaign()], now=NOW, store=ctx.store)
    await warn(other, NOW + LOOK_AGAIN)
    assert len(await told(other)) == 2
