"""Wat `check` over een campagnebestand zegt: elke sleutel van file_rules.RULES met zijn melding en zijn oplossing."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # Het bestand als YAML
    "too_large": "Het bestand is groter dan de {largest} KiB die een campagnebestand mag zijn.",
    "too_large.fix": "Maak de campagne korter, of maak er twee campagnes van.",
    "empty_file": "Het bestand is leeg, of er staan alleen opmerkingen in.",
    "empty_file.fix": "Maak een voorbeeld met het woord 'new' en vul dat in.",
    "utf_16": "Het bestand is bewaard als UTF-16.",
    "utf_16.fix": "Bewaar het opnieuw als UTF-8 (in Kladblok: Opslaan als, Codering, UTF-8).",
    "binary": "Dit is geen tekstbestand: er staan nul-bytes in.",
    "binary.fix": "Kijk of dit het goede bestand is. Een campagne is gewone tekst en eindigt op .yaml.",
    "not_utf_8": "Byte {byte} van het bestand ({value}) is geen UTF-8.",
    "not_utf_8.fix": (
        "Bewaar het bestand opnieuw als UTF-8. Let op een letter met een accent of een vreemd teken op deze regel."
    ),
    "unreadable_sign": "Hier staat een onzichtbaar stuurteken ({sign}) dat niet in het bestand mag.",
    "unreadable_sign.fix": (
        "Haal het weg. Het komt vaak mee als je uit een ander programma kopieert; typ de regel opnieuw."
    ),
    "not_readable": "Deze regel is niet te lezen als YAML.",
    "not_readable.fix": "Zet de tekst tussen aanhalingstekens, of schrijf hem op de volgende regels na '|'.",
    "tab": "Deze regel springt in met een tab.",
    "tab.fix": "Vervang de tab door spaties. Twee spaties per stap werkt goed.",
    "indentation": "Deze regel staat niet recht onder de regels erboven.",
    "indentation.fix": (
        "Geef hem evenveel spaties als zijn buren. In een tekst na '|' springt elke regel even ver in als de eerste."
    ),
    "colon_in_text": "Hier staat een tweede ': ' op één regel, of een sleutel die te ver inspringt: '{text}'.",
    "colon_in_text.fix": (
        "Zet de tekst tussen aanhalingstekens, of schrijf hem op de volgende regel na '|'. Is het een "
        "sleutel? Zet hem dan recht onder zijn buren."
    ),
    "colon_missing": "Op deze regel staat geen sleutel met een dubbele punt: '{text}'.",
    "colon_missing.fix": (
        "Schrijf 'sleutel: waarde'. Hoort het bij de tekst erboven? Laat het dan inspringen, en begin die "
        "tekst met '|'."
    ),
    "space_missing": "Er staat geen spatie na de dubbele punt: '{text}'.",
    "space_missing.fix": "Zet een spatie na de dubbele punt, zoals in 'sleutel: waarde'.",
    "quote_open": "Hier begint een tekst tussen aanhalingstekens die nergens ophoudt.",
    "quote_open.fix": (
        "Zet hetzelfde aanhalingsteken aan het eind. Staat er een aanhalingsteken in de tekst zelf? Schrijf "
        "de tekst dan na '|'."
    ),
    "text_after_quote": "Na het sluitende aanhalingsteken staat nog meer tekst.",
    "text_after_quote.fix": (
        "Zet de aanhalingstekens om de hele tekst. Staat er een aanhalingsteken in de tekst zelf? Schrijf de "
        "tekst dan na '|'."
    ),
    "bracket_open": "Hier begint een lijst of blok met '{sign}', en die wordt nergens gesloten.",
    "bracket_open.fix": "Sluit hem, of zet de tekst tussen aanhalingstekens als het haakje bij de tekst hoort.",
    "bad_escape": "Er staat een backslash in een tekst tussen dubbele aanhalingstekens.",
    "bad_escape.fix": "Gebruik enkele aanhalingstekens, of schrijf de tekst na '|'.",
    "dash_in_line": "Hier begint een lijst achter zijn sleutel, op dezelfde regel.",
    "dash_in_line.fix": (
        "Zet elk '- ' op een eigen regel. Hoort het streepje bij de tekst? Zet de tekst dan tussen aanhalingstekens."
    ),
    "placeholder_at_start": "De tekst begint met '{{{{'; YAML ziet dan geen tekst.",
    "placeholder_at_start.fix": (
        "Zet de hele tekst tussen aanhalingstekens, of schrijf hem op de volgende regel na '|'."
    ),
    "sign_at_start": "De tekst begint met '{sign}'; in YAML heeft dat teken een eigen betekenis.",
    "sign_at_start.fix": "Zet de tekst tussen aanhalingstekens, of schrijf hem op de volgende regel na '|'.",
    "key_is_no_text": "Een sleutel moet een woord zijn, maar hier is het een lijst of een blok.",
    "key_is_no_text.fix": "Schrijf 'sleutel: waarde', met één woord als sleutel.",
    "too_deep": "De blokken zitten meer dan {deepest} lagen diep in elkaar.",
    "too_deep.fix": "Een campagne heeft hoogstens vier lagen. Zoek een haakje te veel.",
    "merge_key": "'<<' kopieert een blok naar een ander blok; dat kan niet in een campagnebestand.",
    "merge_key.fix": "Schrijf de sleutels in dit blok uit.",
    "block_by_sign": (
        "Met '{sign}' kopieert of verandert een deel van het bestand een ander deel; dat kan niet in een "
        "campagnebestand."
    ),
    "block_by_sign.fix": (
        "Haal het weg en schrijf het blok uit. Hoort het bij een tekst? Zet de tekst tussen aanhalingstekens."
    ),
    "second_document": "Hier begint met '---' een tweede document.",
    "second_document.fix": "Zet één campagne in één bestand; haal deze regel weg, of begin hier een nieuw bestand.",
    "repeated_key": "'{word}' staat al op regel {first}.",
    "repeated_key.fix": "Houd er één over.",
    # Sleutels
    "no_keys": "Er staat geen campagne in dit bestand.",
    "no_keys.fix": "Begin met een van deze sleutels: {keys}.",
    "unknown_key": "'{word}' is geen sleutel die hier mag staan.",
    "unknown_key.fix": "Je kunt gebruiken: {keys}.",
    "unknown_key.guess": "Bedoel je '{guess}'?",
    "key_of_other_language": "'{word}' is Engels, maar dit bestand is in het Nederlands.",
    "key_of_other_language.fix": "Schrijf '{meant}'.",
    "comma_in_braces": (
        "Tussen accolades begint na een komma een nieuwe sleutel, dus '{word}' is nu een sleutel zonder waarde."
    ),
    "comma_in_braces.fix": "Zet de tekst met de komma tussen aanhalingstekens.",
    "other_language": "De sleutels van dit bestand zijn Nederlands, maar bij '{word}' staat '{text}'.",
    "other_language.fix": "Schrijf '{word}: nl', of gebruik de Engelse sleutels.",
    "missing_key": "'{word}' ontbreekt in {block}.",
    "missing_key.fix": "Voeg toe: '{word}: …'.",
    "empty_value": "'{word}' heeft geen waarde.",
    "empty_value.fix": "Vul hem in, of haal de regel weg.",
    "empty_by_comment": "'{word}' heeft geen waarde: met een # begint een opmerking, dus '{lost}' wordt niet gelezen.",
    "empty_by_comment.fix": 'Zet het tussen aanhalingstekens: {word}: "{lost}".',
    "empty_list": "'{word}' is een lege lijst.",
    "empty_list.fix": "Zet er minstens één ding in, of haal de regel weg.",
    "cut_by_comment": (
        "De tekst van '{word}' stopt bij '{text}': met een # na een spatie begint een opmerking, dus "
        "'{lost}' wordt niet gelezen."
    ),
    "cut_by_comment.fix": (
        "Hoort het bij de tekst? Zet de tekst tussen aanhalingstekens. Is het een opmerking? Zet die op een "
        "eigen regel."
    ),
    # Waarden
    "text_expected": "'{word}' moet één tekst zijn, maar hier staat een lijst of een blok.",
    "text_expected.fix": (
        "Schrijf één tekst. Begint die met een haakje of een streepje? Zet hem tussen aanhalingstekens, of "
        "schrijf hem na '|'."
    ),
    "colon_in_item": (
        "In deze tekst van '{word}' staat een dubbele punt met een spatie ('{text}'); YAML ziet dan een sleutel."
    ),
    "colon_in_item.fix": "Zet de tekst tussen aanhalingstekens, of schrijf hem op de volgende regel na '|'.",
    "list_expected": "'{word}' moet een lijst zijn.",
    "list_expected.fix": "Zet elk ding op een eigen regel, met '- ' ervoor.",
    "block_expected": "'{word}' moet een blok met eigen sleutels zijn.",
    "block_expected.fix": "Schrijf deze sleutels eronder, met spaties ervoor: {keys}.",
    "number": "'{word}' moet een heel getal zijn, en niet '{text}'.",
    "number.fix": "Schrijf het in cijfers, zoals 12.",
    "number_with_point": "'{text}' kun je op twee manieren lezen.",
    "number_with_point.guess": "Schrijf '{word}: {guess}', zonder punt of komma.",
    "number_bounds": "'{word}' moet van {lowest} tot en met {highest} zijn, en niet {text}.",
    "number_bounds.fix": "Kies een getal tussen die grenzen.",
    "share": "'{word}' moet een percentage van 0% tot en met 100% zijn, en niet '{text}'.",
    "share.fix": "Schrijf het zoals 80%.",
    "date": "'{text}' is geen datum die ik kan lezen.",
    "date.fix": "Schrijf het zoals '{example}' of 2027-01-11.",
    "date.guess": "Schrijf het zo: {guess}.",
    "no_such_date": "'{text}' is geen datum die ik kan lezen; bestaat die dag wel?",
    "no_such_date.fix": "Schrijf het zoals '{example}' of 2027-01-11.",
    "hours": "'{text}' zijn geen twee tijden, de vroegste eerst.",
    "hours.fix": "Schrijf het zo: 09:00 tot 17:00.",
    "span": "'{text}' is geen duur die past bij '{word}'.",
    "span.fix": "Schrijf het zo: {example}.",
    "one_of": "'{word}' kan niet '{text}' zijn.",
    "one_of.fix": "Kies een van: {names}.",
    "one_of.guess": "Bedoel je '{guess}'? Je kunt gebruiken: {names}.",
    "weekday": "'{text}' is geen dag van de week.",
    "weekday.fix": "Gebruik: {names}.",
    "timezone": "'{text}' is geen tijdzone.",
    "timezone.fix": "Gebruik een naam zoals Europe/Amsterdam.",
    "country": "Ik ken de feestdagen van '{text}' niet.",
    "country.fix": "Gebruik een landcode van twee letters zoals nl, of 'geen'.",
    "odd_name": "'{text}' kan geen naam zijn in '{word}'.",
    "odd_name.fix": "Gebruik alleen letters, cijfers, - en _, zonder spaties.",
    "no_address": "'{text}' is geen e-mailadres, dus de bot kan deze persoon niet herkennen.",
    "no_address.fix": "Zet bij '{word}' het e-mailadres waarmee deze persoon in de chat zit.",
    "same_address": "{name} heeft hetzelfde adres als {other}: '{text}'. De bot ziet hen dan als één persoon.",
    "same_address.fix": "Geef ieder het eigen adres. Is het één persoon? Gebruik dan één naam.",
    # Namen die moeten bestaan
    "unknown_person": "Bij '{word}' staat '{text}', maar zo heet niemand in 'mensen'.",
    "unknown_person.fix": "Kies een van: {names}.",
    "unknown_person.guess": "Bedoel je '{guess}'? De mensen zijn: {names}.",
    "unknown_audience": "Bij '{word}' staat '{text}', maar die doelgroep is er niet.",
    "unknown_audience.fix": "Kies een van: {names}.",
    "unknown_audience.guess": "Bedoel je '{guess}'? De doelgroepen zijn: {names}.",
    "unknown_wish": "Het moment noemt de wens '{text}', maar die staat niet in 'wensen'.",
    "unknown_wish.fix": "Kies een van: {names}.",
    "unknown_wish.guess": "Bedoel je '{guess}'? De wensen zijn: {names}.",
    "unknown_measure": "De meting '{text}' lijkt sterk op '{guess}', de meting van het doel.",
    "unknown_measure.guess": "Is het dezelfde? Schrijf dan '{guess}'.",
    "unknown_kind": "'{text}' is geen soort bericht.",
    "unknown_kind.fix": "Kies een van: {names}.",
    "unknown_kind.guess": "Bedoel je '{guess}'? De soorten zijn: {names}.",
    # Wat een bericht nodig heeft
    "post_needs": "Een bericht van de soort '{kind}' heeft '{word}' nodig.",
    "post_needs.fix": "Voeg '{word}: …' toe aan dit bericht.",
    "no_text": "Dit bericht zegt niets.",
    "no_text.fix": (
        "Voeg 'tekst' toe. Je kunt ook 'teksten' gebruiken voor een reeks, of 'leidraad' om de afzender de "
        "tekst te vragen."
    ),
    "two_texts": "Dit bericht heeft zowel '{first}' als '{second}'.",
    "two_texts.fix": "Houd er één over.",
    "no_briefing": "Een bericht van de soort '{kind}' kan geen 'leidraad' hebben.",
    "no_briefing.fix": "Schrijf de tekst zelf. Een leidraad hoort bij: {names}.",
    "only_question": "Een peiling stelt één vraag, dus '{word}' kan er niet bij.",
    "only_question.fix": "Zet de vraag in 'vraag' en haal '{word}' weg.",
    "question_not_here": "Alleen een peiling heeft een 'vraag'; dit is een bericht van de soort '{kind}'.",
    "question_not_here.fix": "Gebruik 'tekst', of maak de soort 'peiling'.",
    "texts_without_every": "'teksten' is een reeks, maar dit bericht heeft één moment.",
    "texts_without_every.fix": "Gebruik 'tekst', of een moment zoals 'elke dinsdag 09:30 vanaf week 2'.",
    "every_without_texts": "Dit bericht komt elke week terug met dezelfde tekst.",
    "every_without_texts.fix": "Schrijf 'teksten' met voor elke week een andere tekst, of geef het één moment.",
    "endless": "Deze reeks heeft geen einde.",
    "endless.fix": "Schrijf 'teksten' met een tekst per week, of zet 'tot en met week 9' achter het moment.",
    "odd_id": "'{text}' kan niet de id van een bericht zijn.",
    "odd_id.fix": "Gebruik alleen kleine letters, cijfers, - en _, zoals 'tip-1'.",
    "repeated_campaign": "{file} en {first} zouden allebei de campagne '{id}' zijn, want zo heet het bestand.",
    "repeated_campaign.fix": "Geef een van de twee bestanden een andere naam.",
    "repeated_id": "De id '{text}' is al van het bericht op regel {first}.",
    "repeated_id.fix": "Geef dit bericht een eigen id.",
    "sender_is_no_person": "'{text}' is geen persoon in 'mensen', dus niemand kan achter deze tekst staan.",
    "sender_is_no_person.fix": "Noem één van deze mensen: {names}.",
    "sender_is_no_person.guess": "Noem één persoon. Bedoel je '{guess}'? De mensen zijn: {names}.",
    "needs_seats": "Een bericht van de soort '{kind}' gaat over plekken, maar de campagne heeft geen 'klankbord'.",
    "needs_seats.fix": "Voeg 'klankbord' toe, of kies een andere soort.",
    "seats_need": "'{word}' ontbreekt in {block}: mensen moeten weten wat er beperkt is, waarom, en tot wanneer.",
    "seats_need.fix": "Voeg toe: '{word}: …'.",
    "status_needs_only_if": "Een stand klopt alleen zolang er plek is.",
    "status_needs_only_if.fix": "Voeg toe: '{word}: er is plek'.",
    "consequence_needs": "Een bericht van de soort '{kind}' heeft '{word}' nodig.",
    "consequence_needs.fix": "Voeg toe: '{word}: …'. Dan kunnen mensen het nagaan en er iets aan doen.",
    "proof_needs_otherwise": "Een bericht van de soort '{kind}' heeft '{word}' nodig.",
    "proof_needs_otherwise.fix": "Voeg toe: '{word}: …', de tekst voor als de cijfers de bewering niet steunen.",
    "wish_waits": "Een wensbericht gaat uit als een wens klaar is, niet op een vast moment.",
    "wish_waits.fix": "Schrijf '{word}: zodra wens klaar'.",
    "only_wish_waits": "Alleen een bericht van de soort 'wens' kan wachten tot een wens klaar is.",
    "only_wish_waits.fix": "Maak de soort 'wens', of kies een ander moment.",
    # Momenten
    "moment": "'{text}' is geen moment dat ik kan lezen.",
    "moment.fix": "Gebruik een van deze vormen: {forms}.",
    "moment.guess": "Bedoel je '{guess}'? De vormen zijn: {forms}.",
    "moment_fixed": "'{word}' heeft een vast moment nodig, en niet '{text}'.",
    "moment_fixed.fix": "Schrijf het zoals '{example}' of '{date}'.",
    "week_too_late": "Week {week} is na het einde: de campagne duurt {weeks} weken.",
    "week_too_late.fix": (
        "Weken tellen vanaf de start van de campagne. Kies een week tot en met {weeks}, of maak 'weken' hoger."
    ),
    "week_too_late.guess": (
        "Bedoel je week {week} van het jaar? Schrijf dan week {guess}. Weken tellen vanaf de start van de campagne. "
        "Kies anders een week tot en met {weeks}, of maak 'weken' hoger."
    ),
    "closes_first": "De aanmelding sluit voordat ze opent.",
    "closes_first.fix": "Zet '{closes}' na '{opens}'.",
    "moment_needs_seats": (
        "Dit moment telt vanaf het openen of sluiten van de aanmelding, maar de campagne heeft geen 'klankbord'."
    ),
    "moment_needs_seats.fix": "Voeg 'klankbord' toe, of kies een vast moment.",
    "moment_needs_wish": "Dit moment telt vanaf wens '{text}', maar die wens heeft geen geplande dag.",
    "moment_needs_wish.fix": "Voeg 'gepland' toe aan de wens, of kies een vast moment.",
    # Spelregels
    "group_too_small": "'{word}' is {text}, maar cijfers over minder dan {smallest} mensen kunnen iemand verraden.",
    "group_too_small.fix": "Maak er {smallest} of meer van.",
    "kept_too_long": "'{word}' is {text} maanden; gegevens mogen hoogstens {longest} maanden bewaard blijven.",
    "kept_too_long.fix": "Maak er {longest} maanden of minder van.",
    # Invulvelden
    "unknown_placeholder": "'{text}' is geen invulveld.",
    "unknown_placeholder.fix": "Kies een van: {names}.",
    "unknown_placeholder.guess": "Bedoel je '{guess}'? Je kunt gebruiken: {names}.",
    "placeholder_of_other_language": "'{text}' is Engels, maar dit bestand is in het Nederlands.",
    "placeholder_of_other_language.fix": "Schrijf '{{{{ {meant} }}}}'.",
    "bad_placeholder": "'{text}' is geen heel invulveld.",
    "bad_placeholder.fix": (
        "Schrijf één naam tussen twee paar accolades, zoals '{{{{ {example} }}}}'. Er mag niets anders in staan."
    ),
    "single_braces": "'{text}' wordt zo geplaatst, met de accolades: een invulveld heeft er twee aan elke kant.",
    "single_braces.fix": "Schrijf '{{{{ {meant} }}}}', of laat de accolades weg.",
    "placeholder_not_here": "In '{word}' kan geen invulveld staan ('{text}').",
    "placeholder_not_here.fix": "Schrijf de woorden zelf. Invulvelden horen in de teksten van berichten.",
    "placeholder_needs": "{text} heeft niets om te laten zien: '{needed}' ontbreekt.",
    "placeholder_needs.fix": "Voeg '{needed}' toe, of laat het invulveld weg.",
    "placeholder_of_wish": (
        "{text} gaat over de wens die klaar is, dus het past alleen in een bericht van de soort 'wens'."
    ),
    "placeholder_of_wish.fix": "Noem de wens in woorden.",
    "placeholder_of_draw": (
        "{text} zegt hier niets: zolang mensen zich aanmelden, is er nog niet geloot en is elke plek nog vrij."
    ),
    "placeholder_of_draw.fix": "Noem met {total} hoeveel plekken er zijn, en zeg dat er wordt geloot.",
    "button_not_here": "De knop {text} past niet bij een bericht van de soort '{kind}'.",
    "button_not_here.fix": "Laat hem weg, of kies een soort die iets vraagt: {names}.",
}
