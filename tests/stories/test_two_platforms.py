"""One campaign on two platforms: Sales reads in one, Service in the other; seats, wishes, pulse and report are one.

Who is in both directories under one address is one person: one seat, one vote, and told in private once.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import count

from bot.commands import read_command
from bot.inbound import AnswerPulse, Installed, Join, Origin, Overview, Person, React
from bot.platforms.base import DeliveryError
from campaigns.delivery import Delivery, State
from campaigns.model import Campaign
from campaigns.moments import InWeek
from campaigns.seats import SeatBook
from storage.tables import BINDINGS, DELIVERIES, PULSES, REACTIONS, SEATS, VOTES, Binding
from tests.bot.conversation import a_whole_campaign
from tests.builders import a_post, some_seats
from tests.fakes import FakePlatform, directory_of
from tests.running_bot import RunningBot, a_running_bot

BOTH = ("sales", "service")
CALL = a_post(
    kind="call", sender="sandra", when=InWeek(week=4, weekday=0, at=time(9, 30)), for_audiences=BOTH,
    texts=("Have a say. {{places_left}} of {{places_total}} places are free.",),
)  # fmt: skip
PULSE = a_post(
    kind="pulse", when=InWeek(week=4, weekday=2, at=time(9, 30)), for_audiences=BOTH, texts=(),
    question="I know what changes.",
)  # fmt: skip
BEFORE = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
CALLED = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
ASKED = CALLED + timedelta(days=2)
_EVENTS = count(1)


@dataclass
class Two:
    """Sales reads in `teams`, Service in `slack`; both directories know everybody with a role."""

    bot: RunningBot
    teams: FakePlatform
    slack: FakePlatform

    def by(self, name: str, platform: str, channel: str | None = None, about: str = "") -> Origin:
        campaign = self.bot.ctx.campaigns["crm"]
        role = campaign.people.get(name)
        chat = role.chat if role else f"{name}@example.com"
        person = Person(f"{platform}:{name}", role.name if role else name.title(), chat)
        return Origin(platform, person, f"event-{next(_EVENTS)}", channel, about)

    async def says(self, name: str, platform: str, text: str, channel: str | None = None) -> str:
        return await self.bot.hears(read_command(text, self.by(name, platform, channel)))

    def told(self, name: str) -> list[tuple[str, str]]:
        """What this person got in private, with where."""
        return [
            (platform.name, item.message.text)
            for platform in (self.teams, self.slack)
            for item in platform.sent
            if item.place == f"{platform.name}:{name}"
        ]

    async def book(self) -> SeatBook:
        async with self.bot.ctx.store.transaction() as tx:
            book = await tx.get(SEATS, "crm")
        assert book is not None
        return book

    async def post(self, post: str, audience: str) -> Delivery:
        return await self.bot.post_of(post, audience)


async def two_platforms(campaign: Campaign | None = None) -> Two:
    campaign = campaign or a_whole_campaign(posts=(CALL, PULSE), seats=some_seats())
    teams = FakePlatform("teams", directory=directory_of([campaign], "teams"))
    slack = FakePlatform("slack", directory=directory_of([campaign], "slack"))
    bot = await a_running_bot(campaign, now=BEFORE, platform=teams, given=5)
    bot.ctx.platforms = {"teams": teams, "slack": slack}
    bot.restart()
    async with bot.ctx.store.transaction() as tx:
        for audience, platform, channel in (("sales", "teams", "19:sales"), ("service", "slack", "C1")):
            await tx.put(BINDINGS, f"crm/{audience}", Binding("crm", audience, platform, channel))
    return Two(bot, teams, slack)


async def called() -> Two:
    """The call is out on both."""
    two = await two_platforms()
    await two.bot.until(CALLED - timedelta(days=1))
    for name, platform, text in (
        ("sandra", "slack", "approve call-1"), ("joris", "teams", "approve pulse-1"),
    ):  # fmt: skip
        assert "Thank you" in await two.says(name, platform, text)
    await two.bot.until(CALLED)
    return two


def cards(platform: FakePlatform, channel: str) -> list[str]:
    """What each post in this channel shows now."""
    shown = {item.ref: item.message.text for item in platform.sent if item.place == channel}
    return list({**shown, **{item.ref: item.message.text for item in platform.updated if item.ref in shown}}.values())


async def test_each_audience_reads_the_same_post_where_it_is() -> None:
    two = await called()
    assert len(cards(two.teams, "19:sales")) == len(cards(two.slack, "C1")) == 1
    assert "3 of 3 places are free" in cards(two.teams, "19:sales")[0]
    assert cards(two.slack, "C1") == cards(two.teams, "19:sales")


async def test_whoever_approves_is_asked_once_and_may_answer_on_either_platform() -> None:
    """Sandra is in both directories; she is asked on one of them and says yes on the other."""
    two = await called()
    assert {where for where, _ in two.told("sandra")} == {"teams"}
    assert len({where for where, _ in two.told("joris")}) == 1
    asked = [text for _, text in two.told("sandra") if "Have a say" in text]
    assert len(asked) == 1
    answered = [item for item in two.teams.updated if item.place == "teams:sandra"]
    assert [item.message.buttons for item in answered] == [()], "the card that she did not press shows her yes"


async def test_three_seats_are_shared_and_both_cards_count_them() -> None:
    two = await called()
    assert "Place 1 of 3" in await two.says("anna", "teams", "join", "19:sales")
    assert "Place 2 of 3" in await two.says("bilal", "slack", "join", "C1")
    assert "1 of 3 places are free" in cards(two.teams, "19:sales")[0]
    assert "1 of 3 places are free" in cards(two.slack, "C1")[0]
    assert "Place 3 of 3" in await two.says("chiara", "slack", "join", "C1")
    assert "number 1 on the reserve list" in await two.says("daan", "teams", "join", "19:sales")
    await two.says("bilal", "slack", "leave")
    assert [(where, "place has opened up" in text) for where, text in two.told("daan")] == [("teams", True)]
    assert "Good, the place is yours" in await two.says("daan", "teams", "join")
    book = await two.book()
    assert {entry.person: entry.team for entry in book.seated} == {
        "teams:anna": "sales", "slack:chiara": "service", "teams:daan": "sales",
    }  # fmt: skip


async def test_one_person_on_both_has_one_seat_one_list_of_wishes_and_one_overview() -> None:
    two = await called()
    await two.says("anna", "teams", "join", "19:sales")
    card = (await two.post("call-1", "service")).key
    assert "already take part" in await two.bot.hears(Join(two.by("anna", "slack", "C1", card)))
    await two.says("anna", "teams", "wish faster", "19:sales")
    assert "already have this wish" in await two.says("anna", "slack", "wish faster")
    shown = [await two.bot.hears(Overview(two.by("anna", platform))) for platform in ("teams", "slack")]
    assert shown[0] == shown[1]
    assert "You have a place." in shown[0]
    assert "“faster” (1)" in shown[0]
    assert list((await two.book()).entries) == ["teams:anna"]
    data = await two.says("anna", "slack", "my data")
    assert "You: Anna · anna@example.com · teams" in data
    assert "You: Anna · anna@example.com · slack" in data
    await two.says("joris", "slack", "wish planned 1 12 March")
    assert [where for where, text in two.told("anna") if "planned" in text] == ["teams"], "once, and in one place"


async def test_a_pulse_has_one_vote_for_one_person_and_one_report_for_all() -> None:
    two = await called()
    await two.says("anna", "slack", "help", "C1")
    await two.bot.until(ASKED)
    for platform, channel, audience in (("teams", "19:sales", "sales"), ("slack", "C1", "service")):
        about = (await two.post("pulse-1", audience)).key
        await two.bot.hears(AnswerPulse(two.by("anna", platform, channel, about), answer="5"))
        for emoji in ("👍", "👍"):
            await two.bot.hears(React(two.by("anna", platform, channel, about), emoji=emoji))
        for number in range(3):
            await two.bot.hears(AnswerPulse(two.by(f"p{number}", platform, channel, about), answer="2"))
    async with two.bot.ctx.store.transaction() as tx:
        counts = [count for _, count in await tx.find(PULSES)]
        assert len(await tx.find(VOTES)) == sum(count.answered for count in counts) == 7
        assert len(await tx.find(REACTIONS)) == 2, "two posts, one reaction on each"
    assert {count.audience for count in counts} == {"sales", "service"}
    assert "answers)" not in await two.says("joris", "slack", "report"), "still open"
    await two.bot.until(ASKED + timedelta(days=7))
    reports = [await two.says("joris", platform, "report") for platform in ("teams", "slack")]
    assert reports[0] == reports[1]
    assert "(7 answers)" in reports[0]


async def test_both_signed_up_before_the_address_was_known_and_one_seat_goes_on() -> None:
    two = await called()
    hidden = Person("slack:anna", "Anna")
    await two.says("anna", "teams", "join", "19:sales")
    await two.bot.hears(Join(Origin("slack", hidden, "hidden", "C1")))
    await two.says("bilal", "slack", "join", "C1")
    await two.says("daan", "teams", "join", "19:sales")
    assert (await two.book()).holders == ("teams:anna", "slack:anna", "slack:bilal")
    await two.says("anna", "slack", "seats", "C1")
    assert (await two.book()).holders == ("teams:anna", "slack:bilal", "teams:daan")
    [(where, told)] = two.told("anna")
    assert (where, "two chat apps" in told, "You have a place." in told) == ("teams", True, True)
    assert [where for where, text in two.told("daan") if "place has opened up" in text] == ["teams"]


async def test_who_can_not_be_reached_on_the_first_is_told_on_the_other_and_only_there() -> None:
    two = await called()
    for name, platform, channel in (("anna", "teams", "19:sales"), ("bilal", "slack", "C1"), ("chiara", "slack", "C1")):
        await two.says(name, platform, "join", channel)
    await two.says("daan", "teams", "join", "19:sales")
    await two.says("daan", "slack", "help", "C1")
    two.teams.failures.append(DeliveryError("The app was removed.", channel_closed=True))
    await two.says("anna", "teams", "leave")
    assert [(where, "place has opened up" in text) for where, text in two.told("daan")] == [("slack", True)]
    assert two.told("joris") == [(where, text) for where, text in two.told("joris") if "Daan" not in text]
    async with two.bot.ctx.store.transaction() as tx:
        [offer] = [item for _, item in await tx.find(DELIVERIES, person="teams:daan")]
    assert (offer.state, offer.channel) == (State.SENT, "slack:daan")


async def test_where_nobody_can_be_reached_the_notice_waits_for_whoever_installs_the_app_anew() -> None:
    two = await called()
    for name, platform, channel in (("anna", "teams", "19:sales"), ("bilal", "slack", "C1"), ("chiara", "slack", "C1")):
        await two.says(name, platform, "join", channel)
    await two.says("daan", "teams", "join", "19:sales")
    await two.says("daan", "slack", "help", "C1")
    shut = DeliveryError("The app was removed.", channel_closed=True)
    two.teams.failures.append(shut)
    two.slack.failures.append(shut)
    await two.says("anna", "teams", "leave")
    assert two.told("daan") == []
    await two.bot.hears(Installed(two.by("daan", "slack")))
    assert len(two.told("daan")) == 1


async def test_forgetting_on_one_platform_erases_both_and_makes_room() -> None:
    two = await called()
    await two.says("anna", "teams", "join", "19:sales")
    await two.says("anna", "slack", "wish about anna", "C1")
    for name in ("bilal", "chiara", "daan"):
        await two.says(name, "slack", "join", "C1")
    await two.says("anna", "slack", "forget me")
    kept = [f"{t} {key} {json.dumps(d, default=str)}" async for t, key, d in two.bot.ctx.store.all_documents()]
    assert [line for line in kept if "anna" in line.casefold()] == []
    assert len(two.told("daan")) == 1


async def test_stop_on_one_platform_is_heard_on_both_and_a_role_still_hears_what_it_must() -> None:
    two = await called()
    await two.says("anna", "teams", "wish faster", "19:sales")
    await two.says("anna", "slack", "stop")
    await two.says("joris", "teams", "wish done 1")
    assert two.told("anna") == []


async def test_who_leads_a_team_stops_everything_from_either_platform() -> None:
    two = await two_platforms()
    await two.bot.until(CALLED - timedelta(days=1))
    for name, text in (("sandra", "approve call-1"), ("karim", "pause")):
        await two.says(name, "slack", text)
    await two.bot.until(CALLED)
    assert cards(two.teams, "19:sales") == cards(two.slack, "C1") == []
    await two.says("joris", "slack", "resume")
    await two.bot.until(CALLED + timedelta(minutes=5))
    assert len(cards(two.teams, "19:sales")) == len(cards(two.slack, "C1")) == 1
