"""What would break: an edit that takes back what was promised: fewer places, an earlier closing, a forgotten wish."""

from datetime import UTC, date, datetime, time, timedelta

from bot.platforms.base import DeliveryError
from campaigns.calendar import ends_at
from campaigns.model import Campaign, Rules
from campaigns.moments import InWeek, OnDate
from campaigns.seats import SeatBook
from campaigns.wishes import WishBook
from storage.tables import CAMPAIGNS, SEATS, WISHES
from tests.builders import a_campaign, a_post, a_wish, some_seats
from tests.running_bot import RunningBot, a_running_bot

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
OPENS = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)  # Monday of week 4
CLOSES = datetime(2027, 2, 11, 15, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def with_seats(**changes: object) -> Campaign:
    return a_campaign(seats=some_seats(**changes), wishes={"postcode": a_wish()})


async def seats(bot: RunningBot) -> SeatBook:
    async with bot.ctx.store.transaction() as tx:
        book = await tx.get(SEATS, "crm")
    assert book is not None
    return book


async def edited(bot: RunningBot, campaign: Campaign) -> SeatBook:
    bot.edit(campaign)
    await bot.engine.settle()
    return await seats(bot)


async def test_a_new_campaign_gets_its_books_and_a_secret_that_stays() -> None:
    bot = await a_running_bot(with_seats())
    await bot.engine.settle()
    async with bot.ctx.store.transaction() as tx:
        first, wishes = await tx.get(CAMPAIGNS, "crm"), await tx.get(WISHES, "crm")
    assert first is not None
    assert isinstance(wishes, WishBook)
    assert wishes.wishes["postcode"].planned_for == date(2027, 1, 29)
    assert ((await seats(bot)).opens, (await seats(bot)).closes) == (OPENS, CLOSES)
    bot.edit(with_seats())
    await bot.engine.settle()
    async with bot.ctx.store.transaction() as tx:
        again = await tx.get(CAMPAIGNS, "crm")
    assert again is not None
    assert again.sealed == first.sealed
    assert again.source_hash != first.source_hash


async def test_what_the_file_says_of_its_end_is_kept_for_when_the_file_is_gone() -> None:
    bot = await a_running_bot(a_campaign(weeks=4))
    for campaign in (a_campaign(weeks=4), a_campaign(weeks=5, rules=Rules(keep_months=2))):
        bot.edit(campaign)
        await bot.engine.settle()
        async with bot.ctx.store.transaction() as tx:
            state = await tx.get(CAMPAIGNS, "crm")
        assert state is not None
        assert (state.ends_at, state.keep_months) == (ends_at(campaign), campaign.rules.keep_months)
        assert state.roles == tuple(campaign.people)


async def test_before_opening_everything_may_change_but_the_committed_seed() -> None:
    bot = await a_running_bot(with_seats())
    await bot.engine.settle()
    before = await seats(bot)
    after = await edited(bot, with_seats(places=2, closes=InWeek(week=6, weekday=0, at=time(12, 0))))
    assert (after.places, after.closes) == (2, datetime(2027, 2, 15, 11, 0, tzinfo=UTC))
    assert after.seed_hash == before.seed_hash


async def test_after_opening_places_only_grow_and_the_owner_hears_when_the_file_says_otherwise() -> None:
    bot = await a_running_bot(with_seats())
    await bot.until(OPENS + DAY)
    assert (await edited(bot, with_seats(places=5))).places == 5
    assert (await edited(bot, with_seats(places=2))).places == 5
    assert "2 places, but 5 have been promised" in bot.platform.to("room:joris")[-1]


async def test_a_place_more_goes_to_the_reserve_list() -> None:
    bot = await a_running_bot(with_seats(places=1))
    await bot.until(OPENS + DAY)
    await bot.says("anna", "join", audience="sales")
    await bot.says("bilal", "join", audience="sales")
    assert [entry.person for entry in (await edited(bot, with_seats(places=2))).offered] == ["room:bilal"]
    assert "place" in bot.platform.to("room:bilal")[-1]


LATER, LATEST = OnDate(date(2027, 2, 12), time(16, 0)), OnDate(date(2027, 2, 15), time(16, 0))


async def test_the_closing_may_move_once_to_later_and_never_to_earlier() -> None:
    bot = await a_running_bot(with_seats())
    await bot.until(OPENS + DAY)
    assert (await edited(bot, with_seats(closes=LATER, extended_because="Many were ill."))).closes == CLOSES + DAY
    assert (await edited(bot, with_seats(closes=LATEST, extended_because="Again."))).closes == CLOSES + DAY
    assert "The closing that was promised stays: Friday 12 February 16:00" in bot.platform.to("room:joris")[-1]


async def test_without_a_reason_the_closing_stays_and_the_owner_hears_how_to_give_one() -> None:
    """Rule S4."""
    bot = await a_running_bot(with_seats())
    await bot.until(OPENS + DAY)
    assert (await edited(bot, with_seats(closes=LATER))).closes == CLOSES
    told = bot.platform.to("room:joris")[-1]
    assert "another closing: Friday 12 February 16:00" in told
    assert "What was posted stays: Thursday 11 February 16:00" in told
    assert "extended_because" in told
    assert "S4" in told


async def test_before_opening_a_post_that_named_the_closing_freezes_it() -> None:
    """Rule S4: an announcement is a promise too."""
    naming = a_post(kind="milestone", texts=("You can sign up until {{ closes }}.",))
    silent = a_post(kind="milestone", texts=("Soon you hear more.",))
    for post, frozen in ((naming, True), (silent, False)):
        campaign = with_seats().model_copy(update={"posts": (post,)})
        bot = await a_running_bot(campaign)
        await bot.until(TUESDAY - DAY)
        await bot.says("joris", "approve milestone-1")
        await bot.until(TUESDAY)
        assert len(bot.platform.to("crm/sales")) == 1
        changed = with_seats(places=2, closes=LATER).model_copy(update={"posts": (post,)})
        book = await edited(bot, changed)
        assert (book.places, book.closes) == ((3, CLOSES) if frozen else (2, CLOSES + DAY))


async def test_what_a_sent_post_announced_stays_promised_whatever_becomes_of_that_post_in_the_file() -> None:
    """Rule S4: what people have read does not change with the file."""
    announcing = a_post(kind="milestone", texts=("There are {{ places_total }} places, until {{ closes }}.",))
    reworded = announcing.model_copy(update={"texts": ("We start.",)})
    tip = a_post(when=InWeek(week=8, weekday=1, at=time(9, 30)))
    for posts in ((tip,), (reworded, tip)):
        bot = await a_running_bot(with_seats().model_copy(update={"posts": (announcing, tip)}))
        await bot.until(TUESDAY - DAY)
        await bot.says("joris", "approve milestone-1")
        await bot.until(TUESDAY)
        assert bot.platform.to("crm/sales") == ["There are 3 places, until Thursday 11 February 16:00."]
        sooner = with_seats(places=1, closes=OnDate(date(2027, 2, 4), time(16, 0)))
        book = await edited(bot, sooner.model_copy(update={"posts": posts}))
        assert (book.places, book.closes) == (3, CLOSES)
        told = bot.platform.to("room:joris")
        assert any("1 places, but 3 have been promised" in text for text in told)
        assert any("The closing that was promised stays: Thursday 11 February 16:00" in text for text in told)


async def test_what_the_platform_refused_was_read_by_nobody_and_promises_nothing() -> None:
    announcing = a_post(kind="milestone", texts=("There are {{ places_total }} places.",))
    bot = await a_running_bot(with_seats().model_copy(update={"posts": (announcing,)}))
    await bot.until(TUESDAY - DAY)
    await bot.says("joris", "approve milestone-1")
    bot.platform.failures.append(DeliveryError("no such channel", permanent=True))
    await bot.until(TUESDAY)
    assert bot.platform.to("crm/sales") == []
    book = await edited(bot, with_seats(places=2).model_copy(update={"posts": (announcing,)}))
    assert book.places == 2


async def test_without_an_edit_nobody_is_told_twice() -> None:
    bot = await a_running_bot(with_seats())
    await bot.until(OPENS + DAY)
    await edited(bot, with_seats(places=2))
    told = len(bot.platform.to("room:joris"))
    bot.restart()
    await bot.engine.settle()
    assert len(bot.platform.to("room:joris")) == told
