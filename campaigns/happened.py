"""What has happened to a campaign already, as far as its plan depends on it: a sent post is history and stays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Final

from campaigns.model import Wish
from campaigns.occurrence import Occurrence

NO_INSTANTS: Final[Mapping[str, datetime]] = MappingProxyType({})
NO_WISHES: Final[Mapping[str, Wish]] = MappingProxyType({})


@dataclass(frozen=True)
class Happened:
    """`done_wishes`: the instant (UTC) at which each was recorded as done; `extra_wishes` were made in the chat."""

    sent: tuple[Occurrence, ...] = ()
    done_wishes: Mapping[str, datetime] = field(default_factory=lambda: NO_INSTANTS)
    extra_wishes: Mapping[str, Wish] = field(default_factory=lambda: NO_WISHES)


NOTHING: Final = Happened()
