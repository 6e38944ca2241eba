"""Dutch and English, side by side: every word that an author or an employee may type, in one table each."""

from typing import Final, Literal

Language = Literal["nl", "en"]

# The keys of the campaign file, per block: English name → Dutch name. One to one.
KEYS: Final[dict[str, dict[str, str]]] = {
    "campaign": {
        "campaign": "campagne",
        "language": "taal",
        "start": "start",
        "weeks": "weken",
        "goal": "doel",
        "people": "mensen",
        "owner": "eigenaar",
        "audiences": "doelgroepen",
        "seats": "klankbord",
        "wishes": "wensen",
        "rules": "spelregels",
        "posts": "berichten",
    },
    "goal": {
        "text": "tekst",
        "measure": "meting",
        "target": "streef",
        "by": "op",
        "discussed_with": "besproken_met",
    },
    "person": {"name": "naam", "role": "rol", "chat": "chat"},
    "audience": {
        "channel": "kanaal",
        "lead": "leider",
        "size": "omvang",
        "pain": "last",
        "benefit": "voordeel",
    },
    "seats": {
        "name": "naam",
        "places": "plekken",
        "max_per_team": "max_per_team",
        "allocation": "toewijzing",
        "opens": "open",
        "closes": "sluit",
        "why_limited": "waarom_beperkt",
        "influence": "invloed",
        "time": "tijd",
        "extended_because": "verlengd_omdat",
    },
    "wish": {"title": "titel", "asked_by": "gevraagd_door", "planned": "gepland"},
    "rules": {
        "hours": "tijden",
        "timezone": "tijdzone",
        "workdays": "werkdagen",
        "holidays": "feestdagen",
        "extra_free": "extra_vrij",
        "still_working": "toch_werken",
        "free_weeks": "vrije_weken",
        "max_per_day": "max_per_dag",
        "max_per_week": "max_per_week",
        "minimum_group": "minimum_groep",
        "late_after": "te_laat_na",
        "approval_ahead": "akkoord_vooraf",
        "remind_ahead": "herinner_vooraf",
        "keep": "bewaren",
    },
    "post": {
        "id": "id",
        "kind": "soort",
        "when": "wanneer",
        "from": "van",
        "for": "voor",
        "text": "tekst",
        "texts": "teksten",
        "briefing": "leidraad",
        "question": "vraag",
        "only_if": "als",
        "measure": "meting",
        "otherwise": "anders",
        "source": "bron",
        "action": "actie",
        "theme": "thema",
        "image": "afbeelding",
        "alt": "alt",
    },
}

KINDS: Final[dict[str, str]] = {
    "management": "management",
    "introduction": "voorstellen",
    "tip": "tip",
    "benefit": "voordeel",
    "wish": "wens",
    "call": "oproep",
    "status": "stand",
    "closing": "sluiting",
    "outcome": "uitkomst",
    "invitation": "uitnodiging",
    "pulse": "peiling",
    "commitment": "toezegging",
    "proof": "bewijs",
    "thanks": "dank",
    "consequence": "gevolg",
    "milestone": "mijlpaal",
}

# Posts that only the bot makes.
AUTOMATIC_KINDS: Final[dict[str, str]] = {"extension": "verlenging", "not_made": "niet gelukt"}

PLACEHOLDERS: Final[dict[str, str]] = {
    "places_left": "plekken_over",
    "places_total": "plekken_totaal",
    "closes": "sluit",
    "opens": "open",
    "influence": "invloed",
    "time": "tijd",
    "why_limited": "waarom_beperkt",
    "members": "deelnemers",
    "wish": "wens",
    "wish_by": "wens_van",
    "wishes_done": "wensen_klaar",
    "wishes_total": "wensen_totaal",
    "wishes_to_go": "wensen_te_gaan",
    "wishes_received": "wensen_ontvangen",
    "measure": "meting",
    "measure_then": "meting_toen",
    "growth": "groei",
    "since": "sinds",
    "team": "team",
    "lead": "leider",
    "pain": "last",
    "benefit": "voordeel",
    "button:join": "knop:meedoen",
    "button:wish": "knop:wens",
    "button:wishes": "knop:wensen",
}

# Fixed values of single keys.
ALLOCATIONS: Final[dict[str, str]] = {"first come": "volgorde", "draw": "loten"}
CONDITIONS: Final[dict[str, str]] = {"places left": "er is plek"}

WEEKDAYS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
           "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"),
}  # fmt: skip
# As people shorten them, with or without a point behind it.
SHORT_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("jan", "feb", "febr", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
}

# What people may type. English word → Dutch word. Both always work, whatever the campaign's language.
COMMANDS: Final[dict[str, str]] = {
    "join": "meedoen",
    "leave": "afmelden",
    "seats": "stand",
    "wish": "wens",
    "wishes": "wensen",
    "question": "vraag",
    "object": "bezwaar",
    "why": "waarom",
    "remind me": "herinner mij",
    "overview": "overzicht",
    "my data": "mijn gegevens",
    "forget me": "vergeet mij",
    "stop": "stop",
    "help": "help",
    "name me": "noem mij",
    "keep my name out": "noem mij niet",
    "pulse": "peiling",
    "approve": "akkoord",
    "ask for a change": "aanpassen",
    "do not post": "niet plaatsen",
    "text": "tekst",
    "connect": "koppel",
    "disconnect": "ontkoppel",
    "pause": "pauze",
    "resume": "hervat",
    "wish done": "wens klaar",
    "wish later": "wens later",
    "wish planned": "wens gepland",
    "answer": "antwoord",
    "promises": "beloftes",
    "promise kept": "belofte gehouden",
    "promise missed": "belofte niet gehaald",
    "promise drop": "belofte vervalt",
    "close sign-up": "sluit aanmelding",
    "it is there": "het staat er",
    "post it": "plaats het",
    "today": "vandaag",
    "report": "rapport",
    "console": "console",
}
