"""Short campaigns for the rules about the plan: posts by kind, week and weekday, each with a text of its own."""

from datetime import time
from typing import Any

from campaigns.all_principles import check_rules
from campaigns.findings import Finding
from campaigns.model import Campaign, Post
from campaigns.moments import InWeek
from campaigns.plan import plan
from tests.builders import a_campaign, a_post

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(5)
TEXTS = (
    "Click the star to keep a customer at the top.",
    "Half a sentence helps your colleague tomorrow.",
    "Open it on your phone while you travel.",
    "Paste your notes as they are.",
    "Look at My week before the weekend begins.",
    "Send a quote straight from here.",
)


def a_planned(kind: str, week: int, weekday: int = TUESDAY, **changes: Any) -> Post:
    """From Karim, at 9:30, named after its kind, week and weekday."""
    number = (week * 7 + weekday) % len(TEXTS)
    return a_post(
        **{
            "id": f"{kind}-{week}-{weekday}",
            "kind": kind,
            "when": InWeek(week, weekday, time(9, 30)),
            "sender": "karim" if kind not in ("tip", "status", "pulse", "proof", "outcome", "closing") else None,
            "texts": (f"{TEXTS[number]} {kind} {week} {weekday}",),
            **changes,
        }
    )


def a_plan(*posts: Post, **changes: Any) -> Campaign:
    return a_campaign(posts=posts, **changes)


def found(rule: str, campaign: Campaign) -> list[Finding]:
    """What this rule finds in the campaign and its plan."""
    return [finding for finding in check_rules(campaign, plan([campaign]).occurrences) if finding.rule == rule]
