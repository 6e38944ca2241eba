"""What every sentence about a promise may name: its number, its day, its words and who made it."""

from campaigns.model import Campaign
from campaigns.promises import Promise
from campaigns.texts.say import say
from campaigns.wording import promised_day


def promise_words(campaign: Campaign, promise: Promise) -> dict[str, str]:
    maker = campaign.people.get(promise.made_by)
    return {
        "number": str(promise.number),
        "day": promised_day(campaign, promise.day),
        "words": _words(campaign, promise),
        "name": maker.name if maker is not None else promise.made_by,
        "id": promise.wish,
    }


def _words(campaign: Campaign, promise: Promise) -> str:
    if promise.text:
        return say(campaign.language, "promise_words", text=promise.text)
    sort = "wish" if promise.wish else "question"
    return say(campaign.language, f"promise_words_{sort}", id=promise.wish or promise.question)
