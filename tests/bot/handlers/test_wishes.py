"""What would break: a public list that names somebody, or hides what was refused."""

from tests.bot.conversation import ANNA, JORIS, a_conversation


async def test_the_list_shows_what_is_done_planned_and_not_now_and_who_never() -> None:
    talk = await a_conversation()
    assert "There are no wishes yet" in await talk.say(ANNA, "wishes", "sales")
    for wish in ("one", "two", "three", "four", "five"):
        await talk.say(ANNA, f"wish {wish}", "sales")
    await talk.say(JORIS, "wish done 1")
    await talk.say(JORIS, "wish planned 2 12 March")
    await talk.say(JORIS, "wish later 3 too slow")
    assert (await talk.say(ANNA, "wensen", "sales")).splitlines() == [
        "Done: one (1)",
        "Planned for 12 March: two (2)",
        "Not now: three (3). too slow",
        "2 wishes wait for an answer.",
        "A wish of your own? Type wish and your idea.",
    ]
    await talk.say(JORIS, "wish done 4")
    assert "1 wish waits" in await talk.say(ANNA, "wishes", "sales")
