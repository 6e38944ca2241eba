"""What would break: a kind that weighs something else than the rules say, or needs what an author can't write."""

from campaigns.kinds import KINDS, Approver
from campaigns.words import KEYS


def test_the_weights_are_those_of_the_ledger() -> None:
    weights = {name: kind.weight for name, kind in KINDS.items() if kind.weight}
    assert weights == {"wish": 2, "tip": 1, "benefit": 1, "thanks": 1, "call": -2, "status": -1, "invitation": -1,
                       "pulse": -1, "commitment": -1}  # fmt: skip


def test_what_asks_has_a_button_or_asks_in_words() -> None:
    assert {name: kind.button for name, kind in KINDS.items() if kind.button} == {
        "call": "join", "status": "join", "invitation": "wish", "pulse": "pulse"}  # fmt: skip
    assert all(kind.weight < 0 for kind in KINDS.values() if kind.button)


def test_every_need_is_a_key_that_an_author_can_write() -> None:
    known = {*KEYS["post"], *KEYS["campaign"]}
    assert {need for kind in KINDS.values() for need in kind.needs} <= known


def test_who_needs_a_sender_to_say_yes_names_one() -> None:
    assert all("from" in kind.needs for kind in KINDS.values() if kind.approver is Approver.SENDER)
