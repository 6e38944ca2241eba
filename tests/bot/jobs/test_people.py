"""What would break: an owner who hears that somebody can't be reached whom nobody has looked for yet."""

from datetime import UTC, datetime

from bot.jobs.people import PeopleJob
from tests.builders import a_campaign, a_person
from tests.fakes import FakePlatform, a_context

NOW = datetime(2027, 1, 12, 8, 30, tzinfo=UTC)


async def test_everybody_is_looked_for_once_and_again_when_somebody_is_added() -> None:
    platform, job = FakePlatform(), PeopleJob()
    ctx = a_context([a_campaign()], now=NOW, platform=platform)
    for _ in range(3):
        await job(ctx, NOW)
    assert platform.searches == 1
    more = {**a_campaign().people, "mei": a_person(name="Mei-Lin", chat="mei@example.com")}
    ctx.campaigns["crm"] = a_campaign(people=more)
    await job(ctx, NOW)
    assert platform.searches == 2


async def test_without_a_campaign_nobody_is_looked_for() -> None:
    platform = FakePlatform()
    await PeopleJob()(a_context([], now=NOW, platform=platform), NOW)
    assert platform.searches == 0
