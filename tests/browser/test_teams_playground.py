"""A whole small campaign in Microsoft's own Teams client for bots: what everybody reads, presses and types there."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser.playground.process import ROOT, Playground, a_playground
from tests.browser.playground.teams import Teams, a_page
from tests.processes import a_process

STORY = Path(__file__).parent / "playground" / "story.yaml"
CHANNEL = "Sales - General"
ASKED = "Which screen do you mean?"


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    file = tmp_path / "story.yaml"
    file.write_text(STORY.read_text(encoding="utf-8"), encoding="utf-8")
    return file


@pytest.fixture
async def playground(campaign: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Playground]:
    """The real bot rehearses the campaign in the playground profile, on a fast clock."""
    monkeypatch.delenv("KLANKBORD_PICTURES", raising=False)  # ours, and no setting of the bot
    command = [sys.executable, "app.py", "rehearse", str(campaign), "--playground", "--port", "0"]
    more = ["--speed", "1d=300ms", "--store", f"tinydb:{campaign.parent / 'story.db'}"]
    with a_process([*command, *more], folder=ROOT, environment={"PYTHONUNBUFFERED": "1"}) as process:
        assert process.stdout is not None
        line = next((line for line in process.stdout if "/api/messages" in line), "")
        assert line, process.stderr.read() if process.stderr is not None else ""
        door = next(word for word in line.split() if word.startswith("http")).rstrip(".")
        async with a_playground(door, campaign.parent) as opened:
            yield opened


async def test_a_campaign_from_installing_the_app_to_the_reserve_who_is_promoted(
    browser: Browser, playground: Playground, campaign: Path
) -> None:
    joris = await a_page(browser, playground, "Joris Hendriks")
    sandra = await a_page(browser, playground, "Sandra de Wit")
    els = await a_page(browser, playground, "Els Kuiper")
    await joris.open(CHANNEL)
    await joris.post("connect sales")
    await joris.open("Personal Chat")
    for text in ("Click the star", "Click the clock"):
        await joris.press("Approve", await joris.card(text))
    await sandra_asks_for_a_change_and_approves(sandra, campaign)
    await joris.open(CHANNEL)
    await joris.reads("3 of 3 places are open")
    await joris.picture("teams-call")
    await three_join_and_a_fourth_is_on_the_reserve(joris, els)
    await one_leaves_and_the_fourth_is_told(joris, els)
    assert [page.problems for page in (joris, sandra, els)] == [[], [], []]


async def sandra_asks_for_a_change_and_approves(sandra: Teams, campaign: Path) -> None:
    """The owner mends the text, so it is another one, and Sandra is asked again."""
    card = await sandra.card("Do you want a say in the customer screen?")
    await sandra.picture("teams-approval")
    await sandra.press("Ask for a change", card)
    await sandra.fill("What should be different?", ASKED, card)
    await sandra.press("Send", card)
    mend(campaign, "the customer screen?", "the new customer screen?")
    card = await sandra.card("Do you want a say in the new customer screen?")
    await sandra.press("Approve", card)
    await sandra.reads("Approved")
    await sandra.picture("teams-approved")


def mend(campaign: Path, words: str, better: str) -> None:
    campaign.write_text(campaign.read_text(encoding="utf-8").replace(words, better), encoding="utf-8")


async def three_join_and_a_fourth_is_on_the_reserve(channel: Teams, els: Teams) -> None:
    for number, who in enumerate(("Anna Smit", "Bilal Demir"), 1):
        channel.act_as(who)
        await channel.press("Join", await channel.card("Do you want a say"))
        await channel.reads(f"{3 - number} of 3 places are open")
    channel.act_as("Karim Bouzid")
    await channel.post("join")
    await channel.reads("0 of 3 places are open")
    await channel.post("join.")
    await channel.picture("teams-full")
    channel.act_as("Els Kuiper")
    await channel.post("meedoen")
    await els.reads("reserve list")


async def one_leaves_and_the_fourth_is_told(channel: Teams, els: Teams) -> None:
    channel.act_as("Anna Smit")
    await channel.post("leave")
    await els.card("I take the place")
    await els.picture("teams-promoted")
