"""Why am I seeing this? Who wrote and approved it, which principle, why it is true, what is counted, how to object."""

from collections.abc import Iterator
from typing import Final

from campaigns.approval import Approval, Decision
from campaigns.approval_text import principle_names
from campaigns.compose import sender_of
from campaigns.facts import Facts
from campaigns.kinds import KINDS, Approver
from campaigns.model import Campaign
from campaigns.occurrence import Occurrence
from campaigns.pulse import PulseCount
from campaigns.texts.say import say
from campaigns.wording import readable, written_day, written_moment


def why(
    campaign: Campaign,
    occurrence: Occurrence,
    approval: Approval | None,
    facts: Facts,
    pulse: PulseCount | None = None,
) -> str:
    """The whole answer, in the campaign's language. Numbers are those of now, and only those that may be said. `pulse`
    is the count of this post, if it is one."""
    owner = campaign.people[campaign.owner].name
    return " ".join(
        (
            say(campaign.language, "why_plan", campaign=campaign.campaign),
            *_who(campaign, occurrence, approval),
            _principle(campaign, occurrence),
            *_true_now(campaign, occurrence, facts),
            *_answered_until(campaign, pulse),
            say(campaign.language, _counted(occurrence.kind), minimum=campaign.rules.minimum_group),
            say(campaign.language, "why_object", owner=owner),
        )
    )


def why_owed(campaign: Campaign, occurrence: Occurrence) -> str:
    """The same for a post that the bot makes itself after something that the owner did."""
    language, owner = campaign.language, campaign.people[campaign.owner].name
    return " ".join(
        (
            say(language, "why_plan", campaign=campaign.campaign),
            say(language, "why_automatic", owner=owner),
            _principle(campaign, occurrence),
            say(language, "why_counted", minimum=campaign.rules.minimum_group),
            say(language, "why_object", owner=owner),
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
    person = campaign.people.get(approval.decided_by or approval.approver)
    day = written_day(language, campaign.local(approval.decided_at).date())
    if person is None:
        return author, say(language, "why_approved_before", day=day)
    if approval.written:
        return (say(language, "why_written", name=person.name, role=person.role, day=day),)
    return author, say(language, "why_approved", name=person.name, role=person.role, day=day)


def _principle(campaign: Campaign, occurrence: Occurrence) -> str:
    sender = sender_of(campaign, occurrence)
    seats = campaign.seats
    lead = campaign.people[campaign.audiences[occurrence.audience].lead]
    because = say(
        campaign.language,
        f"true_{occurrence.kind}",
        sender=sender.name if sender else campaign.people[campaign.owner].name,
        places=seats.places if seats else 0,
        why_limited=seats.why_limited.strip() if seats else "",
        team=readable(occurrence.audience),
        lead=lead.name,
    )
    names = principle_names(campaign, occurrence)
    return say(campaign.language, "why_principle", principles=names, because=because)


def _true_now(campaign: Campaign, occurrence: Occurrence, facts: Facts) -> Iterator[str]:
    """What the facts say of it at this moment."""
    post, language = campaign.post(occurrence.post), campaign.language
    if occurrence.series is not None and len(post.texts) > 1:
        yield say(language, "why_series", number=occurrence.series, count=len(post.texts))
    if post.source is not None:
        yield say(language, "why_source", source=post.source.strip().rstrip("."))
    names = _names_of(occurrence.kind, facts)
    if names is not None:
        fields = {name: facts.known[name].value for name in names}
        yield say(language, f"why_now_{'_'.join(names)}", **fields)
    if occurrence.kind == "proof":
        yield _proof(campaign, facts)


# Of each kind, which facts are told together; the first of which all are known is.
FACTS_OF: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "call": (("places_left", "closes"), ("closes",)),
    "status": (("places_left", "closes"), ("closes",)),
    "wish": (("wish_by", "wish"),),
    "invitation": (("wishes_received",),),
}


def _names_of(kind: str, facts: Facts) -> tuple[str, ...] | None:
    return next((names for names in FACTS_OF.get(kind, ()) if all(name in facts.known for name in names)), None)


def _proof(campaign: Campaign, facts: Facts) -> str:
    """The number with the week that it was counted in, if it may be said at all."""
    row = facts.proof.now if facts.proof else None
    if "measure" not in facts.known or row is None:
        return say(campaign.language, "why_proof_silent")
    key = "why_proof_growth" if "growth" in facts.known else "why_proof_level"
    values = {name: fact.value for name, fact in facts.known.items() if name in ("measure", "measure_then", "since")}
    return say(campaign.language, key, week=row.week, **values)


def _answered_until(campaign: Campaign, pulse: PulseCount | None) -> Iterator[str]:
    if pulse is not None and pulse.closed:
        yield say(campaign.language, "why_pulse_closed")
    elif pulse is not None and pulse.wake is not None:
        yield say(
            campaign.language,
            "why_pulse_until",
            until=written_moment(campaign.language, campaign.local(pulse.wake)),
        )


def _counted(kind: str) -> str:
    """What is counted and kept of this post."""
    button = KINDS[kind].button
    kept = {"pulse": "why_counted_pulse", "join": "why_counted_seats", "wish": "why_counted_wishes"}
    return kept.get(button or "", "why_counted")
