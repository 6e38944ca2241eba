"""`make slack-demo`: the shipped campaign in a Slack without a workspace, until its call for seats is full.

Prints who reads what, in order, and keeps the Block Kit JSON of every message. The bot is the real one; Slack is not.
"""

import asyncio
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from campaigns.parse import read_campaign
from tests.bot.platforms.slack.a_workspace import SlackTalk, a_workspace, user
from tests.fake_slack.shapes import words_in
from tests.fake_slack.state import Form, Posted, Whisper

CAMPAIGN: Final = Path(__file__).parents[2] / "campaigns" / "library" / "one-customer-view.yaml"
FOLDER: Final = Path("data/slack-demo")
CALL: Final = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)  # week 4 Monday 09:30 in Amsterdam
COLLEAGUES: Final = ("anna", "bilal", "chiara", "daan")

Shown = Posted | Whisper | Form


@dataclass
class Demo:
    talk: SlackTalk
    folder: Path
    seen: dict[int, str] = field(default_factory=dict)
    kept: int = 0

    async def live_until(self, moment: datetime) -> None:
        """From one thing that is due to the next; whoever is asked for a yes gives it at once."""
        while True:
            await self.talk.quiet()
            due = await self.talk.bot.engine.settle()
            self.tell()
            await self.approve_all()
            if due is None or due > moment:
                return
            self.talk.clock.set_to(max(due, self.talk.clock.now()))

    async def approve_all(self) -> None:
        for card in self.talk.slack.messages:
            if "Approve" in words_in(card.payload).splitlines():
                await self.does(card.channel.removeprefix("D").lower(), "presses Approve", card)

    async def does(self, who: str, what: str, on: Posted | None = None, channel: str = "") -> None:
        """`presses X` on a message, or `/klankbord …` in a channel, or words to the bot there."""
        print(f"{self._now()}  {who.capitalize()} {what}")
        slack = self.talk.slack
        if on is not None:
            await slack.presses(user(who), on, what.removeprefix("presses "))
        elif what.startswith("types /klankbord"):
            await slack.commands(user(who), channel, what.removeprefix("types /klankbord "))
        else:
            await slack.mentions(user(who), channel, what.removeprefix("says @Klankbord "))
        await self.talk.quiet()
        self.tell()

    def tell(self) -> None:
        """What is new, or says something else than before."""
        for shown, place, payload in self._all():
            words = words_in(payload)
            before = self.seen.get(id(shown))
            if before != words:
                self.seen[id(shown)] = words
                self._print(place if before is None else f"{place}, changed", words)
                self._keep(payload)

    def _all(self) -> Iterator[tuple[Shown, str, dict[str, Any]]]:
        slack = self.talk.slack
        for posted in slack.messages:
            if posted.user == slack.bot_user:
                yield posted, self._place(posted.channel), posted.payload
        for whisper in slack.whispers:
            place = f"only {slack.people[whisper.user].name}, in {self._place(whisper.channel)}"
            yield whisper, place, whisper.payload
        for form in slack.forms:
            yield form, f"a form for {slack.people[form.user].name}", form.view

    def _place(self, channel: str) -> str:
        if channel.startswith("D"):
            return f"to {self.talk.slack.people['U' + channel[1:]].name}"
        return f"#{self.talk.slack.channels[channel].name}"

    def _print(self, place: str, words: str) -> None:
        print(f"{self._now()}  {place}")
        print("\n".join(f"    {line}" for line in words.splitlines() if line.strip()))

    def _keep(self, payload: dict[str, Any]) -> None:
        self.kept += 1
        text = json.dumps({"blocks": payload["blocks"]}, ensure_ascii=False, indent=2)
        (self.folder / f"{self.kept:03}.json").write_text(text + "\n", encoding="utf-8")

    def _now(self) -> str:
        campaign = next(iter(self.talk.bot.ctx.campaigns.values()))
        return f"{campaign.local(self.talk.clock.now()):%a %d %b %H:%M}"


async def play(folder: Path) -> None:
    campaign = read_campaign(CAMPAIGN.read_bytes(), CAMPAIGN.name)
    start = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
    async with a_workspace(campaign, now=start, members=COLLEAGUES) as talk:
        demo = Demo(talk, folder)
        for number, audience in enumerate(campaign.audiences, 1):
            talk.slack.has_channel(f"C{number}", audience, talk.slack.bot_user, *talk.slack.people)
            await demo.does("joris", f"types /klankbord connect {audience}", channel=f"C{number}")
        await demo.live_until(CALL)
        call = next(posted for posted in reversed(talk.in_channel()) if "Join" in words_in(posted.payload).splitlines())
        await demo.does("anna", "presses Join", call)
        await demo.does("bilal", "types /klankbord join", channel="C2")
        await demo.does("chiara", "says @Klankbord join", channel="C3")
        await demo.does("daan", "presses Join", call)
        await demo.does("anna", "types /klankbord leave", channel="C1")
        print(f"The Block Kit JSON of {demo.kept} messages is in {folder}; Slack's Block Kit Builder shows them.")


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    asyncio.run(play(FOLDER))
    return 0


if __name__ == "__main__":
    sys.exit(main())
