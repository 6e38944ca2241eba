"""What one person may type, for the composer's suggestions: the words of the campaign's language and what they do."""

from typing import Final

from bot import inbound as act
from bot.inbound import Inbound
from bot.roles import ONLY_FOR, roles_of
from bot.web.look import Look
from campaigns.words import COMMANDS

# Words that are not for everybody, and what they become; who may use them is `bot.roles.ONLY_FOR`.
_NOT_FOR_ALL: Final[dict[str, type[Inbound]]] = {
    "approve": act.Approve,
    "ask for a change": act.AskChange,
    "do not post": act.Reject,
    "text": act.Write,
    "connect": act.Connect,
    "disconnect": act.Disconnect,
    "pause": act.Pause,
    "resume": act.Resume,
    "wish done": act.WishDone,
    "wish later": act.WishLater,
    "wish planned": act.WishPlanned,
    "answer": act.AnswerQuestion,
    "promises": act.ShowPromises,
    "promise kept": act.PromiseKept,
    "promise missed": act.PromiseMissed,
    "promise drop": act.PromiseDrop,
    "close sign-up": act.CloseSignUp,
    "it is there": act.Settle,
    "post it": act.Settle,
    "today": act.Today,
    "report": act.Report,
    "console": act.Console,
}


def commands(look: Look) -> tuple[tuple[str, str], ...]:
    mine = roles_of(look.campaign, look.me.chat)
    return tuple(
        (dutch if look.language == "nl" else english, look.say(f"room_does_{english.replace(' ', '_')}"))
        for english, dutch in COMMANDS.items()
        if english not in _NOT_FOR_ALL or mine & ONLY_FOR[_NOT_FOR_ALL[english]]
    )
