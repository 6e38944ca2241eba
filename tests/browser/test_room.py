"""The room as a newcomer uses it: approve, see the post appear, join, see the count change, leave, and be promoted."""

from pathlib import Path

from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.conftest import PICTURES

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 360, "height": 740}
CALL = "Would you like a say in CRM?"


class Room:
    """One open page, and what a person can do in it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self._address = address
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda said: self.problems.append(said.text) if said.type == "error" else None)

    async def enter(self, who: str, place: str = "") -> None:
        await self.page.goto(f"{self._address}?as=room:{who}" + (f"&in={place}" if place else ""))
        await expect(self.page.get_by_role("main")).to_be_visible()

    async def press(self, name: str, where: Locator | None = None) -> None:
        await (where or self.page).get_by_role("button", name=name, exact=True).click()

    async def say(self, words: str) -> None:
        box = self.page.get_by_role("textbox").last
        await box.fill(words)
        await box.press("Enter")

    async def card(self, text: str) -> Locator:
        card = self.page.get_by_role("article").filter(has_text=text)
        await expect(card.first).to_be_visible()
        return card.first

    async def until(self, text: str, presses: int = 12) -> Locator:
        """Go from post to post until this one is there."""
        wanted = self.page.get_by_role("article").filter(has_text=text)
        for _ in range(presses):
            if await wanted.count():
                break
            before = await self.page.get_by_role("article").count()
            await self.press("Next post")
            await expect(self.page.get_by_role("article")).not_to_have_count(before)
        return await self.card(text)

    async def picture(self, name: str) -> None:
        if PICTURES:
            await self.page.wait_for_timeout(400)
            await self.page.screenshot(path=Path(PICTURES) / f"{name}.png")


async def a_room(browser: Browser, address: str) -> Room:
    page = await browser.new_page(viewport=WIDE)  # type: ignore[arg-type]
    return Room(page, address)


async def test_approve_post_join_leave_and_the_reserve_is_promoted(browser: Browser, rehearsal: str) -> None:
    room = await a_room(browser, rehearsal)
    await _the_director_approves(room)
    await _anna_and_bilal_sign_up(room)
    await _bilal_gets_the_place(room)
    assert room.problems == []


async def _the_director_approves(room: Room) -> None:
    """The clock waits for her; the card says who answered, and can't be answered again."""
    await room.enter("sandra", "private")
    await room.press("Play")
    await expect(room.page.get_by_text("has not answered about management-1")).to_be_visible(timeout=30_000)
    card = await room.card("Approval asked: management-1")
    await room.picture("approval-wide")
    await room.press("Approve", card)
    await expect(card.get_by_role("button", name="Approve", exact=True)).to_have_count(0)
    await expect(card).to_contain_text("Sandra de Wit")
    await room.enter("sandra", "one-customer-view/sales")
    await room.press("Next post")
    post = await room.card("From 1 March we record every customer conversation in CRM.")
    await expect(post).to_contain_text("via Klankbord")
    await room.picture("post-wide")


async def _anna_and_bilal_sign_up(room: Room) -> None:
    """One seat a team: Anna has it, Bilal is first on the reserve list."""
    await room.enter("anna")
    call = await room.until(CALL)
    await expect(call).to_contain_text("3 of 3 places free")
    await room.press("Join", call)
    await expect(call).to_contain_text("2 of 3 places free")
    await expect(room.page.get_by_text("You take part. Place 1 of 3.")).to_be_visible()
    await room.picture("joined-wide")
    await room.enter("bilal")
    await expect(room.page.get_by_text("You take part. Place 1 of 3.")).to_have_count(0)
    await room.say("join")
    await expect(room.page.get_by_text("You are number 1 on the reserve list").first).to_be_visible()


async def _bilal_gets_the_place(room: Room) -> None:
    await room.enter("anna")
    await room.say("leave")
    await expect(room.page.get_by_text("You no longer take part.").first).to_be_visible()
    await room.enter("bilal", "private")
    offer = await room.card("A place has opened up and it is for you.")
    await room.press("I take the place", offer)
    await expect(room.page.get_by_text("the place is yours").first).to_be_visible()
    await room.picture("promoted-wide")


async def test_the_room_works_on_a_phone_and_by_keyboard_alone(browser: Browser, rehearsal: str) -> None:
    page = await browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    room = Room(page, rehearsal)
    await room.enter("anna")
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"], "the page is wider than the phone"
    await room.picture("empty-phone")
    next_post = page.get_by_role("button", name="Next post", exact=True)
    await next_post.focus()
    await page.keyboard.press("Enter")
    await room.card("From 1 March we record")
    await room.picture("post-phone")
    box = page.get_by_role("textbox").last
    await box.focus()
    await page.keyboard.type("jion")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Do you mean “join”?").first).to_be_visible()
    await room.picture("near-miss-phone")
    await page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    assert await cut_off_speeds(page) == []
    assert room.problems == []


async def cut_off_speeds(page: Page) -> list[str]:
    cut_off: list[str] = await page.evaluate(
        """() => {
          const select = document.getElementById("speed");
          const has = select.getBoundingClientRect().width;
          return [...select.options].map((option) => option.textContent).filter((words) => {
            const alone = select.cloneNode(false);
            alone.append(new Option(words));
            alone.style.cssText = "position: absolute; width: auto; max-width: none";
            select.after(alone);
            const needs = alone.getBoundingClientRect().width;
            alone.remove();
            return needs > has;
          });
        }"""
    )
    return cut_off


async def test_a_colleague_does_not_see_what_only_somebody_else_may_see(browser: Browser, rehearsal: str) -> None:
    room = await a_room(browser, rehearsal)
    await room.enter("anna")
    await room.say("help")
    await expect(room.page.get_by_text("Only you see this").first).to_be_visible()
    await room.enter("bilal")
    await expect(room.page.get_by_text("Only you see this")).to_have_count(0)
    assert room.problems == []
