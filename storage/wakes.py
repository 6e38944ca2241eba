"""Which key wakes when: a heap with lazy deletion, so that a change costs the same with ten keys as with a million."""

from datetime import datetime
from heapq import heapify, heappop, heappush

SPARE = 64  # a small heap is never worth tidying


class Wakes:
    def __init__(self, instants: dict[str, datetime] | None = None) -> None:
        self._at = {} if instants is None else instants
        self._heap: list[tuple[datetime, str]] = []  # also holds instants that are no longer true
        self._rebuild()

    def set(self, key: str, instant: datetime | None) -> None:
        if self._at.get(key) == instant:
            return
        if instant is None:
            del self._at[key]
        else:
            self._at[key] = instant
            heappush(self._heap, (instant, key))
        self._tidy()

    def next(self) -> datetime | None:
        heap = self._heap
        while heap and not self._is_true(heap[0]):
            heappop(heap)
        return heap[0][0] if heap else None

    def due(self, now: datetime, limit: int) -> list[str]:
        """Keys at or before `now`, earliest first, then by key. They stay due until their record says otherwise."""
        heap, taken = self._heap, list[tuple[datetime, str]]()
        while heap and len(taken) < limit and heap[0][0] <= now:
            entry = heappop(heap)
            if self._is_true(entry) and entry not in taken[-1:]:
                taken.append(entry)
        for entry in taken:
            heappush(heap, entry)
        return [key for _, key in taken]

    def _is_true(self, entry: tuple[datetime, str]) -> bool:
        return self._at.get(entry[1]) == entry[0]

    def _tidy(self) -> None:
        if len(self._heap) > SPARE + 2 * len(self._at):
            self._rebuild()

    def _rebuild(self) -> None:
        self._heap = [(instant, key) for key, instant in self._at.items()]
        heapify(self._heap)
