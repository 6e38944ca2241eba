"""What would break: words that somebody may use and never learns, or the other way round."""

import re

from bot.commands import read_command
from bot.inbound import Origin, Unknown
from campaigns.texts.say import say
from campaigns.words import COMMANDS, Language
from tests.bot.conversation import ANNA, JORIS, KARIM, a_conversation

ROLES = ("employee", "approver", "owner")
SHOWN_ELSEWHERE = {"help", "name me", "keep my name out", "pulse"}  # in the answer or the post they belong to


async def test_everybody_sees_their_own_words_only() -> None:
    talk = await a_conversation()
    employee, lead, owner = [await talk.say(who, "help", "sales") for who in (ANNA, KARIM, JORIS)]
    assert "join" in employee
    assert "approve" not in employee
    assert "approve" in lead
    assert "connect" not in lead
    assert "connect" in owner
    assert "approve" in owner or "close sign-up" in owner


async def test_in_private_without_a_campaign_the_word_for_help_still_works() -> None:
    talk = await a_conversation()
    assert "join" in await talk.say(ANNA, "help")


def test_every_command_is_in_the_help_of_somebody_in_both_languages() -> None:
    languages: tuple[Language, ...] = ("nl", "en")
    for language in languages:
        shown = " ".join(say(language, f"help_{role}") for role in ROLES)
        for english, dutch in COMMANDS.items():
            if english not in SHOWN_ELSEWHERE:
                assert (dutch if language == "nl" else english) in shown


def test_every_example_in_the_help_is_understood() -> None:
    origin = Origin("room", JORIS, "e")
    for language in ("nl", "en"):
        for role in ROLES:
            lines = say(language, f"help_{role}").splitlines()[1:]
            for example in re.split(r" · |\n", "\n".join(lines)):
                words = re.split(r" – | en je | and your | and the | en de | en wat | and what ", example)[0]
                for word in words.split(", "):
                    assert not isinstance(read_command(word, origin), Unknown), word
