"""What would break: a block whose mistake hides another block's, or a key that is reported under its English name."""

import pytest

from campaigns.draft import draft_of
from campaigns.yaml_subset import read_yaml
from tests.campaigns.bad_campaigns import DUTCH, ENGLISH, changed, findings_of, found


def test_every_block_is_typed_even_when_another_is_wrong() -> None:
    draft = draft_of(read_yaml(changed(("places: 3", "places: x"))), "crm.yaml")
    assert draft.seats is None
    assert draft.weeks == 12
    assert set(draft.parts["people"]) == {"sandra", "joris"}
    assert [post.id for post in draft.posts] == ["tip-1"]


def test_a_missing_key_is_reported_in_the_words_of_the_file_where_its_block_begins() -> None:
    findings = findings_of(
        ("    omvang: 18\n", ""),
        ("doel:\n  tekst: Op 1 april staat van 8 op de 10 gesprekken een verslag in CRM.\n", ""),
        base=DUTCH,
    )
    assert [(one.line, one.message) for one in findings] == [
        (1, "'doel' ontbreekt in crm.yaml."), (6, "'omvang' ontbreekt in verkoop.")]  # fmt: skip


@pytest.mark.parametrize("key", ["places", "opens", "closes", "why_limited", "influence", "time"])
def test_s3_seats_tell_what_is_limited_and_until_when(key: str) -> None:
    (line,) = (line for line in ENGLISH.splitlines(keepends=True) if line.startswith(f"  {key}: "))
    assert found((line, "")) == [(18, "S3")]
    assert found((line, f"{line}  allocation: draw\n")) == []  # how they are divided has a default


def test_numbers_of_posts_count_per_kind_and_an_own_id_counts_too() -> None:
    tip = "\n  - kind: tip\n    when: week 2 Friday 09:30\n    text: Two.\n"
    draft = draft_of(read_yaml(ENGLISH + "    id: mine" + tip), "crm.yaml")
    assert [post.id for post in draft.posts] == ["mine", "tip-2"]


def test_an_unknown_kind_has_the_word_of_the_other_language_as_its_guess() -> None:
    assert "'tip'" in findings_of(("kind: tip", "kind: tpi"))[0].fix
    assert "'thanks'" in findings_of(("kind: tip", "kind: dank"))[0].fix
    assert "Choose" in findings_of(("kind: tip", "kind: xyzzy"))[0].fix


def test_what_is_no_campaign_is_one_finding() -> None:
    for text in ("hello", "- a: b", "a: b\nc: d"):
        assert found(base=text) == [(1, "K1")]


def test_fixed_words_are_read_in_capitals_too() -> None:
    assert found(("kind: tip", "kind: Tip"), ("places: 3", "places: 3\n  allocation: First  come")) == []
