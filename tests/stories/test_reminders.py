"""A reminder comes to the one who asked for it, at the moment that was said back, and to nobody else."""

from datetime import UTC, datetime, time, timedelta

import pytest

from campaigns.moments import AsSoonAs, InWeek
from storage.tables import REMINDERS
from tests.builders import a_campaign, a_post, some_seats
from tests.running_bot import RunningBot, a_running_bot

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
OPENS = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
DAY = timedelta(days=1)


async def a_bot(now: datetime) -> RunningBot:
    bot = await a_running_bot(a_campaign(seats=some_seats()))
    await bot.until(TUESDAY - DAY)
    await bot.says("joris", "approve tip-1")
    await bot.until(now)
    return bot


async def test_a_reminder_of_a_post_quotes_it_at_the_moment_that_was_said_back() -> None:
    bot = await a_bot(TUESDAY)
    post = await bot.post_of("tip-1")
    answer = await bot.says("anna", "remind me tomorrow 10:00", audience="sales", about=post.key)
    assert "Wednesday 13 January 10:00" in answer
    await bot.until(TUESDAY + DAY)
    assert bot.platform.to("room:anna") == []
    await bot.until(TUESDAY + DAY + timedelta(minutes=30))
    [reminder] = bot.platform.to("room:anna")
    assert "Click the star" in reminder
    await bot.until(TUESDAY + 9 * DAY)
    assert len(bot.platform.to("room:anna")) == 1
    assert bot.platform.to("room:bilal") == []


async def test_without_a_moment_it_is_the_working_day_before_the_closing() -> None:
    bot = await a_bot(OPENS)
    answer = await bot.says("anna", "remind me", audience="sales")
    assert "Wednesday 10 February 10:00" in answer
    await bot.until(datetime(2027, 2, 10, 9, 0, tzinfo=UTC))
    [reminder] = bot.platform.to("room:anna")
    assert "Thursday 11 February 16:00" in reminder


async def test_a_moment_at_night_moves_to_the_morning_and_that_is_said() -> None:
    bot = await a_bot(TUESDAY)
    assert "Wednesday 13 January 09:00" in await bot.says("anna", "remind me today 23:00", audience="sales")


async def test_asking_twice_for_the_same_moment_is_one_reminder() -> None:
    bot = await a_bot(TUESDAY)
    for _ in range(2):
        await bot.says("anna", "remind me tomorrow 10:00", audience="sales")
    async with bot.ctx.store.transaction() as tx:
        assert len(await tx.find(REMINDERS)) == 1


async def test_after_stop_no_reminder_comes() -> None:
    bot = await a_bot(TUESDAY)
    await bot.says("anna", "remind me tomorrow 10:00", audience="sales")
    await bot.says("anna", "stop")
    await bot.until(TUESDAY + 3 * DAY)
    assert bot.platform.to("room:anna") == []


async def test_a_moment_that_is_not_understood_sets_nothing_and_says_so() -> None:
    bot = await a_bot(TUESDAY)
    answer = await bot.says("anna", "remind me sometime", audience="sales")
    assert "sometime" in answer
    async with bot.ctx.store.transaction() as tx:
        assert await tx.find(REMINDERS) == []


async def test_a_bot_that_was_down_at_the_moment_reminds_on_its_return() -> None:
    bot = await a_bot(TUESDAY)
    await bot.says("anna", "remind me tomorrow 10:00", audience="sales")
    await bot.down_until(TUESDAY + 2 * DAY)
    assert len(bot.platform.to("room:anna")) == 1


CLOSES = datetime(2027, 2, 11, 15, 0, tzinfo=UTC)
DAY_BEFORE = datetime(2027, 2, 10, 9, 0, tzinfo=UTC)
LATER = InWeek(week=6, weekday=3, at=time(16, 0))


async def a_bot_that_was_asked(**seats: object) -> RunningBot:
    """Anna asked on the first morning of the sign-up to be reminded of its closing."""
    bot = await a_running_bot(a_campaign(seats=some_seats(**seats)))
    await bot.until(OPENS)
    assert "Wednesday 10 February 10:00" in await bot.says("anna", "remind me", audience="sales")
    return bot


async def join(bot: RunningBot, *people: str) -> None:
    for person in people:
        await bot.says(person, "join", audience="sales")


async def test_when_sign_up_was_closed_early_the_reminder_says_so_and_calls_nobody() -> None:
    bot = await a_bot_that_was_asked()
    await bot.says("joris", "close sign-up")
    await bot.until(DAY_BEFORE)
    assert bot.platform.to("room:anna") == [
        "You asked for a reminder. Sign-up for the places (sounding board) closed on Monday 1 February 09:30. "
        "You can always send a wish."
    ]


async def test_when_all_places_are_taken_the_reminder_speaks_of_the_reserve_list_alone() -> None:
    """Rule S10."""
    bot = await a_bot_that_was_asked(places=1)
    await join(bot, "bilal")
    await bot.until(DAY_BEFORE)
    assert bot.platform.to("room:anna") == [
        "You asked for a reminder. All places (sounding board) are taken. "
        "You can join the reserve list until Thursday 11 February 16:00: type join."
    ]


async def test_with_an_extension_the_reminder_moves_along_and_names_the_new_closing() -> None:
    bot = await a_bot_that_was_asked()
    bot.edit(a_campaign(seats=some_seats(closes=LATER, extended_because="many were ill")))
    await bot.until(DAY_BEFORE + 6 * DAY)
    assert bot.platform.to("room:anna") == []
    assert "2027-02-17 09:00 UTC" in await bot.says("anna", "my data")
    await bot.until(DAY_BEFORE + 12 * DAY)
    assert bot.platform.to("room:anna") == [
        "You asked for a reminder. You can sign up for the places (sounding board) until Thursday 18 February 16:00. "
        "Taking part is up to you."
    ]


async def test_a_bot_that_was_down_during_the_extension_moves_the_reminder_too() -> None:
    bot = await a_bot_that_was_asked()
    bot.edit(a_campaign(seats=some_seats(closes=LATER, extended_because="many were ill")))
    await bot.down_until(DAY_BEFORE + timedelta(hours=5))
    assert bot.platform.to("room:anna") == []
    await bot.until(DAY_BEFORE + 7 * DAY)
    assert len(bot.platform.to("room:anna")) == 1


async def test_a_moment_that_was_typed_stays_and_what_is_true_then_is_said() -> None:
    bot = await a_running_bot(a_campaign(seats=some_seats()))
    await bot.until(OPENS)
    await bot.says("anna", "remind me 5 February 10:00", audience="sales")
    bot.edit(a_campaign(seats=some_seats(closes=LATER, extended_because="many were ill")))
    await bot.until(OPENS + 4 * DAY + timedelta(minutes=30))
    [reminder] = bot.platform.to("room:anna")
    assert "until Thursday 18 February 16:00" in reminder


async def test_a_closing_that_moves_forward_before_anybody_read_it_takes_the_reminder_along() -> None:
    bot = await a_running_bot(a_campaign(seats=some_seats()))
    await bot.until(OPENS - 5 * DAY)
    await bot.says("anna", "remind me", audience="sales")
    bot.edit(a_campaign(seats=some_seats(closes=InWeek(week=4, weekday=3, at=time(16, 0)))))
    await bot.until(DAY_BEFORE - 7 * DAY)
    [reminder] = bot.platform.to("room:anna")
    assert "until Thursday 4 February 16:00" in reminder


async def test_before_sign_up_opens_the_reminder_says_from_when() -> None:
    bot = await a_bot(TUESDAY)
    await bot.says("anna", "remind me tomorrow 10:00", audience="sales")
    await bot.until(TUESDAY + 2 * DAY)
    [reminder] = bot.platform.to("room:anna")
    assert "from Monday 1 February 09:30 until Thursday 11 February 16:00" in reminder


@pytest.mark.parametrize(
    ("before", "standing"), [((), "You have a place."), (("bilal",), "You are number 1 on the reserve list.")]
)
async def test_whoever_has_signed_up_meanwhile_reads_how_they_stand(before: tuple[str, ...], standing: str) -> None:
    bot = await a_bot_that_was_asked(places=1)
    await join(bot, *before, "anna")
    await bot.until(DAY_BEFORE)
    assert bot.platform.to("room:anna") == [
        f"You asked for a reminder. You signed up for the places (sounding board). {standing}"
    ]


async def test_a_reminder_of_a_post_about_the_seats_says_how_it_is_now() -> None:
    call = a_post(
        kind="call", when=AsSoonAs("opening"), sender="joris", texts=("There are {{ places_total }} places.",)
    )
    campaign = a_campaign(posts=(call,), seats=some_seats())
    bot = await a_running_bot(campaign, given=2)
    await bot.until(OPENS - DAY)
    await bot.says("joris", "approve call-1")
    await bot.until(OPENS)
    post = await bot.post_of("call-1")
    answer = await bot.says("anna", "remind me", audience="sales", about=post.key)
    assert "Wednesday 10 February 10:00" in answer
    await bot.says("joris", "close sign-up")
    await bot.until(DAY_BEFORE)
    [reminder] = bot.platform.to("room:anna")
    assert reminder.startswith("You asked for a reminder. It was about this post: “There are 3 places.” Sign-up for")
    assert "closed on Monday 1 February" in reminder


async def test_when_the_seats_have_left_the_file_nobody_is_called_to_them() -> None:
    bot = await a_bot_that_was_asked()
    bot.edit(a_campaign(seats=None))
    await bot.until(DAY_BEFORE)
    assert bot.platform.to("room:anna") == ["You asked for a reminder. It was about the places (sounding board)."]
