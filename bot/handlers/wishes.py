"""The public list of wishes: done, planned with their day, and not now with the reason. Never who sent one."""

from bot.answers import answer
from bot.inbound import ShowWishes
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.model import Campaign
from campaigns.texts.say import say
from campaigns.wishes import WishBook, WishRecord, WishState
from campaigns.wording import promised_day
from storage.tables import WISHES


async def handle(turn: Turn, campaign: Campaign, inbound: ShowWishes) -> Answer:
    book = await turn.tx.get(WISHES, campaign.id) or WishBook(campaign.id)
    language = campaign.language
    lines = [
        _line(campaign, wish)
        for state in (WishState.DONE, WishState.PLANNED, WishState.LATER)
        for wish in book.in_state(state)
    ]
    waiting = len(book.in_state(WishState.RECEIVED))
    if waiting:
        lines.append(say(language, "wishes_waiting_one" if waiting == 1 else "wishes_waiting", count=waiting))
    if not lines:
        lines.append(say(language, "wishes_none"))
    return answer(language, "\n".join([*lines, say(language, "wishes_send_one")]))


def _line(campaign: Campaign, wish: WishRecord) -> str:
    day = promised_day(campaign, wish.planned_for) if wish.planned_for else ""
    key = "wishes_planned_some_day" if wish.state is WishState.PLANNED and not day else f"wishes_{wish.state}"
    return say(campaign.language, key, id=wish.id, title=wish.title, day=day, because=wish.because)
