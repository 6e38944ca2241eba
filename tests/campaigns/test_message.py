"""What would break: the words of a message that platforms show."""

from campaigns.message import Message, Part, without_names


def test_the_text_of_a_message_is_its_parts_with_a_line_between() -> None:
    assert Message("en", "tip", (Part("a", authored=True), Part("b"))).text == "a\n\nb"
    assert Message("en", "tip", ()).text == ""


def test_without_names_only_the_parts_that_name_people_change() -> None:
    named = Part("With Anna and Bo.", people=("room:anna", "room:bo"), unnamed="With 2 colleagues.")
    message = Message("en", "closing", (Part("It is full.", authored=True), named))
    assert message.people == {"room:anna", "room:bo"}
    after = without_names(message)
    assert (after.text, after.people) == ("It is full.\n\nWith 2 colleagues.", frozenset())
    assert without_names(after) == after
    assert after.parts[0].authored
    assert not after.parts[1].authored
