"""Every wish gets an answer with a date; what is done is told once to everybody who was promised it."""

from datetime import UTC, datetime, timedelta

from campaigns.model import Campaign
from campaigns.moments import AsSoonAs
from campaigns.wishes import WishBook, WishState
from campaigns.words import Language
from storage.tables import WISHES
from tests.builders import a_campaign, a_post, a_wish, an_audience
from tests.running_bot import RunningBot, a_running_bot

MONDAY = datetime(2027, 1, 18, 9, 0, tzinfo=UTC)  # 10:00 in Amsterdam
DAY = timedelta(days=1)
FRIDAY_EVENING = datetime(2027, 1, 22, 19, 0, tzinfo=UTC)
TOLD = a_post(
    id="wish-1",
    kind="wish",
    when=AsSoonAs("wish done"),
    for_audiences=("sales", "service"),
    texts=("{{wish}} is there.",),
)


async def a_bot_with_wishes() -> RunningBot:
    campaign = a_campaign(
        audiences={"sales": an_audience(), "service": an_audience(channel="Service")},
        wishes={"postcode": a_wish(title="Search by postcode")},
        posts=(a_post(for_audiences=("sales", "service")), TOLD),
    )
    bot = await a_running_bot(campaign)
    await bot.until(MONDAY)
    return bot


async def book_of(bot: RunningBot) -> WishBook:
    async with bot.ctx.store.transaction() as tx:
        book = await tx.get(WISHES, "crm")
    assert book is not None
    return book


async def test_a_wish_gets_a_number_and_a_date_and_the_owner_hears_it_without_a_name() -> None:
    bot = await a_bot_with_wishes()
    answer = await bot.says("anna", "wish a dark screen", audience="sales")
    assert "1" in answer
    assert "25 January" in answer
    told = bot.platform.to("room:joris")[-1]
    assert "a dark screen" in told
    assert "anna" not in told.lower()


async def test_planned_later_and_done_are_each_told_to_who_asked() -> None:
    bot = await a_bot_with_wishes()
    for text in ("a dark screen", "fewer clicks", "a map"):
        await bot.says("anna", f"wish {text}", audience="sales")
    await bot.says("joris", "wish planned 1 12 March")
    await bot.says("joris", "wish later 2 the supplier has no time")
    await bot.says("joris", "wish done 3")
    wishes = (await book_of(bot)).wishes
    assert [wishes[key].state for key in "123"] == [WishState.PLANNED, WishState.LATER, WishState.DONE]
    planned, later, done = bot.platform.to("room:anna")
    assert "12 March" in planned
    assert "the supplier has no time" in later
    assert "a map" in done


async def test_a_wish_that_is_done_is_told_once_to_every_team_even_when_said_twice() -> None:
    bot = await a_bot_with_wishes()
    await bot.says("joris", "wish done postcode")
    await bot.says("joris", "wish done postcode")
    await bot.until(MONDAY + DAY)
    bot.restart()
    await bot.says("joris", "wish done postcode")
    await bot.until(MONDAY + 10 * DAY)
    for team in ("sales", "service"):
        assert bot.platform.to(f"crm/{team}").count("Search by postcode is there.") == 1


async def test_without_an_answer_the_owner_is_warned_once_after_five_working_days() -> None:
    bot = await a_bot_with_wishes()
    await bot.says("anna", "wish a dark screen", audience="sales")
    before = len(bot.platform.to("room:joris"))
    await bot.until(MONDAY + 7 * DAY - timedelta(minutes=1))
    assert len(bot.platform.to("room:joris")) == before
    await bot.until(MONDAY + 30 * DAY)
    warnings = [text for text in bot.platform.to("room:joris")[before:] if "a dark screen" in text]
    assert len(warnings) == 1


async def test_a_wish_that_was_answered_in_time_warns_nobody() -> None:
    bot = await a_bot_with_wishes()
    await bot.says("anna", "wish a dark screen", audience="sales")
    await bot.says("joris", "wish later 1 not this year")
    before = len(bot.platform.to("room:joris"))
    await bot.until(MONDAY + 30 * DAY)
    assert [text for text in bot.platform.to("room:joris")[before:] if "a dark screen" in text] == []


async def test_thirty_days_after_the_answer_nothing_says_whose_wish_it_was() -> None:
    bot = await a_bot_with_wishes()
    await bot.says("anna", "wish a dark screen", audience="sales")
    await bot.says("joris", "wish later 1 not this year")
    await bot.until(MONDAY + 29 * DAY)
    assert (await book_of(bot)).wishes["1"].author == "room:anna"
    await bot.until(MONDAY + 31 * DAY)
    assert (await book_of(bot)).wishes["1"].author is None


def saying(bot: RunningBot, text: str) -> Campaign:
    campaign = bot.ctx.campaigns["crm"]
    tip, news = campaign.posts
    return campaign.model_copy(update={"posts": (tip, news.model_copy(update={"texts": (text,)}))})


async def test_news_that_says_today_waits_for_another_text_when_it_was_done_before_today() -> None:
    """Done on Friday evening, told on Monday: nobody may read that it is ready since today."""
    bot = await a_bot_with_wishes()
    bot.edit(saying(bot, "Ready since today: {{wish}}."))
    await bot.until(FRIDAY_EVENING)
    await bot.says("joris", "wish done postcode")
    assert "goes out on Monday 25 January 09:00" in bot.platform.to("room:joris")[-1]
    monday = FRIDAY_EVENING + 3 * DAY
    await bot.until(monday)
    assert any("the wish was done on 22 January" in text for text in bot.platform.to("room:joris"))
    assert not any("today" in text for text in bot.platform.to("crm/sales"))
    bot.edit(saying(bot, "Ready now: {{wish}}."))
    await bot.until(monday + DAY)
    assert bot.platform.to("crm/sales")[-1] == "Ready now: Search by postcode."


async def test_news_of_today_may_say_so_and_its_owner_hears_no_other_moment() -> None:
    bot = await a_bot_with_wishes()
    bot.edit(saying(bot, "Ready since today: {{wish}}."))
    await bot.engine.settle()
    await bot.says("joris", "wish done postcode")
    await bot.until(bot.clock.now() + timedelta(minutes=5))
    assert bot.platform.to("crm/sales")[-1] == "Ready since today: Search by postcode."
    assert not any("goes out on" in text for text in bot.platform.to("room:joris"))


def without_the_wish(language: Language = "en") -> Campaign:
    return a_campaign(
        audiences={"sales": an_audience(), "service": an_audience(channel="Service")},
        posts=(a_post(for_audiences=("sales", "service")), TOLD),
        language=language,
    )


async def a_bot_whose_wish_left_the_file() -> RunningBot:
    """It was on the public list, for Friday 29 January."""
    bot = await a_bot_with_wishes()
    bot.edit(without_the_wish())
    await bot.until(MONDAY + DAY)
    return bot


def asked_about_the_wish(bot: RunningBot) -> list[str]:
    return [text for text in bot.platform.to("room:joris") if "no longer in the file" in text]


async def test_a_promised_wish_that_left_the_file_stays_on_the_list_and_its_owner_is_asked_once() -> None:
    """C4: what people have read is not taken back in silence."""
    bot = await a_bot_whose_wish_left_the_file()
    assert "Planned for 29 January: Search by postcode (postcode)" in await bot.says("anna", "wishes", audience="sales")
    bot.edit(without_the_wish())
    bot.restart()
    await bot.until(MONDAY + 2 * DAY)
    assert asked_about_the_wish(bot) == [
        "The wish “Search by postcode” is no longer in the file, but it is promised for 29 January. "
        "It stays on the list until you choose. Type: wish done postcode, wish planned postcode and a new date, "
        "or wish later postcode and the reason."
    ]


async def test_without_an_answer_the_owner_is_reminded_of_it_like_of_every_promise() -> None:
    bot = await a_bot_whose_wish_left_the_file()
    await bot.until(MONDAY + 21 * DAY)
    reminded = [text for text in bot.platform.to("room:joris") if text.startswith("Wish postcode")]
    assert len(reminded) == 5


async def test_a_wish_that_left_the_file_and_is_put_off_is_told_with_its_title_and_the_reason() -> None:
    bot = await a_bot_whose_wish_left_the_file()
    assert "we will not do" in await bot.says("joris", "wish later postcode the supplier has no time")
    await bot.until(MONDAY + 2 * DAY)
    [told] = [text for text in bot.platform.to("crm/sales") if "Search by postcode" in text]
    assert "We did not make it" in told
    assert "the supplier has no time" in told
    bot.edit(without_the_wish())
    await bot.until(MONDAY + 3 * DAY)
    assert "Search by postcode" in await bot.says("anna", "wishes", audience="sales")
    assert len(asked_about_the_wish(bot)) == 1


async def test_a_wish_that_left_the_file_and_is_done_after_all_is_told_to_every_team() -> None:
    bot = await a_bot_whose_wish_left_the_file()
    await bot.says("joris", "wish done postcode")
    await bot.until(MONDAY + 2 * DAY)
    for team in ("sales", "service"):
        assert "Search by postcode is there." in bot.platform.to(f"crm/{team}")


async def test_before_the_start_a_wish_may_leave_the_file_and_nobody_is_asked() -> None:
    campaign = a_campaign(wishes={"postcode": a_wish()})
    bot = await a_running_bot(campaign)
    await bot.engine.settle()
    bot.edit(a_campaign())
    await bot.engine.settle()
    assert (await book_of(bot)).wishes == {}
    assert asked_about_the_wish(bot) == []


async def test_a_wish_without_a_day_is_asked_about_too_and_in_dutch() -> None:
    bot = await a_running_bot(a_campaign(language="nl", wishes={"postcode": a_wish(planned=None)}))
    await bot.until(MONDAY)
    bot.edit(without_the_wish("nl"))
    await bot.until(MONDAY + DAY)
    assert bot.platform.to("room:joris")[-1] == (
        "De wens “Search by postcode” staat niet meer in het bestand, maar telt nog mee als beloofd. "
        "De wens blijft op de lijst tot jij kiest. "
        "Typ: wens klaar postcode, wens gepland postcode en een datum, of wens later postcode en de reden."
    )
