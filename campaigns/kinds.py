"""The kinds of post, a row each: what it appeals to, what it gives or asks, who says yes, which button it may carry."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

Principle = Literal[
    "reciprocity",
    "scarcity",
    "social_proof",
    "authority",
    "liking",
    "consistency",
    "repetition",
    "relevance",
    "expectation",
    "voice",
]


class Approver(StrEnum):
    """Whose yes a post needs."""

    SENDER = "sender"
    OWNER = "owner"
    LEAD = "lead"
    DELIVERY = "delivery"  # the owner says yes by recording that the wish is done
    ACT = "act"  # what the owner did is the yes, as when sign-up is extended


@dataclass(frozen=True)
class Kind:
    """One row: weight is gives minus asks, as the ledger counts them."""

    name: str
    principles: tuple[Principle, ...]
    weight: int
    approver: Approver
    button: str | None = None
    may_brief: bool = False
    needs: tuple[str, ...] = ()


KINDS: Final[dict[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("management", ("authority",), 0, Approver.SENDER, may_brief=True, needs=("from",)),
        Kind("introduction", ("liking",), 0, Approver.SENDER, needs=("from",)),
        Kind("tip", ("reciprocity", "repetition"), +1, Approver.OWNER),
        Kind("benefit", ("relevance",), +1, Approver.LEAD),
        Kind("wish", ("reciprocity",), +2, Approver.DELIVERY),
        Kind("call", ("scarcity",), -2, Approver.SENDER, button="join", needs=("from", "seats")),
        Kind("status", ("scarcity",), -1, Approver.OWNER, button="join", needs=("seats", "only_if")),
        Kind("closing", ("consistency",), 0, Approver.OWNER, may_brief=True, needs=("seats",)),
        Kind("outcome", ("consistency",), 0, Approver.OWNER, may_brief=True),
        Kind("invitation", ("voice",), -1, Approver.OWNER, button="wish"),
        Kind("pulse", ("voice",), -1, Approver.OWNER, button="pulse", needs=("question",)),
        Kind("commitment", ("consistency",), -1, Approver.SENDER, needs=("from",)),
        Kind("proof", ("social_proof",), 0, Approver.OWNER, needs=("measure", "otherwise")),
        Kind("thanks", ("liking",), +1, Approver.SENDER, may_brief=True, needs=("from",)),
        Kind("consequence", ("scarcity",), 0, Approver.SENDER, needs=("from", "source", "action")),
        Kind("milestone", ("expectation",), 0, Approver.OWNER),
    )
}

# Posts that the bot owes after something happened; no author can write them.
AUTOMATIC_KINDS: Final[dict[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("extension", ("scarcity",), 0, Approver.ACT),
        Kind("not_made", ("consistency",), 0, Approver.ACT),
    )
}
