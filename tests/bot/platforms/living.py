"""Time goes by for a real bot on a platform: until a moment, or until all is quiet."""

from abc import ABC, abstractmethod
from datetime import datetime

from bot.assembly import Bot
from tests.fakes import FixedClock


class Living(ABC):
    bot: Bot
    clock: FixedClock

    @abstractmethod
    async def idle(self) -> None:
        """Until the platform has sent every answer that is under way."""

    async def until(self, moment: datetime) -> None:
        """Live through everything that is due up to and including this instant."""
        while True:
            await self.quiet()
            due = await self.bot.engine.settle()
            if due is None or due > moment:
                break
            self.clock.set_to(max(due, self.clock.now()))
        self.clock.set_to(max(moment, self.clock.now()))
        await self.bot.engine.settle()

    async def quiet(self) -> None:
        """Until everything beside the requests is done."""
        await self.idle()
        await self.bot.engine.settle()
        await self.idle()
