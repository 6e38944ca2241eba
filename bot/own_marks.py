"""The hashed marks of what somebody reacted or voted: found again only by trying a person whom we know."""

from bot.secret_marks import pulse_token, reaction_token
from storage.base import Transaction
from storage.tables import CAMPAIGNS, PULSES, REACTIONS, VOTES, Reaction


async def own_reactions(tx: Transaction, person: str) -> list[tuple[str, Reaction]]:
    return [(key, reaction) for key, reaction, _ in await _reactions(tx, person)]


async def move_marks(tx: Transaction, *, later: str, first: str) -> None:
    """What was counted under both ids from now on counts once. A number that was given in a pulse can't be taken back:
    nobody knows which it was."""
    for key, reaction, secret in await _reactions(tx, later):
        await tx.remove(REACTIONS, key)
        token, by = (
            reaction_token(secret, person=first, delivery=reaction.delivery, emoji=emoji)
            for emoji in (reaction.emoji, "")
        )
        await tx.add(REACTIONS, token, Reaction(reaction.delivery, reaction.emoji, by))
    for was, becomes, _ in await _vote_tokens(tx, later, first):
        voted = await tx.get(VOTES, was)
        if voted is not None:
            await tx.remove(VOTES, was)
            await tx.add(VOTES, becomes, voted)


async def unlink_votes(tx: Transaction, *, first: str, later: list[str]) -> None:
    """The mark that somebody voted goes only when the pulse has closed, or forgetting would let one person answer many
    times: then every id of theirs is marked, because nothing says any more that they are one."""
    for one in [*later, first]:
        for kept, token, is_closed in await _vote_tokens(tx, first, one):
            voted = await tx.get(VOTES, kept)
            if is_closed:
                await tx.remove(VOTES, token)
            elif voted is not None:
                await tx.add(VOTES, token, voted)


async def _reactions(tx: Transaction, person: str) -> list[tuple[str, Reaction, str]]:
    """With the secret that the key was made with."""
    secrets = [state.sealed for _, state in await tx.find(CAMPAIGNS)]
    return [
        (key, reaction, secret)
        for key, reaction in await tx.find(REACTIONS)
        for secret in secrets
        if key == reaction_token(secret, person=person, delivery=reaction.delivery, emoji=reaction.emoji)
    ]


async def _vote_tokens(tx: Transaction, one: str, other: str) -> list[tuple[str, str, bool]]:
    """Of every pulse: the key under which each of the two would have voted, and whether it has closed."""
    found = []
    for campaign, state in await tx.find(CAMPAIGNS):
        for _, count in await tx.find(PULSES, campaign=campaign):
            tokens = [
                pulse_token(state.sealed, person=person, campaign=campaign, post=count.post) for person in (one, other)
            ]
            found.append((tokens[0], tokens[1], count.closed))
    return found
