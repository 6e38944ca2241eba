"""The controls of a rehearsal: its clock and its colleagues, as the page needs them. The real clock has none."""

from datetime import datetime
from typing import Protocol


class ClockControls(Protocol):
    """`speed` is how many seconds pass in one real second. `why_paused` is a sentence, or "" when it plays."""

    playing: bool
    speed: float
    why_paused: str
    pause_for_me: bool

    def now(self) -> datetime: ...

    def play(self) -> None: ...

    def pause(self) -> None: ...

    def set_speed(self, speed: float) -> None: ...

    def jump_to_next(self) -> None: ...

    def set_pause_for_me(self, on: bool) -> None: ...


class Colleagues(Protocol):
    """Whoever plays the people that nobody is looking through; `answering` says whether they do."""

    answering: bool

    def set_answering(self, on: bool) -> None: ...
