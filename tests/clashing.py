"""Campaigns that are sound in themselves and share a channel in which one post a week may stand."""

from collections.abc import Sequence

from campaigns.model import Campaign
from campaigns.parse import sound_campaign

TEXTS = ("Click the star beside a customer.", "Type a name in the search box.", "Drag a note to a colleague.")
FRAME = """\
campaign: One customer view
start: {start}
weeks: 6
goal: {{text: On 1 February we find 8 in 10 customers in one place., measure: found, target: 80%, by: 1 February 2027}}
people:
  joris: {{name: Joris Hendriks, role: project lead, chat: joris@example.com}}
audiences:
  sales: {{channel: {channel}, lead: joris, size: 18, pain: You look twice., benefit: You look once.}}
rules: {{max_per_week: 1}}
posts:
{posts}
"""


def tips_in(weeks: Sequence[int], *, start: str = "11 January 2027", channel: str = "Sales > General") -> str:
    """A tip in each of these weeks. One that has no room for ten working days is an error: three full weeks are."""
    posts = (f"  - {{kind: tip, when: week {week} Tuesday 09:30, text: {TEXTS[at]}}}" for at, week in enumerate(weeks))
    return FRAME.format(start=start, channel=channel, posts="\n".join(posts))


def campaign_of(name: str, text: str) -> Campaign:
    return sound_campaign(text.encode(), f"{name}.yaml")


THREE_WEEKS = tips_in([1, 2, 3])
SAME_WEEKS = tips_in([1])
# Its plan is made first because it starts first, so that the error is found in THREE_WEEKS.
SAME_WEEKS_FROM_EARLIER = tips_in([2, 3, 4], start="4 January 2027")
OTHER_WEEK = tips_in([4])
OTHER_CHANNEL = tips_in([1], channel="Service > General")
