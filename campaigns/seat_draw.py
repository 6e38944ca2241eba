"""Drawing lots so that anyone can check it: the seed's hash is published first, the seed itself with the result."""

import hashlib
from collections.abc import Iterable


def seed_hash(seed: str) -> str:
    """What is published at opening: it binds the draw to the seed without showing it."""
    return hashlib.sha256(seed.encode()).hexdigest()


def draw_order(seed: str, people: Iterable[str]) -> tuple[str, ...]:
    """The people (ids) in the order of sha256(seed + id), as hex; the same for everyone who has the seed."""
    return tuple(sorted(people, key=lambda person: hashlib.sha256((seed + person).encode()).hexdigest()))
