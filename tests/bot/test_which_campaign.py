"""What would break: a command that lands in another campaign than the one that was meant."""

from dataclasses import replace
from typing import Any

from bot.inbound import Approve, Inbound, Join, Leave, Person, ShowWishes
from bot.turn import Turn
from bot.which_campaign import Unclear, campaigns_of, which_campaign
from campaigns.model import Campaign
from storage.tables import BINDINGS, CAMPAIGNS, PEOPLE, SEATS, Binding, CampaignState, KnownPerson
from tests.bot.conversation import ANNA, JORIS, OPEN, Conversation, a_conversation, a_sent_post, a_whole_campaign
from tests.builders import a_post, an_audience

CRM = a_whole_campaign()
ERP = a_whole_campaign(id="erp", campaign="New ERP", owner="sandra")


async def meant(
    talk: Conversation, kind: type[Inbound], who: Person = ANNA, channel: str | None = None, about: str = ""
) -> Campaign | Unclear:
    async with talk.ctx.store.transaction() as tx:
        origin = talk.origin(who, channel, about)
        return await which_campaign(Turn(talk.ctx, tx, talk.clock.now(), origin), kind(origin))


async def both() -> Conversation:
    """Two campaigns; ERP reads in channels of its own."""
    talk = await a_conversation(CRM, ERP)
    await talk.put(BINDINGS, "erp/sales", Binding("erp", "sales", "room", "erp-sales"))
    await talk.put(BINDINGS, "erp/service", Binding("erp", "service", "room", "erp-service"))
    known = KnownPerson("room", "Anna", audiences=(("crm", "sales"), ("erp", "sales")))
    await talk.put(PEOPLE, ANNA.id, known)
    return talk


async def test_what_was_pressed_on_wins_over_the_channel() -> None:
    talk = await both()
    post = await a_sent_post(talk, post="tip-1")
    assert await meant(talk, Join, channel="erp-sales", about=post.key) == CRM


async def test_a_campaigns_own_id_on_a_button_is_enough() -> None:
    talk = await both()
    assert await meant(talk, Join, about="erp") == ERP


async def test_the_id_of_a_campaign_counts_only_for_who_is_in_it() -> None:
    """One audience is nobody's team in particular, so a forged button would let a stranger in."""
    everybody = {"all": an_audience(lead="sandra")}
    alone = a_whole_campaign(id="hr", audiences=everybody, posts=(a_post(for_audiences=("all",)),))
    talk = await a_conversation(CRM, alone)
    stranger = Person("room:stranger", "S")
    assert await meant(talk, Join, who=stranger, about="hr") == Unclear()
    assert "I do not know which campaign" in await talk.say(stranger, "join", about="hr")
    assert (await talk.all(SEATS))["hr"].entries == {}
    await talk.say(stranger, "join", "all")
    await talk.put(PEOPLE, stranger.id, KnownPerson("room", "S"))
    assert await meant(talk, Leave, who=stranger, about="hr") == alone, "who signed up keeps the buttons of their seat"


async def test_a_forged_key_says_nothing() -> None:
    talk = await both()
    assert await meant(talk, Join, channel="erp-sales", about="crm/none/sales/2027-01-01T10:00") == ERP


async def test_the_channel_decides_before_the_person() -> None:
    talk = await both()
    assert await meant(talk, ShowWishes, channel="sales") == CRM
    assert await meant(talk, ShowWishes, channel="erp-sales") == ERP


async def test_in_private_it_is_the_only_campaign_somebody_belongs_to() -> None:
    talk = await both()
    await talk.put(PEOPLE, ANNA.id, KnownPerson("room", "Anna", audiences=(("erp", "sales"),)))
    assert await meant(talk, ShowWishes) == ERP
    assert await meant(talk, ShowWishes, who=Person("room:new", "New")) == Unclear()


async def test_for_joining_the_one_whose_sign_up_is_open() -> None:
    talk = await both()
    book = (await talk.all(SEATS))["crm"]
    assert await meant(talk, Join) == Unclear((CRM, ERP))
    await talk.put(SEATS, "crm", _closed(book))
    assert await meant(talk, Join) == ERP


def _closed(book: Any) -> Any:
    return replace(book, closed_at=OPEN)


async def test_for_leaving_the_one_where_somebody_signed_up() -> None:
    talk = await both()
    await talk.say(ANNA, "join", "erp-sales")
    assert await meant(talk, Leave) == ERP


async def test_a_campaign_that_has_ended_is_not_meant_while_another_goes_on() -> None:
    talk = await both()
    await talk.put(CAMPAIGNS, "crm", CampaignState("", OPEN, "s", ended_at=OPEN))
    assert await meant(talk, ShowWishes) == ERP


async def test_an_owner_means_the_campaign_that_lets_them_do_it() -> None:
    talk = await both()
    assert await meant(talk, Approve, who=JORIS) == CRM


async def test_somebody_belongs_to_a_campaign_by_role_or_by_where_they_spoke() -> None:
    talk = await both()
    async with talk.ctx.store.transaction() as tx:
        for who in (JORIS, ANNA):
            turn = Turn(talk.ctx, tx, OPEN, talk.origin(who))
            assert await campaigns_of(turn) == [CRM, ERP]


async def test_two_platforms_may_call_two_channels_the_same() -> None:
    talk = await both()
    await talk.put(BINDINGS, "erp/sales", Binding("erp", "sales", "slack", "sales"))
    assert await meant(talk, ShowWishes, channel="sales") == CRM
    assert await meant(talk, ShowWishes, who=Person("slack:U1", "U"), channel="sales") == ERP
