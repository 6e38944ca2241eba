"""What every job and handler gets: the store, the clock, the platforms and the campaigns that are loaded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.campaign_images import CampaignImages
from bot.clock import Clock
from bot.platforms.base import Platform
from campaigns.measurements import Measurements
from campaigns.model import Campaign
from storage.base import Store


@dataclass(frozen=True)
class Event:
    """One thing that happened, as a rehearsal prints it. `event` is one of asked, approved, rejected, sent, held,
    skipped, uncertain, answered, updated; `to` is the id of the person answered."""

    at: datetime
    event: str
    campaign: str
    post: str = ""
    audience: str = ""
    reason: str = ""
    text: str = ""
    to: str = ""


@dataclass
class Context:
    """`campaigns` maps ids to the campaigns that are loaded now. `wake` asks the scheduler to look again at once.

    `redraw` makes the card with this key show what was answered to it, as soon as its platform allows.
    """

    store: Store
    clock: Clock
    platforms: Mapping[str, Platform]
    campaigns: dict[str, Campaign]
    read_measurements: Callable[[Campaign], Measurements]
    new_secret: Callable[[], str]
    wake: Callable[[], None] = lambda: None
    redraw: Callable[[str], None] = lambda card: None
    watchers: list[Callable[[Event], None]] = field(default_factory=list)
    images: CampaignImages = field(default_factory=lambda: CampaignImages(tuple, {}))

    def tell(self, event: Event) -> None:
        for watcher in self.watchers:
            watcher(event)
