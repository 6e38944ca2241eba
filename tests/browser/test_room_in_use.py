"""What would break while somebody uses the room: a slow answer that wins, a caret that jumps, words that do not fit,
older messages that can't be reached."""

import asyncio
import re
from typing import Any

import pytest
from playwright.async_api import Browser, Page, Route, expect

from tests.browser.test_room import NARROW, WIDE, cut_off_speeds

SALES = "one-customer-view/sales"
VERKOOP = "een-klantbeeld/verkoop"


async def acted(page: Page, where: str, **what: Any) -> None:
    """What somebody else does meanwhile, or what would take too long by hand."""
    answer = await page.request.post(f"/room/{where}", data=what)
    assert answer.ok, await answer.text()


async def said(page: Page, number: int, text: str, *, who: str = "anna", place: str = SALES, thread: str = "") -> None:
    words = {"place": place, "text": text, "thread": thread}
    await acted(page, "say", **{"as": f"room:{who}", "event": f"event-{number:04}", **words})


async def much_was_said(page: Page, count: int) -> None:
    """While nobody looks, so that it is quick."""
    address = page.url
    await page.goto("about:blank")
    for number in range(count):
        await said(page, number, f"Message {number}.")
    await page.goto(address)


@pytest.fixture
async def page_of_anna(browser: Browser, rehearsal: str) -> Page:
    context = await browser.new_context(viewport=WIDE, base_url=rehearsal.removesuffix("/room"))  # type: ignore[arg-type]
    page = await context.new_page()
    await page.goto(f"{rehearsal}?as=room:anna&in={SALES}")
    await expect(page.get_by_role("main")).to_be_visible()
    return page


async def test_the_last_click_wins_from_a_slower_answer(page_of_anna: Page) -> None:
    page = page_of_anna
    let_go, passed = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        if "in=private" in route.request.url:
            await let_go.wait()
        await route.continue_()
        passed.set()

    await page.route(re.compile(r"/room\?"), hold)
    async with page.expect_response(lambda answer: "in=private" in answer.url) as slow:
        await page.locator("#places a").last.click()
        await page.locator("#places a").first.click()
        await passed.wait()
        let_go.set()
    await (await slow.value).finished()
    await page.wait_for_timeout(200)
    assert await page.locator("#app").get_attribute("data-place") == SALES
    assert "private" not in page.url


async def test_the_caret_stays_where_it_is_when_somebody_reacts_to_the_card(page_of_anna: Page) -> None:
    page = page_of_anna
    await page.get_by_role("button", name="Next post").click()
    await page.get_by_role("button", name="Reply").last.click()
    await page.keyboard.type("my draft")
    for _ in range(5):
        await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("Shift+ArrowLeft")
    card = page.locator("#log > li").last
    key = await card.get_attribute("data-key")
    liked = {"as": "room:bilal", "event": "event-react", "key": key, "emoji": "👍", "added": True}
    await acted(page, "react", **liked)
    await expect(card.locator(".tally").first).to_be_visible()
    await page.keyboard.type("-")
    assert await page.evaluate("document.activeElement.value") == "my-draft"


async def test_every_speed_and_the_longest_name_fit_the_narrowest_phone(browser: Browser, dutch_rehearsal: str) -> None:
    context = await browser.new_context(viewport=NARROW, base_url=dutch_rehearsal.removesuffix("/room"))  # type: ignore[arg-type]
    page = await context.new_page()
    await page.goto(f"{dutch_rehearsal}?as=room:anna&in={VERKOOP}")
    assert await cut_off_speeds(page) == []
    await acted(page, "person", name="Wolfeschlegelsteinhausen" * 3, channel=VERKOOP)
    name = ("wolfeschlegelsteinhausen" * 3)[:60]
    await said(page, 1, "Wat vinden jullie ervan?", who=name, place=VERKOOP)
    await page.reload()
    await expect(page.locator(".author")).to_be_visible()
    await page.get_by_role("button", name="Kanalen openen").click()
    await page.locator("#picker summary").click()
    wider = await page.evaluate(
        """() => ["#scroll", "#log", ".byline", "#picker .sheet"].filter((one) => {
          const box = document.querySelector(one);
          return box.scrollWidth > box.clientWidth;
        })"""
    )
    assert wider == []


async def test_an_answer_brings_its_old_post_along_and_older_messages_come_by_keyboard(page_of_anna: Page) -> None:
    """And what is read stays where it is."""
    page = page_of_anna
    await much_was_said(page, 410)
    items = page.locator("#log > li")
    await expect(items).to_have_count(200)
    await said(page, 999, "I do.", thread="said/room:anna/event-0000")
    await expect(items.first).to_contain_text("Message 0.")
    await expect(items.first).to_contain_text("I do.")
    await page.reload()
    await expect(items).to_have_count(200)
    await expect(page.get_by_text("Message 409.")).to_be_in_viewport()
    await page.locator("#log").focus()
    await page.keyboard.press("Shift+Tab")
    await expect(page.get_by_role("link", name="Earlier messages")).to_be_focused()
    before = await page.get_by_text("Message 220.").bounding_box()
    await page.keyboard.press("Enter")
    await expect(items).to_have_count(400)
    after = await page.get_by_text("Message 220.").bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 2
    await expect(page.get_by_role("link", name="Earlier messages")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(items).to_have_count(410)
    await expect(page.get_by_role("link", name="Earlier messages")).to_have_count(0)
