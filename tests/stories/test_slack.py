"""A whole small campaign in Slack's own messages: the story of the Agents Playground, over HTTP and over a socket."""

from datetime import UTC, datetime, time, timedelta

from campaigns.model import Campaign
from campaigns.moments import InWeek
from storage.tables import DELIVERIES
from tests.bot.conversation import a_whole_campaign
from tests.bot.platforms.slack.a_call import HTTP_AND_SOCKET
from tests.bot.platforms.slack.a_workspace import CHANNEL, SlackTalk, a_workspace, user
from tests.builders import a_post, some_seats
from tests.fake_slack.shapes import words_in
from tests.fake_slack.state import Posted
from tests.running_bot import a_gift, replace_hash

BEFORE = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
CALLED = datetime(2027, 2, 1, 8, 30, tzinfo=UTC)
COLLEAGUES = ("anna", "bilal", "chiara", "daan")


def with_a_call(question: str = "Have a say in the customer screen?") -> Campaign:
    call = a_post(
        kind="call", sender="sandra", when=InWeek(week=4, weekday=0, at=time(9, 30)), for_audiences=("sales",),
        texts=(f"{question} {{{{places_left}}}} of {{{{places_total}}}} places are free.",),
    )  # fmt: skip
    return a_whole_campaign(posts=(call,), seats=some_seats())


async def connected(talk: SlackTalk) -> None:
    gift = a_gift(with_a_call(), "sales", 2)
    async with talk.bot.ctx.store.transaction() as tx:
        await tx.put(DELIVERIES, gift.key, gift)
    await talk.slack.commands(user("joris"), CHANNEL, "connect sales")
    await talk.quiet()
    assert "sales" in talk.to("joris")[-1]


def asked(talk: SlackTalk, who: str, words: str) -> Posted:
    """The newest card that still waits for an answer and shows these words."""
    return next(
        card
        for card in reversed(talk.written(who))
        if words in words_in(card.payload) and "Approve" in words_in(card.payload)
    )


@HTTP_AND_SOCKET
async def test_from_connecting_the_channel_to_the_reserve_who_is_promoted(over_socket: bool) -> None:
    async with a_workspace(with_a_call(), now=BEFORE, members=COLLEAGUES, over_socket=over_socket) as talk:
        await connected(talk)
        await talk.until(CALLED - timedelta(days=3))
        assert talk.in_channel() == []
        assert not any("cannot reach" in text for text in talk.to("joris")), "everybody was looked for before"
        await sandra_asks_for_a_change_and_approves(talk)
        await talk.until(CALLED)
        [call] = talk.in_channel()
        assert "3 of 3 places are free" in words_in(call.payload)
        await three_join_and_a_fourth_is_on_the_reserve(talk, call)
        await talk.slack.mentions(user("anna"), CHANNEL, "leave")
        await talk.quiet()
        assert "I take the place" in words_in(talk.written("daan")[-1].payload), "the next is told, in private"
        assert len(talk.in_channel()) == 1, "no answer stands where everybody reads"


async def sandra_asks_for_a_change_and_approves(talk: SlackTalk) -> None:
    """The owner mends the text, so it is another one, and Sandra is asked again."""
    card = asked(talk, "sandra", "Have a say in the customer screen?")
    await talk.slack.presses(user("sandra"), card, "Ask for a change")
    await talk.slack.fills_in(user("sandra"), talk.slack.forms[-1], {"text/text": "Which screen do you mean?"})
    await talk.quiet()
    assert "Which screen do you mean?" in talk.to("joris")[-1]
    talk.bot.ctx.campaigns["crm"] = replace_hash(with_a_call("Have a say in the new customer screen?"))
    await talk.quiet()
    card = asked(talk, "sandra", "the new customer screen?")
    await talk.slack.presses(user("sandra"), card, "Approve")
    await talk.quiet()
    assert "Approve" not in words_in(card.payload).replace("Approved", ""), "the card lost its buttons"


async def three_join_and_a_fourth_is_on_the_reserve(talk: SlackTalk, call: Posted) -> None:
    """One by the button, one by a command, one by a word, and that one twice."""
    await talk.slack.presses(user("anna"), call, "Join")
    await talk.quiet()
    assert "2 of 3 places are free" in words_in(call.payload)
    await talk.slack.commands(user("bilal"), CHANNEL, "join")
    for _ in range(2):
        await talk.slack.mentions(user("chiara"), CHANNEL, "join")
    await talk.quiet()
    assert "0 of 3 places are free" in words_in(call.payload)
    await talk.slack.presses(user("daan"), call, "Join")
    await talk.quiet()
    for number, who in enumerate(COLLEAGUES[:3], 1):
        assert f"Place {number} of 3" in talk.to(who)[0]
    assert "Place" not in "".join(talk.to("chiara")[1:]), "joining twice is one place"
    assert "reserve" in talk.to("daan")[0]
