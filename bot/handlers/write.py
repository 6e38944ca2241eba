"""The sender's own text for a briefing, which is also the yes to it. A text that breaks a rule is not kept."""

from typing import Final

from bot.decisions import Asked, decide
from bot.inbound import Write
from bot.platforms.base import Answer
from bot.turn import Turn
from campaigns.approval import Answered, ApprovalOutcome, write
from campaigns.findings import Finding, Level, has_errors
from campaigns.model import Campaign
from campaigns.texts.say import say
from campaigns.written_text import findings_in

MOST_TIPS: Final = 3  # a longer list is no help


async def handle(turn: Turn, campaign: Campaign, inbound: Write) -> Answer:
    found: tuple[Finding, ...] = ()

    def words(asked: Asked) -> Answered:
        nonlocal found
        after, outcome = write(
            asked.approval, by=asked.by, text=inbound.text, hash=asked.hash, now=asked.now, moment=asked.moment
        )
        if outcome is ApprovalOutcome.WRITTEN and after.written is not None:
            found = findings_in(campaign, asked.post, after.written)
        return (asked.approval, ApprovalOutcome.BREAKS_RULES) if has_errors(found) else (after, outcome)

    def told(outcome: ApprovalOutcome, sentence: str) -> str:
        if outcome is ApprovalOutcome.BREAKS_RULES:
            return _with_what_to_change(campaign, sentence, found, inbound.text)
        return _with_tips(campaign, sentence, found) if outcome is ApprovalOutcome.WRITTEN else sentence

    return await decide(turn, campaign, post=inbound.post, judge=words, tell=told)


def _with_what_to_change(campaign: Campaign, sentence: str, found: tuple[Finding, ...], text: str) -> str:
    """The text comes back: who typed it in a form has no other copy."""
    errors = [_point(finding) for finding in found if finding.level is Level.ERROR]
    return "\n".join((sentence, *errors, "", say(campaign.language, "own_text_back"), "", text.strip()))


def _with_tips(campaign: Campaign, sentence: str, found: tuple[Finding, ...]) -> str:
    if not found:
        return sentence
    return "\n".join((sentence, "", say(campaign.language, "own_text_tips"), *map(_point, found[:MOST_TIPS])))


def _point(finding: Finding) -> str:
    return f"- {finding.message} {finding.fix}"
