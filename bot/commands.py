"""The words people type → Inbound. Both languages always work; a word that is only nearly right is never an action."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from bot import inbound as act
from bot.inbound import Inbound, Origin
from bot.near_miss import near_miss
from campaigns.plain_text import plain
from campaigns.words import COMMANDS, Language

Make = Callable[[Origin, str], Inbound | None]

_LONGEST = 4000  # characters of one line that somebody types
_BOT = r"(?:@?klankbord\b|<at>[^<>]{0,80}</at>|<@[A-Z0-9]{1,20}>)"
_GREETING = re.compile(rf"^\s*(?:{_BOT}[\s,:]*)?(?:/(?:klankbord\b[\s:]*)?)?", re.IGNORECASE)
# What stands before the class keeps a line of only such signs from being read anew at each of them.
_FAREWELL = re.compile(r"(?<![\s,])[\s,]+(?:@klankbord|<at>[^<>]{0,80}</at>|<@[A-Z0-9]{1,20}>)\s*$", re.IGNORECASE)
_ENDING = re.compile(r"(?<![\s.!?…])[\s.!?…]+$")
_FIRST = re.compile(r"\w+")
_ID = r"[\w-]+"
_BECAUSE: Final = re.compile(r"(?:because|omdat|want)\b[\s:,]*", re.IGNORECASE)
_POST = re.compile(rf"(?P<post>{_ID})\s*(?P<mark>:|,|$|(?=\s(?:because|omdat|want)\b))\s*(?P<rest>.*)", re.DOTALL)
_NUMBERED_POST = re.compile(rf"(?P<post>{_ID}-\d+)\b\s*(?P<rest>.*)", re.DOTALL)


def read_command(text: str, origin: Origin) -> Inbound:
    """What was meant by a typed line; Unknown when it is no command, with the nearest word if there is one."""
    said = _without_mention(text)
    if re.fullmatch(r"[1-5]", _ENDING.sub("", said)):
        return act.AnswerPulse(origin, answer=said[0])
    first = _FIRST.match(said)
    for begins, word in _BY_FIRST_WORD.get(first[0].casefold(), ()) if first else ():
        rest = _after(said, begins)
        if rest is None:
            continue
        made = _MAKERS[word](replace(origin, language=_LANGUAGE_OF[word]), rest)
        if made is not None:
            return made
    return act.Unknown(
        origin, text=_tidy(text), near=near_miss(_ENDING.sub("", said), is_private=origin.channel is None)
    )


def is_addressed(text: str) -> bool:
    """Whether the line speaks to the bot by name, and not just to colleagues."""
    return re.match(rf"\s*(?:{_BOT}|/)", _tidy(text), re.IGNORECASE) is not None


def _tidy(text: str) -> str:
    """Without what can't be seen, and with every kind of space as a plain one; line ends stay."""
    return re.sub(r"[^\S\n]+", " ", plain(unicodedata.normalize("NFC", text), _LONGEST)).strip()


def _without_mention(text: str) -> str:
    return _FAREWELL.sub("", _GREETING.sub("", _tidy(text), count=1)).strip()


def _after(said: str, begins: re.Pattern[str]) -> str | None:
    """What follows the word, or None when the line does not begin with it."""
    found = begins.match(said)
    if found is None:
        return None
    rest = said[found.end() :]
    return None if rest[:1].isalnum() or rest[:1] in ("-", "_", "'", "’") else rest


def _alone(kind: type[Inbound]) -> Make:
    """A word that is the whole line; with anything behind it, colleagues are merely talking."""
    return lambda origin, rest: None if _ENDING.sub("", rest) else kind(origin)


def _tail(rest: str) -> str:
    return rest.lstrip(" :,\n").strip()


def _bare(rest: str) -> str:
    return _ENDING.sub("", _tail(rest))


def _not_named(origin: Origin, rest: str) -> Inbound | None:
    return None if _bare(rest) else act.NameMe(origin, agreed=False)


def _wish(origin: Origin, rest: str) -> Inbound:
    return act.MakeWish(origin, text=_tail(rest))


def _question(origin: Origin, rest: str) -> Inbound:
    return act.Ask(origin, text=_tail(rest))


def _objection(origin: Origin, rest: str) -> Inbound:
    return act.Ask(origin, text=_tail(rest), objection=True)


def _remind(origin: Origin, rest: str) -> Inbound:
    return act.RemindMe(origin, moment=_bare(rest))


def _pulse(origin: Origin, rest: str) -> Inbound | None:
    answer = _bare(rest)
    return None if " " in answer else act.AnswerPulse(origin, answer=answer)


def _about_post(rest: str, *, is_private: bool) -> tuple[str, str] | None:
    """The post that is named and the words after it; None when this is no more than a sentence among colleagues.

    A post is named by an id with a number, or by any id before a colon, a comma or `because`.
    """
    tail = rest.strip()
    if rest.lstrip().startswith(":") or _BECAUSE.match(tail):
        return "", _BECAUSE.sub("", _tail(rest), count=1)
    named = _NUMBERED_POST.fullmatch(tail) or _POST.fullmatch(_ENDING.sub("", tail) if " " not in tail else tail)
    if named is not None:
        return named["post"], _BECAUSE.sub("", _tail(named["rest"]), count=1)
    if not _ENDING.sub("", tail):
        return "", ""
    return ("", tail) if is_private else None


def _approve(origin: Origin, rest: str) -> Inbound | None:
    post = _bare(rest)
    return act.Approve(origin, post=post) if re.fullmatch(rf"(?:{_ID})?", post) else None


def _reject(origin: Origin, rest: str) -> Inbound | None:
    about = _about_post(rest, is_private=origin.channel is None)
    return about and act.Reject(origin, post=about[0], because=about[1])


def _ask_change(origin: Origin, rest: str) -> Inbound | None:
    about = _about_post(rest, is_private=origin.channel is None)
    return about and act.AskChange(origin, post=about[0], because=about[1])


def _write(origin: Origin, rest: str) -> Inbound | None:
    """`text management-2: …`: without the colon or a new line it is only a sentence that begins with `text`."""
    found = re.fullmatch(rf"\s*({_ID})?\s*[:\n](.*)", rest, re.DOTALL)
    return act.Write(origin, post=found[1] or "", text=found[2].strip()) if found else None


def _connect(origin: Origin, rest: str) -> Inbound | None:
    audience = _bare(rest)
    return act.Connect(origin, audience=audience) if re.fullmatch(r"[\w/-]*", audience) else None


def _disconnect(origin: Origin, rest: str) -> Inbound | None:
    audience = _bare(rest)
    return act.Disconnect(origin, audience=audience) if re.fullmatch(r"[\w/-]*", audience) else None


def _wish_done(origin: Origin, rest: str) -> Inbound | None:
    """`wish done 3` names one wish; `wish done in fewer clicks` is itself a wish."""
    wish = _bare(rest).removeprefix("#")
    return act.WishDone(origin, wish=wish) if re.fullmatch(rf"(?:{_ID})?", wish) else None


def _wish_later(origin: Origin, rest: str) -> Inbound | None:
    wish, _, because = _tail(rest).removeprefix("#").partition(" ")
    return act.WishLater(origin, wish=wish.rstrip(":,."), because=_BECAUSE.sub("", because.strip(), count=1))


def _wish_planned(origin: Origin, rest: str) -> Inbound | None:
    """A planned day has a digit in it; `wish planned work on one page` is itself a wish."""
    wish, _, moment = _bare(rest).removeprefix("#").partition(" ")
    if moment and not re.search(r"\d", moment):
        return None
    return act.WishPlanned(origin, wish=wish.rstrip(":,."), moment=moment.strip())


def _numbered(rest: str) -> tuple[str, str] | None:
    """The number and the words after it, both "" when nothing follows; None when colleagues are merely talking."""
    found = re.fullmatch(r"\s*#?(\d+)\b\s*[:,.]?\s*(.*)", rest, re.DOTALL)
    if found:
        return found[1], found[2].strip()
    return None if _bare(rest) else ("", "")


def _answer(origin: Origin, rest: str) -> Inbound | None:
    said = _numbered(rest)
    return said and act.AnswerQuestion(origin, number=said[0], text=said[1])


def _promise_kept(origin: Origin, rest: str) -> Inbound | None:
    said = _numbered(rest)
    return act.PromiseKept(origin, number=said[0]) if said and not _bare(said[1]) else None


def _promise_missed(origin: Origin, rest: str) -> Inbound | None:
    said = _numbered(rest)
    return said and act.PromiseMissed(origin, number=said[0], text=said[1])


def _promise_drop(origin: Origin, rest: str) -> Inbound | None:
    said = _numbered(rest)
    return said and act.PromiseDrop(origin, number=said[0], because=_BECAUSE.sub("", said[1], count=1))


def _settle(origin: Origin, rest: str, *, is_there: bool) -> Inbound | None:
    delivery = _tail(rest)
    return None if " " in delivery else act.Settle(origin, delivery=delivery.rstrip(".!"), is_there=is_there)


def _there(origin: Origin, rest: str) -> Inbound | None:
    return _settle(origin, rest, is_there=True)


def _again(origin: Origin, rest: str) -> Inbound | None:
    return _settle(origin, rest, is_there=False)


_MAKE: Final[dict[str, Make]] = {
    "join": _alone(act.Join),
    "leave": _alone(act.Leave),
    "seats": _alone(act.ShowSeats),
    "wish": _wish,
    "wishes": _alone(act.ShowWishes),
    "question": _question,
    "object": _objection,
    "why": _alone(act.Why),
    "remind me": _remind,
    "overview": _alone(act.Overview),
    "my data": _alone(act.MyData),
    "forget me": _alone(act.ForgetMe),
    "stop": _alone(act.Stop),
    "help": _alone(act.Help),
    "name me": _alone(act.NameMe),
    "keep my name out": _not_named,
    "pulse": _pulse,
    "approve": _approve,
    "ask for a change": _ask_change,
    "do not post": _reject,
    "text": _write,
    "connect": _connect,
    "disconnect": _disconnect,
    "pause": _alone(act.Pause),
    "resume": _alone(act.Resume),
    "wish done": _wish_done,
    "wish later": _wish_later,
    "wish planned": _wish_planned,
    "answer": _answer,
    "promises": _alone(act.ShowPromises),
    "promise kept": _promise_kept,
    "promise missed": _promise_missed,
    "promise drop": _promise_drop,
    "close sign-up": _alone(act.CloseSignUp),
    "it is there": _there,
    "post it": _again,
    "today": _alone(act.Today),
    "report": _alone(act.Report),
    "console": _alone(act.Console),
}


def _language(english: str, dutch: str, word: str) -> Language | None:
    """The language a word belongs to; None when both have it."""
    if english == dutch:
        return None
    return "nl" if word == dutch else "en"


_MAKERS: Final = {word: _MAKE[english] for english, dutch in COMMANDS.items() for word in (english, dutch)}
_LANGUAGE_OF: Final = {
    word: _language(english, dutch, word) for english, dutch in COMMANDS.items() for word in (english, dutch)
}


def _by_first_word() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """How a line with a command begins, and that command. The longest first: `wish done` is no wish for "done"."""
    begins: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for word in sorted(_LANGUAGE_OF, key=lambda word: (-len(word), word)):
        first, *_ = parts = word.split()
        begins.setdefault(first, []).append((re.compile(r"\s+".join(map(re.escape, parts)), re.IGNORECASE), word))
    return begins


_BY_FIRST_WORD: Final = _by_first_word()
