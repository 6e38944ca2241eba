"""A day that was named to people is kept, or they hear that it was not (C4); every wish gets its answer (C6)."""

from datetime import UTC, datetime, timedelta

from bot.platforms.base import DeliveryError
from campaigns.delivery import State
from campaigns.promises import Promise, PromiseState
from storage.tables import AUDIT, DELIVERIES, PROMISES
from tests.builders import a_campaign, a_post, a_wish, an_audience
from tests.fakes import FakePlatform
from tests.running_bot import RunningBot, a_running_bot

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)  # 09:30 in Amsterdam
DAY = timedelta(days=1)
TEAMS = {"sales": an_audience(), "service": an_audience(channel="Service", lead="karim")}
TEXT = "From 1 March we use CRM.\n\nHow fast it works on a phone: you hear that by 5 February at the latest.\n\nSandra"


async def a_bot_that_promises(**changes: object) -> RunningBot:
    post = a_post(kind="management", sender="sandra", texts=(TEXT,), for_audiences=("sales", "service"))
    bot = await a_running_bot(a_campaign(**{"audiences": TEAMS, "posts": (post,), **changes}))
    await bot.until(TUESDAY - DAY)
    await bot.says("sandra", "approve management-1")
    await bot.until(TUESDAY)
    return bot


async def promises(bot: RunningBot) -> list[Promise]:
    async with bot.ctx.store.transaction() as tx:
        book = await tx.get(PROMISES, "crm")
    return list(book.promises.values()) if book else []


def reminders(bot: RunningBot, number: int) -> list[str]:
    return [text for text in bot.platform.to("room:joris") if text.startswith(f"Promise {number}")]


async def trail(bot: RunningBot) -> list[tuple[str, str, str]]:
    async with bot.ctx.store.transaction() as tx:
        found = await tx.find(AUDIT, campaign="crm")
    return [(entry.actor, entry.action, entry.subject) for _, entry in found if entry.action.startswith("promise")]


async def test_a_sent_management_text_promises_once_for_all_who_read_it() -> None:
    bot = await a_bot_that_promises()
    assert [(one.text.split(":")[0], str(one.day), one.made_by, one.audiences) for one in await promises(bot)] == [
        ("From 1 March we use CRM.", "2027-03-01", "sandra", ("sales", "service")),
        ("How fast it works on a phone", "2027-02-05", "sandra", ("sales", "service")),
    ]


async def test_what_was_not_sent_promises_nothing() -> None:
    post = a_post(kind="management", sender="sandra", texts=(TEXT,))
    bot = await a_running_bot(a_campaign(posts=(post,)))
    await bot.until(TUESDAY + DAY)
    assert await promises(bot) == []


async def test_the_text_that_the_sender_wrote_for_a_briefing_promises_too() -> None:
    post = a_post(kind="management", sender="sandra", texts=(), briefing="What do we know?")
    bot = await a_running_bot(a_campaign(posts=(post,)))
    await bot.until(TUESDAY - DAY)
    await bot.says("sandra", "text management-1: You hear the date by 5 February.")
    await bot.until(TUESDAY)
    assert [one.text for one in await promises(bot)] == ["You hear the date by 5 February."]


async def test_an_answer_that_got_lost_promises_once_it_is_found() -> None:
    platform = FakePlatform()
    post = a_post(kind="management", sender="sandra", texts=(TEXT,))
    bot = await a_running_bot(a_campaign(posts=(post,)), platform=platform)
    await bot.until(TUESDAY - DAY)
    await bot.says("sandra", "approve management-1")
    platform.lost_answers.append(DeliveryError("no answer", unknown=True))
    await bot.until(TUESDAY)
    assert await promises(bot) == []
    await bot.until(TUESDAY + timedelta(minutes=1))
    bot.restart()
    await bot.until(TUESDAY + timedelta(minutes=2))
    assert len(await promises(bot)) == 2


async def test_without_a_word_the_owner_is_reminded_before_on_and_three_times_after_the_day() -> None:
    bot = await a_bot_that_promises()
    moments = []
    for hours in range(0, 24 * 45, 12):
        before = len(reminders(bot, 2))
        now = TUESDAY + timedelta(hours=hours)
        await bot.until(now)
        bot.restart()
        moments += [f"{now:%d %b}"] * (len(reminders(bot, 2)) - before)
    assert moments == ["03 Feb", "05 Feb", "08 Feb", "09 Feb", "10 Feb"]
    soon, today, *overdue = reminders(bot, 2)
    assert "Will it be made?" in soon
    assert "is for 5 February" in today
    assert all("was for 5 February" in text and "promise missed 2" in text for text in overdue)


async def test_a_promise_that_was_kept_is_not_asked_about_again() -> None:
    bot = await a_bot_that_promises()
    assert "was kept" in await bot.says("joris", "promise kept 2")
    await bot.until(TUESDAY + 40 * DAY)
    assert reminders(bot, 2) == []
    assert await trail(bot) == [("joris", "promise kept", "2")]


async def test_a_missed_promise_is_told_in_every_team_that_read_it_and_makes_the_next() -> None:
    bot = await a_bot_that_promises()
    await bot.until(TUESDAY + 24 * DAY)
    said = await bot.says("joris", "promise missed 2 The test failed. You hear more by 19 February.")
    assert "Sales and Service" in said
    assert "19 February (promise 3)" in said
    for team in ("sales", "service"):
        (post,) = [text for text in bot.platform.to(f"crm/{team}") if "We did not make it" in text]
        assert post.startswith("Sandra de Wit promised for 5 February: “How fast it works on a phone")
        assert post.endswith("The test failed. You hear more by 19 February.\n\nJoris Hendriks")
    _, second, third = await promises(bot)
    assert second.state is PromiseState.MISSED
    assert (third.text, third.made_by, third.audiences) == (
        "You hear more by 19 February.", "joris", ("sales", "service"),
    )  # fmt: skip
    assert "was settled already" in await bot.says("joris", "promise missed 2 By 26 February.")
    await bot.until(TUESDAY + 60 * DAY)
    assert len(reminders(bot, 3)) == 5
    assert sum("We did not make it" in text for text in bot.platform.to("crm/sales")) == 1


async def test_without_a_new_date_nothing_is_posted() -> None:
    bot = await a_bot_that_promises()
    for words, mend in (
        ("", "what happens now"),
        ("The test failed.", "a new date too"),
        ("By 4 January.", "date too"),
    ):
        assert mend in await bot.says("joris", f"promise missed 2 {words}")
    assert [one.state for one in await promises(bot)] == [PromiseState.OPEN, PromiseState.OPEN]
    assert len(bot.platform.to("crm/sales")) == 1


async def test_what_was_no_promise_is_dropped_and_nobody_else_may() -> None:
    bot = await a_bot_that_promises()
    assert "Only Joris Hendriks" in await bot.says("karim", "promise drop 1 no promise")
    assert "Put the reason" in await bot.says("joris", "belofte vervalt 1")
    assert "I will not ask" in await bot.says("joris", "belofte vervalt 1 omdat het een besluit is")
    assert (await promises(bot))[0].because == "het een besluit is"
    assert await trail(bot) == [("joris", "promise dropped", "1")]
    listed = await bot.says("joris", "promises")
    assert "Promise 2, for 5 February" in listed
    assert "Promise 1" not in listed
    assert "Made: 1. Kept: 0. Not made: 0." in listed


async def test_the_answer_to_a_question_promises_to_the_one_who_asked_alone() -> None:
    bot = await a_bot_that_promises()
    await bot.says("anna", "question does it work offline?", audience="sales")
    await bot.says("joris", "answer 1 Anna, I will know on 22 January.")
    assert [(one.question, one.text, str(one.day)) for one in await promises(bot)][2:] == [("1", "", "2027-01-22")]
    await bot.until(TUESDAY + 10 * DAY)
    assert any("the answer to question 1" in text for text in reminders(bot, 3))
    posts = len(bot.platform.to("crm/sales"))
    assert "Only the person who asked" in await bot.says(
        "joris", "promise missed 3 The supplier is ill. On 29 January."
    )
    assert bot.platform.to("room:anna")[-1].endswith("The supplier is ill. On 29 January.")
    assert len(bot.platform.to("crm/sales")) == posts
    async with bot.ctx.store.transaction() as tx:
        book = await tx.get(PROMISES, "crm")
    assert "Anna" not in repr(book)
    assert "supplier" not in repr(book)


async def test_forgetting_somebody_leaves_the_promise_and_nothing_of_them() -> None:
    bot = await a_bot_that_promises()
    await bot.says("anna", "question does it work offline?", audience="sales")
    await bot.says("joris", "answer 1 I will know on 22 January.")
    assert "romise" not in await bot.says("anna", "my data")
    await bot.says("anna", "forget me")
    assert len(await promises(bot)) == 3
    assert "new date" in await bot.says("joris", "promise missed 3 On 29 January.")
    assert "anna" not in repr(await promises(bot))


WISHES = {"postcode": a_wish(title="Search by postcode")}  # planned for Friday 29 January
TIP = a_post(for_audiences=("sales", "service"))


async def a_bot_with_a_wish() -> RunningBot:
    bot = await a_running_bot(a_campaign(audiences=TEAMS, posts=(TIP,), wishes=WISHES))
    await bot.until(TUESDAY)
    return bot


async def test_a_wish_that_is_done_before_its_day_keeps_its_promise_by_itself() -> None:
    bot = await a_bot_with_a_wish()
    assert [(one.wish, str(one.day)) for one in await promises(bot)] == [("postcode", "2027-01-29")]
    await bot.until(TUESDAY + 15 * DAY)
    assert "wish done postcode" in bot.platform.to("room:joris")[-1]
    await bot.says("joris", "wish done postcode")
    assert [one.state for one in await promises(bot)] == [PromiseState.KEPT]
    assert await trail(bot) == [("joris", "promise kept", "1")]


async def test_a_wish_that_is_put_off_is_told_to_who_asked_with_the_reason() -> None:
    bot = await a_bot_with_a_wish()
    assert "wish later postcode" in await bot.says("joris", "promise missed 1 By 19 March.")
    await bot.says("joris", "wish later postcode the supplier has no time")
    (post,) = [text for text in bot.platform.to("crm/sales") if "Search by postcode" in text]
    assert "29 January. We did not make it" in post
    assert "the supplier has no time" in post
    assert not any("postcode" in text for text in bot.platform.to("crm/service"))
    assert [one.state for one in await promises(bot)] == [PromiseState.MISSED]


async def test_a_wish_that_gets_a_later_day_is_told_with_that_day() -> None:
    bot = await a_bot_with_a_wish()
    await bot.says("joris", "wish planned postcode 12 March")
    (post,) = [text for text in bot.platform.to("crm/sales") if "Search by postcode" in text]
    assert "The new date is 12 March." in post
    bot.restart()
    await bot.until(TUESDAY + DAY)
    assert [(str(one.day), one.state) for one in await promises(bot)] == [
        ("2027-01-29", PromiseState.MISSED), ("2027-03-12", PromiseState.OPEN),
    ]  # fmt: skip


async def test_a_crash_between_sending_and_writing_down_loses_neither() -> None:
    """The promise is written in the transaction that records the sending: whoever sees the one sees the other."""
    bot = await a_bot_that_promises()
    async with bot.ctx.store.transaction() as tx:
        sent = [item for _, item in await tx.find(DELIVERIES, campaign="crm", state=State.SENT) if item.occurrence]
    assert len(sent) == 2
    await bot.down_until(TUESDAY + DAY)
    assert len(await promises(bot)) == 2


async def test_every_wish_by_chat_is_answered_within_five_working_days_or_the_owner_hears_it() -> None:
    """C6, and what the report says of it."""
    bot = await a_bot_with_a_wish()
    await bot.says("anna", "wish a dark screen", audience="sales")
    await bot.says("bo", "wish fewer clicks", audience="sales")
    await bot.says("joris", "wish later 1 not this year")
    assert "answered within five working days: 1 of 1." in await bot.says("joris", "report")
    await bot.until(TUESDAY + 7 * DAY)  # five working days
    warned = [text for text in bot.platform.to("room:joris") if "waits for an answer" in text]
    assert ["fewer clicks" in text for text in warned] == [True]
    await bot.says("joris", "wish planned 2 12 March")
    report = await bot.says("joris", "report")
    assert "answered within five working days: 2 of 2." in report
    assert "Promises: 2 made, 0 kept, 0 not made." in report
