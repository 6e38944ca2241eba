"""The report in one paragraph: true numbers only, and nothing of a group that is too small to hide in."""

from collections import defaultdict

from bot.answers import answer
from bot.inbound import Report
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.calendar import WorkCalendar
from campaigns.delivery import SETTLED, Delivery, State
from campaigns.forgotten_wishes import answered_in_time
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.promises import PromiseBook, PromiseState
from campaigns.pulse import HiddenBecause, PulseCount, PulseResult, results
from campaigns.texts.say import say
from campaigns.wishes import WishBook
from storage.tables import DELIVERIES, PROMISES, PULSES, SEATS, WISHES


async def handle(turn: Turn, campaign: Campaign, inbound: Report) -> Answer:
    deliveries = [delivery for _, delivery in await turn.tx.find(DELIVERIES, campaign=campaign.id)]
    sentences = [
        _posts(turn, campaign, deliveries),
        await _wishes(turn, campaign),
        await _promises(turn, campaign),
        await _seats(turn, campaign),
        _goal(turn, campaign),
        await _pulse(turn, campaign, deliveries),
    ]
    return answer(campaign.language, " ".join(sentence for sentence in sentences if sentence))


def _posts(turn: Turn, campaign: Campaign, deliveries: list[Delivery]) -> str:
    """A post that went to several audiences at one moment counts once."""
    once: dict[State, dict[object, Occurrence]] = defaultdict(dict)
    for delivery in deliveries:
        if delivery.occurrence is not None:
            item = delivery.occurrence
            once[delivery.state][item.post, item.series, item.wish, item.wall] = item
    sent = once[State.SENT].values()
    return say(
        campaign.language,
        "report_posts",
        weeks=_week(turn, campaign),
        sent=len(sent),
        held=len(once[State.HELD]),
        gives=sum(item.weight for item in sent if item.weight > 0),
        asks=-sum(item.weight for item in sent if item.weight < 0),
    )


def _week(turn: Turn, campaign: Campaign) -> int:
    week = WorkCalendar.of(campaign).week_of(campaign.local(turn.now).date())
    return min(max(week, 1), campaign.weeks)


async def _wishes(turn: Turn, campaign: Campaign) -> str:
    book = await turn.tx.get(WISHES, campaign.id) or WishBook(campaign.id)
    sentences = [say(campaign.language, "report_wishes", done=book.done, total=book.total)] if book.total else []
    count, total = answered_in_time(book, now=turn.now)
    if total:
        sentences.append(say(campaign.language, "report_wishes_in_time", count=count, total=total))
    return " ".join(sentences)


async def _promises(turn: Turn, campaign: Campaign) -> str:
    book = await turn.tx.get(PROMISES, campaign.id) or PromiseBook(campaign.id)
    kept, missed = (len(book.in_state(state)) for state in (PromiseState.KEPT, PromiseState.MISSED))
    return say(campaign.language, "report_promises", made=book.made, kept=kept, missed=missed) if book.made else ""


async def _seats(turn: Turn, campaign: Campaign) -> str:
    book = await turn.tx.get(SEATS, campaign.id)
    if book is None or campaign.seats is None:
        return ""
    return say(campaign.language, "report_seats", group=campaign.seats.name, taken=book.taken, places=book.places)


def _goal(turn: Turn, campaign: Campaign) -> str:
    """The newest numbers of all teams together; teams below the smallest group are left out."""
    measure, target = campaign.goal.measure, campaign.goal.target
    if measure is None or target is None:
        return ""
    measured, week = turn.ctx.read_measurements(campaign), _week(turn, campaign)
    teams = [key for key, audience in campaign.audiences.items() if audience.size >= campaign.rules.minimum_group]
    found = [measured.latest(measure=measure, team=key, week=week) for key in teams]
    rows = [row for row in found if row is not None and row.total >= campaign.rules.minimum_group]
    if not rows:
        return ""
    count, total = sum(row.count for row in rows), sum(row.total for row in rows)
    return say(campaign.language, "report_goal", count=count, total=total, target=f"{target:.0%}")


async def _pulse(turn: Turn, campaign: Campaign, deliveries: list[Delivery]) -> str:
    """The question with the lowest average, over all teams together; never one team, so nothing can be subtracted, and
    so not while it is still to be asked in one of them."""
    still_to_come = {one.occurrence.post for one in deliveries if one.occurrence and one.state not in SETTLED}
    together: dict[str, PulseCount] = {}
    for _, count in await turn.tx.find(PULSES, campaign=campaign.id):
        together[count.post] = _added(together.get(count.post), count)
    shown = {
        count.question: found
        for count in together.values()
        if count.post not in still_to_come
        and not isinstance(found := results(count, campaign.rules.minimum_group), HiddenBecause)
    }
    if not shown:
        return ""
    question = min(shown, key=lambda text: (shown[text].average, text))
    return _lowest(campaign, question, shown[question])


def _added(before: PulseCount | None, count: PulseCount) -> PulseCount:
    if before is None:
        return count
    one, two, three, four, five = (a + b for a, b in zip(before.counts, count.counts, strict=True))
    return PulseCount(
        count.campaign, count.post, "", count.question, min(before.opened_at, count.opened_at),
        (one, two, three, four, five), before.closed and count.closed,
    )  # fmt: skip


def _lowest(campaign: Campaign, question: str, found: PulseResult) -> str:
    average = f"{found.average:.1f}"
    shown = average.replace(".", ",") if campaign.language == "nl" else average
    return say(campaign.language, "report_pulse", question=question, average=shown, answered=found.answered)
