"""What a report may count: the posts that went out, and the goal as far as it tells on nobody."""

from collections.abc import Iterable

from campaigns.delivery import Delivery, State
from campaigns.measurements import Measurements, Row
from campaigns.model import Campaign
from campaigns.social_proof import smallest_of, tells_on_everyone


def posts_sent(deliveries: Iterable[Delivery]) -> dict[str, int]:
    """The weight of each post that went out; to several audiences at one moment it is one post."""
    out = (item.occurrence for item in deliveries if item.state is State.SENT and item.occurrence is not None)
    return {item.at_once: item.weight for item in out}


def goal_now(campaign: Campaign, measurements: Measurements, *, week: int) -> Row | None:
    """The newest numbers of all teams together, without those that are too small.

    None without numbers, and when they would say what each single person does (D8).
    """
    measure, smallest = campaign.goal.measure, smallest_of(campaign.rules.minimum_group)
    if measure is None or campaign.goal.target is None:
        return None
    teams = [key for key, audience in campaign.audiences.items() if audience.size >= smallest]
    found = [measurements.latest(measure=measure, team=key, week=week) for key in teams]
    rows = [row for row in found if row is not None and row.total >= smallest]
    if not rows:
        return None
    together = Row(week, "", measure, sum(row.count for row in rows), sum(row.total for row in rows))
    return None if tells_on_everyone(together) else together
