"""One person's open page of the playground, and what people do in Teams.

A page shows what came while it was open, so whoever has to see something opens theirs first. The playground knows one
person who sits at it; a page of somebody else is told that it is theirs, and what they write reaches the bot as theirs.
Opening a page takes seconds: in a channel one page will do for everybody, with `act_as`.
"""

import copy
import json
import re
import time
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from playwright.async_api import Browser, ConsoleMessage, Locator, Page, Route, WebSocketRoute, expect

from tests.browser.conftest import PICTURES
from tests.browser.playground.process import Playground
from tests.browser.playground.relay import written
from tests.browser.playground.wire import THREAD, Wire, nameless

WIDE = {"width": 1440, "height": 900}
PERSONAL = "Personal Chat"
CARD = ".ac-preview-panel"
PATIENCE = 60_000  # milliseconds, for a busy machine: nine megabytes of script; what is there is found at once


class Teams:
    def __init__(self, page: Page, playground: Playground, who: str) -> None:
        self.page = page
        self.problems: list[str] = []
        self._who = who
        self._playground = playground
        self._wire = Wire(page.request, playground.url)
        self._everybody: dict[str, dict[str, Any]] = {}
        self._actor = who
        self._bot = ""
        self._chat = ""
        self._place = PERSONAL
        self._channels: dict[str, str] = {}

    async def enter(self) -> None:
        """Opens in the personal chat, where the bot is installed the first time."""
        if not self._playground.set_up:
            self._playground.set_up.update(await self._wire.set_up())
        await self._know(self._playground.set_up["config"])
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", lambda said: self.problems.append(said.text) if is_trouble(said) else None)
        await self.page.route(re.compile("^https:"), lambda route: route.abort())
        await self.page.route("**/_internal/v1/config", self._be_somebody)
        await self.page.route("**/_debug/conversation/*/installation", self._install)
        await self.page.route("**/_conversation/v1/conversations/*/messages", self._speak)
        await self.page.route(re.compile("/_conversation/v1/(invoke|submit)$"), self._press)
        await self.page.route_web_socket("**/_ws_conversation/v1/conversations/stream", self._listen)
        await self.page.goto(self._playground.url, timeout=PATIENCE)
        await self.page.get_by_role("button", name="Hide log panel").click(timeout=PATIENCE)

    def act_as(self, who: str) -> None:
        """From now on this person posts and presses in the channels of this page."""
        assert who in self._everybody, who
        self._actor = who

    @property
    def middle(self) -> Locator:
        """The open place: its posts or messages, and where one writes."""
        region = self.page.get_by_role("region", name="Chat and Teams Channel")
        return region.locator("xpath=../../following-sibling::*[1]")

    async def open(self, place: str) -> None:
        """`Personal Chat`, or a channel as `Sales - General`. The first channel that anybody opens is where the bot is
        installed in the team."""
        await self.page.get_by_role("treeitem", name=place, exact=True).click(timeout=PATIENCE)
        self._place = place
        await expect(self.middle.get_by_role("textbox").first).to_be_visible(timeout=PATIENCE)

    async def say(self, words: str) -> None:
        """In the personal chat, which is only theirs."""
        self._actor = self._who
        if self._place != PERSONAL:
            await self.open(PERSONAL)
        await self._write(self.middle.get_by_role("textbox").last, words)
        await self.press("Send Message")

    async def post(self, words: str, *, mention: bool = True) -> None:
        """A new post in the open channel; without a mention only colleagues read it."""
        await self._write(self.middle.get_by_role("textbox").first, words, mention=mention)
        await self.press("Post")

    async def reply(self, to: str, words: str, *, mention: bool = True) -> None:
        """In the thread of the post with this text."""
        thread = self.middle.get_by_role("group").filter(has_text=to).last
        await self._write(thread.get_by_role("textbox").last, words, mention=mention)
        await self.press("Send Message", thread)

    async def press(self, title: str, where: Locator | None = None) -> None:
        button = (where or self.middle).get_by_role("button", name=title, exact=True)
        await button.click(timeout=PATIENCE)

    async def fill(self, label: str, words: str, where: Locator | None = None) -> None:
        """A field of a card, after its button showed it."""
        await (where or self.middle).get_by_label(label).fill(words, timeout=PATIENCE)

    async def react(self, text: str, kind: str = "like", *, added: bool = True) -> None:
        """To the bot's last message with this text; in Teams' words: like, heart, laugh, surprised, sad, angry."""
        content = json.dumps(text, ensure_ascii=False)[1:-1]
        found = [
            sent for sent in self._playground.relay.sent if content in json.dumps(sent.activity, ensure_ascii=False)
        ]
        assert found, f"the bot sent no message with {text!r}"
        person = self._everybody[self._actor]
        await self._wire.reaction(found[-1].conversation, person, found[-1].id, kind, added=added)

    async def remove_app(self) -> None:
        """From the open chat, or from the whole team of the open channel."""
        await self._tell_of_app("uninstall")

    async def add_app(self) -> None:
        """Again, after it was removed: only the first time does opening a place do so."""
        await self._tell_of_app("install")

    async def card(self, text: str) -> Locator:
        """The last card with this text, as soon as it is there."""
        card = self.middle.locator(CARD).filter(has_text=text).last
        await expect(card).to_be_visible(timeout=PATIENCE)
        return card

    async def reads(self, text: str) -> None:
        """Waits until it is there, in a card or in plain words."""
        await expect(self.middle.get_by_text(text).last).to_be_visible(timeout=PATIENCE)

    async def cards(self) -> list[str]:
        return await self.middle.locator(CARD).all_inner_texts()

    async def everything(self) -> str:
        """All text of the open place, in the order of the page: in a channel the newest post comes first."""
        return await self.middle.inner_text()

    async def picture(self, name: str) -> None:
        if PICTURES:
            await self.page.screenshot(path=Path(PICTURES) / f"{name}.png")

    async def _write(self, box: Locator, words: str, *, mention: bool = False) -> None:
        await box.click(timeout=PATIENCE)
        if mention:
            await self.page.keyboard.type(f"@{self._bot[:2]}")
            await self.page.get_by_role("menuitem", name=self._bot).click(timeout=PATIENCE)
            words = f" {words}"
        await self.page.keyboard.insert_text(words)

    async def _know(self, config: dict[str, Any]) -> None:
        self._everybody = {person["name"]: person for person in [config["currentUser"], *config["users"]]}
        self._bot = config["bot"]["name"]
        self._chat = config["personalChat"]["id"]
        if not self._is_first(self._who):
            self._chat = await self._wire.personal_chat(self._everybody[self._who]["id"])
            self._playground.relay.chats[self._chat] = self._who
        for team in config["teams"]:
            for channel in team["channels"]:
                self._channels[f"{team['name']} - {channel['name']}"] = channel["id"]

    def _is_first(self, who: str) -> bool:
        """Whether the playground itself takes what is written for theirs."""
        return who == next(iter(self._everybody))

    async def _be_somebody(self, route: Route) -> None:
        """The page asks who sits at it."""
        told = copy.deepcopy(self._playground.set_up)
        config, here = told["config"], self._everybody[self._who]
        first = config["currentUser"]
        config["users"] = [first if person["id"] == here["id"] else person for person in config["users"]]
        config["currentUser"], config["personalChat"]["id"] = here, self._chat
        for place in [*config["groupChats"], *config["teams"]]:
            place["members"] = [first["id"] if who == here["id"] else who for who in place["members"]]
        await route.fulfill(json=told)

    async def _install(self, route: Route) -> None:
        """Each page says it of its chat and of the first channel that it opens; Teams once for a chat or a team."""
        conversation = unquote(route.request.url.split("/")[-2])
        place = "team" if conversation in self._channels.values() else conversation
        is_known = place in self._playground.installed
        self._playground.installed.add(place)
        if self._is_first(self._who) and not is_known:
            await route.continue_()
            return
        await route.fulfill(status=200)
        for kind in () if is_known else ("install", "botAdded"):
            await self._tell(conversation, kind, self._who)

    async def _tell_of_app(self, kind: str) -> None:
        await self._tell(self._channels.get(self._place, self._chat), kind, self._actor)

    async def _tell(self, conversation: str, kind: str, who: str) -> None:
        activity = await self._wire.blank(conversation, kind)
        await self._wire.tell(activity | {"from": nameless(self._everybody[who])})

    async def _press(self, route: Route) -> None:
        """Here the playground believes who it was."""
        pressed = body(route)
        await route.continue_(post_data={**pressed, "from": {"id": self._everybody[self._actor]["id"]}})

    async def _speak(self, route: Route) -> None:
        """Of a message without a mention the playground doesn't tell the bot; then we tell it, and who it was."""
        typed, actor = body(route), self._everybody[self._actor]
        conversation = unquote(route.request.url.split("/")[-2])
        is_ours = not self._is_first(self._actor)
        if is_ours and conversation == self._chat:
            now = int(time.time() * 1000)
            await route.fulfill(json={"messageId": str(now), "timestamp": now})
            await self._wire.message(conversation, actor, typed)
            return
        answer = await route.fetch(post_data={**typed, "mentions": []} if is_ours else typed)
        kept = await answer.json()
        await route.fulfill(response=answer)
        if conversation in self._channels.values() or THREAD in conversation:
            self._playground.relay.spread(written(conversation, actor["id"], typed, kept), but=self._who)
        if is_ours and typed.get("mentions"):
            await self._wire.message(kept.get("postConversationId", conversation), actor, typed)

    def _listen(self, socket: WebSocketRoute) -> None:
        """What the playground doesn't tell this page, we do; what is in the first person's chat is not for others."""
        first = self._playground.set_up["config"]["personalChat"]["id"]

        def hear(frame: str | bytes) -> None:
            if self._is_first(self._who) or json.loads(frame).get("actionConversationId") != first:
                socket.send(frame)

        socket.connect_to_server().on_message(hear)
        bot = {"id": self._playground.set_up["config"]["bot"]["id"]}

        def show(frame: dict[str, Any]) -> None:
            socket.send(json.dumps({**frame, "message": {"from": bot, **frame["message"]}}))

        self._playground.relay.pages[self._who] = show


def is_trouble(said: ConsoleMessage) -> bool:
    """What the page wants from Microsoft's own servers it doesn't get."""
    return said.type == "error" and not said.text.startswith("Failed to load")


def body(route: Route) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(route.request.post_data or "{}")
    return found


async def a_page(browser: Browser, playground: Playground, who: str) -> Teams:
    """`who` by name, as in the playground's file."""
    page = await browser.new_page(viewport=WIDE)  # type: ignore[arg-type]
    teams = Teams(page, playground, who)
    await teams.enter()
    return teams
