"""Play the lines of a script: each becomes the same inbound act that a platform would hand over."""

from typing import cast

from bot.assembly import Bot
from bot.commands import read_command
from bot.inbound import Approve, Inbound, Origin, Person, React, Reject, Write
from bot.platforms.pressing import Press, read_press
from bot.platforms.room.people import RoomPerson, channel_id
from campaigns.delivery import Delivery, State
from campaigns.measurements import Measurements
from campaigns.message import Verb
from campaigns.model import Campaign
from campaigns.script import ScriptLine
from storage.tables import DELIVERIES


def people_of(campaign: Campaign, lines: tuple[ScriptLine, ...]) -> tuple[RoomPerson, ...]:
    """Whoever the script names and the campaign does not: employees of the audience they first speak in."""
    found: dict[str, RoomPerson] = {}
    for line in lines:
        if line.who and line.who not in campaign.people and line.audience is not None:
            person = f"room:{line.who}"
            name = line.who.capitalize()
            found.setdefault(person, RoomPerson(person, name, audiences=(channel_id(campaign.id, line.audience),)))
    return tuple(found.values())


def with_row(measurements: Measurements, line: ScriptLine) -> Measurements:
    row = line.fields
    numbers = {key: int(row[key]) for key in ("week", "count", "total")}
    return measurements.with_row(team=row["team"], measure=row["measure"], **numbers)


async def play(bot: Bot, campaign: Campaign, line: ScriptLine) -> None:
    """One line of somebody who does something; measurements and downtime are the rehearsal's own."""
    await bot.hear(await _inbound(bot, campaign, line))


async def _inbound(bot: Bot, campaign: Campaign, line: ScriptLine) -> Inbound:
    match line.act:
        case "says":
            return read_command(line.what, _origin(campaign, line))
        case "approves":
            return Approve(_origin(campaign, line, about=campaign.id), post=line.what)
        case "rejects":
            return Reject(_origin(campaign, line, about=campaign.id), post=line.what, because=line.because)
        case "writes":
            return Write(_origin(campaign, line, about=campaign.id), post=line.post, text=line.what)
    sent = await _newest_sent(bot, campaign, line)
    origin = _origin(campaign, line, about=sent.key if sent else campaign.id)
    if line.act == "reacts":
        return React(origin, emoji=line.what)
    return read_press(_press(line), origin)


def _press(line: ScriptLine) -> Press:
    """The buttons of a pulse are its answers."""
    if line.what.isdigit():
        return Press("pulse", value=line.what)
    return Press(cast(Verb, line.what))


def _origin(campaign: Campaign, line: ScriptLine, about: str = "") -> Origin:
    known = campaign.people.get(line.who)
    name, chat = (known.name, known.chat) if known else (line.who.capitalize(), None)
    channel = channel_id(campaign.id, line.audience) if line.audience is not None else None
    return Origin("room", Person(f"room:{line.who}", name, chat), f"script/{line.line}", channel, about)


async def _newest_sent(bot: Bot, campaign: Campaign, line: ScriptLine) -> Delivery | None:
    """The post that a press or a reaction is on: the newest of that audience that has such a button."""
    async with bot.ctx.store.transaction() as tx:
        sent = await tx.find(DELIVERIES, campaign=campaign.id, state=State.SENT)
    fitting = [delivery for _, delivery in sent if _fits(delivery, line)]
    return max(fitting, key=lambda delivery: delivery.due, default=None)


def _fits(delivery: Delivery, line: ScriptLine) -> bool:
    occurrence, message = delivery.occurrence, delivery.message
    if occurrence is None or message is None or occurrence.audience != line.audience:
        return False
    if line.post and occurrence.post != line.post:
        return False
    return line.act == "reacts" or any(line.what in (button.verb, button.value) for button in message.buttons)
