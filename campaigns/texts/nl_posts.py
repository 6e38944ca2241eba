"""Dutch sentences in and around posts: dates and numbers, buttons, sources, and why something may not be said."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "list_last": "{first} en {last}",
    # Numbers
    "out_of": "{count} van de {total}",
    "points": "{points} procentpunt",
    "members_one": "één collega",
    "members_many": "{number} collega's",
    # Buttons, and how a text speaks of them
    "label_join": "Meedoen",
    "label_wish": "Wens",
    "label_wishes": "Wensen",
    "button_join": "de knop Meedoen (of typ: meedoen)",
    "button_wish": "de knop Wens (of typ: wens en dan je idee)",
    "button_wishes": "de knop Wensen (of typ: wensen)",
    "word_join": "het woord meedoen",
    "word_wish": "het woord wens en dan je idee",
    "word_wishes": "het woord wensen",
    "ask_wish": "Wat zou jou helpen? Schrijf het in één of twee zinnen.",
    # Lines of the bot in a post
    "pulse_scale": (
        "Kies 1 (helemaal niet) tot 5 (helemaal wel), of typ: peiling en dan je cijfer. Niemand ziet wat jij koos. "
        "De uitslag is te zien vanaf {minimum} antwoorden."
    ),
    "source_line": "Bron: {source}",
    # Where a fact comes from
    "source_file": "het campagnebestand {file}",
    "source_seats": "de aanmeldingen",
    "source_wishes": "de wensenlijst",
    "source_measurements": "de metingen, week {week}",
    # What a live fact can be, as an approver reads it
    "range_members": "(de namen van wie dat goed vindt, en het aantal anderen)",
    "range_wish": "(de wens)",
    "range_wish_by": "(het team dat de wens deed)",
    "range_wishes_done": "(het aantal op die dag)",
    "range_wishes_total": "(het aantal op die dag)",
    "range_wishes_to_go": "(het aantal op die dag)",
    "range_wishes_received": "(het aantal op die dag)",
    "range_measure": "1–99% (of zoals: 7 van de 9)",
    "range_measure_then": "1–94% (of zoals: 4 van de 9)",
    "range_growth": "5–98 procentpunt (of een aantal vanaf 2)",
    "range_since": "(de dag van de vorige meting)",
    # Which numbers decided
    "proof_row": "Week {week}: {count} van de {total} ({percent}%).",
    "proof_level": "Het is minstens de helft, dus het mag genoemd worden.",
    "proof_growth": "Het is minder dan de helft, maar het groeit genoeg.",
    "proof_group_too_small": "De groep is te klein om iets over te zeggen.",
    "proof_total_too_small": "Er is te weinig geteld om iets over te zeggen.",
    "proof_not_measured": "Er is nog niets gemeten voor dit team.",
    "proof_measured_long_ago": "De laatste meting is te oud om nu nog te noemen.",
    "proof_nobody_or_everybody": "Het is niemand of iedereen. Dat zou over elk van hen iets zeggen.",
    "proof_minority": "Het is minder dan de helft, en het groeit niet genoeg.",
    # Why something may not be said now, and what to do
    "news_not_of_today": (
        "Deze tekst zegt vandaag, maar de wens was klaar op {day}. Schrijf die dag op of laat 'vandaag' weg: "
        "dan gaat het bericht uit."
    ),
    "no_text_yet": "Er is nog geen tekst. Geef hem bij de vraag die ik stelde.",
    "missing_facts": "Voor {names} is er nu geen waar getal of feit. {reasons}",
    "missing_seats": (
        "De plekken in het bestand en de aanmeldingen zijn niet gelijk, of er zijn nog geen plekken. "
        "Zet in het bestand wat er echt geldt."
    ),
    "missing_draw": (
        "Er is nog niet geloot, dus elke plek is nog vrij. "
        "Noem alleen hoeveel plekken er zijn, en zeg dat er wordt geloot."
    ),
    "missing_measure": "Dit bericht noemt geen meting. Zet er een bij het bericht.",
    "missing_members": "Er zit nog niemand in de groep, of er moet nog geloot worden.",
    "missing_wish": "Dit bericht hoort niet bij een wens die klaar is.",
    "missing_unknown": "Deze naam ken ik niet.",
    "sign_up_over": "De aanmelding is gesloten, dus dit bericht zou niet kloppen.",
    "sign_up_not_yet": "De aanmelding is nog niet open. Het bericht gaat weg als dat wel zo is.",
    "all_places_taken": "Alle {total} plekken zijn bezet, dus dit bericht zou niet kloppen.",
    # Why a delivery was skipped, held, failed or is uncertain, and what to do
    "reason_not_approved": (
        "Niet geplaatst: er was geen akkoord op deze tekst. Geef het bericht een nieuw moment als het toch moet."
    ),
    "reason_no_text": (
        "Niet geplaatst: er kwam geen tekst op de vraag. Geef het bericht een nieuw moment en vraag het opnieuw."
    ),
    "reason_rejected": (
        "Niet geplaatst: het werd afgekeurd. Pas de tekst aan in het bestand, dan vraag ik opnieuw om akkoord."
    ),
    "reason_too_late": (
        "Niet geplaatst: het moment is te lang voorbij. Geef het bericht een nieuw moment als het nog nodig is."
    ),
    "reason_before_start": (
        "Niet geplaatst: het moment was al voorbij toen ik de campagne kreeg. Je hoeft niets te doen."
    ),
    "reason_withdrawn": "Niet geplaatst: het bericht staat niet meer in het bestand. Zet het terug als dat niet klopt.",
    "reason_already_sent": "Niet geplaatst: dit bericht is hier al geplaatst. Je hoeft niets te doen.",
    "reason_no_places_left": "Niet geplaatst: alle plekken zijn bezet. Je hoeft niets te doen.",
    "reason_sign_up_closed": "Niet geplaatst: de aanmelding is gesloten. Je hoeft niets te doen.",
    "reason_stopped": "Niet geplaatst: de campagne is gestopt. Je hoeft niets te doen.",
    "reason_paused": "Wacht: de campagne staat op pauze. Typ hervat om door te gaan.",
    "reason_not_connected": "Wacht: dit team heeft nog geen kanaal. Typ koppel en het team in het juiste kanaal.",
    "reason_campaign_missing": (
        "Wacht: het bestand van deze campagne is weg of heeft fouten. Zet het terug of verbeter het."
    ),
    "reason_channel_closed": "Wacht: ik mag niet meer in dit kanaal. Voeg mij weer toe en typ koppel en het team.",
    "reason_no_facts": "Wacht: een getal of feit in de tekst is er niet. Vul het aan of pas de tekst aan.",
    "reason_outside_hours": (
        "Wacht: het is nu buiten de tijden van de campagne. Het gaat vanzelf weg als het niet te laat wordt."
    ),
    "reason_cap_reached": (
        "Wacht: dit kanaal kreeg al genoeg berichten vandaag of deze week. Verplaats een bericht als dit voorgaat."
    ),
    "reason_refused": (
        "Mislukt: het kanaal weigerde het bericht. Kijk of ik daar mag schrijven en geef het een nieuw moment."
    ),
    "reason_too_large": (
        "Mislukt: het bericht is te lang voor dit kanaal. Maak de tekst korter en geef het een nieuw moment."
    ),
    "reason_unreachable": "Mislukt: het kanaal gaf te lang geen antwoord. Geef het bericht een nieuw moment.",
    "reason_uncertain": (
        "Onzeker: er kwam geen antwoord, dus misschien staat het er. Kijk in het kanaal en kies: het staat er, of "
        "plaats het."
    ),
}
