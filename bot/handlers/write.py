"""The sender's own text for a briefing, which is also the yes to it. A text that breaks a rule is not kept."""

from typing import Final

from bot.answers import answer
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

    judged = await decide(turn, campaign, post=inbound.post, judge=words)
    return answer(campaign.language, _with_what_was_found(campaign, judged.message.text, found, inbound.text))


def _with_what_was_found(campaign: Campaign, sentence: str, found: tuple[Finding, ...], text: str) -> str:
    """A refused text comes back: who typed it in a form has no other copy."""
    language = campaign.language
    errors = [finding for finding in found if finding.level is Level.ERROR]
    if errors:
        return "\n".join((sentence, *map(_point, errors), "", say(language, "own_text_back"), "", text.strip()))
    if found:
        return "\n".join((sentence, "", say(language, "own_text_tips"), *map(_point, found[:MOST_TIPS])))
    return sentence


def _point(finding: Finding) -> str:
    return f"- {finding.message} {finding.fix}"
