"""What would break: a script line that does something else than the same act on a platform."""

from datetime import UTC, datetime

import pytest

from bot.assembly import Bot
from bot.inbound import AnswerPulse, Approve, Inbound, Join, MyData, React, Reject, Write
from bot.platforms.base import Answer
from bot.rehearsal.script_player import people_of, play, with_row
from campaigns.delivery import Delivery, State
from campaigns.measurements import Measurements
from campaigns.message import Button, Message, Part
from campaigns.script import ScriptLine
from storage.tables import DELIVERIES
from tests.builders import a_campaign, an_occurrence
from tests.fakes import a_context

TUESDAY = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)
CAMPAIGN = a_campaign()


class Listening:
    """In the bot's place: it hears, and answers nothing."""

    def __init__(self) -> None:
        self.ctx = a_context([CAMPAIGN], now=TUESDAY)
        self.heard: list[Inbound] = []

    async def hear(self, inbound: Inbound) -> Answer | None:
        self.heard.append(inbound)
        return None

    async def sent(self, post: str, *, hour: int, button: Button, audience: str = "sales") -> str:
        occurrence = an_occurrence(post=post, audience=audience, at=TUESDAY.replace(hour=hour))
        message = Message("en", "tip", (Part("x"),), about=occurrence.key, buttons=(button,))
        delivery = Delivery(
            occurrence.key, "crm", occurrence.at, None, State.SENT, occurrence=occurrence, message=message
        )
        async with self.ctx.store.transaction() as tx:
            await tx.put(DELIVERIES, delivery.key, delivery)
        return delivery.key


def a_line(act: str, what: str, **changes: str) -> ScriptLine:
    return ScriptLine(3, TUESDAY, act, what, **{"who": "anna", "audience": "sales", **changes})  # type: ignore[arg-type]


async def heard(line: ScriptLine, bot: Listening | None = None) -> Inbound:
    bot = bot or Listening()
    await play(cast_bot(bot), CAMPAIGN, line)
    return bot.heard[-1]


def cast_bot(bot: Listening) -> Bot:
    return bot  # type: ignore[return-value]


async def test_what_is_said_is_read_as_typed_by_that_person_in_that_channel() -> None:
    inbound = await heard(a_line("says", "my data"))
    assert isinstance(inbound, MyData)
    assert (inbound.origin.person.id, inbound.origin.channel) == ("room:anna", "crm/sales")
    assert inbound.origin.event == "script/3"


async def test_people_of_the_campaign_have_their_address() -> None:
    inbound = await heard(a_line("approves", "tip-1", who="joris"))
    assert isinstance(inbound, Approve)
    assert (inbound.post, inbound.origin.person.chat, inbound.origin.about) == ("tip-1", "joris@example.com", "crm")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (a_line("rejects", "tip-1", who="joris", because="No."), Reject),
        (a_line("writes", "We heard you.", who="joris", post="tip-1"), Write),
        (a_line("reacts", "👍"), React),
    ],
)
async def test_each_act_is_that_act(line: ScriptLine, expected: type[Inbound]) -> None:
    assert type(await heard(line)) is expected


async def test_a_press_is_on_the_newest_post_of_that_channel_that_has_the_button() -> None:
    bot = Listening()
    join = Button("join", "Take part", "crm")
    await bot.sent("call-1", hour=8, button=join)
    newest = await bot.sent("call-2", hour=9, button=join)
    await bot.sent("tip-1", hour=10, button=Button("why", "Why", "crm"))
    await bot.sent("call-3", hour=11, button=join, audience="service")
    pressed = await heard(a_line("presses", "join"), bot)
    assert isinstance(pressed, Join)
    assert pressed.origin.about == newest
    named = await heard(a_line("presses", "join", post="call-1"), bot)
    assert "call-1" in named.origin.about


async def test_a_pulse_is_answered_by_its_number() -> None:
    bot = Listening()
    pulse = await bot.sent("pulse-1", hour=9, button=Button("pulse", "4", "crm", value="4"))
    answered = await heard(a_line("presses", "4"), bot)
    assert isinstance(answered, AnswerPulse)
    assert (answered.answer, answered.origin.about) == ("4", pulse)


def test_people_of_a_script_are_in_the_audience_where_they_first_speak() -> None:
    lines = (
        a_line("says", "help"), a_line("says", "help", audience="service"), a_line("says", "x", who="joris"),
        ScriptLine(9, TUESDAY, "stops", "bot for 1 hour"),
    )  # fmt: skip
    [anna] = people_of(CAMPAIGN, lines)
    assert (anna.id, anna.name, anna.audiences) == ("room:anna", "Anna", ("crm/sales",))


def test_a_measurement_is_a_row_like_one_in_the_file() -> None:
    fields = {"week": "2", "team": "sales", "measure": "notes", "count": "6", "total": "10"}
    after = with_row(Measurements(), ScriptLine(1, TUESDAY, "measures", "", fields=fields))
    [row] = after.of(measure="notes", team="sales")
    assert (row.week, row.count, row.total) == (2, 6, 10)
