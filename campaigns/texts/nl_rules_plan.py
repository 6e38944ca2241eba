"""What the rules about the plan and the file as a whole say, in Dutch."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "ask_before_gives": (
        "{post} vraagt op {moment} iets van {audiences}. "
        "Dagen daarvoor waarop iets is gegeven: {gives}. Nodig: {needed}."
    ),
    "ask_before_gives.fix": (
        "Geef eerst: zet er op verschillende dagen {needed} berichten voor, zoals een tip, een voordeel of een "
        "wens. Of laat {post} later komen."
    ),
    "ask_below_zero": "{post} vraagt op {moment} meer van {audiences} dan er gegeven is: {sum}.",
    "ask_below_zero.fix": (
        "Zet er een gevend bericht voor, zoals een tip, een voordeel of een wens. Of laat deze vraag weg."
    ),
    "ask_below_zero_before_give": "{post} vraagt op {moment} meer van {audiences} dan er gegeven is: {sum}.",
    "ask_below_zero_before_give.fix": (
        "Laat het later komen: {give} geeft op {give_moment}. Of zet er een ander gevend bericht voor."
    ),
    "first_third_asks": (
        "In het eerste derde deel van de campagne geeft een bericht {gives} keer iets aan {audiences}, en vraagt het "
        "{asks} keer iets; minstens 6 van de 10 horen te geven."
    ),
    "first_third_asks.fix": "Zet een tip, een voordeel of een wens eerder, of laat een vraag later komen.",
    "sign_up_is_short": (
        "Het aantal werkdagen om je aan te melden is {days}; wie in deeltijd of in ploegen werkt, heeft er {needed} of "
        "meer nodig."
    ),
    "sign_up_is_short.fix": "Laat de aanmelding later sluiten of eerder opengaan.",
    "sign_up_is_sudden": "Voor {post} op {day} noemt geen bericht aan {audiences} de plekken.",
    "sign_up_is_sudden.fix": (
        "Noem de plekken, of de dag waarop de aanmelding opengaat, minstens één werkdag eerder in een bericht."
    ),
    "too_many_status_posts": (
        "{count} berichten melden {audiences} hoeveel plekken er nog zijn; meer dan {most} is te veel."
    ),
    "too_many_status_posts.fix": "Laat de andere weg: meer herinneringen voelen als druk.",
    "consequences_too_close": (
        "{post} komt binnen {weeks} weken na {earlier}: twee berichten voor {audiences} over wat er gebeurt als "
        "er niets verandert."
    ),
    "consequences_too_close.fix": "Laat een van de twee weg, of laat er {weeks} weken tussen.",
    "no_other_way": (
        "In week {week} is {post} voor {audiences} de enige manier om mee te doen; niet iedereen krijgt een plek."
    ),
    "no_other_way.fix": "Zet in week {week} ook een uitnodiging of een peiling, voor wie geen plek krijgt.",
    "sender_is_a_group": "'{text}' is niet één persoon, dus niemand staat in voor een tekst met die naam.",
    "sender_is_a_group.fix": "Geef de naam van één persoon, met de functie als rol.",
    "nobody_can_approve": (
        "Niemand kan ja zeggen tegen {post}: de afzender is niet een van de mensen van deze campagne."
    ),
    "nobody_can_approve.fix": (
        "Noem één persoon uit het bestand als afzender. Die krijgt de precieze tekst ter goedkeuring."
    ),
    "approved_by_another": "{post} gaat naar {audiences} uit naam van {sender}, maar {approver} keurt het goed.",
    "approved_by_another.fix": "Laat de afzender weg, of kies een soort bericht dat de afzender zelf goedkeurt.",
    "silent_first_week": "In week 1 is er geen managementbericht voor {audiences}.",
    "silent_first_week.fix": "Begin met een managementbericht: waarom dit, wat staat vast en wat is nog open?",
    "silent_for_weeks": (
        "Tussen {earlier} en dit bericht zitten {weeks} weken zonder managementbericht voor {audiences}; meer "
        "dan {longest} weken is te lang."
    ),
    "silent_for_weeks.fix": "Zet er een kort managementbericht tussen.",
    "silent_at_the_end": "In de laatste {last} weken is er geen managementbericht voor {audiences}.",
    "silent_at_the_end.fix": (
        "Sluit af met een managementbericht: wat ging goed, wat ging minder goed en wat gebeurt er nu?"
    ),
    "not_from_the_lead": (
        "{post} gaat over het eigen werk van mensen, maar {sender} is van geen van deze doelgroepen de leider."
    ),
    "not_from_the_lead.fix": "Laat de teamleider het sturen: dit horen mensen liever van hun eigen leidinggevende.",
    "no_introduction": "In de eerste {weeks} weken stelt niemand van het project zich voor aan {audiences}.",
    "no_introduction.fix": (
        "Zet in week 1 of 2 een bericht van de soort 'voorstellen': wie ben je en waar ben je te vinden?"
    ),
    "weeks_without_thanks": (
        "Tussen week {first} en week {until} bedankt niemand {audiences}; minstens elke {longest} weken is beter."
    ),
    "weeks_without_thanks.fix": "Zet er een bericht van de soort 'dank' tussen, dat noemt wat mensen deden.",
    "commitment_too_early": (
        "Voor {post} krijgen lezers in {audiences} {gives} keer iets; dat hoort eerst {needed} keer te gebeuren."
    ),
    "commitment_too_early.fix": "Laat het later komen, of geef eerst iets.",
    "commitment_last": (
        "Na {post} wordt er niets meer gevraagd van {audiences}; een kleine toezegging helpt het meest voor of "
        "tussen andere vragen."
    ),
    "commitment_last.fix": "Laat het eerder komen.",
    "no_outcome": "De plekken worden aangeboden aan {audiences}, maar geen uitkomst vertelt wat ervan kwam.",
    "no_outcome.fix": (
        "Voeg uiterlijk op {last} een uitkomst toe: {weeks} weken na de eerste bijeenkomst als een "
        "sluitingsbericht die dag noemt, anders na de sluiting."
    ),
    "outcome_too_late": "Voor {audiences} komt de eerste uitkomst na {last}.",
    "outcome_too_late.fix": (
        "Laat hem uiterlijk op {last} komen: {weeks} weken na de eerste bijeenkomst als een sluitingsbericht die "
        "dag noemt, anders na de sluiting."
    ),
    "same_text": "Deze tekst is voor {percent}% gelijk aan een tekst van {first}: '{text}'.",
    "same_text.fix": "Zeg het op een andere manier, met een ander voorbeeld, of laat een van de twee weg.",
    "theme_too_often": "{times} berichten aan {audiences} gaan over '{theme}'; na {most} keer gaat een thema vervelen.",
    "theme_too_often.fix": "Laat een paar van deze berichten weg, of kies er een ander thema voor.",
    "theme_too_soon": (
        "{post} komt voor {audiences} minder dan {apart} werkdagen na {earlier}, met hetzelfde thema: '{theme}'."
    ),
    "theme_too_soon.fix": "Laat er {apart} werkdagen tussen, of geef een van de twee een ander thema.",
    "same_benefit": "{audience} leest hetzelfde voordeel als {other}.",
    "same_benefit.fix": "Schrijf wat {audience} er in het eigen werk aan heeft.",
    "goal_without_number": "Het doel heeft geen getal, dus niemand kan zien of het is gehaald.",
    "goal_without_number.fix": "Schrijf bijvoorbeeld '8 op de 10', of vul 'streef' in, zoals 80%.",
    "goal_without_measure": "Het doel heeft geen meting, dus het rapport kan niet tonen hoe ver het is.",
    "goal_without_measure.fix": "Voeg 'meting: …' toe, met de naam van een kolom uit je metingen.",
    "goal_without_date": "Het doel heeft geen dag waarop het gehaald moet zijn.",
    "goal_without_date.fix": "Voeg 'op: …' toe, met een datum.",
    "goal_date_outside": "De dag van het doel, {day}, valt niet in de campagne of de vier weken erna.",
    "goal_date_outside.fix": "Kies een dag van {first} tot en met {last}.",
    "goal_not_discussed": "Het bestand zegt niet met wie het doel is besproken.",
    "goal_not_discussed.fix": "Voeg 'besproken_met: …' toe: met wie, en wanneer.",
    "works_council_first": (
        "De doelgroepen tellen {size} mensen; vanaf 50 moet de ondernemingsraad er iets over kunnen zeggen voor "
        "de campagne begint op {start}."
    ),
    "works_council_first.fix": (
        "Schrijf bijvoorbeeld 'besproken_met: ondernemingsraad, 3 december 2026', met de dag van dat gesprek."
    ),
    "few_principles": "Het aantal principes in de berichten is {count}; met {fewest} of meer bereik je meer mensen.",
    "few_principles.fix": "Voeg andere soorten berichten toe, zoals voorstellen, dank of voordeel.",
    "one_principle_rules": (
        "{times} van de {all} berichten gebruiken hetzelfde principe: {principle}. Dat is meer dan de helft."
    ),
    "one_principle_rules.fix": "Vervang er een paar door andere soorten berichten.",
    "no_closing_message": (
        "In de laatste week, week {week}, sluit geen managementbericht de campagne af voor {audiences}."
    ),
    "no_closing_message.fix": "Voeg er een toe: wat ging goed, wat ging minder goed en wat gebeurt er nu?",
    "only_what_went_well": "{post} sluit de campagne af voor {audiences}, maar zegt niet wat er minder goed ging.",
    "only_what_went_well.fix": (
        "Zeg het erbij, of vraag erom in de leidraad. Mensen weten het toch al, en geloven de rest dan eerder."
    ),
    "too_many_wishes": "De campagne belooft {count} wensen; meer dan {most} is moeilijk waar te maken.",
    "too_many_wishes.fix": "Houd de {most} belangrijkste, en zet de andere op de lijst 'nu niet'.",
    "wish_without_day": "De wens '{wish}' heeft geen geplande dag.",
    "wish_without_day.fix": "Voeg 'gepland: …' toe, of laat de wens weg tot je weet wanneer.",
}
