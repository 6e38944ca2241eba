"""What would break: a name that points at nobody, found only when the post is due."""

import pytest

from tests.campaigns.bad_campaigns import DUTCH, findings_of, found


def test_the_language_of_a_file_is_that_of_its_keys() -> None:
    assert found(("start:", "language: en\nstart:")) == []
    assert found(("start:", "language: nl\nstart:")) == [(2, "K1")]
    assert found(("start:", "taal: NL\nstart:"), base=DUTCH) == []


def test_every_person_and_audience_that_is_named_must_exist() -> None:
    assert found(("owner: joris", "owner: jori")) == [(9, "K4")]
    assert found(("lead: sandra", "lead: nobody"), ("asked_by: sales", "asked_by: x")) == [(13, "K4"), (26, "K4")]
    assert found(("kind: tip", "kind: tip\n    for: [sales, ales]")) == [(31, "K4")]


def test_a_name_is_suggested_only_when_it_is_near() -> None:
    assert findings_of(("owner: joris", "owner: jori"))[0].fix.startswith("Did you mean 'joris'?")
    assert findings_of(("owner: joris", "owner: xyz"))[0].fix == "Choose one of: sandra, joris."


def test_a_name_is_one_plain_word() -> None:
    assert found(("  postcode:", "  post code:")) == [(26, "K3")]
    assert found(("  postcode:", "  coördinatie-2:")) == []


def test_an_empty_block_of_people_is_reported() -> None:
    people = "mensen:\n  sandra: {naam: Sandra de Wit, rol: directeur, chat: sandra@voorbeeld.nl}"
    assert found((people, "mensen: {}"), base=DUTCH) == [(5, "K2")]


def test_a_measure_that_is_nearly_the_goals_is_advice() -> None:
    proof = "  - kind: proof\n    when: week 4 Friday 09:30\n    measure: {}\n    text: So.\n    otherwise: Thanks.\n"
    for measure, expected in (("note_in_crm", [(32, "K4")]), ("notes_in_crm", []), ("visits", [])):
        assert found(("posts:\n", "posts:\n" + proof.format(measure))) == expected


@pytest.mark.parametrize(
    ("chat", "rules"),
    [
        ("joris@x.example", []), ("Joris_x.example#EXT#@tenant.onmicrosoft.com", []), ("joris", [(8, "K3")]),
        ("'@joris'", [(8, "K3")]), ("joris@", [(8, "K3")]), ("Joris Hendriks", [(8, "K3")]),
        ("j h@example.com", [(8, "K3")]), ("a@b@example.com", [(8, "K3")]),
    ],
)  # fmt: skip
def test_a_person_is_known_by_an_address(chat: str, rules: list[tuple[int, str]]) -> None:
    assert found(("joris@example.com", chat)) == rules


def test_two_people_have_no_address_together() -> None:
    [finding] = findings_of(("joris@example.com", "Sandra@Example.com"))
    assert (finding.line, finding.rule) == (8, "K7")
    assert "Sandra de Wit" in finding.message
    assert found(("joris@example.com", "sandra@example.com"), ("Joris Hendriks", "Sandra de Wit")) == []


def test_a_country_must_be_known() -> None:
    assert found(("hours: 09:00 to 17:00", "holidays: xx")) == [(28, "K3")]
    assert found(("hours: 09:00 to 17:00", "holidays: none")) == []
