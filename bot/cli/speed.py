"""How fast a rehearsal's clock runs, as one types it: `1d=2s`, `1h=100ms` or `x10000`."""

import re
from typing import Final

SECONDS: Final[dict[str, float]] = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
SPAN: Final = r"(\d{1,6}(?:\.\d{1,6})?)(ms|s|m|h|d|w)"
PAIR: Final = re.compile(rf"{SPAN}={SPAN}")
TIMES: Final = re.compile(r"[x×](\d{1,9}(?:\.\d{1,6})?)")
FASTEST: Final = 10_000_000.0


class BadSpeed(ValueError):
    """Says which forms there are."""


def parse_speed(text: str) -> float:
    """How many seconds of the campaign pass in one real second. Raises BadSpeed."""
    typed = text.strip().lower().replace(" ", "")
    factor = _factor(typed)
    if factor is None or not 0 < factor <= FASTEST:
        raise BadSpeed(f"{text!r} is no speed. Write how long a day lasts (1d=2s), or an hour (1h=100ms), or x10000.")
    return factor


def _factor(typed: str) -> float | None:
    if pair := PAIR.fullmatch(typed):
        played, played_unit, real, real_unit = pair.groups()
        lasts = float(real) * SECONDS[real_unit]
        return float(played) * SECONDS[played_unit] / lasts if lasts else None
    if times := TIMES.fullmatch(typed):
        return float(times[1])
    return None
