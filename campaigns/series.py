"""Which texts of a series an audience still has to get, also when its author adds, removes or rewords some of them."""

import hashlib
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from campaigns.occurrence import Occurrence

OPENING: Final = 80  # characters
ALIKE: Final = 0.6  # of its opening words; what differs more is another text


def remembered(text: str) -> str:
    """What is kept of a text to know it again: a mark of all of it, and how it begins."""
    words = " ".join(text.split()).casefold()
    return f"{hashlib.sha256(words.encode()).hexdigest()[:12]} {words[:OPENING]}"


def texts_left(texts: Sequence[str], sent: Sequence[Occurrence]) -> list[int]:
    """The numbers, from 1, of the texts that are not among these sent ones, in order.

    A sent text is known by its words wherever it stands now, and else by its number when it was only reworded. In a
    store of before its words were kept, its number is all there is.
    """
    left = {number: remembered(text) for number, text in enumerate(texts, start=1)}
    unknown = []
    for one in sent:
        found = next((number for number, words in left.items() if words == one.remembered), None)
        if found is None:
            unknown.append(one)
        else:
            del left[found]
    for one in unknown:
        if one.series in left and (not one.remembered or _is_reworded(one.remembered, left[one.series])):
            del left[one.series]
    return list(left)


def _is_reworded(before: str, now: str) -> bool:
    was, is_ = before.partition(" ")[2], now.partition(" ")[2]
    return SequenceMatcher(None, was, is_, autojunk=False).ratio() >= ALIKE
