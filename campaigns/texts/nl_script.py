"""What a rehearsal says about a script that it can't read, in Dutch."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "script_list": "Een script is een lijst; dit is geen regel daarvan.",
    "script_list.fix": 'Begin elke regel met "- {{" en eindig met "}}".',
    "script_one_act": "Elke regel doet één ding; deze doet niets, of meer dan één ding.",
    "script_one_act.fix": "Gebruik een van: {acts}.",
    "script_key": "\u201c{name}\u201d hoort niet bij \u201c{act}\u201d.",
    "script_key.fix": "Laat het weg, of kijk of het goed gespeld is.",
    "script_needs": "Bij \u201c{act}\u201d hoort ook \u201c{name}\u201d.",
    "script_needs.fix": "Zet {name}: \u2026 op deze regel.",
    "script_text": "Bij \u201c{act}\u201d hoort een tekst.",
    "script_text.fix": "Zet de woorden erachter, tussen aanhalingstekens.",
    "script_measures": "Een meting heeft week, team, measure, count en total.",
    "script_measures.fix": (
        "Schrijf: measures: {{week: 9, team: verkoop, measure: gesprekken_in_crm, count: 61, total: 104}}"
    ),
    "script_count": "{count} van {total} kan niet: count is een deel van total, en total is 1 of meer.",
    "script_count.fix": "Kijk of de twee getallen verwisseld zijn.",
    "script_stops": "Het is niet duidelijk hoelang de bot stopt.",
    "script_stops.fix": "Schrijf bijvoorbeeld: stops: bot for 3 hours",
    "script_moment": "\u201c{text}\u201d is niet één moment.",
    "script_moment.fix": "Schrijf bijvoorbeeld: at: week 4 maandag 09:31",
    "script_audience": "Deze campagne heeft geen doelgroep \u201c{name}\u201d.",
    "script_audience.fix": "Gebruik een van: {known}.",
    "script_button": "Een bericht heeft geen knop \u201c{name}\u201d.",
    "script_button.fix": "Gebruik een van: {known}.",
    "script_post": "Deze campagne heeft geen bericht \u201c{name}\u201d.",
    "script_post.fix": "Gebruik een van: {known}.",
}
