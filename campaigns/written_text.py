"""A text that its sender wrote for a briefing is held to the rules for texts before it counts as the yes to it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from campaigns.all_principles import check_rules
from campaigns.findings import Finding, Level
from campaigns.model import Campaign
from campaigns.texts.say import say

BRACES: Final = re.compile(r"\{\{[^{}\n]{0,40}\}*|\}\}")


def findings_in(campaign: Campaign, post: str, text: str) -> tuple[Finding, ...]:
    """What the rules find in this text as the text of that post, errors first; what they find in the file itself is not
    repeated. What only the plan shows, such as two asks in a week, does not depend on a text.
    """
    written = {"texts": (text,), "briefing": None}
    posts = tuple(one.model_copy(update=written) if one.id == post else one for one in campaign.posts)
    known = set(check_rules(campaign, ()))
    new = [found for found in check_rules(campaign.model_copy(update={"posts": posts}), ()) if found not in known]
    mine = [*_braces(campaign, post, text), *(_in_own_words(campaign, found) for found in new)]
    return tuple(sorted(mine, key=lambda found: found.level is not Level.ERROR))


def _braces(campaign: Campaign, post: str, text: str) -> Iterator[Finding]:
    """A person's own words are posted as they stand: nothing is ever filled in."""
    found = BRACES.search(text)
    if found is not None:
        message = say(campaign.language, "braces_in_own_words", text=found[0])
        fix = say(campaign.language, "braces_in_own_words.fix")
        yield Finding(campaign.file, campaign.line_of(f"posts.{post}.text"), "T9", Level.ERROR, message, fix, post)


def _in_own_words(campaign: Campaign, found: Finding) -> Finding:
    """An author can mend it with a placeholder; who writes for a briefing can't."""
    return replace(found, fix=say(campaign.language, "leave_it_out")) if BRACES.search(found.fix) else found
