"""What would break: somebody counted in a team that isn't theirs."""

from bot.inbound import Person
from bot.which_audience import audience_of
from campaigns.model import Campaign
from storage.tables import PEOPLE, KnownPerson
from tests.bot.conversation import ANNA, JORIS, KARIM, Conversation, a_conversation, a_whole_campaign
from tests.builders import a_campaign

CAMPAIGN = a_whole_campaign()


async def audience(
    talk: Conversation, who: Person, channel: str | None = None, campaign: Campaign = CAMPAIGN
) -> str | None:
    async with talk.ctx.store.transaction() as tx:
        return await audience_of(tx, campaign, talk.origin(who, channel))


async def test_where_somebody_speaks_comes_first() -> None:
    talk = await a_conversation()
    await talk.put(PEOPLE, ANNA.id, KnownPerson("room", "Anna", audiences=(("crm", "sales"),)))
    assert await audience(talk, ANNA, "service") == "service"
    assert await audience(talk, ANNA) == "sales"


async def test_a_lead_belongs_to_the_team_they_lead() -> None:
    talk = await a_conversation()
    assert await audience(talk, KARIM) == "sales"
    assert await audience(talk, JORIS) is None


async def test_a_team_that_left_the_file_is_no_team() -> None:
    talk = await a_conversation()
    await talk.put(PEOPLE, ANNA.id, KnownPerson("room", "Anna", audiences=(("crm", "gone"),)))
    assert await audience(talk, ANNA) is None
    assert await audience(talk, ANNA, "elsewhere") is None


async def test_the_only_team_of_a_campaign_is_everybodys() -> None:
    talk = await a_conversation()
    assert await audience(talk, ANNA, campaign=a_campaign()) == "sales"
