"""What would break: an answer in the wrong language, or a person's words that are read as the author's."""

from bot.answers import answer, said
from campaigns.message import Button


def test_an_answer_is_one_plain_part_with_its_buttons() -> None:
    button = Button("join", "Join", "crm")
    message = answer("nl", "*Hallo*", [button]).message
    assert (message.language, message.kind, message.text) == ("nl", "answer", "*Hallo*")
    assert not message.parts[0].authored
    assert message.buttons == (button,)


def test_a_sentence_of_the_texts_is_filled_in() -> None:
    assert said("en", "did_you_mean", word="{join}").message.text.startswith("Do you mean “{join}”?")
