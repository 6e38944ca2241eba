"""How many syllables a word has, in Dutch and English: by its vowels, with the loan words that break the rule."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from campaigns.sentences import ADDRESS, PLACEHOLDER
from campaigns.words import Language

# One beat each, the longest first: so `radio` has three and `koffie` two.
_DUTCH_BEATS: Final = re.compile(
    "aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|ai|oi|ëe|ëi|ëu|ïe|öo|[aeiouäëïöü]|y(?![aeiou])"
)
_DUTCH_CONSONANT_Y: Final = re.compile("(?<=[aeiou])y(?=[aeiou])")  # royaal
# Parts of words that are not said as a Dutch reader would spell them → the same in Dutch sounds.
_DUTCH_LOANS: Final[dict[str, str]] = {
    "management": "mennedzjment",
    "dashboard": "desjbord",
    "board": "bord",
    "update": "updeet",
    "website": "websait",
    "online": "onlain",
    "offline": "oflain",
    "deadline": "dedlain",
    "pipeline": "paiplain",
    "software": "softwer",
    "template": "templet",
    "feature": "fietsjer",
    "release": "rielies",
    "stakeholder": "steekholder",
    "reminder": "riemainder",
    "service": "servis",
    "office": "offis",
    "intake": "inteek",
    "coach": "kootsj",
    "team": "tiem",
    "beamer": "biemer",
    "roadmap": "rootmep",
    "download": "daunloot",
    "upload": "uploot",
    "niveau": "nivo",
    "bureau": "buro",
    "cadeau": "kado",
    "plateau": "plato",
    "station": "stasjon",
    "museum": "museüm",
    "jubileum": "jubileüm",
}
_DUTCH_EDGES: Final[dict[str, str]] = {
    "cases": "keesis",
    "case": "kees",
    "file": "fail",
    "live": "laif",
    "time": "taim",
    "lead": "liet",
    "deal": "diel",
}
_DUTCH_SOUNDS: Final = {**_DUTCH_LOANS, **_DUTCH_EDGES}
_DUTCH_PARTS: Final = re.compile("|".join((*_DUTCH_LOANS, *(f"^{part}|{part}(?=s?$)" for part in _DUTCH_EDGES))))

_ENGLISH_BEATS: Final = re.compile("[aeiouy]+")
_ENGLISH_TWO: Final = re.compile(  # vowels side by side that are two beats: idea, video, science, doing
    "(?<![cstgr])ia|(?<=r)ia(?!ge)|(?<![tscg])io|(?<![qg])ua|eo(?!p|n$)|[aeiouy]ing$|sm$|crea|rea[cl]|dea(?!l)|scie|[rl]ie[nt]|uel$|uence|quiet|oyee"
)
_ENGLISH_SILENT: Final = re.compile(  # an e that is not said: time, makes, called, movement, something
    "(?<=[^aeiouy])e$|(?<=[^aeiouysxzcg])(?<!sh)(?<!ch)es$|(?<=[^aeioutdy])ed$"
    "|(?<=[^aeiouyl])e(?=(?:ment|ful|less|ly|ness|thing|where|body|time|work|how|one|how)s?$)"
)
_ENGLISH_SOUNDED: Final = re.compile("[^aeiouylr]le[sd]?$")  # people, tables: that e is said
_ENGLISH_IRREGULAR: Final[dict[str, int]] = {
    "area": 3,
    "areas": 3,
    "being": 2,
    "business": 2,
    "colleague": 2,
    "colleagues": 2,
    "different": 3,
    "element": 3,
    "every": 2,
    "evening": 2,
    "everyone": 3,
    "everything": 3,
    "implement": 3,
    "interest": 3,
    "people": 2,
    "real": 1,
    "really": 2,
    "something": 2,
    "someone": 2,
    "sometimes": 2,
    "supplement": 3,
    "wednesday": 2,
}


def syllables(language: Language, word: str) -> int:
    """At least 1. A placeholder, a URL and an abbreviation in capitals without vowels (CRM) are read at a glance: 1."""
    return 1 if word[0] in (PLACEHOLDER, ADDRESS) else _counted(language, word.casefold())


@lru_cache(maxsize=4096)
def _counted(language: Language, word: str) -> int:
    count = _dutch if language == "nl" else _english
    return max(1, sum(count(part) for part in re.split(r"[^\w]+|[\d_]+", word)))


def _dutch(word: str) -> int:
    word = _DUTCH_CONSONANT_Y.sub("j", _without_accents(word).replace("qu", "kw"))
    word = _DUTCH_PARTS.sub(lambda found: _DUTCH_SOUNDS[found[0]], word)
    return len(_DUTCH_BEATS.findall(word))


def _english(word: str) -> int:
    word = "".join(sign for sign in unicodedata.normalize("NFD", word) if sign.isalpha())
    if word in _ENGLISH_IRREGULAR:
        return _ENGLISH_IRREGULAR[word]
    silent = 0 if _ENGLISH_SOUNDED.search(word) else len(_ENGLISH_SILENT.findall(word))
    return len(_ENGLISH_BEATS.findall(word)) + len(_ENGLISH_TWO.findall(word)) - silent if word else 0


def _without_accents(word: str) -> str:
    """Without accents; a diaeresis stays, because a beat begins there."""
    signs = unicodedata.normalize("NFD", word.replace("ĳ", "ij"))
    return unicodedata.normalize("NFC", "".join(sign for sign in signs if sign.isalpha() or sign == "\u0308"))
