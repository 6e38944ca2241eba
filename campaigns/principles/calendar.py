"""Posts come on working days within hours, and not too many a day and a week over all campaigns."""

from typing import Final

from campaigns.findings import Level
from campaigns.principles.base import Principle, Rule

PRINCIPLE: Final = Principle(
    name="calendar",
    evidence=(
        "People at work are interrupted every two minutes as it is. Quiet hours, free days and limits over "
        "all campaigns are judgement, not research."
    ),
    sources=("Microsoft Work Trend Index, June 2025 (telemetry of a vendor)",),
    rules=(
        Rule(
            "E1",
            Level.ERROR,
            "Posts outside hours, on holidays or in free weeks are moved, or refused where their moment is fixed.",
            where="campaigns/placing.py, campaigns/gates.py",
            is_gate=True,
        ),
        Rule(
            "E2",
            Level.ERROR,
            "Direct messages go only to people who asked for them or have a role in the campaign.",
            where="bot/notices.py",
        ),
        Rule(
            "E3",
            Level.ERROR,
            "`minimum_group` is 5 or more and `keep` is 12 months or less.",
            where="campaigns/file_rules.py",
        ),
        Rule(
            "H6",
            Level.ERROR,
            "A channel gets no more posts a day and a week than agreed, over all campaigns.",
            where="campaigns/placing.py, campaigns/gates.py",
            is_gate=True,
        ),
    ),
)
