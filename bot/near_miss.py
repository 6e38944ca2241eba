"""The command that somebody probably meant; suggested only, never done."""

from difflib import get_close_matches
from typing import Final

from campaigns.words import COMMANDS

# What people type when they mean another word. Suggested only: some of these look more like the opposite.
MEANT: Final[dict[str, str]] = {
    "aanmelden": "meedoen", "inschrijven": "meedoen", "ik doe mee": "meedoen", "sign up": "join", "signup": "join",
    "uitschrijven": "afmelden", "unsubscribe": "stop", "herinner me": "herinner mij", "vergeet me": "vergeet mij",
    "noem me": "noem mij", "afwijzen": "niet plaatsen", "afkeuren": "niet plaatsen", "goedkeuren": "akkoord",
    "reject": "do not post", "change": "ask for a change", "data": "my data", "hulp": "help",
}  # fmt: skip
_COMMANDS: Final = [word for pair in COMMANDS.items() for word in pair]
_WORDS: Final = [*MEANT, *_COMMANDS]
_LONGEST: Final = max(map(len, _COMMANDS)) + 4
_ALIKE: Final = 0.75  # how alike two words must be before one is suggested for the other


def near_miss(said: str, *, is_private: bool) -> str:
    """The one word that was probably meant, or "". In a channel only when the whole line could be that word."""
    line = " ".join(said.casefold().split())
    tries = [line, *_beginnings(line)] if is_private else [line]
    for attempt in tries:
        if attempt in MEANT:
            return MEANT[attempt]
        close = get_close_matches(attempt, _WORDS, n=1, cutoff=_ALIKE) if len(attempt) <= _LONGEST else []
        if close:
            return MEANT.get(close[0], close[0])
    return ""


def _beginnings(line: str) -> list[str]:
    """Its first three, two and one words: a command with something behind it."""
    words = line.split(" ")
    return [" ".join(words[:count]) for count in (3, 2, 1) if count < len(words)]
