"""What would break: a card per team, a card that is sent twice or never, an owner who does not know what is missing."""

from datetime import UTC, datetime, timedelta

import pytest

from campaigns.approval import Decision
from campaigns.delivery import State
from storage.tables import DELIVERIES
from tests.builders import a_campaign, a_person, a_post, an_audience
from tests.running_bot import RunningBot, a_running_bot, with_posts

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
DAY = timedelta(days=1)
MANAGEMENT = a_post(
    kind="management", sender="sandra", texts=("From 1 March we use CRM.",), for_audiences=("sales", "service")
)
CAMPAIGN = a_campaign(
    audiences={"sales": an_audience(), "service": an_audience(channel="Service")}, posts=(MANAGEMENT,)
)


async def cards(bot: RunningBot) -> list[str]:
    return [key for key in await bot.deliveries() if key.startswith("notice/crm/approval/")]


async def test_two_teams_share_one_card_one_reminder_and_one_word_to_the_owner() -> None:
    bot = await a_running_bot(CAMPAIGN)
    await bot.until(TUESDAY - DAY / 2)
    assert len(await cards(bot)) == 1
    assert len(bot.platform.to("room:sandra")) == 2
    assert len(bot.platform.to("room:joris")) == 2
    assert {event.audience for event in bot.events("asked")} == {"sales", "service"}


async def test_a_text_per_team_is_a_card_per_text() -> None:
    named = a_campaign(
        audiences={"sales": an_audience(), "service": an_audience(channel="Service", benefit="You call once.")},
        posts=(MANAGEMENT.model_copy(update={"texts": ("{{benefit}}",)}),),
    )
    bot = await a_running_bot(named)
    await bot.engine.settle()
    assert len(await cards(bot)) == 2


async def test_an_approver_whom_nobody_can_find_is_the_owners_to_solve() -> None:
    bot = await a_running_bot(CAMPAIGN)
    bot.platform.directory = [person for person in bot.platform.directory if person.id != "room:sandra"]
    await bot.engine.settle()
    [told] = bot.platform.to("room:joris")
    assert "Sandra de Wit (sandra@example.com)" in told


async def test_a_text_that_changes_twice_while_the_clock_stands_still_gets_two_cards() -> None:
    """As in a rehearsal that is paused. Without it the second text would be approved by whoever read the first."""
    bot = await a_running_bot(CAMPAIGN)
    await bot.engine.settle()
    for text in ("Second text.", "Third text."):
        bot.edit(with_posts(CAMPAIGN, texts=(text,)))
        await bot.engine.settle()
    assert len(await cards(bot)) == 3
    assert "Third text." in bot.platform.to("room:sandra")[-1]


async def test_a_reminder_names_the_moment_and_marks_the_approval() -> None:
    bot = await a_running_bot(CAMPAIGN)
    await bot.until(TUESDAY - DAY / 2)
    approval = (await bot.post_of("management-1")).approval
    assert approval is not None
    assert (approval.decision, approval.reminded) == (Decision.ASKED, True)
    assert "Tuesday 12 January 09:30" in bot.platform.to("room:sandra")[-1]


async def test_an_owner_who_approves_alone_is_not_told_about_themselves() -> None:
    bot = await a_running_bot(a_campaign())
    await bot.until(TUESDAY - DAY / 2)
    asked, reminded = bot.platform.to("room:joris")
    assert "Click the star" in asked
    assert "A reminder" in reminded


async def test_a_briefing_reminds_of_a_text() -> None:
    briefed = a_campaign(posts=(a_post(kind="management", sender="sandra", texts=(), briefing="What did we hear?"),))
    bot = await a_running_bot(briefed)
    await bot.until(TUESDAY - DAY / 2)
    assert "waits for your text" in bot.platform.to("room:sandra")[-1]
    assert "Still no text from Sandra" in bot.platform.to("room:joris")[-1]


async def test_a_campaign_without_a_file_asks_nobody_and_looks_again() -> None:
    campaign = a_campaign(people={**CAMPAIGN.people, "els": a_person(name="Els", chat="els@example.com")})
    bot = await a_running_bot(campaign, now=TUESDAY - 30 * DAY)
    await bot.engine.settle()
    bot.ctx.campaigns.clear()
    await bot.until(TUESDAY - 2 * DAY)
    async with bot.ctx.store.transaction() as tx:
        [(_, delivery)] = await tx.find(DELIVERIES)
    assert delivery.approval is None
    assert delivery.wake is not None
    assert bot.clock.now() < delivery.wake <= bot.clock.now() + timedelta(hours=1)


@pytest.mark.parametrize(("answers", "told"), [(True, 1), (False, 2)])
async def test_the_owner_hears_of_a_missing_yes_and_not_of_one_that_came_just_in_time(answers: bool, told: int) -> None:
    """Rule A4: five working days ahead that it was asked, and two ahead only what is still missing."""
    bot = await a_running_bot(CAMPAIGN)
    await bot.engine.settle()
    asked = (await bot.post_of("management-1")).occurrence
    assert asked is not None
    await bot.until(asked.remind_at - timedelta(minutes=1))
    if answers:
        await bot.says("sandra", "approve management-1")
    await bot.until(TUESDAY - timedelta(minutes=1))
    assert len(bot.platform.to("room:joris")) == told


async def test_an_approver_who_is_found_later_gets_the_card_then() -> None:
    bot = await a_running_bot(CAMPAIGN)
    everybody = bot.platform.directory
    bot.platform.directory = [person for person in everybody if person.id != "room:sandra"]
    await bot.until(TUESDAY - 3 * DAY)
    assert (await bot.post_of("management-1")).approval is None
    bot.platform.directory = everybody
    await bot.until(TUESDAY - 3 * DAY + timedelta(minutes=30))
    assert len(bot.platform.to("room:sandra")) == 1
    await bot.says("sandra", "approve management-1")
    await bot.until(TUESDAY)
    assert (await bot.post_of("management-1")).state is State.SENT
