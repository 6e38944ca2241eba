"""Who is looking at the room right now, what they have read, and how they are woken when something changes."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from storage.tables import RoomPost


class RoomHub:
    """`played` are the people somebody looks through at this moment; colleagues leave those alone."""

    def __init__(self) -> None:
        self._watching: Counter[str] = Counter()
        self._woken: set[asyncio.Event] = set()
        self._read: dict[tuple[str, str], int] = {}
        self._reacted: dict[str, set[tuple[str, str]]] = {}
        self.is_closing = False

    @property
    def played(self) -> frozenset[str]:
        return frozenset(self._watching)

    @contextmanager
    def watching(self, person: str) -> Iterator[asyncio.Event]:
        """An event that is set at every change, for as long as the page of this person is open."""
        woken = asyncio.Event()
        self._woken.add(woken)
        self._watching[person] += 1
        try:
            yield woken
        finally:
            self._woken.discard(woken)
            self._watching[person] -= 1
            self._watching += Counter()

    def stir(self) -> None:
        for woken in self._woken:
            woken.set()

    def close(self) -> None:
        """The bot stops: let every open page go, so that it can try again elsewhere or later."""
        self.is_closing = True
        self.stir()

    def has_read(self, person: str, place: str, number: int) -> None:
        self._read[person, place] = max(number, self.last_read(person, place))

    def last_read(self, person: str, place: str) -> int:
        return self._read.get((person, place), 0)

    def unread(self, person: str, place: str, posts: list[tuple[str, RoomPost]]) -> int:
        """How many messages of others came since this person looked here last."""
        last = self.last_read(person, place)
        return sum(post.number > last and post.by != person and post.only_for in ("", person) for _, post in posts)

    def reacted(self, person: str) -> frozenset[tuple[str, str]]:
        return frozenset(self._reacted.get(person, ()))

    def has_reacted(self, person: str, key: str, emoji: str, *, added: bool) -> None:
        mine = self._reacted.setdefault(person, set())
        (mine.add if added else mine.discard)((key, emoji))
