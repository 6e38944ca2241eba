"""What would break: a token in a log, or a post that is sent twice because nobody knows whether the first one left."""

import aiohttp

from bot.platforms.no_answer import NOT_REACHED, NotReached, words_for


def test_why_in_words_without_an_address_or_a_header() -> None:
    assert words_for(TimeoutError("https://slack.com xoxb-1")) == "it took too long"
    assert words_for(aiohttp.ServerDisconnectedError("xoxb-1")) == "the connection broke off"
    assert words_for(NotReached("the bot is stopping")) == "the bot is stopping"


def test_a_connection_that_was_there_may_have_carried_the_request() -> None:
    for error in (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError, aiohttp.SocketTimeoutError):
        assert not issubclass(error, NOT_REACHED)
