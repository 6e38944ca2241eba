"""A wish gets a number and a date by which it is answered. The owner hears the wish, and not whose it is."""

from bot.answers import said
from bot.inbound import MakeWish
from bot.notices import tell_owner
from bot.platforms.base import Answer
from bot.turn import Turn
from bot.which_audience import audience_of
from campaigns.calendar import WorkCalendar
from campaigns.model import Campaign
from campaigns.texts.say import say
from campaigns.wishes import WishBook, WishOutcome, WishRecord, make_wish
from campaigns.wording import readable, written_day
from storage.tables import WISHES

WORKING_DAYS_TO_ANSWER = 5


async def handle(turn: Turn, campaign: Campaign, inbound: MakeWish) -> Answer:
    team = await audience_of(turn.tx, campaign, turn.origin)
    if team is None:
        return said(campaign.language, "wish_which_team")
    book = await turn.tx.get(WISHES, campaign.id) or WishBook(campaign.id)
    after, made = make_wish(
        book,
        person=turn.origin.person.id,
        audience=team,
        text=inbound.text,
        now=turn.now,
        answer_by=WorkCalendar.of(campaign).after_working_days(turn.now, WORKING_DAYS_TO_ANSWER),
    )
    if made.outcome is WishOutcome.RECEIVED and made.wish is not None:
        await turn.tx.put(WISHES, campaign.id, after)
        await _tell_owner(turn, campaign, made.wish)
    return _answer(campaign, made.outcome, made.wish)


def _answer(campaign: Campaign, outcome: WishOutcome, wish: WishRecord | None) -> Answer:
    day = written_day(campaign.language, campaign.local(wish.answer_by).date()) if wish and wish.answer_by else ""
    owner = campaign.people[campaign.owner].name
    return said(campaign.language, f"wish_{outcome}", id=wish.id if wish else "", day=day, owner=owner)


async def _tell_owner(turn: Turn, campaign: Campaign, wish: WishRecord) -> None:
    day = written_day(campaign.language, campaign.local(wish.answer_by).date()) if wish.answer_by else ""
    sentence = say(campaign.language, "owner_wish", id=wish.id, team=readable(wish.audience), title=wish.title, day=day)
    await tell_owner(turn.ctx, turn.tx, campaign, sentence=sentence, key=f"wish/{wish.id}", now=turn.now)
