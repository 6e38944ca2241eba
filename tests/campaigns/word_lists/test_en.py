"""The English jargon is that of the rules, each with its plain words."""

from campaigns.found_words import found_words, plain_words

JARGON = {
    "implement": "introduce", "leverage": "use", "utilise": "use", "facilitate": "help", "in order to": "to",
    "regarding": "about", "adoption": "use", "rollout": "start", "stakeholder": "people involved",
    "functionality": "feature", "optimise": "improve", "going forward": "from now on", "touch base": "talk",
    "onboarding": "first weeks", "best practice": "good way", "commence": "start", "prior to": "before",
}  # fmt: skip


def test_each_jargon_word_is_found_with_its_plain_words() -> None:
    found = {word: plain_words("en", found_words("en", "jargon", f"Now {word}.")[0].words) for word in JARGON}
    assert found == JARGON


def test_american_spelling_and_other_forms_are_found_too() -> None:
    text = "implemented, utilizing, optimized, rolled out, roll-out, stakeholders, facilitating, commencing"
    assert len(found_words("en", "jargon", text)) == 8
