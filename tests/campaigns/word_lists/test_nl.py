"""The Dutch jargon is that of the rules, each with its plain words."""

from campaigns.found_words import found_words, plain_words

JARGON = {
    "implementeren": "invoeren", "implementatie": "invoering", "adoptie": "gebruik", "uitrol": "start",
    "stakeholder": "betrokkene", "faciliteren": "helpen met", "borgen": "zorgen dat het blijft", "draagvlak": "steun",
    "realiseren": "maken of halen", "optimaliseren": "verbeteren", "functionaliteit": "functie", "teneinde": "om",
    "middels": "met", "conform": "volgens", "inzake": "over", "omtrent": "over", "derhalve": "dus", "dient te": "moet",
    "voornemens": "van plan", "momenteel": "nu", "indien": "als", "tevens": "ook", "betreffende": "over",
    "commitment": "afspraak of inzet", "alignen": "afstemmen", "awareness": "bekendheid", "go-live": "startdatum",
    "use case": "voorbeeld", "best practice": "goede aanpak", "quick win": "snelle verbetering", "pilot": "proef",
}  # fmt: skip


def test_each_jargon_word_is_found_with_its_plain_words() -> None:
    found = {word: plain_words("nl", found_words("nl", "jargon", f"Nu {word}.")[0].words) for word in JARGON}
    assert found == JARGON


def test_other_forms_of_the_verbs_are_found_too() -> None:
    text = "geïmplementeerd, faciliteert, geborgd, gerealiseerd, geoptimaliseerd, uitgerold, stakeholders, adoptiegraad"
    assert len(found_words("nl", "jargon", text)) == 8
