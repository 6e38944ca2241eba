"""How hard a text is to read, by sentences and syllables: Flesch-Douma for Dutch, Flesch for English."""

from typing import Final

from campaigns.sentences import sentences
from campaigns.syllables import syllables
from campaigns.words import Language

SHORTEST: Final = 40  # words: below it a score is noise


def score(language: Language, text: str) -> float | None:
    """About 0 (very hard) to 100 (very easy), 60 to 70 is normal; None below 40 words."""
    if sum(len(sentence.words) for sentence in sentences(text)) < SHORTEST:
        return None
    return flesch_douma(text) if language == "nl" else flesch(text)


def flesch_douma(text: str) -> float:
    """Douma 1960: 206.84 - 0.93 words a sentence - 0.77 syllables a hundred words. The text has at least one word."""
    length, beats = _averages("nl", text)
    return 206.84 - 0.93 * length - 77 * beats


def flesch(text: str) -> float:
    """Flesch 1948: 206.835 - 1.015 words a sentence - 84.6 syllables a word. The text has at least one word."""
    length, beats = _averages("en", text)
    return 206.835 - 1.015 * length - 84.6 * beats


def _averages(language: Language, text: str) -> tuple[float, float]:
    """Words a sentence, syllables a word."""
    found = sentences(text)
    words = [word for sentence in found for word in sentence.words]
    return len(words) / len(found), sum(syllables(language, word) for word in words) / len(words)
