"""Nederlandse antwoorden aan wie een campagne leidt of erover beslist."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # Akkoord
    "no_card_waits": "Er wacht nu niets op jouw akkoord.",
    "card_closed": (
        "Op deze kaart kun je niet meer antwoorden: het bericht is gewijzigd of vervalt, of het moment is voorbij. "
        "Is je antwoord nog nodig, dan is er een nieuwere kaart."
    ),
    "cards_waiting": "Welk bericht bedoel je? Op jou wacht: {posts}. Zet de naam erbij, bijvoorbeeld: akkoord {posts}",
    "reject_needs_reason": "Wat is de reden? Typ bijvoorbeeld: niet plaatsen {post}, omdat de datum niet klopt.",
    "change_needs_words": "Wat moet er anders? Typ bijvoorbeeld: aanpassen {post}: de datum klopt niet.",
    "approval_approved": "Dank je. {post} gaat op {moment} naar {audiences}.",
    "approval_written": "Dank je. Jouw tekst gaat op {moment} naar {audiences}. Tot die tijd kun je een nieuwe sturen.",
    "approval_rejected": "Goed, {post} wordt niet geplaatst. De eigenaar van de campagne krijgt je reden.",
    "approval_change_asked": (
        "Goed, de eigenaar van de campagne krijgt je vraag. Zonder jouw ja wordt {post} niet geplaatst. "
        "Is de tekst aangepast, dan vraag ik het opnieuw."
    ),
    "approval_already_asked": "Dit is al gevraagd aan {approver}.",
    "approval_already_approved": "{approver} heeft hier al ja op gezegd. {post} gaat op {moment} naar {audiences}.",
    "approval_already_answered": "{approver} heeft hier al antwoord op gegeven. Er is niets veranderd.",
    "approval_not_yours": "Deze tekst gaat uit in naam van {approver}. Alleen {approver} kan hier antwoord op geven.",
    "approval_too_late": "Het moment van {post} is voorbij of het bericht vervalt. Je antwoord verandert niets meer.",
    "approval_text_changed": "De tekst van {post} is net veranderd. Je krijgt de nieuwe tekst om te lezen.",
    "approval_needs_text": "Voor {post} vragen we je om een tekst. Typ: tekst {post}: en dan je tekst.",
    "approval_not_a_briefing": (
        "De tekst van {post} staat al vast. Typ: akkoord {post}, of: aanpassen {post}: en je vraag."
    ),
    "approval_too_long": "Die tekst is te lang. Hou het onder de 3000 tekens.",
    "approval_breaks_rules": "Deze tekst kan zo nog niet geplaatst worden en is niet bewaard. Dit moet eerst anders:",
    "own_text_back": "Stuur hem opnieuw als je hem hebt aangepast. Dit was je tekst:",
    "own_text_tips": "Als je wilt, kan het nog duidelijker:",
    "braces_in_own_words": "'{text}' zou er precies zo komen te staan; in je eigen woorden wordt niets ingevuld.",
    "braces_in_own_words.fix": "Schrijf het woord of het getal zelf op.",
    "leave_it_out": "Laat het weg; de andere berichten van de campagne geven op het goede moment het goede getal.",
    "owner_rejected": (
        "{approver} zegt nee tegen {post} van {moment}: “{because}”. Het wordt niet geplaatst. Pas je de tekst aan, "
        "dan "
        "vraag ik het opnieuw."
    ),
    "owner_change_asked": (
        "{approver} vraagt iets anders voor {post} van {moment}: “{because}”. Pas de tekst aan in het bestand, dan "
        "vraag ik "
        "het opnieuw. Zonder ja wordt het niet geplaatst."
    ),
    # Wensen en vragen
    "owner_wish": (
        "Wens {id}, van {team}: “{title}”. Beloofd: antwoord uiterlijk {day}. Typ wens gepland {id} 12 maart, "
        "wens later {id} en de reden, of wens klaar {id}."
    ),
    "owner_question": (
        "Vraag {number}, van iemand uit {team}: “{text}”. Beloofd: antwoord uiterlijk {day}. "
        "Typ antwoord {number} en je antwoord."
    ),
    "owner_objection": (
        "Bezwaar {number}, van iemand uit {team}: “{text}”. Beloofd: antwoord uiterlijk {day}. "
        "Typ antwoord {number} en je antwoord."
    ),
    "some_team": "een team",
    "judged_done": "Genoteerd: “{title}” is klaar.",
    "judged_planned": "Genoteerd: “{title}” is gepland op {day}.",
    "judged_not_now": "Genoteerd: “{title}” doen we nu niet. De reden staat op de lijst die iedereen ziet.",
    "judged_already_done": "“{title}” stond al op klaar.",
    "judged_unknown": "Ik ken geen wens {id}. Typ wensen voor de lijst.",
    "judged_no_reason": "Zet de reden erachter. Bijvoorbeeld: wens later {id} het kost twee weken werk.",
    "judged_too_many_promised": "Er zijn al vijf wensen beloofd. Zet er eerst een op later, of deze: wens later {id}.",
    "judged_day_is_past": "Die dag is al voorbij. Typ bijvoorbeeld: wens gepland {id} 12 maart.",
    "wish_nearest": "Ik ken geen wens {id}. Bedoel je {near}?",
    "planned_which_day": "Op welke dag? Typ bijvoorbeeld: wens gepland {id} 12 maart, of: wens gepland {id} week "
    "7 vrijdag. "
    "Nu las ik: “{text}”.",
    "answer_unknown": "Ik ken die vraag niet. Deze wachten op antwoord: {waiting}.",
    "answer_answered": "Je antwoord op {number} is verstuurd.",
    "answer_already_answered": "Vraag {number} had al een antwoord. Er is niets verstuurd.",
    "answer_empty": "Zet je antwoord erachter. Bijvoorbeeld: antwoord {number} ja, dat kan vanaf maart.",
    # Kanalen
    "connected": "Dit kanaal hoort nu bij {audience} van {campaign}. De berichten voor dat team komen hier.",
    "connect_in_channel": "Typ koppel {audience} in het kanaal zelf. In het bestand staat: {channel}.",
    "connect_taken": "Dit kanaal hoort al bij {other}. Typ eerst ontkoppel, of ga naar het kanaal van {audience}.",
    "connect_near": "Ik ken geen team “{typed}”. Bedoel je {near}?",
    "connect_unknown": "Welk team leest hier? Kies uit: {known}.",
    "connect_which": "Dat team staat in meer campagnes. Typ koppel en een van deze: {choices}.",
    "disconnected": "{audience} is ontkoppeld. Er komt hier niets meer.",
    "disconnect_none": "Hier is geen team gekoppeld. Teams in deze campagne: {known}.",
    # Pauze
    "paused": "{campaign} staat stil. Er gaat niets meer uit tot de eigenaar hervat typt.",
    "already_paused": "De campagne stond al stil, door {name}.",
    "resumed": "{campaign} gaat weer door. Wat te laat is, wordt niet meer geplaatst.",
    "not_paused": "{campaign} stond niet stil.",
    "others_paused": "{name} heeft {campaign} stilgezet. Er gaat niets meer uit.",
    "others_resumed": "{name} heeft {campaign} weer gestart.",
    # Onzeker geplaatst
    "settled_there": "Dank je, ik noteer dat het er staat.",
    "settled_again": "Dank je, ik plaats het opnieuw als het niet te laat is.",
    "settle_none": "Er is nu geen bericht waarvan onzeker is of het er staat.",
    "settle_which": "Welk bericht? Zet de naam erbij: {keys}.",
    # Overzicht
    "console_is_the_room": "Open de ruimte in je browser. Daar zie je de kalender, wat wacht op akkoord en de plekken.",
    "today_heading": "Vandaag:",
    "today_line": "{moment} · {post} · {audiences} · {state}",
    "today_none": "Vandaag staat er niets in het plan.",
    "missing_heading": "Hier ontbreekt nog een ja of een tekst:",
    "missing_line": "{moment} · {post} · {audiences} · {name}",
    "missing_none": "Er ontbreekt geen enkel ja.",
    "state_waiting": "wacht op zijn moment",
    "state_sending": "wordt verstuurd",
    "state_sent": "geplaatst",
    "state_failed": "geweigerd",
    "state_uncertain": "onzeker",
    "state_held": "vastgehouden",
    "state_skipped": "niet geplaatst",
    "report_posts": (
        "Tot en met week {weeks}: geplaatst {sent}, vastgehouden {held}. Gegeven {gives}, gevraagd {asks}."
    ),
    "report_wishes": "{done} van {total} wensen klaar.",
    "report_seats": "Plekken ({group}): {taken} van {places} bezet.",
    "report_goal": "Doel: {count} van {total}, streef {target}.",
    "report_pulse": "Laagste punt in de peiling: “{question}” met gemiddeld {average} ({answered} antwoorden).",
}
