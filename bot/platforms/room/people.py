"""Who there is in the room and what they may read: the people of the campaigns, and made-up colleagues per audience."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from campaigns.model import Campaign

# First names of colleagues who exist only in the room; handed out in this order, so a room always has the same people.
FIRST_NAMES: Final = (
    "Anna", "Bilal", "Chiara", "Daan", "Emine", "Femke", "Hugo", "Ines", "Jamal", "Kaya", "Lotte", "Milan",
)  # fmt: skip
PER_AUDIENCE: Final = 3


@dataclass(frozen=True)
class RoomPerson:
    """`role` is "" for an employee without a role. `audiences` are ids of channels: `campaign/audience`."""

    id: str
    name: str
    chat: str | None = None
    role: str = ""
    audiences: tuple[str, ...] = ()


def channel_id(campaign: str, audience: str) -> str:
    return f"{campaign}/{audience}"


def campaign_of(channel: str) -> str:
    return channel.partition("/")[0]


def room_channels(campaigns: Mapping[str, Campaign]) -> dict[str, str]:
    """The id and title of one channel per audience."""
    return {
        channel_id(campaign.id, key): audience.channel
        for campaign in campaigns.values()
        for key, audience in campaign.audiences.items()
    }


def room_people(campaigns: Mapping[str, Campaign]) -> tuple[RoomPerson, ...]:
    """Everybody of the campaigns, matched by `chat` where two campaigns share them, and then the made-up colleagues."""
    found: dict[str, RoomPerson] = {}
    for campaign in campaigns.values():
        for key, person in campaign.people.items():
            place = f"room:{key}"
            known = found.get(place)
            if known is not None and known.chat != person.chat:
                place = f"room:{campaign.id}-{key}"
                known = found.get(place)
            reads = (known.audiences if known else ()) + _may_read(campaign, key)
            found[place] = RoomPerson(place, person.name, person.chat, person.role, reads)
    for colleague in colleagues(campaigns):
        found.setdefault(colleague.id, colleague)
    return tuple(found.values())


def colleagues(campaigns: Mapping[str, Campaign]) -> tuple[RoomPerson, ...]:
    """Made-up employees; the same number of audiences of another campaign shares the same people."""
    people: dict[str, RoomPerson] = {}
    for campaign in campaigns.values():
        for number, audience in enumerate(campaign.audiences):
            for name in _names(number):
                known = people.get(f"room:{name.lower()}")
                reads = (known.audiences if known else ()) + (channel_id(campaign.id, audience),)
                people[f"room:{name.lower()}"] = RoomPerson(f"room:{name.lower()}", name, audiences=reads)
    return tuple(people.values())


def _names(number: int) -> tuple[str, ...]:
    start = number * PER_AUDIENCE
    return tuple(_name(index) for index in range(start, start + PER_AUDIENCE))


def _name(index: int) -> str:
    """After the last name of the list its first comes again, with a number."""
    again, at = divmod(index, len(FIRST_NAMES))
    return FIRST_NAMES[at] + (f"-{again + 1}" if again else "")


def _may_read(campaign: Campaign, key: str) -> tuple[str, ...]:
    """A team lead reads along with the team; the owner and who sends in their own name with every audience."""
    senders = {post.sender for post in campaign.posts}
    own = tuple(id_ for id_, audience in campaign.audiences.items() if audience.lead == key)
    everywhere = key == campaign.owner or key in senders or not own
    audiences = tuple(campaign.audiences) if everywhere else own
    return tuple(channel_id(campaign.id, audience) for audience in audiences)
