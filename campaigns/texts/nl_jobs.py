"""What the bot says when time makes something happen, in Dutch."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "trouble_about": "{post} van {moment}: {reason}",
    "trouble_for": "Het gaat om: {audiences}.",
    "settle_question": (
        "Wil je in het kanaal kijken of het bericht er staat? We plaatsen het niet opnieuw zonder jouw woord."
    ),
    "button_it_is_there": "Het staat er",
    "button_post_it": "Plaats het",
    "asked_others": "{name} is gevraagd om akkoord voor {post} van {moment}. Zonder akkoord gaat het niet uit.",
    "asked_others_text": "{name} is gevraagd om een tekst voor {post} van {moment}. Zonder tekst gaat het niet uit.",
    "still_missing": "Nog geen akkoord van {name} voor {post} van {moment}. Zonder akkoord gaat het niet uit.",
    "still_missing_text": "Nog geen tekst van {name} voor {post} van {moment}. Zonder tekst gaat het niet uit.",
    "please_answer": (
        "Een herinnering: {post} van {moment} wacht op jouw akkoord. Zonder jouw akkoord gaat het niet uit."
    ),
    "please_write": "Een herinnering: {post} van {moment} wacht op jouw tekst. Zonder tekst gaat het niet uit.",
    "not_in_directory": (
        "We kunnen {name} ({chat}) niet bereiken. Laat {name} de bot openen, of verbeter het adres in het bestand."
    ),
    "news_waits": "Het nieuws over wens {wish} gaat uit op {moment}: dan is er plek voor.",
    "wish_unanswered": (
        "Wens {id} wacht op antwoord: \u201c{title}\u201d. Typ: wens gepland {id} 12 maart, wens later "
        "{id} met de reden, of wens klaar {id}."
    ),
    "question_unanswered": "Vraag {number} wacht op antwoord: \u201c{text}\u201d. Typ: antwoord {number} en je tekst.",
    "rehearsal_waits": (
        "{name} heeft nog niet geantwoord over {post}. Antwoord nu, of speel verder: dan gaat het niet uit."
    ),
    "reminder": "Je vroeg om een herinnering. {text}",
    "file_kept_old": (
        "Het bestand {file} heeft {count} fouten. We werken door met de vorige versie. De eerste fout: {first}"
    ),
    "file_kept_old_one": "Het bestand {file} heeft een fout. We werken door met de vorige versie. De fout: {first}",
    "file_clashes": (
        "De nieuwe versie van {file} past niet naast de andere campagnes in zijn kanalen. We werken door met de vorige "
        "versie. Wat het eerst misgaat: {first}"
    ),
    "fewer_places": ("Het bestand noemt nu {wanted} plekken, maar {places} zijn al beloofd. We houden {places}."),
    "wish_left_planned": (
        "De wens “{title}” staat niet meer in het bestand, maar is beloofd voor {day}. De wens blijft op de lijst tot "
        "jij kiest. Typ: wens klaar {id}, wens gepland {id} en een nieuwe datum, of wens later {id} en de reden."
    ),
    "wish_left_open": (
        "De wens “{title}” staat niet meer in het bestand, maar telt nog mee als beloofd. De wens blijft op de lijst "
        "tot jij kiest. Typ: wens klaar {id}, wens gepland {id} en een datum, of wens later {id} en de reden."
    ),
    "other_closing": "Het bestand noemt nu een andere sluiting. De beloofde sluiting blijft: {closes}.",
}
