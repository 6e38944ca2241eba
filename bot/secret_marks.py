"""Under which key a reaction or a vote is kept: a keyed hash, so that one person counts once and nobody reads who."""

from campaigns.pulse import vote_token


def reaction_token(secret: str, *, person: str, delivery: str, emoji: str) -> str:
    return vote_token(secret, person=person, pulse=f"{delivery}\n{emoji}")


def pulse_token(secret: str, *, person: str, campaign: str, post: str) -> str:
    """One for all audiences: somebody who reads along with two teams answers once."""
    return vote_token(secret, person=person, pulse=f"{campaign}/{post}")
