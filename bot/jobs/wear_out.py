"""A day after each post of a series: do people still react (H5)? The owner hears once, as advice."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta

from bot.context import Context
from bot.each import each
from bot.notices import tell_owner
from campaigns.delivery import Delivery, State
from campaigns.model import Campaign, Post
from campaigns.texts.say import say
from campaigns.wear_out import wear_out
from storage.base import Transaction
from storage.tables import CAMPAIGNS, DELIVERIES, REACTIONS

A_DAY = timedelta(days=1)
SHORTEST = 6  # posts: three to compare with, and three in a row


class WearOutJob:
    """Looks when a post of a series is a day old, and otherwise once a day."""

    def __init__(self) -> None:
        self._next_look = datetime.min.replace(tzinfo=UTC)

    async def __call__(self, ctx: Context, now: datetime) -> None:
        if now < self._next_look:
            return
        self._next_look = now + A_DAY
        await each(self._look(ctx, campaign, now) for campaign in ctx.campaigns.values())

    async def _look(self, ctx: Context, campaign: Campaign, now: datetime) -> None:
        async with ctx.store.transaction() as tx:
            state = await tx.get(CAMPAIGNS, campaign.id)
            if state is None or state.ended_at is not None:
                return
            for post in campaign.posts:
                if len(post.texts) >= SHORTEST:
                    self._next_look = min([self._next_look, *await _look_at(ctx, tx, campaign, post, now)])


async def _look_at(ctx: Context, tx: Transaction, campaign: Campaign, post: Post, now: datetime) -> list[datetime]:
    """When the newer posts of this series are a day old."""
    sent = await _sent(tx, campaign, post)
    old = [numbered for numbered in sent if _sent_at(numbered) + A_DAY <= now]
    found = wear_out([sum([await _people(tx, key) for key in keys]) for keys in _comparable(old)])
    if found is not None:
        first, latest = (_shown(campaign, numbers) for numbers in (found.first, found.latest))
        sentence = say(campaign.language, "worn_out", post=post.id, first=first, latest=latest)
        await tell_owner(ctx, tx, campaign, sentence=sentence, key=f"worn-out/{post.id}", now=now)
    return [_sent_at(numbered) + A_DAY for numbered in sent if _sent_at(numbered) + A_DAY > now]


async def _sent(tx: Transaction, campaign: Campaign, post: Post) -> list[dict[str, Delivery]]:
    """Per number of the series, in order, its deliveries by audience."""
    found: defaultdict[int, dict[str, Delivery]] = defaultdict(dict)
    for _, delivery in await tx.find(DELIVERIES, campaign=campaign.id, state=State.SENT):
        occurrence = delivery.occurrence
        if occurrence is not None and occurrence.post == post.id and occurrence.series is not None:
            found[occurrence.series][occurrence.audience] = delivery
    return [found[number] for number in sorted(found)]


def _sent_at(numbered: dict[str, Delivery]) -> datetime:
    return max(delivery.settled_at or delivery.due for delivery in numbered.values())


def _comparable(numbered: list[dict[str, Delivery]]) -> list[list[str]]:
    """Only audiences that got every post, or a team that came later would look like more interest."""
    everywhere = set.intersection(*(set(one) for one in numbered)) if numbered else set()
    return [[one[audience].key for audience in sorted(everywhere)] for one in numbered]


async def _people(tx: Transaction, delivery: str) -> int:
    """Each counts once, whatever they pressed."""
    return len({reaction.by or key for key, reaction in await tx.find(REACTIONS, delivery=delivery)})


def _shown(campaign: Campaign, numbers: tuple[int, ...]) -> str:
    """A number only of a group that is large enough to hide in."""
    few = say(campaign.language, "worn_out_few")
    return ", ".join(str(number) if number >= campaign.rules.minimum_group else few for number in numbers)
