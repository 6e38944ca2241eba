"""Why am I seeing this? Who wrote and approved it, which principle, why it is true, what is counted, how to object."""

from campaigns.approval import Approval, Decision
from campaigns.approval_text import principle_names
from campaigns.compose import sender_of
from campaigns.kinds import KINDS, Approver
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.texts.say import say
from campaigns.wording import written_day


def why(campaign: Campaign, occurrence: Occurrence, approval: Approval | None) -> str:
    """The whole answer, in the campaign's language."""
    owner = campaign.people[campaign.owner].name
    return " ".join(
        (
            say(campaign.language, "why_plan", campaign=campaign.campaign),
            *_who(campaign, occurrence, approval),
            _principle(campaign, occurrence),
            say(campaign.language, _counted(occurrence.kind), minimum=campaign.rules.minimum_group),
            say(campaign.language, "why_object", owner=owner),
        )
    )


def _who(campaign: Campaign, occurrence: Occurrence, approval: Approval | None) -> tuple[str, ...]:
    language = campaign.language
    owner = campaign.people[campaign.owner]
    author = say(language, "why_author", owner=owner.name, role=owner.role)
    if KINDS[occurrence.kind].approver is Approver.DELIVERY:
        return author, say(language, "why_wish_recorded", owner=owner.name)
    if approval is None or approval.decision is not Decision.APPROVED or approval.decided_at is None:
        return author, say(language, "why_not_yet_approved")
    person = campaign.people[approval.decided_by or approval.approver]
    day = written_day(language, campaign.local(approval.decided_at).date())
    if approval.written:
        return (say(language, "why_written", name=person.name, role=person.role, day=day),)
    return author, say(language, "why_approved", name=person.name, day=day)


def _principle(campaign: Campaign, occurrence: Occurrence) -> str:
    sender = sender_of(campaign, occurrence)
    seats = campaign.seats
    because = say(
        campaign.language,
        f"true_{occurrence.kind}",
        sender=sender.name if sender else campaign.people[campaign.owner].name,
        places=seats.places if seats else 0,
        why_limited=seats.why_limited if seats else "",
    )
    names = principle_names(campaign, occurrence)
    return say(campaign.language, "why_principle", principles=names, because=because)


def _counted(kind: str) -> str:
    """What is counted of this post."""
    button = KINDS[kind].button
    return {"pulse": "why_counted_pulse", "join": "why_counted_seats"}.get(button or "", "why_counted")
