"""What is posted today, and which posts still miss a yes or a text."""

from collections.abc import Iterable

from bot.answers import answer
from bot.inbound import Today
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.approval import Decision
from campaigns.delivery import OPEN, Delivery
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.texts.say import say
from campaigns.wording import readable, written_list, written_moment
from storage.tables import DELIVERIES

_MISSING = frozenset({Decision.ASKED, Decision.CHANGE_ASKED})


async def handle(turn: Turn, campaign: Campaign, inbound: Today) -> Answer:
    posts = [
        delivery
        for _, delivery in await turn.tx.find(DELIVERIES, campaign=campaign.id)
        if delivery.occurrence is not None
    ]
    today = campaign.local(turn.now).date()
    due = [item for item in posts if campaign.local(item.due).date() == today]
    missing = [item for item in posts if _misses_a_yes(item)]
    parts = [*_lines(campaign, due, "today"), *_lines(campaign, missing, "missing")]
    return answer(campaign.language, "\n".join(parts))


def _misses_a_yes(delivery: Delivery) -> bool:
    is_open = delivery.state in OPEN
    return is_open and delivery.approval is not None and delivery.approval.decision in _MISSING


def _lines(campaign: Campaign, deliveries: Iterable[Delivery], what: str) -> list[str]:
    """One line per post and moment, with its audiences."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for delivery in sorted(deliveries, key=lambda item: (item.due, item.key)):
        if delivery.occurrence is not None:
            words = _words(campaign, delivery, delivery.occurrence)
            groups.setdefault(words, []).append(readable(delivery.occurrence.audience))
    language = campaign.language
    if not groups:
        return [say(language, f"{what}_none")]
    return [
        say(language, f"{what}_heading"),
        *(
            say(language, f"{what}_line", post=post, moment=moment, state=state, name=name,
                audiences=written_list(language, audiences))
            for (post, moment, state, name), audiences in groups.items()
        ),
    ]  # fmt: skip


def _words(campaign: Campaign, delivery: Delivery, occurrence: Occurrence) -> tuple[str, str, str, str]:
    moment = written_moment(campaign.language, occurrence.wall)
    state = say(campaign.language, f"state_{delivery.state}")
    if delivery.rule:
        state = say(campaign.language, "state_by_rule", state=state, rule=delivery.rule, detail=delivery.detail)
    approver = campaign.people.get(occurrence.approver)
    return occurrence.post, moment, state, approver.name if approver else occurrence.approver
