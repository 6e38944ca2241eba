"""What the bot says of promises and of a series that wears out, in Dutch."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # Hoe een belofte heet waarvan we de woorden zelf niet bewaren
    "promise_words": "“{text}”",
    "promise_words_wish": "wens {id}",
    "promise_words_question": "het antwoord op vraag {id}",
    # De lijst
    "promises_line": "Belofte {number}, voor {day}: {words} ({name})",
    "promises_none": "Er staat geen belofte open.",
    "promises_counts": "Gedaan: {made}. Gehouden: {kept}. Niet gehaald: {missed}.",
    # Herinneringen aan de eigenaar
    "promise_soon": (
        "Belofte {number}, voor {day}: {words} ({name}). Gaat het lukken? Typ dan: belofte gehouden {number}. Lukt het "
        "niet, typ: belofte niet gehaald {number} en wat er nu gebeurt, met een nieuwe datum."
    ),
    "promise_today": (
        "Belofte {number} is voor {day}: {words} ({name}). Gelukt? Typ: belofte gehouden {number}. Niet gelukt? Typ: "
        "belofte niet gehaald {number} en wat er nu gebeurt, met een nieuwe datum."
    ),
    "promise_overdue": (
        "Belofte {number} was voor {day}: {words} ({name}). Ik weet nog niet of het is gelukt. Zo ja, typ: belofte "
        "gehouden {number}. Niet gelukt? Typ: belofte niet gehaald {number} en wat er nu gebeurt, met een nieuwe "
        "datum. Dan hoort wie het las dat van ons."
    ),
    "promise_soon_wish": (
        "Wens {id} is beloofd voor {day} (belofte {number}). Klaar? Typ: wens klaar {id}. Wordt het later, typ: wens "
        "gepland {id} en de nieuwe datum, of wens later {id} en de reden."
    ),
    "promise_today_wish": (
        "Wens {id} is beloofd voor {day} (belofte {number}). Klaar? Typ: wens klaar {id}. Niet gelukt? Typ: wens "
        "gepland {id} en de nieuwe datum, of wens later {id} en de reden."
    ),
    "promise_overdue_wish": (
        "Wens {id} was beloofd voor {day} (belofte {number}). Ik weet nog niet of de wens klaar is. Zo ja, typ: wens "
        "klaar {id}. Niet gelukt? Typ: wens gepland {id} en de nieuwe datum, of wens later {id} en de reden."
    ),
    # Antwoorden aan de eigenaar
    "promise_judged_kept": "Genoteerd: belofte {number} is gehouden.",
    "promise_judged_missed": (
        "Genoteerd: belofte {number} is niet gehaald. {told} De nieuwe datum: {day} (belofte {next})."
    ),
    "promise_told_teams": "Deze teams lezen het: {audiences}.",
    "promise_told_asker": "Alleen wie de vraag stelde, leest het.",
    "promise_told_nobody": "Geen team hoeft het te horen.",
    "promise_judged_dropped": "Genoteerd: belofte {number} was er geen. Ik vraag er niet meer naar.",
    "promise_judged_already_settled": "Belofte {number} was al afgehandeld. Er is niets veranderd.",
    "promise_judged_of_a_wish": (
        "Belofte {number} is wens {id}. Typ: wens klaar {id}, wens gepland {id} en een datum, of wens later {id} en de "
        "reden."
    ),
    "promise_judged_no_text": (
        "Zet erachter wat er nu gebeurt, met een nieuwe datum. Bijvoorbeeld: belofte niet gehaald {number} De "
        "koppeling viel uit. De nieuwe datum is 19 maart."
    ),
    "promise_judged_no_new_day": (
        "Noem ook een nieuwe datum, dan weet iedereen wanneer het wel komt. Bijvoorbeeld: belofte niet gehaald "
        "{number} De koppeling viel uit. De nieuwe datum is 19 maart."
    ),
    "promise_judged_no_reason": (
        "Zet de reden erachter. Bijvoorbeeld: belofte vervalt {number} de tekst noemt alleen de dag van een overleg."
    ),
    "promise_judged_unknown": "Ik ken geen belofte {number}. Typ beloftes voor de lijst.",
    # Het bericht dat bij een belofte hoort die niet is gehaald
    "not_made_post": "{name} beloofde voor {day}: “{text}” Dat is niet gelukt.\n\n{said}\n\n{owner}",
    "not_made_wish_later": (
        "De wens “{title}” stond gepland voor {day}. Dat is niet gelukt, en we doen hem nu niet. "
        "De reden: {because}\n\n{owner}"
    ),
    "not_made_wish_moved": (
        "De wens “{title}” stond gepland voor {day}. Dat is niet gelukt. De nieuwe datum is {new}.\n\n{owner}"
    ),
    "not_made_wish_open": (
        "De wens “{title}” stond gepland voor {day}. Dat is niet gelukt. Er is nog geen nieuwe datum.\n\n{owner}"
    ),
    "not_made_answer": (
        "{owner} beloofde je iets voor {day}, in het antwoord op je vraag. Dat is niet gelukt.\n\n{said}"
    ),
    # Het rapport
    "report_promises": "Beloftes: {made} gedaan, {kept} gehouden, {missed} niet gehaald.",
    "report_wishes_in_time": "Wensen via de chat die binnen vijf werkdagen antwoord kregen: {count} van {total}.",
    # Een reeks die slijt
    "worn_out": (
        "Op de reeks {post} reageert nog niet de helft van de mensen van het begin, drie keer achter elkaar. De eerste "
        "berichten: {first}. De laatste: {latest}. Kleine aantallen zeggen weinig, dus dit is alleen advies. Je kunt "
        "de reeks stoppen, of een andere vorm kiezen."
    ),
    "worn_out_few": "hooguit enkele",
}
