"""A whole small campaign in Teams' own messages: what a change manager, a director and their colleagues do there."""

from datetime import UTC, datetime, time, timedelta

from campaigns.model import Campaign
from campaigns.moments import InWeek
from storage.tables import DELIVERIES
from tests.bot.conversation import a_whole_campaign
from tests.bot.platforms.teams.a_team import TeamsTalk, a_team, titles_of, words_of
from tests.builders import a_post, some_seats
from tests.running_bot import a_gift

CALL = a_post(
    kind="call", sender="sandra", when=InWeek(week=4, weekday=0, at=time(9, 30)),
    texts=("Have a say. {{places_left}} of {{places_total}} places are free.",), for_audiences=("sales",),
)  # fmt: skip
BEFORE = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
CALLED = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
COLLEAGUES = ("anna", "bilal", "chiara", "daan")


def with_a_call() -> Campaign:
    return a_whole_campaign(posts=(CALL,), seats=some_seats())


async def connected(talk: TeamsTalk) -> None:
    gift = a_gift(with_a_call(), "sales", 2)
    async with talk.bot.ctx.store.transaction() as tx:
        await tx.put(DELIVERIES, gift.key, gift)
    await talk.installs("joris")
    for who in ("joris", "sandra", "karim"):
        await talk.installs(who, private=True)
    await talk.says("joris", "connect sales")
    assert "sales" in talk.to("joris")[-1]


async def test_from_installing_the_app_to_the_reserve_who_is_told() -> None:
    async with a_team(with_a_call(), now=BEFORE, members=COLLEAGUES) as talk:
        await connected(talk)
        await talk.until(CALLED - timedelta(days=1))
        assert talk.in_channel() == []
        card = next(p for p in talk.connector.in_conversation("a:with-29:sandra") if titles_of(p.activity))
        assert "Approve" in titles_of(card.activity)
        shown = await talk.presses("sandra", card, "Approve", private=True)
        assert titles_of(shown) == []
        assert "Approve" not in titles_of(card.activity), "the card was drawn anew without its buttons"
        await talk.until(CALLED)
        call = talk.in_channel()[-1]
        assert "3 of 3 places are free" in words_of(call.activity)
        for number, who in enumerate(COLLEAGUES[:2], 1):
            mine = await talk.presses(who, call, "Join")
            assert f"{number} of 3" in words_of(mine) or f"{number} van 3" in words_of(mine)
        assert "1 of 3 places are free" in words_of(call.activity)
        await talk.says("chiara", "join")
        await talk.says("chiara", "join")
        assert "0 of 3 places are free" in words_of(call.activity)
        await talk.presses("daan", call, "Join")
        assert "reserve" in talk.to("daan")[-1]
        await talk.says("anna", "leave")
        assert len(talk.to("daan")) == 2
        assert "place" in talk.to("daan")[-1]
