"""One thing after another, where a fault in one may not keep the others from being done."""

from collections.abc import Awaitable, Iterable


async def each(things: Iterable[Awaitable[object]]) -> None:
    """Do all of them, in order. Raises ExceptionGroup, with every fault, when all were tried.

    Give a generator: then nothing is begun that is not waited for.
    """
    faults = []
    for thing in things:
        try:
            await thing
        except Exception as fault:
            faults.append(fault)
    if faults:
        raise ExceptionGroup("The others were done", faults)
