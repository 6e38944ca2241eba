"""Who may do what. A role is known by the directory's address (`chat`), never by a name."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from bot import inbound as act
from bot.inbound import Inbound, Person
from campaigns.model import Campaign


class Role(StrEnum):
    OWNER = "owner"
    APPROVER = "approver"
    EMPLOYEE = "employee"


# Every command that is not for everybody. Which card an approver may answer, the card itself says.
ONLY_FOR: Final[Mapping[type[Inbound], frozenset[Role]]] = {
    act.Approve: frozenset({Role.OWNER, Role.APPROVER}),
    act.Reject: frozenset({Role.OWNER, Role.APPROVER}),
    act.AskChange: frozenset({Role.OWNER, Role.APPROVER}),
    act.Write: frozenset({Role.OWNER, Role.APPROVER}),
    act.Pause: frozenset({Role.OWNER, Role.APPROVER}),
    act.Resume: frozenset({Role.OWNER}),
    act.Connect: frozenset({Role.OWNER}),
    act.Disconnect: frozenset({Role.OWNER}),
    act.WishDone: frozenset({Role.OWNER}),
    act.WishLater: frozenset({Role.OWNER}),
    act.WishPlanned: frozenset({Role.OWNER}),
    act.AnswerQuestion: frozenset({Role.OWNER}),
    act.ShowPromises: frozenset({Role.OWNER}),
    act.PromiseKept: frozenset({Role.OWNER}),
    act.PromiseMissed: frozenset({Role.OWNER}),
    act.PromiseDrop: frozenset({Role.OWNER}),
    act.CloseSignUp: frozenset({Role.OWNER}),
    act.Settle: frozenset({Role.OWNER}),
    act.Today: frozenset({Role.OWNER}),
    act.Report: frozenset({Role.OWNER}),
    act.Console: frozenset({Role.OWNER}),
}


def ids_of(campaign: Campaign, chat: str | None) -> frozenset[str]:
    """The ids in `people` that have this address."""
    if not chat:
        return frozenset()
    return frozenset(who for who, person in campaign.people.items() if person.chat.casefold() == chat.casefold())


def addresses_in(campaigns: Iterable[Campaign]) -> frozenset[str]:
    """Of everybody with a role, in small letters: whom a directory is searched for."""
    return frozenset(person.chat.casefold() for campaign in campaigns for person in campaign.people.values())


def name_in(campaign: Campaign | None, person: Person) -> str:
    """How logs and rehearsals call the person: the id in people, else the platform's id without its prefix."""
    ids = ids_of(campaign, person.chat) if campaign else frozenset()
    return min(ids) if ids else person.id.partition(":")[2] or person.id


def roles_of(campaign: Campaign, chat: str | None) -> frozenset[Role]:
    """Everybody is an employee too."""
    ids = ids_of(campaign, chat)
    roles = {Role.EMPLOYEE}
    if campaign.owner in ids:
        roles.add(Role.OWNER)
    if ids & _approvers(campaign):
        roles.add(Role.APPROVER)
    return frozenset(roles)


def has_role(campaign: Campaign, chat: str | None) -> bool:
    return bool(ids_of(campaign, chat))


def may(campaign: Campaign, chat: str | None, command: type[Inbound]) -> bool:
    allowed = ONLY_FOR.get(command)
    return allowed is None or bool(allowed & roles_of(campaign, chat))


def people_with_a_say(campaign: Campaign) -> list[str]:
    """The owner and every approver, as ids in people."""
    return sorted({campaign.owner} | (_approvers(campaign) & set(campaign.people)))


def _approvers(campaign: Campaign) -> set[str]:
    """Senders of a post and leads of an audience."""
    senders = {post.sender for post in campaign.posts if post.sender is not None}
    return senders | {audience.lead for audience in campaign.audiences.values()}
