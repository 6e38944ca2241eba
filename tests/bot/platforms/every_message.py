"""Every shape of message that people see in Teams, made of the shipped campaigns by the code that really makes it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from bot.cli.preview_messages import previews
from bot.commands import read_command
from bot.hear import hear
from bot.inbound import Person
from bot.trouble import ask_owner_to_settle, tell_owner_of_trouble
from campaigns.approval import Approval, Decision
from campaigns.approval_text import answered_sentence, card_answered, compose_approval, compose_briefing
from campaigns.compose import compose
from campaigns.delivery import Delivery, HoldReason, State
from campaigns.facts import facts_for
from campaigns.measurements import Measurements
from campaigns.message import Image, Message, Part
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.parse import read_campaign
from campaigns.plan import plan
from campaigns.texts.say import say
from campaigns.wishes import WishBook
from campaigns.words import Language
from storage.tables import DELIVERIES, SEATS
from tests.bot.conversation import OPEN, Conversation, a_conversation, a_sent_post
from tests.some_images import PNG

LIBRARY: Final = Path(__file__).parents[3] / "campaigns" / "library"
SHIPPED: Final[dict[Language, str]] = {"en": "one-customer-view.yaml", "nl": "een-klantbeeld.yaml"}
ANNA, BILAL, CHIARA = (Person(f"room:{name.lower()}", name) for name in ("Anna", "Bilal", "Chiara"))
DAAN, EMINE = (Person(f"room:{name.lower()}", name) for name in ("Daan", "Emine"))
CARD: Final = "notice/card"
WORDS: Final[dict[Language, dict[str, str]]] = {
    "en": {
        "promised for": "5 March",
        "promise": "From 5 March on [everybody](https://example.com) has it.",
        "now": "- It comes on 19 March.\n- **Sorry** for that.",
        "help": "help",
        "report": "report",
        "today": "today",
        "first wish": "wish search by postcode in *bold* and {{DATE(2027-02-14T06:00:00Z, SHORT)}}",
        "second wish": "wish a bigger [font](https://example.com)",
        "wishes": "wishes",
        "judge": "wish later 2 It takes two weeks of work.",
    },
    "nl": {
        "promised for": "5 maart",
        "promise": "Vanaf 5 maart heeft [iedereen](https://voorbeeld.nl) het.",
        "now": "- Het komt op 19 maart.\n- **Sorry** daarvoor.",
        "help": "help",
        "report": "rapport",
        "today": "vandaag",
        "first wish": "wens zoeken op postcode in *vet* en {{DATE(2027-02-14T06:00:00Z, SHORT)}}",
        "second wish": "wens een groter [lettertype](https://voorbeeld.nl)",
        "wishes": "wensen",
        "judge": "wens later 2 Het kost twee weken werk.",
    },
}


@dataclass(frozen=True)
class Shown:
    """What everybody sees, and what only the one who pressed sees above it."""

    message: Message
    private: Message | None = None


async def every_message(language: Language) -> dict[str, Shown]:
    """By a name that says what it is."""
    campaign = the_campaign(language)
    talk = await a_conversation(campaign)
    return {
        **{f"post-{message.kind}": Shown(message) for message in _posts(campaign)},
        "post-image": Shown(_with_image(campaign)),
        "post-not_made": Shown(_not_made(campaign)),
        **await _about_seats(talk, campaign),
        **_about_approval(campaign),
        **await _to_the_owner(talk, campaign),
        **await _answers(talk, campaign),
    }


def the_campaign(language: Language) -> Campaign:
    name = SHIPPED[language]
    return read_campaign((LIBRARY / name).read_bytes(), name)


def _posts(campaign: Campaign) -> Iterator[Message]:
    """The first of each kind, with live numbers as their range."""
    seen: set[str] = set()
    for occurrence in plan([campaign]).occurrences:
        if occurrence.kind not in seen:
            seen.add(occurrence.kind)
            yield next(previews(campaign, [occurrence])).message


def _with_image(campaign: Campaign) -> Message:
    """A tip with the smallest image that there is."""
    tip = next(message for message in _posts(campaign) if message.kind == "tip")
    alt = "De ster naast een klant." if campaign.language == "nl" else "The star beside a customer."
    return replace(tip, image=Image("star.png", alt, sha256(PNG).hexdigest()))


def images(mark: str) -> bytes | None:
    """What the shapes here show."""
    return PNG if mark == sha256(PNG).hexdigest() else None


def _not_made(campaign: Campaign) -> Message:
    words = WORDS[campaign.language]
    text = say(
        campaign.language,
        "not_made_post",
        name=campaign.people["sandra"].name,
        day=words["promised for"],
        text=words["promise"],
        said=words["now"],
        owner=campaign.people[campaign.owner].name,
    )
    return Message(campaign.language, "not_made", (Part(text),), about=f"{campaign.id}/not_made.8/sales")


def _first(campaign: Campaign, kind: str, *, is_briefing: bool = False) -> Occurrence:
    return next(
        occurrence
        for occurrence in plan([campaign]).occurrences
        if occurrence.kind == kind and (campaign.post(occurrence.post).briefing is not None) == is_briefing
    )


async def _about_seats(talk: Conversation, campaign: Campaign) -> dict[str, Shown]:
    """Three people of three teams fill the seats, and then two more come."""
    teams, found = list(campaign.audiences), {}
    found["call-free"] = Shown(await _call(talk, campaign))
    receipt = await _said(talk, ANNA, "join", teams[0])
    found["receipt"] = Shown(receipt)
    found["call-receipt-private"] = Shown(await _call(talk, campaign), receipt)
    found["call-team-full-private"] = Shown(await _call(talk, campaign), await _said(talk, BILAL, "join", teams[0]))
    await _said(talk, CHIARA, "join", teams[1])
    await _said(talk, DAAN, "join", teams[2])
    full = await _call(talk, campaign)
    found["call-full"] = Shown(full)
    found["call-reserve-private"] = Shown(full, await _said(talk, EMINE, "join", teams[1]))
    return found


async def _call(talk: Conversation, campaign: Campaign) -> Message:
    occurrence, books = _first(campaign, "call"), await talk.all(SEATS)
    facts = facts_for(
        campaign,
        occurrence,
        seats=books[campaign.id],
        wishes=WishBook(campaign.id),
        measurements=Measurements(),
        now=OPEN,
    )
    message = compose(campaign, occurrence, facts)
    assert isinstance(message, Message)
    return message


def _about_approval(campaign: Campaign) -> dict[str, Shown]:
    management, pulse = _first(campaign, "management"), _first(campaign, "pulse")
    benefits = [one for one in plan([campaign]).occurrences if one.kind == "benefit"]
    briefing = _first(campaign, "management", is_briefing=True)
    facts = facts_for(
        campaign, briefing, seats=None, wishes=WishBook(campaign.id), measurements=Measurements(), now=OPEN
    )
    asked = compose_approval(campaign, [management], CARD)
    approval = Approval("hash", "sandra", CARD, Decision.CHANGE_ASKED, OPEN, OPEN, because="*31* → 32?")
    return {
        "approval": Shown(asked),
        "approval-pulse": Shown(compose_approval(campaign, [pulse], CARD)),
        "approval-audiences": Shown(compose_approval(campaign, benefits, CARD)),
        "approval-answered": Shown(card_answered(asked, answered_sentence(campaign, approval))),
        "briefing": Shown(compose_briefing(campaign, [briefing], facts, CARD)),
    }


async def _to_the_owner(talk: Conversation, campaign: Campaign) -> dict[str, Shown]:
    """What the outbox holds for the owner after a post was held, and after one of which nobody knows if it is there."""
    occurrence = _first(campaign, "call")
    late = Delivery(occurrence.key, campaign.id, OPEN, OPEN, occurrence=occurrence)
    held = replace(late, state=State.HELD, reason=HoldReason.NO_FACTS.value, rule="S2", detail="{{ 3 }} ≠ 4")
    unsure = replace(late, state=State.UNCERTAIN, attempts=1)
    async with talk.ctx.store.transaction() as tx:
        await tell_owner_of_trouble(talk.ctx, tx, held, OPEN)
        await ask_owner_to_settle(talk.ctx, tx, unsure, OPEN)
    waiting = [item.message for item in (await talk.all(DELIVERIES)).values() if item.person and item.message]
    return {"settle" if message.buttons else "trouble": Shown(message) for message in waiting}


async def _answers(talk: Conversation, campaign: Campaign) -> dict[str, Shown]:
    """What a word is answered with, in a private chat."""
    owner = campaign.people[campaign.owner]
    joris, team, words = (
        Person("room:joris", owner.name, owner.chat),
        next(iter(campaign.audiences)),
        WORDS[campaign.language],
    )
    found = {"wish-answer": Shown(await _said(talk, ANNA, words["first wish"], team))}
    await _said(talk, BILAL, words["second wish"], team)
    await _said(talk, joris, words["judge"])
    found["wishes-answer"] = Shown(await _said(talk, ANNA, words["wishes"], team))
    await a_sent_post(talk, post="tip-1", audience=team, days_ago=0)
    for name in ("help", "report", "today"):
        found[f"{name}-answer"] = Shown(await _said(talk, joris, words[name]))
    return found


async def _said(talk: Conversation, who: Person, text: str, channel: str | None = None) -> Message:
    answer = await hear(talk.ctx, read_command(text, talk.origin(who, channel)))
    assert answer is not None
    return answer.message
