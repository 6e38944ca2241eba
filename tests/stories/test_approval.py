"""Nothing is posted without its approver's yes to exactly this text; whoever is missing is told in time."""

from datetime import UTC, datetime, timedelta

from campaigns.delivery import SkipReason, State
from tests.builders import a_campaign, a_post
from tests.running_bot import a_running_bot, with_posts

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)  # 09:30 in Amsterdam
MANAGEMENT = a_post(kind="management", sender="sandra", texts=("From 1 March we use CRM.",))


async def test_an_approved_post_goes_out_at_its_moment_and_not_before() -> None:
    bot = await a_running_bot(a_campaign(posts=(MANAGEMENT,)))
    await bot.until(TUESDAY - timedelta(days=1))
    assert "management-1" in await bot.says("sandra", "approve management-1")
    await bot.until(TUESDAY - timedelta(seconds=1))
    assert bot.platform.to("crm/sales") == []
    await bot.until(TUESDAY)
    assert bot.platform.to("crm/sales") == ["From 1 March we use CRM."]


async def test_without_an_answer_the_post_is_skipped_and_the_owner_told() -> None:
    bot = await a_running_bot(a_campaign(posts=(MANAGEMENT,)))
    await bot.until(TUESDAY + timedelta(days=1))
    post = await bot.post_of("management-1")
    assert (post.state, post.reason) == (State.SKIPPED, SkipReason.NOT_APPROVED)
    assert bot.platform.to("crm/sales") == []
    assert "management-1 of Tuesday 12 January 09:30" in bot.platform.to("room:joris")[-1]


async def test_a_yes_that_comes_after_the_moment_changes_nothing() -> None:
    bot = await a_running_bot(a_campaign(posts=(MANAGEMENT,)))
    await bot.until(TUESDAY + timedelta(minutes=1))
    await bot.says("sandra", "approve management-1")
    await bot.until(TUESDAY + timedelta(days=1))
    assert bot.platform.to("crm/sales") == []


async def test_the_approver_is_asked_five_and_reminded_two_working_days_ahead_and_the_owner_hears_both() -> None:
    bot = await a_running_bot(a_campaign(posts=(MANAGEMENT,)))
    await bot.until(TUESDAY - timedelta(minutes=1))
    asked, reminded = bot.platform.to("room:sandra")
    assert "From 1 March we use CRM." in asked
    assert "A reminder" in reminded
    told, missing = bot.platform.to("room:joris")
    assert "has been asked" in told
    assert "Still no yes from Sandra de Wit" in missing


async def test_who_has_answered_is_not_reminded() -> None:
    bot = await a_running_bot(a_campaign(posts=(MANAGEMENT,)))
    await bot.until(TUESDAY - timedelta(days=6))
    await bot.says("sandra", "approve management-1")
    await bot.until(TUESDAY)
    assert len(bot.platform.to("room:sandra")) == 1


async def test_the_owner_cannot_say_yes_in_the_directors_name() -> None:
    bot = await a_running_bot(a_campaign(posts=(MANAGEMENT,)))
    await bot.until(TUESDAY - timedelta(days=1))
    card = (await bot.post_of("management-1")).approval
    assert card is not None
    await bot.says("joris", "approve", about=card.card)
    await bot.says("joris", "approve management-1")
    await bot.until(TUESDAY)
    assert bot.platform.to("crm/sales") == []


async def test_a_text_that_changed_after_the_yes_is_asked_again() -> None:
    campaign = a_campaign(posts=(MANAGEMENT,))
    bot = await a_running_bot(campaign)
    await bot.until(TUESDAY - timedelta(days=3))
    await bot.says("sandra", "approve management-1")
    bot.edit(with_posts(campaign, texts=("From 1 April we use CRM.",)))
    await bot.until(TUESDAY - timedelta(days=2))
    assert "From 1 April we use CRM." in bot.platform.to("room:sandra")[-1]
    await bot.until(TUESDAY)
    assert bot.platform.to("crm/sales") == []


async def test_a_changed_text_goes_out_after_its_own_yes() -> None:
    campaign = a_campaign(posts=(MANAGEMENT,))
    bot = await a_running_bot(campaign)
    await bot.until(TUESDAY - timedelta(days=3))
    await bot.says("sandra", "ask for a change management-1 the date is wrong")
    assert "the date is wrong" in bot.platform.to("room:joris")[-1]
    bot.edit(with_posts(campaign, texts=("From 1 April we use CRM.",)))
    await bot.until(TUESDAY - timedelta(days=2))
    await bot.says("sandra", "approve management-1")
    await bot.until(TUESDAY)
    assert bot.platform.to("crm/sales") == ["From 1 April we use CRM."]


async def test_a_rejected_text_may_come_back_changed_and_is_asked_again() -> None:
    campaign = a_campaign(posts=(MANAGEMENT,))
    bot = await a_running_bot(campaign)
    await bot.until(TUESDAY - timedelta(days=3))
    await bot.says("sandra", "do not post management-1 not my words")
    assert (await bot.post_of("management-1")).reason == SkipReason.REJECTED
    bot.edit(with_posts(campaign, texts=("My words.",)))
    await bot.until(TUESDAY - timedelta(days=2))
    await bot.says("sandra", "approve management-1")
    await bot.until(TUESDAY)
    assert bot.platform.to("crm/sales") == ["My words."]


async def test_a_briefing_asks_for_a_text_and_posts_that_text_only() -> None:
    briefed = a_post(kind="management", sender="sandra", texts=(), briefing="What did we hear?")
    bot = await a_running_bot(a_campaign(posts=(briefed,)))
    await bot.until(TUESDAY - timedelta(days=3))
    assert "What did we hear?" in bot.platform.to("room:sandra")[0]
    card = (await bot.post_of("management-1")).approval
    assert card is not None
    await bot.says("sandra", "text: We heard nine wishes.", about=card.card)
    await bot.until(TUESDAY)
    assert bot.platform.to("crm/sales") == ["We heard nine wishes."]


async def test_silence_on_a_briefing_is_silence_in_the_channel() -> None:
    briefed = a_post(kind="management", sender="sandra", texts=(), briefing="What did we hear?")
    bot = await a_running_bot(a_campaign(posts=(briefed,)))
    await bot.until(TUESDAY + timedelta(days=1))
    assert (await bot.post_of("management-1")).reason == SkipReason.NO_TEXT
    assert bot.platform.to("crm/sales") == []
