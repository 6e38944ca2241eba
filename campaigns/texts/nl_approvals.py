"""Dutch sentences of the approval card and of the answer to: why am I seeing this?"""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # The card
    "approval_title": "Akkoord gevraagd: {post}",
    "briefing_title": "Tekst gevraagd: {post}",
    "approval_intro": "Dit gaat {moments}, {sender}.",
    "approval_moment": "{moment} naar {audiences}",
    "approval_as_sender": "op naam van {name} ({role})",
    "approval_as_bot": "op naam van Klankbord",
    "approval_kind": "Soort: {kind}. Principe: {principles}.",
    "approval_for_audience": "De tekst voor {audiences}:",
    "approval_advice": "De controle heeft een opmerking; die houdt het bericht niet tegen:",
    "approval_deadline": "Zonder antwoord van jou plaats ik dit niet. Antwoorden kan tot {moment}.",
    "briefing_deadline": "Zonder tekst van jou plaats ik niets. Schrijven kan tot {moment}.",
    "briefing_question": "Wil je hiervoor een tekst schrijven? De vraag is:",
    "otherwise_heading": "Dragen de cijfers deze tekst die dag niet? Dan plaats ik dit:",
    "label_approve": "Akkoord",
    "label_change": "Aanpassen",
    "label_reject": "Niet plaatsen",
    "label_write": "Tekst schrijven",
    "ask_change": "Wat moet er anders?",
    "ask_reject": "Waarom niet? De eigenaar leest je reden.",
    "ask_write": "Schrijf hier je tekst. Hij wordt precies zo geplaatst.",
    "answered_approved": "{name} gaf akkoord op {moment}.",
    "answered_written": "{name} schreef de tekst op {moment}.",
    "answered_rejected": "{name} zei nee op {moment}. Reden: {because}",
    "answered_change_asked": "{name} vroeg op {moment} om een aanpassing: {because}",
    "answered_expired": "Er kwam geen antwoord op tijd. Het is niet geplaatst.",
    "answered_asked": "Dit wacht nog op {name}.",
    "no_reason_given": "geen reden gegeven.",
    # Names
    "principle_reciprocity": "wederkerigheid",
    "principle_scarcity": "schaarste",
    "principle_social_proof": "sociaal bewijs",
    "principle_authority": "autoriteit",
    "principle_liking": "sympathie",
    "principle_consistency": "consistentie",
    "principle_repetition": "herhaling",
    "principle_relevance": "relevantie",
    "principle_expectation": "verwachting",
    "principle_voice": "inspraak",
    # Why am I seeing this?
    "why_plan": "Dit bericht hoort bij het communicatieplan van {campaign}.",
    "why_author": "{owner} ({role}) schreef het.",
    "why_written": "{name} ({role}) schreef het zelf, op {day}.",
    "why_approved": "{name} ({role}) keurde het goed op {day}.",
    "why_approved_before": "Het is goedgekeurd op {day}, door iemand die hier geen rol meer heeft.",
    "why_wish_recorded": "{owner} legde vast dat de wens klaar is.",
    "why_automatic": "Dit is een tekst van de bot zelf. Die komt vanzelf na iets wat {owner} deed.",
    "why_not_yet_approved": "Het is nog niet goedgekeurd.",
    "why_principle": "We gebruiken hier {principles}. {because}",
    "why_counted": "We tellen reacties per team, vanaf {minimum} personen. Nooit per persoon.",
    "why_counted_pulse": "We tellen antwoorden per team, vanaf {minimum} personen. Niemand ziet wat jij koos.",
    "why_counted_seats": (
        "Van wie zich aanmeldt bewaren we naam en team. Reacties tellen we per team, vanaf {minimum} personen."
    ),
    "why_counted_wishes": (
        "Van een wens bewaren we je naam tot dertig dagen na het antwoord. "
        "We tellen reacties per team, vanaf {minimum} personen."
    ),
    "why_series": "Dit is nummer {number} van {count}; daarna stopt het.",
    "why_source": "De bron: {source}.",
    "why_now_places_left_closes": "Plekken over op dit moment: {places_left}. De aanmelding sluit op {closes}.",
    "why_now_closes": "De aanmelding sluit op {closes}.",
    "why_now_wish_by_wish": "{wish_by} vroeg om: {wish}.",
    "why_now_wishes_received": "Wensen die tot nu toe via de chat binnenkwamen: {wishes_received}.",
    "why_proof_level": "In week {week} van de campagne was het {measure}.",
    "why_proof_growth": "In week {week} van de campagne was het {measure}; op {since} was het {measure_then}.",
    "why_proof_silent": "Ze dragen nu geen getal, dus dit antwoord noemt er geen.",
    "why_pulse_until": "Je kunt antwoorden tot {until}, of tot hier een nieuwe vraag met cijfers komt.",
    "why_pulse_closed": "Deze vraag is gesloten.",
    "why_object": "Bezwaar of vragen? Typ: bezwaar. {owner} antwoordt zelf.",
    "true_extension": "De aanmelding duurt langer dan we zeiden, dus lees je tot wanneer en waarom.",
    "true_not_made": "We noemden een datum en haalden die niet. Dan hoor je dat van ons.",
    "true_management": "Het is echt een besluit of uitleg van {sender}, in eigen woorden of met eigen akkoord.",
    "true_introduction": "Je leest wie eraan werkt en waar je die persoon vindt.",
    "true_tip": "Je krijgt iets nuttigs en er staat niets tegenover.",
    "true_benefit": "Er staat wat het jouw team oplevert. {lead}, die {team} leidt, zag de tekst eerst.",
    "true_wish": "Een team vroeg erom en het is nu echt klaar.",
    "true_call": "Het aantal plekken is echt beperkt tot {places}. {why_limited}",
    "true_status": (
        "Het aantal plekken is echt beperkt tot {places}. {why_limited} Wat er over is, tellen we uit de aanmeldingen."
    ),
    "true_closing": "We laten weten hoe het afliep. Namen staan er alleen als die mensen dat goed vinden.",
    "true_outcome": "We zeiden dat je zou horen wat eruit kwam. Dat is dit.",
    "true_invitation": "Elke wens krijgt een nummer en een antwoord.",
    "true_pulse": "De antwoorden tellen mee in wat er daarna gebeurt.",
    "true_commitment": (
        "Wie zelf een moment kiest, vergeet het minder snel. Het is vrijwillig en we bewaren er niets van."
    ),
    "true_proof": (
        "De getallen komen uit de metingen van je eigen team. Kloppen ze niet met de tekst, dan staat hij er niet."
    ),
    "true_thanks": "{sender} bedankt mensen voor iets wat echt gebeurd is.",
    "true_consequence": "Er staat wat er gebeurt als er niets verandert, met de bron, en wat je eraan kunt doen.",
    "true_milestone": "Je leest welke stap er komt of klaar is. De datum staat in het plan.",
}
