"""A folder of campaign files that a test saves, and the job that reads it."""

import os
from datetime import UTC, datetime
from pathlib import Path

from bot.campaign_folder import CampaignFolder
from bot.context import Context
from storage.tables import CAMPAIGNS, DELIVERIES, CampaignState
from tests.builders import a_campaign
from tests.fakes import FakePlatform, a_context, directory_of

NOW = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)


class Folder:
    """A folder whose files are saved a second apart, so that an edit of the same length is seen too."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.saved_at = 1_000
        self.ctx: Context = a_context([], now=NOW, platform=FakePlatform(directory=directory_of([a_campaign()])))
        self.job = CampaignFolder(self.files)

    def files(self) -> list[Path]:
        return sorted(self.path.glob("*.yaml"))

    def save(self, name: str, text: str | bytes) -> None:
        file = self.path / name
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        self.saved_at += 1
        os.utime(file, (self.saved_at, self.saved_at))

    async def look(self, now: datetime = NOW) -> None:
        await self.job(self.ctx, now)

    def running(self) -> list[str]:
        return list(self.ctx.campaigns)

    async def restart(self) -> None:
        """What the store knows of the campaigns stays; what the bot has in mind does not."""
        async with self.ctx.store.transaction() as tx:
            for key, campaign in self.ctx.campaigns.items():
                await tx.put(CAMPAIGNS, key, CampaignState(campaign.source_hash, NOW, "sealed"))
        self.ctx.campaigns.clear()
        self.job = CampaignFolder(self.files)
        await self.look()

    async def told(self) -> list[str]:
        async with self.ctx.store.transaction() as tx:
            found = await tx.find(DELIVERIES)
        return [item.message.text for _, item in found if item.message and item.person == "room:joris"]
