"""What would break: a watcher that hears half of what happened, or in another order than it happened."""

from datetime import UTC, datetime

from bot.context import Event
from tests.builders import a_campaign
from tests.fakes import a_context

NOW = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)


def test_every_watcher_hears_everything_in_the_order_in_which_it_happened() -> None:
    ctx = a_context([a_campaign()], now=NOW)
    first: list[Event] = []
    second: list[Event] = []
    ctx.watchers[:] = [first.append, second.append]
    happened = [Event(NOW, what, "crm", post="tip-1") for what in ("asked", "approved", "sent")]
    for event in happened:
        ctx.tell(event)
    assert first == second == happened


def test_without_watchers_telling_is_quiet() -> None:
    ctx = a_context([a_campaign()], now=NOW)
    ctx.watchers.clear()
    ctx.tell(Event(NOW, "sent", "crm"))
