"""What would break: a reminder that comes twice or never, or a wish that slips in silence."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.jobs.due import LOOK_AGAIN
from bot.jobs.promises import PromisesJob
from campaigns.promises import PromiseState
from campaigns.wishes import WishBook, merge_file_wishes, wish_done
from storage.tables import AUDIT, CAMPAIGNS, DELIVERIES, PROMISES, WISHES
from tests.bot.conversation import JORIS, Conversation, a_conversation
from tests.bot.promised import FRIDAY, a_promise
from tests.builders import a_wish

WISHES_OF_THE_FILE = {"copy": a_wish(title="Copy a number")}


async def wake_of(talk: Conversation) -> datetime:
    wake = (await talk.all(PROMISES))["crm"].wake
    assert wake is not None
    return wake


async def a_planned_wish() -> Conversation:
    talk = await a_conversation()
    campaign = talk.ctx.campaigns["crm"].model_copy(update={"wishes": WISHES_OF_THE_FILE})
    talk.ctx.campaigns["crm"] = campaign
    await talk.put(WISHES, "crm", merge_file_wishes(WishBook("crm"), campaign, {"copy": FRIDAY}))
    return talk


async def test_each_reminder_comes_once_also_after_a_restart() -> None:
    talk = await a_promise()
    now = await wake_of(talk)
    await PromisesJob()(talk.ctx, now - timedelta(seconds=1))
    assert await talk.notices(JORIS) == []
    for _ in range(3):
        await PromisesJob()(talk.ctx, now)
    (text,) = await talk.notices(JORIS)
    assert text.startswith("Promise 1, for 12 February: “You hear it by 12 February.” (Sandra de Wit). Will it")


async def test_while_the_file_is_away_nobody_is_told_and_it_is_looked_at_again() -> None:
    talk = await a_promise()
    campaign, now = talk.ctx.campaigns.pop("crm"), await wake_of(talk)
    await PromisesJob()(talk.ctx, now)
    assert await talk.all(DELIVERIES) == {}
    assert await wake_of(talk) == now + LOOK_AGAIN
    talk.ctx.campaigns["crm"] = campaign
    await PromisesJob()(talk.ctx, now + LOOK_AGAIN)
    assert len(await talk.notices(JORIS)) == 1


async def test_a_wish_is_reminded_of_in_words_that_settle_it() -> None:
    talk = await a_planned_wish()
    job = PromisesJob()
    await job(talk.ctx, talk.clock.now())
    await job(talk.ctx, await wake_of(talk))
    (text,) = await talk.notices(JORIS)
    assert text.startswith("Wish copy is promised for 12 February (promise 1).")
    assert "wish done copy" in text


async def test_wishes_are_followed_when_they_change_and_after_a_restart_nothing_is_done_twice() -> None:
    talk = await a_planned_wish()
    job, now = PromisesJob(), talk.clock.now()
    await job(talk.ctx, now)
    await PromisesJob()(talk.ctx, now)
    wishes = (await talk.all(WISHES))["crm"]
    await talk.put(WISHES, "crm", wish_done(wishes, wish="copy", now=now)[0])
    await job(talk.ctx, now)
    await PromisesJob()(talk.ctx, now)
    assert [one.state for one in (await talk.all(PROMISES))["crm"].promises.values()] == [PromiseState.KEPT]
    assert [entry.detail for entry in (await talk.all(AUDIT)).values()] == ["wish/copy"]


async def test_what_could_not_be_stored_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A transaction that fails must not leave the job thinking that it has seen the wishes."""
    talk = await a_planned_wish()
    job, now = PromisesJob(), talk.clock.now()

    async def torn(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr("bot.jobs.promises._follow", torn)
        with pytest.raises(ExceptionGroup) as told:
            await job(talk.ctx, now)
        assert [str(fault) for fault in told.value.exceptions] == ["disk full"]
    await job(talk.ctx, now)
    assert (await talk.all(PROMISES))["crm"].made == 1


async def test_a_campaign_that_has_ended_or_never_began_promises_nothing() -> None:
    talk = await a_planned_wish()
    state = (await talk.all(CAMPAIGNS))["crm"]
    await talk.put(CAMPAIGNS, "crm", replace(state, ended_at=talk.clock.now()))
    await PromisesJob()(talk.ctx, talk.clock.now())
    assert await talk.all(PROMISES) == {}
