"""For whoever keeps the bot running: is it there, can it work, and how many deliveries are in which state."""

from aiohttp import web

from bot.context import Context
from campaigns.delivery import State
from storage.base import StoreProblem
from storage.tables import CAMPAIGNS, DELIVERIES, SETTINGS, Setting


def add_health(app: web.Application, ctx: Context) -> None:
    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def readyz(_: web.Request) -> web.Response:
        """Ready when the store answers and keeps; whatever it says goes to the log, not to the outside."""
        try:
            await _try(ctx)
        except Exception as problem:
            app.logger.error("Not ready: %s", problem, exc_info=not isinstance(problem, StoreProblem))
            return web.json_response({"ready": False, "why": "store"}, status=503)
        return web.json_response({"ready": True})

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(text=await delivery_counts(ctx), content_type="text/plain", charset="utf-8")

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.router.add_get("/metrics", metrics)


async def _try(ctx: Context) -> None:
    """Reading says nothing about a disk. After a write that failed this writes, as perhaps nobody else does."""
    async with ctx.store.transaction() as tx:
        await tx.count(CAMPAIGNS)
        if ctx.store.troubles():
            await tx.put(SETTINGS, "tried", Setting(ctx.clock.now().isoformat()))
    if troubles := ctx.store.troubles():
        raise StoreProblem("; ".join(troubles))


async def delivery_counts(ctx: Context) -> str:
    """In Prometheus' text format; every state has a line, so that a zero is seen too."""
    async with ctx.store.transaction() as tx:
        counts = [(state, await tx.count(DELIVERIES, state=state)) for state in State]
    lines = [f'klankbord_deliveries{{state="{state}"}} {count}' for state, count in counts]
    head = ["# HELP klankbord_deliveries Deliveries by state.", "# TYPE klankbord_deliveries gauge"]
    return "\n".join([*head, *lines, ""])
