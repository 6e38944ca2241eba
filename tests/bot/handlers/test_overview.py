"""What would break: an overview that hides what is mine, shows what is not for me, or remembers that I looked."""

from dataclasses import replace
from datetime import date

import pytest

from bot.hear import hear
from bot.inbound import Overview, Person
from bot.platforms.pressing import Press, read_press
from campaigns.message import Message
from campaigns.seats import SeatState
from campaigns.wishes import wish_planned
from campaigns.words import Language
from storage.records import to_document
from storage.tables import ALL_TABLES, CAMPAIGNS, INBOX, PEOPLE, SEATS, WISHES, CampaignState
from tests.bot.conversation import (
    ANNA,
    BILAL,
    JORIS,
    OPEN,
    Conversation,
    a_conversation,
    a_whole_campaign,
    ask_for_a_yes,
)

CROWD = tuple(Person(f"room:p{number}", f"P{number}") for number in range(3))


async def looks(talk: Conversation, who: Person, channel: str | None = None) -> Message:
    answer = await hear(talk.ctx, Overview(talk.origin(who, channel)))
    assert answer is not None
    return answer.message


async def test_who_has_not_signed_up_reads_until_when_they_can() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "help", "sales")
    assert (await looks(talk, ANNA)).text.splitlines() == [
        "One customer view",
        "Your place (sounding board): You have not signed up. 3 of the 3 places still open. You can sign up until "
        "Thursday 11 February 16:00.",
        "Your wishes: none. A month after the answer I forget who sent a wish.",
        "What is coming:",
        "Thursday 11 February 16:00: sign-up closes.",
    ]


async def test_a_seat_or_a_number_on_the_reserve_list_is_said_to_its_own_person_only() -> None:
    talk = await a_conversation()
    for who in (*CROWD, ANNA):
        await talk.say(who, "join", "sales")
    assert "Your place (sounding board): You have a place." in (await looks(talk, CROWD[0])).text
    assert "Your place (sounding board): You are number 1 on the reserve list." in (await looks(talk, ANNA)).text
    await talk.say(BILAL, "help", "sales")
    assert "P0" not in (await looks(talk, BILAL)).text


async def test_my_wishes_have_their_state_and_day_and_nobody_elses_are_mine() -> None:
    talk = await a_conversation()
    for text in ("one", "two", "three", "four"):
        talk.clock.move(minutes=1)
        await talk.say(ANNA, f"wish {text}", "sales")
    await talk.say(BILAL, "wish a secret", "sales")
    await talk.say(JORIS, "wish done 1")
    await talk.say(JORIS, "wish planned 2 12 March")
    await talk.say(JORIS, "wish later 3 too slow")
    lines = (await looks(talk, ANNA)).text.splitlines()
    assert lines[lines.index("Your wishes:") + 1 :] == [
        "“four” (4): an answer was promised by 9 February.",
        "“three” (3): not now. too slow",
        "“two” (2): planned for 12 March.",
        "“one” (1): done on 2 February.",
        "What is coming:",
        "Thursday 11 February 16:00: sign-up closes.",
        "12 March: “two” is planned.",
    ]
    assert "secret" not in "\n".join(lines)


async def test_of_many_wishes_the_newest_are_shown_and_the_rest_is_counted() -> None:
    talk = await a_conversation()
    for number in range(12):
        talk.clock.move(minutes=1)
        await talk.say(ANNA, f"wish number {number}", "sales")
    said = (await looks(talk, ANNA)).text
    assert "“number 11” (12)" in said
    assert "number 1”" not in said
    assert "… and 2 more. Type my data" in said


async def test_before_sign_up_the_opening_is_coming_and_after_it_nothing_is_promised() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "help", "sales")
    talk.clock.move(days=-7)
    assert "Monday 1 February 09:30: sign-up opens." in (await looks(talk, ANNA)).text
    talk.clock.move(days=60)
    assert "What is coming: there are no dates yet." in (await looks(talk, ANNA)).text


async def test_a_planned_day_that_has_passed_is_not_coming() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "wish one", "sales")
    book = (await talk.all(WISHES))["crm"]
    today, yesterday = date(2027, 2, 2), date(2027, 2, 1)
    for day, is_coming in ((today, True), (yesterday, False)):
        planned, _ = wish_planned(book, wish="1", day=day, today=day, now=OPEN)
        await talk.put(WISHES, "crm", planned)
        assert ("“one” is planned" in (await looks(talk, ANNA)).text) is is_coming


async def test_no_post_is_shown_before_its_time_not_even_to_the_owner() -> None:
    talk = await a_conversation()
    await ask_for_a_yes(talk)
    said = (await looks(talk, JORIS)).text
    for post in talk.ctx.campaigns["crm"].posts:
        for words in filter(None, (post.id, post.question, post.briefing, *post.texts)):
            assert words not in said


async def test_a_look_leaves_no_trace() -> None:
    talk = await a_conversation()
    before = await kept(talk)
    stranger = Person("room:x", "X", "x@example.com")
    assert "I do not know yet which campaign you are in" in (await looks(talk, stranger)).text
    assert "Your place" in (await looks(talk, stranger, "sales")).text, "in a team's channel it is clear which"
    assert await kept(talk) == before


async def kept(talk: Conversation) -> dict[str, object]:
    """All but that an event was heard."""
    tables = [table for table in ALL_TABLES if table != INBOX]
    return {table.name: {key: to_document(one) for key, one in (await talk.all(table)).items()} for table in tables}


async def test_its_buttons_send_a_wish_and_show_my_data() -> None:
    talk = await a_conversation()
    await talk.say(ANNA, "help", "sales")
    wish, data = (await looks(talk, ANNA)).buttons
    assert (wish.verb, wish.label, wish.about, bool(wish.asks_text)) == ("wish", "Wish", "crm", True)
    assert (data.verb, data.label, data.about) == ("my_data", "My data", "")
    pressed = read_press(Press(wish.verb, text="darker"), talk.origin(ANNA, about=wish.about))
    assert "this is wish 1" in await talk.do(pressed)
    assert "everything I keep about you" in await talk.do(read_press(Press(data.verb), talk.origin(ANNA)))


async def test_of_several_campaigns_each_has_its_part_and_its_button_and_one_that_ended_has_none() -> None:
    talk = await a_conversation(a_whole_campaign(), a_whole_campaign(id="erp", campaign="New ERP"))
    message = await looks(talk, JORIS)
    assert [part.text.splitlines()[0] for part in message.parts] == ["One customer view", "New ERP"]
    assert [(button.label, button.about) for button in message.buttons][:2] == [
        ("Wish: One customer view", "crm"), ("Wish: New ERP", "erp"),
    ]  # fmt: skip
    await talk.put(CAMPAIGNS, "crm", CampaignState("", OPEN, "s", ended_at=OPEN))
    assert [button.label for button in (await looks(talk, JORIS)).buttons] == ["Wish", "My data"]


@pytest.mark.parametrize(("language", "words"), [("nl", "Jouw plek"), ("en", "Your place")])
@pytest.mark.parametrize("state", list(SeatState))
async def test_every_standing_has_words_in_both_languages(language: Language, words: str, state: SeatState) -> None:
    talk = await a_conversation(a_whole_campaign(language=language))
    await talk.say(ANNA, "join", "sales")
    book = (await talk.all(SEATS))["crm"]
    entry = replace(book.entries[ANNA.id], state=state, answer_by=OPEN if state is SeatState.OFFERED else None)
    await talk.put(SEATS, "crm", replace(book, entries={ANNA.id: entry}))
    said = (await looks(talk, ANNA)).text
    assert words in said
    assert "None" not in said


async def test_somebody_on_two_platforms_sees_the_same_on_both() -> None:
    talk = await a_conversation()
    await talk.say(replace(ANNA, chat="anna@example.com"), "join", "sales")
    other = Person("slack:U1", "Anna", "anna@example.com")
    assert (await looks(talk, other)).text == (await looks(talk, ANNA)).text
    assert "slack:U1" not in await talk.all(PEOPLE)
