"""What would break: a mark that says who it was, or one person who counts twice."""

from bot.secret_marks import pulse_token, reaction_token


def test_a_mark_needs_the_secret_and_names_nobody() -> None:
    mark = reaction_token("s", person="room:anna", delivery="crm/tip-1/sales/x", emoji="👍")
    assert mark == reaction_token("s", person="room:anna", delivery="crm/tip-1/sales/x", emoji="👍")
    assert mark != reaction_token("t", person="room:anna", delivery="crm/tip-1/sales/x", emoji="👍")
    assert "anna" not in mark


def test_each_emoji_counts_by_itself_and_each_pulse_once() -> None:
    up, ask = (reaction_token("s", person="a", delivery="d", emoji=emoji) for emoji in "👍❓")
    assert up != ask
    first = pulse_token("s", person="a", campaign="crm", post="pulse-1")
    assert first != pulse_token("s", person="a", campaign="crm", post="pulse-2")
    assert first != pulse_token("s", person="b", campaign="crm", post="pulse-1")
