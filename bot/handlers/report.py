"""The report in one paragraph: true numbers only, and nothing of a group that is too small to hide in."""

from bot.answers import answer
from bot.campaign_state import state_of
from bot.inbound import Report
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.calendar import WorkCalendar
from campaigns.delivery import SETTLED, Delivery, State
from campaigns.forgotten_wishes import answered_in_time
from campaigns.model import Campaign
from campaigns.promises import PromiseBook, PromiseState
from campaigns.pulse import HiddenBecause, PulseCount, PulseResult, results
from campaigns.report import goal_now, posts_sent
from campaigns.texts.say import say
from campaigns.wishes import WishBook
from storage.tables import DELIVERIES, PROMISES, PULSES, SEATS, WISHES


async def handle(turn: Turn, campaign: Campaign, inbound: Report) -> Answer:
    deliveries = [delivery for _, delivery in await turn.tx.find(DELIVERIES, campaign=campaign.id)]
    sentences = [
        await _posts(turn, campaign, deliveries),
        await _wishes(turn, campaign),
        await _promises(turn, campaign),
        await _seats(turn, campaign),
        _goal(turn, campaign),
        await _pulse(turn, campaign, deliveries),
    ]
    return answer(campaign.language, " ".join(sentence for sentence in sentences if sentence))


async def _posts(turn: Turn, campaign: Campaign, deliveries: list[Delivery]) -> str:
    """A post that went to several audiences at one moment counts once. Of a campaign that was archived before its posts
    were counted nothing is said."""
    state = await state_of(turn, campaign)
    sent = {**state.posts_sent, **posts_sent(deliveries)}
    if state.ended_at is not None and not sent:
        return ""
    held = {item.occurrence.at_once for item in deliveries if item.occurrence and item.state is State.HELD}
    return say(
        campaign.language,
        "report_posts",
        weeks=_week(turn, campaign),
        sent=len(sent),
        held=len(held),
        gives=sum(weight for weight in sent.values() if weight > 0),
        asks=-sum(weight for weight in sent.values() if weight < 0),
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
    found = goal_now(campaign, turn.ctx.read_measurements(campaign), week=_week(turn, campaign))
    if found is None or campaign.goal.target is None:
        return ""
    return say(
        campaign.language, "report_goal", count=found.count, total=found.total, target=f"{campaign.goal.target:.0%}"
    )


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
