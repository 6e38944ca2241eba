"""One private reminder, of the post it was asked about or of the closing of the seats; only for the one who asks."""

from bot.answers import said
from bot.inbound import RemindMe
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.calendar import WorkCalendar
from campaigns.delivery import Delivery, State
from campaigns.message import without_names
from campaigns.model import Campaign
from campaigns.reminders import BadReminder, Reminder, names_no_moment, reminder_moment
from campaigns.texts.say import say
from campaigns.wording import written_moment
from storage.tables import DELIVERIES, REMINDERS, SEATS

LONGEST_QUOTE = 200


async def handle(turn: Turn, campaign: Campaign, inbound: RemindMe) -> Answer:
    book = await turn.tx.get(SEATS, campaign.id)
    closes = book.closes if book and book.closed_at is None else None
    calendar = WorkCalendar.of(campaign)
    due = reminder_moment(inbound.moment, now=turn.now, calendar=calendar, closes=closes)
    if isinstance(due, BadReminder):
        return said(campaign.language, f"remind_{due.problem}", text=due.text)
    post = await _post(turn)
    reminder = Reminder(
        turn.origin.person.id,
        campaign.id,
        about=post.key if post else "",
        due=due,
        text=_of_post(campaign, post) if post else _of_campaign(campaign, has_seats=closes is not None),
        made_at=turn.now,
        before_closing=names_no_moment(inbound.moment),
    )
    await turn.tx.put(REMINDERS, reminder.key, reminder)
    return said(campaign.language, "remind_set", moment=written_moment(campaign.language, campaign.local(due)))


async def _post(turn: Turn) -> Delivery | None:
    """The post that was answered or pressed on, when it is one that people can see."""
    delivery = await turn.tx.get(DELIVERIES, turn.origin.about) if turn.origin.about else None
    is_seen = delivery is not None and delivery.occurrence is not None and delivery.state is State.SENT
    return delivery if is_seen else None


def _of_post(campaign: Campaign, post: Delivery) -> str:
    words = " ".join(without_names(post.message).text.split()) if post.message else ""
    quote = words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1].rstrip() + "…"
    return say(campaign.language, "remind_of_post", text=quote)


def _of_campaign(campaign: Campaign, *, has_seats: bool) -> str:
    """How things stand with the seats is said when the reminder comes."""
    if has_seats and campaign.seats is not None:
        return say(campaign.language, "remind_of_seats", group=campaign.seats.name)
    return say(campaign.language, "remind_of_campaign", campaign=campaign.campaign)
