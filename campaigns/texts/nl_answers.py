"""Nederlandse antwoorden op wat collega's typen of aanklikken."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # Algemeen
    "yes": "ja",
    "no": "nee",
    "did_you_mean": "Bedoel je “{word}”? Typ dat woord, dan doe ik het. Nu heb ik nog niets gedaan.",
    "not_understood": "Dat begrijp ik niet. Typ help, dan zie je welke woorden ik ken.",
    "nothing_typed": "Typ eerst iets.",
    "no_campaign": "Ik weet niet om welke campagne het gaat. Typ dit in het kanaal van je team.",
    "several_campaigns": (
        "Dit kan over meer campagnes gaan: {names}. Typ het in het kanaal van de campagne die je bedoelt."
    ),
    "refused_owner": "Dit kan alleen {owner} doen, want {owner} leidt de campagne. Er is niets veranderd.",
    "refused_approver": (
        "Dit kan alleen iemand die over de berichten beslist. Er is niets veranderd. Vragen? {owner} helpt je graag."
    ),
    # Plekken
    "no_seats": "Deze campagne heeft geen plekken om je voor aan te melden.",
    "join_which_team": "Typ meedoen in het kanaal van je eigen team. Dan weet ik bij welk team je hoort.",
    "seat_seated": (
        "Je doet mee. Plek {place} van {places}. Typ afmelden om je plek vrij te geven.\n\n"
        "Mag je naam in het bericht staan waarin we de groep voorstellen? Dat hoeft niet. Typ: noem mij."
    ),
    "seat_accepted": (
        "Fijn, de plek is van jou. Je doet mee. Typ afmelden om je plek vrij te geven.\n\n"
        "Mag je naam in het bericht staan waarin we de groep voorstellen? Dat hoeft niet. Typ: noem mij."
    ),
    "seat_entered": (
        "Je doet mee aan de loting. We loten op {closes}. Je hoort daarna hoe het is gegaan. "
        "Typ afmelden als je toch niet wilt."
    ),
    "seat_reserved_full": (
        "Alle {places} plekken zijn bezet. Je bent nummer {number} op de reservelijst. Komt er een plek vrij die "
        "voor jou "
        "is, dan krijg je bericht. Wil je van de lijst af? Typ: afmelden."
    ),
    "seat_reserved_team_full": (
        "Je team heeft al het hoogste aantal plekken. Je bent nummer {number} op de reservelijst. Komt er een plek "
        "vrij "
        "die voor jou is, dan krijg je bericht. Wil je van de lijst af? Typ: afmelden."
    ),
    "seat_already_seated": "Je doet al mee. Typ afmelden om je plek vrij te geven.",
    "seat_already_entered": "Je doet al mee aan de loting van {closes}. Typ afmelden als je toch niet wilt.",
    "seat_already_reserved": "Je staat al op de reservelijst, als nummer {number}. Wil je eraf? Typ: afmelden.",
    "seat_too_early": "Aanmelden kan nog niet. Het begint op {moment}. Typ dan meedoen.",
    "seat_too_late": "Aanmelden kan niet meer. Het sloot op {moment}. Een wens sturen kan altijd: typ wens en je idee.",
    "seat_offer_expired": (
        "De plek was voor je bewaard tot {moment}. Die tijd is voorbij, de plek gaat naar de volgende."
    ),
    "seat_left_seat": "Je doet niet meer mee. Je plek is vrij voor iemand anders. Er verandert verder niets voor je.",
    "seat_left_reserve": "Je staat niet meer op de reservelijst.",
    "seat_left_draw": "Je doet niet meer mee aan de loting.",
    "seat_refused_offer": "Goed, de plek gaat naar iemand anders. Je staat ook niet meer op de reservelijst.",
    "seat_not_signed_up": "Je bent niet aangemeld. Er is niets veranderd.",
    "seat_named": (
        "Dank je. Als je een plek hebt, mag je naam in het bericht staan. Toch liever niet? Typ: noem mij niet."
    ),
    "seat_not_named": "Goed, je naam komt niet in het bericht. Je telt mee als een van de collega's.",
    "seat_closed": "Aanmelden is gesloten.",
    "seat_already_closed": "Aanmelden was al gesloten, op {moment}.",
    "seats_not_open": "Er zijn {places} plekken. Aanmelden kan vanaf {opens}.",
    "seats_closed": "Aanmelden is gesloten sinds {closes}. Er zijn {places} plekken, waarvan {left} vrij.",
    "seats_draw": "Er zijn {places} plekken. We loten op {closes}. Tot dan kun je je aanmelden.",
    "seats_full": "Alle {places} plekken zijn bezet. Tot {closes} kun je op de reservelijst.",
    "seats_left": "Nog {left} van de {places} plekken open. Aanmelden kan tot {closes}.",
    "standing_none": "Jij bent niet aangemeld.",
    "standing_entered": "Jij doet mee aan de loting.",
    "standing_seated": "Jij hebt een plek.",
    "standing_offered": "Er is een plek voor jou bewaard tot {until}. Typ meedoen om hem te nemen.",
    "standing_reserved": "Jij bent nummer {number} op de reservelijst.",
    "button_name_me": "Noem mij",
    "button_name_me_not": "Noem mij niet",
    "button_accept": "Ik neem de plek",
    "button_decline": "Ik laat de plek gaan",
    "seat_news_offered": (
        "Er is een plek vrij en die is voor jou. Je hebt tot {until} om te kiezen. Typ meedoen om hem te nemen, "
        "of afmelden om hem te laten gaan. Allebei is goed."
    ),
    "seat_news_expired": (
        "De plek die we voor je bewaarden, gaat naar de volgende. De tijd om te kiezen is voorbij. "
        "Je staat niet meer op de lijst."
    ),
    "seat_news_drawn": (
        "Er is geloot en je hebt een plek. Je bent een van de {places}. Typ afmelden om je plek vrij te geven. "
        "Mag je naam in het bericht staan? Typ dan: noem mij."
    ),
    "seat_news_not_drawn": (
        "Er is geloot. Je hebt nu geen plek, maar je bent nummer {number} op de reservelijst. "
        "Komt er een plek vrij die voor jou is, dan krijg je bericht."
    ),
    "seat_news_one_person": (
        "Je had je in twee chat-apps aangemeld. Nu weet ik dat jij dat allebei bent, dus het telt één keer. {standing} "
        "Wat je dubbel had, gaat naar de volgende."
    ),
    # Wensen en vragen
    "wish_which_team": "Typ je wens in het kanaal van je eigen team. Dan weet ik voor welk team hij is.",
    "wish_received": (
        "Dank je, dit is wens {id}. {owner} antwoordt uiterlijk {day}. {owner} ziet je wens en je team, niet je naam."
    ),
    "wish_already_received": "Deze wens heb ik al van je, als wens {id}. {owner} antwoordt uiterlijk {day}.",
    "wish_empty": "Zet je wens erachter. Bijvoorbeeld: wens zoeken op postcode.",
    "wishes_done": "Klaar: {title} ({id})",
    "wishes_planned": "Gepland op {day}: {title} ({id})",
    "wishes_planned_some_day": "Gepland: {title} ({id})",
    "wishes_later": "Niet nu: {title} ({id}). {because}",
    "wishes_waiting_one": "1 wens wacht op antwoord.",
    "wishes_waiting": "{count} wensen wachten op antwoord.",
    "wishes_none": "Er zijn nog geen wensen.",
    "wishes_send_one": "Zelf een wens? Typ wens en je idee.",
    "question_empty": "Zet je vraag erachter. Bijvoorbeeld: vraag werkt dit ook op mijn telefoon?",
    "question_asked": "Je vraag gaat naar {owner}, als vraag {number}. Je krijgt uiterlijk {day} hier antwoord.",
    "objection_asked": (
        "Je bezwaar is genoteerd, als nummer {number}. {owner} leest het zelf en antwoordt hier uiterlijk {day}."
    ),
    "objection_without_words": "(zonder toelichting)",
    "asker_answer": "Antwoord van {owner} op “{text}”: {answer}",
    "author_done": "Je wens “{title}” is klaar. Dank je voor het melden.",
    "author_planned": "Je wens “{title}” is gepland op {day}.",
    "author_not_now": "Je wens “{title}” doen we nu niet. De reden: {because}",
    # Waarom, herinneren, peiling
    "why_no_post": (
        "Ik ben een bot. Ik plaats de berichten van de campagne {campaign}. {owner} leidt die. We tellen reacties "
        "per team, "
        "vanaf {minimum} personen. Bezwaar of vragen? Typ: bezwaar."
    ),
    "remind_set": "Ik herinner je op {moment}. Alleen jij ziet dat.",
    "remind_not_understood": "“{text}” begrijp ik niet als moment. Typ bijvoorbeeld: herinner mij morgen 10:00.",
    "remind_in_the_past": "“{text}” is al voorbij. Typ bijvoorbeeld: herinner mij morgen 10:00.",
    "remind_no_closing": "Wanneer? Typ bijvoorbeeld: herinner mij morgen 10:00.",
    "remind_closed": "Aanmelden is voorbij of bijna voorbij. Typ een moment, bijvoorbeeld: herinner mij morgen 10:00.",
    "remind_too_far": "“{text}” is te ver weg. Kies een moment binnen een jaar.",
    "remind_of_post": "Het ging over dit bericht: “{text}”",
    "remind_of_seats": "Het ging over de plekken ({group}).",
    "remind_seats_not_open": (
        "Aanmelden voor de plekken ({group}) kan van {opens} tot {closes}. Meedoen is vrijwillig."
    ),
    "remind_seats_open": "Aanmelden voor de plekken ({group}) kan tot {closes}. Meedoen is vrijwillig.",
    "remind_seats_full": "Alle plekken ({group}) zijn bezet. Je kunt tot {closes} op de reservelijst: typ meedoen.",
    "remind_seats_closed": "Aanmelden voor de plekken ({group}) is gesloten op {closes}. Een wens sturen kan altijd.",
    "remind_seats_signed_up": "Je hebt je aangemeld voor de plekken ({group}). {standing}",
    "remind_of_campaign": "Het ging over de campagne {campaign}.",
    "pulse_none": "Er is nu geen vraag waarop je een cijfer kunt geven.",
    "pulse_counted": "Dank je, je antwoord telt mee vanaf {minimum} antwoorden. Niemand ziet wat jij koos.",
    "pulse_already": "Je hebt al geantwoord. Wat je koos, is niet bewaard. Daarom kan ik het niet veranderen.",
    "pulse_not_an_answer": "Kies een cijfer van 1 (helemaal niet) tot 5 (helemaal).",
    "pulse_closed": "Deze vraag is gesloten. Je antwoord is niet geteld.",
    # Overzicht
    "overview_none": (
        "Ik weet nog niet bij welke campagne je hoort. Typ help in het kanaal van je team, dan weet ik het voortaan."
    ),
    "overview_seat": "Jouw plek ({group}): {standing}",
    "overview_wishes": "Jouw wensen:",
    "overview_no_wishes": "Jouw wensen: geen. Een maand na het antwoord vergeet ik wie een wens stuurde.",
    "overview_more_wishes": "… en nog {count}. Typ mijn gegevens om ze allemaal te zien.",
    "overview_wish_received": "“{title}” ({id}): je antwoord is beloofd voor uiterlijk {day}.",
    "overview_wish_planned": "“{title}” ({id}): gepland op {day}.",
    "overview_wish_later": "“{title}” ({id}): niet nu. {because}",
    "overview_wish_done": "“{title}” ({id}): klaar sinds {day}.",
    "overview_coming": "Wat er komt:",
    "overview_nothing_coming": "Wat er komt: er zijn nog geen datums.",
    "overview_opens": "{moment}: het aanmelden begint.",
    "overview_closes": "{moment}: het aanmelden sluit.",
    "overview_planned": "{day}: “{title}” is gepland.",
    "label_my_data": "Mijn gegevens",
    "label_wish_for": "Wens: {campaign}",
    # Je gegevens
    "stopped": (
        "Goed, ik stuur je geen berichten meer. Een plek of wens die je hebt, blijft staan. Sta je op de reservelijst? "
        "Dan hoor je het niet als er een plek vrijkomt. Vraag je later iets, dan antwoord ik weer."
    ),
    "stopped_with_role": (
        "Goed. Je krijgt alleen nog berichten die bij je rol in de campagne horen, zoals een tekst om goed te keuren."
    ),
    "my_data_heading": "Dit is alles wat ik over je bewaar:",
    "my_data_person": "Jij: {line}",
    "my_data_seats": "Plek: {line}",
    "my_data_wishes": "Wens: {line}",
    "my_data_questions": "Vraag: {line}",
    "my_data_reminders": "Herinnering: {line}",
    "my_data_messages_to_you": "Bericht aan jou: {line}",
    "my_data_messages_that_name_you": "Bericht met jouw naam erin: {line}",
    "my_data_said_in_the_room": "Gezegd in de ruimte: {line}",
    "my_data_reactions": "Reactie: {line}",
    "my_data_refused_commands": "Opdracht die niet mocht: {line}",
    "my_data_pulse": (
        "Antwoorden op peilingen zijn alleen getallen. Niemand kan zien welk antwoord van jou is, ik ook niet. "
        "Beheerders van Teams of Slack kunnen technisch zien dat je de bot een bericht stuurde."
    ),
    "my_data_forget": "Alles laten wissen? Typ: vergeet mij.",
    "forgotten": (
        "Alles wat ik over je bewaarde, is gewist. Er blijven alleen aantallen. Wat in een kanaal is geplaatst, kan "
        "daar nog te lezen zijn. Dit is het laatste dat je van me hoort."
    ),
    "forgotten_but_in_file": (
        "Alles wat ik over je bewaarde, is gewist. Er blijven alleen aantallen. Je naam en rol staan nog in het "
        "bestand "
        "van de campagne. Vraag de eigenaar om ze daar weg te halen."
    ),
    # Hulp
    "help_employee": (
        "Deze woorden ken ik, in het Nederlands en in het Engels:\n"
        "meedoen – je aanmelden · afmelden – weer weg · stand – hoeveel plekken er zijn\n"
        "wens en je idee – een wens sturen · wensen – wat ermee gebeurt\n"
        "vraag en je vraag – iets vragen · bezwaar – bezwaar maken · waarom – waarom je een bericht ziet\n"
        "herinner mij morgen 10:00 – een seintje, alleen voor jou\n"
        "overzicht – jouw plek, jouw wensen en wat er komt\n"
        "mijn gegevens – wat ik bewaar · vergeet mij – alles wissen · stop – geen berichten meer"
    ),
    "help_approver": (
        "Omdat er berichten in jouw naam gaan:\n"
        "akkoord management-1 – ja · niet plaatsen management-1 en je reden – nee\n"
        "aanpassen management-1 en wat er anders moet · tekst management-2: en je tekst\n"
        "pauze – alles stilzetten"
    ),
    "help_owner": (
        "Omdat je de campagne leidt:\n"
        "koppel verkoop, ontkoppel – in het kanaal van dat team · pauze, hervat · vandaag · rapport · console\n"
        "wens gepland 3 12 maart · wens later 3 en de reden · wens klaar 3 · antwoord 2 en je antwoord\n"
        "beloftes · belofte gehouden 3 · belofte niet gehaald 3 en wat er nu gebeurt, met een nieuwe datum\n"
        "belofte vervalt 3 en de reden – als het geen belofte was\n"
        "sluit aanmelding · het staat er, plaats het – als niet zeker is of een bericht is geplaatst"
    ),
    "not_kept": "Dat kon ik nu niet bewaren. Probeer het nog een keer.",
    "answer_in_private_only": (
        "Ik heb je gehoord. Het antwoord is alleen voor jou, dus niet hier. "
        "Open een chat met mij (zoek op Klankbord) en typ je bericht daar nog eens."
    ),
    "installed_for_you": (
        "Hoi, ik ben Klankbord, een bot. Ik schrijf je alleen als je me iets vraagt of een rol hebt. Typ: help."
    ),
    "installed": (
        "Hoi, ik ben Klankbord, een bot. Ik plaats hier pas iets als de eigenaar van een campagne dat zegt. "
        "Eigenaar: typ koppel en je team, bijvoorbeeld koppel {audience}."
    ),
}
