"""What would break: a page of the bot that Slack does not publish, or one that says more than the core answered."""

from dataclasses import replace

import pytest
from slack_sdk.models.views import View

from bot.platforms.base import DeliveryError
from bot.platforms.slack.blocks import blocks_of
from bot.platforms.slack.home import home_of
from campaigns.message import Button, Message, Part
from tests.bot.platforms.slack.block_kit import faults_of_home, words

ABOUT_ME = Message(
    "en",
    "answer",
    (Part("You have a place."), Part("Your wish: <!channel> *bold*")),
    about="crm",
    buttons=(Button("leave", "Leave", "crm"), Button("wish", "Wish", "crm", asks_text="What would help you?")),
    title="Klankbord",
)


def test_the_page_shows_what_a_message_would() -> None:
    view = home_of(ABOUT_ME)
    assert view == {"type": "home", "blocks": blocks_of(ABOUT_ME)}
    assert words(view) == ["You have a place.\n\nYour wish: <!channel> *bold*"]


def test_slack_publishes_it() -> None:
    view = home_of(ABOUT_ME)
    assert faults_of_home(view) == []
    View(**view).validate_json()


@pytest.mark.parametrize("parts", [(), (Part("x" * 20_000),)])
def test_a_page_that_slack_would_refuse_is_never_sent(parts: tuple[Part, ...]) -> None:
    with pytest.raises(DeliveryError) as refused:
        home_of(replace(ABOUT_ME, parts=parts, buttons=(), title=""))
    assert refused.value.permanent
