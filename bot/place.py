"""Where a delivery goes: a channel, or a person in private, on one platform."""

from dataclasses import dataclass
from typing import Self

from campaigns.delivery import Delivery
from storage.tables import Binding


@dataclass(frozen=True)
class Place:
    """`address` is what the platform itself calls it. A person's address begins with the platform's name already."""

    platform: str
    address: str

    @classmethod
    def of_person(cls, person: str) -> Self:
        return cls(person.partition(":")[0], person)

    @classmethod
    def of_channel(cls, binding: Binding) -> Self:
        return cls(binding.platform, binding.channel)

    @classmethod
    def of_sent(cls, delivery: Delivery) -> Self | None:
        """Where a delivery went when it was claimed."""
        if delivery.person is not None:
            return cls.of_person(delivery.channel or delivery.person)
        if delivery.channel is None:
            return None
        platform, _, address = delivery.channel.partition(":")
        return cls(platform, address)

    @property
    def key(self) -> str:
        """Unique over all platforms."""
        return self.address if self.address.startswith(f"{self.platform}:") else f"{self.platform}:{self.address}"
