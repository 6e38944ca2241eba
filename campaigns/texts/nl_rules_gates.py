"""What a gate says of a post that it holds or stops, in Dutch."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "gate_waited": "Het wachtte: {why}.",
    "gate_never_asked": "Er is niemand om gevraagd.",
    "gate_asked": "{name} is op {day} gevraagd en gaf geen akkoord.",
    "gate_asked_text": "{name} is op {day} gevraagd en stuurde geen tekst.",
    "gate_text_changed": (
        "Het akkoord was voor een andere tekst dan die nu weg zou gaan. Geef het bericht een nieuw moment, "
        "dan wordt het opnieuw gevraagd."
    ),
    "gate_expired": (
        "Het akkoord kwam op {day}. Een akkoord geldt {days} werkdagen. Geef het bericht een nieuw moment, "
        "dan wordt het opnieuw gevraagd."
    ),
    "gate_hours": "De tijden zijn {opens} tot {closes}, op werkdagen. Het volgende moment is {next}.",
    "gate_full_day": "Het kanaal kreeg er vandaag {sent}, en op een dag mogen het er hoogstens {most} zijn.",
    "gate_full_week": "Het kanaal kreeg er deze week {sent}, en in een week mogen het er hoogstens {most} zijn.",
    "gate_balance": (
        "Tot nu toe: +{given} gegeven en −{asked} gevraagd. Dit bericht vraagt {asks}: dat is {short} te veel."
    ),
    "gate_next_give": "Het volgende geschenk is {post} op {moment}.",
    "gate_no_give": "Er staat geen geschenk meer gepland. Zet een tip of een dank voor dit bericht.",
    "state_by_rule": "{state} (regel {rule}: {detail})",
    "gate_rule": "{reason} (regel {rule})",
    "gate_goal": "In week {week} was het {percent}% en het doel is {target}%. De reeks stopt hier vanzelf.",
    "reason_balance_short": (
        "Wacht: dit team kreeg nog te weinig om nu iets te vragen. Het gaat vanzelf weg na het volgende "
        "geschenk, als het niet te laat wordt."
    ),
    "reason_goal_reached": "Niet geplaatst: dit team heeft het doel gehaald. Je hoeft niets te doen.",
    "room_why_balance_short": "er moet eerst meer gegeven worden",
    "room_why_goal_reached": "het doel is gehaald",
    "proof_too_few_people": "Het team heeft {size} mensen, en er zijn er {smallest} nodig.",
    "proof_too_few_counted": "Er zijn {total} metingen in week {week}, en er zijn er {smallest} nodig.",
    "proof_hides_another": "Met dit getal kun je dat van een te kleine groep uitrekenen.",
    "proof_level_only_with_growth": "Het is minder dan de helft. De tekst noemt het zonder de groei.",
    "extension": "De aanmelding is verlengd tot {closes}. De reden: {because} {how}",
    "extension_join_now": "Aanmelden kan nog met {word}.",
    "extension_join_later": "Aanmelden kan vanaf {opens}, met {word}.",
    "extension_needs_reason": (
        "Het bestand noemt nu een andere sluiting: {wanted}. Wat geplaatst is, blijft: {closes}. Zet de "
        "reden onder verlengd_omdat, dan schuift de sluiting één keer op, met een bericht dat het zegt. "
        "(regel S4)"
    ),
}
