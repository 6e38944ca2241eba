"""What would break: a rehearsal that begins after the first card, ends before the last post, or starts over."""

from datetime import UTC, datetime, timedelta

from bot.rehearsal.timeline import AFTERMATH, LEAD, beginning, begins_at, ends_at, save_clock, saved_clock
from campaigns.plan import plan
from campaigns.script import ScriptLine
from storage.memory_store import MemoryStore
from storage.tables import ALL_TABLES
from tests.builders import a_campaign

EARLY, LATE = datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 12, 1, tzinfo=UTC)


def said(at: datetime) -> ScriptLine:
    return ScriptLine(1, at, "says", "help", who="anna")


def test_it_spans_everything_that_is_asked_posted_or_in_the_script() -> None:
    [occurrence] = plan([a_campaign()]).occurrences
    assert begins_at(a_campaign()) == occurrence.ask_at - LEAD
    assert ends_at(a_campaign()) == occurrence.late_after + AFTERMATH
    assert begins_at(a_campaign(), [said(EARLY), said(LATE)]) == EARLY - LEAD
    assert ends_at(a_campaign(), [said(EARLY), said(LATE)]) == LATE + AFTERMATH
    assert timedelta(0) < LEAD < AFTERMATH


async def test_where_it_was_is_remembered() -> None:
    store = MemoryStore(ALL_TABLES)
    assert await saved_clock(store) is None
    await save_clock(store, LATE)
    assert await saved_clock(store) == LATE


async def test_it_begins_at_the_beginning_and_then_goes_on() -> None:
    store, campaign = MemoryStore(ALL_TABLES), a_campaign()
    first = await beginning(store, campaign)
    assert (first.at, first.goes_on, first.is_over) == (begins_at(campaign), False, False)
    later = begins_at(campaign) + timedelta(hours=5)
    await save_clock(store, later)
    going_on = await beginning(store, campaign)
    assert (going_on.at, going_on.goes_on, going_on.is_over) == (later, True, False)


async def test_after_the_last_post_it_says_that_it_is_over() -> None:
    store, campaign = MemoryStore(ALL_TABLES), a_campaign()
    await save_clock(store, LATE)
    assert (await beginning(store, campaign)).is_over


async def test_a_campaign_that_was_put_off_does_not_make_anybody_wait_for_its_new_start() -> None:
    store, campaign = MemoryStore(ALL_TABLES), a_campaign()
    await save_clock(store, EARLY)
    assert (await beginning(store, campaign)).at == begins_at(campaign)
