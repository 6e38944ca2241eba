"""What would break: colleagues who answer for the person who is being played, or write a director's text for her."""

from datetime import UTC, datetime, timedelta

from bot.engine import Engine
from bot.rehearsal.colleagues import Colleagues
from campaigns.approval import Decision
from tests.builders import a_campaign, a_post
from tests.running_bot import RunningBot, a_running_bot

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
CAMPAIGN = a_campaign(
    posts=(
        a_post(),
        a_post(kind="management", sender="sandra", texts=("From 1 March we use CRM.",)),
        a_post(id="management-2", kind="management", sender="sandra", texts=(), briefing="What did we hear?"),
    )
)


async def a_bot_with(colleagues: Colleagues) -> RunningBot:
    bot = await a_running_bot(CAMPAIGN)
    bot.ctx.watchers.append(lambda event: colleagues.notice(bot.ctx, event))
    bot.engine = Engine(bot.ctx, bot.outbox, first=[colleagues])
    bot.ctx.wake = bot.engine.nudge
    return bot


async def decisions(bot: RunningBot) -> dict[str, Decision]:
    found = (await bot.deliveries()).values()
    return {item.occurrence.post: item.approval.decision for item in found if item.occurrence and item.approval}


async def test_they_approve_what_is_asked_of_them_and_make_up_no_text() -> None:
    bot = await a_bot_with(Colleagues(answering=True))
    await bot.until(TUESDAY - timedelta(days=1))
    assert await decisions(bot) == {
        "tip-1": Decision.APPROVED, "management-1": Decision.APPROVED, "management-2": Decision.ASKED
    }  # fmt: skip


async def test_whoever_is_played_answers_for_themselves() -> None:
    bot = await a_bot_with(Colleagues(answering=True, played=lambda: frozenset({"room:sandra"})))
    await bot.until(TUESDAY - timedelta(days=1))
    found = await decisions(bot)
    assert (found["tip-1"], found["management-1"]) == (Decision.APPROVED, Decision.ASKED)


async def test_switched_on_later_they_answer_what_was_asked_before() -> None:
    colleagues = Colleagues(answering=False)
    bot = await a_bot_with(colleagues)
    await bot.until(TUESDAY - timedelta(days=2))
    assert set((await decisions(bot)).values()) == {Decision.ASKED}
    colleagues.set_answering(True)
    await bot.engine.settle()
    assert (await decisions(bot))["tip-1"] is Decision.APPROVED


async def test_after_a_restart_they_answer_what_was_asked_before_it() -> None:
    bot = await a_bot_with(Colleagues(answering=False))
    await bot.until(TUESDAY - timedelta(days=2))
    bot.engine = Engine(bot.ctx, bot.outbox, first=[Colleagues(answering=True)])
    await bot.engine.settle()
    assert (await decisions(bot))["tip-1"] is Decision.APPROVED
