"""What people do, in no platform's words. A platform makes these; `all_handlers.py` picks who answers."""

from dataclasses import dataclass, field

from campaigns.words import Language


@dataclass(frozen=True)
class Person:
    """`id` is the platform's own, prefixed with it (`room:anna`). `chat` is the directory's e-mail or UPN, if known.

    `name` is for showing only; nobody is ever recognised by it.
    """

    id: str
    name: str
    chat: str | None = None


@dataclass(frozen=True)
class Origin:
    """Who did it, where and when it was said. `channel` is None in a private chat. `event` de-duplicates.

    `about` is the key of the delivery that was pressed on, replied to or reacted to; "" when none.
    `language` is that of the typed word, where only one language has it.
    """

    platform: str
    person: Person
    event: str
    channel: str | None = None
    about: str = ""
    language: Language | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Inbound:
    origin: Origin


@dataclass(frozen=True)
class Join(Inbound): ...


@dataclass(frozen=True)
class Leave(Inbound): ...


@dataclass(frozen=True)
class ShowSeats(Inbound): ...


@dataclass(frozen=True)
class NameMe(Inbound):
    """Whether the person's name may stand in the closing post."""

    agreed: bool = True


@dataclass(frozen=True)
class MakeWish(Inbound):
    text: str = ""


@dataclass(frozen=True)
class ShowWishes(Inbound): ...


@dataclass(frozen=True)
class Ask(Inbound):
    """A question, or an objection, for a named human."""

    text: str = ""
    objection: bool = False


@dataclass(frozen=True)
class Why(Inbound): ...


@dataclass(frozen=True)
class RemindMe(Inbound):
    """`moment` is what was typed after the words, for example `tomorrow 10:00`; "" means the closing of the seats."""

    moment: str = ""


@dataclass(frozen=True)
class AnswerPulse(Inbound):
    answer: str = ""


@dataclass(frozen=True)
class Overview(Inbound):
    """How everything stands for one person: their seat, their wishes and what is coming."""


@dataclass(frozen=True)
class MyData(Inbound): ...


@dataclass(frozen=True)
class ForgetMe(Inbound): ...


@dataclass(frozen=True)
class Stop(Inbound): ...


@dataclass(frozen=True)
class Help(Inbound): ...


@dataclass(frozen=True)
class React(Inbound):
    emoji: str = ""
    added: bool = True


@dataclass(frozen=True)
class Approve(Inbound):
    """`about` of the origin, or `post` (an id as typed), says what."""

    post: str = ""


@dataclass(frozen=True)
class Reject(Inbound):
    post: str = ""
    because: str = ""


@dataclass(frozen=True)
class AskChange(Inbound):
    post: str = ""
    because: str = ""


@dataclass(frozen=True)
class Write(Inbound):
    """The text for a briefing."""

    post: str = ""
    text: str = ""


@dataclass(frozen=True)
class Connect(Inbound):
    audience: str = ""


@dataclass(frozen=True)
class Disconnect(Inbound):
    audience: str = ""


@dataclass(frozen=True)
class Pause(Inbound): ...


@dataclass(frozen=True)
class Resume(Inbound): ...


@dataclass(frozen=True)
class WishDone(Inbound):
    wish: str = ""


@dataclass(frozen=True)
class WishLater(Inbound):
    wish: str = ""
    because: str = ""


@dataclass(frozen=True)
class WishPlanned(Inbound):
    wish: str = ""
    moment: str = ""


@dataclass(frozen=True)
class AnswerQuestion(Inbound):
    number: str = ""
    text: str = ""


@dataclass(frozen=True)
class ShowPromises(Inbound): ...


@dataclass(frozen=True)
class PromiseKept(Inbound):
    number: str = ""


@dataclass(frozen=True)
class PromiseMissed(Inbound):
    """`text` says what happens now, with a new date."""

    number: str = ""
    text: str = ""


@dataclass(frozen=True)
class PromiseDrop(Inbound):
    number: str = ""
    because: str = ""


@dataclass(frozen=True)
class CloseSignUp(Inbound): ...


@dataclass(frozen=True)
class Settle(Inbound):
    """The owner's word on an uncertain delivery: it is there, or it must be posted again."""

    delivery: str = ""
    is_there: bool = True


@dataclass(frozen=True)
class Today(Inbound): ...


@dataclass(frozen=True)
class Report(Inbound): ...


@dataclass(frozen=True)
class Console(Inbound): ...


@dataclass(frozen=True)
class Unknown(Inbound):
    """Not a command. `near` is the word that was probably meant; the answer suggests it and does nothing."""

    text: str = ""
    near: str = ""


@dataclass(frozen=True)
class Installed(Inbound):
    """The bot was added to or removed from a channel."""

    removed: bool = False
    names: tuple[str, ...] = field(default=())
