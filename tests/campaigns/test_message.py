"""What would break: the words of a message that platforms show."""

from campaigns.message import Message, Part


def test_the_text_of_a_message_is_its_parts_with_a_line_between() -> None:
    assert Message("en", "tip", (Part("a", authored=True), Part("b"))).text == "a\n\nb"
    assert Message("en", "tip", ()).text == ""
