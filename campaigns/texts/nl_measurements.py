"""Dutch findings in a file of measurements: what is wrong with a row, and the fix."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "measurements_too_large": "Dit bestand is groter dan 1 MB.",
    "measurements_too_large_fix": "Houd per team, week en meting één regel.",
    "measurements_not_utf8": "Hier staat een teken dat geen UTF-8 is.",
    "measurements_not_utf8_fix": "Bewaar het bestand als CSV UTF-8.",
    "measurements_bad_quotes": "Een aanhalingsteken opent of sluit hier niet.",
    "measurements_bad_quotes_fix": "Haal het weg, of zet er aan de andere kant ook een.",
    "measurements_empty": "Het bestand is leeg.",
    "measurements_empty_fix": "Begin met de regel: week,team,meting,aantal,totaal",
    "measurements_extra_column": "Kolom {column} hoort hier niet: metingen zijn per team, nooit per persoon.",
    "measurements_extra_column_fix": "Haal de kolom weg. Alleen deze mogen: week,team,meting,aantal,totaal",
    "measurements_bad_header": "De eerste regel is: {found}.",
    "measurements_bad_header_fix": "Maak er dit van: week,team,meting,aantal,totaal",
    "measurements_cell_count": "Deze regel heeft {found} velden; het zijn er 5.",
    "measurements_cell_count_fix": "Schrijf: week,team,meting,aantal,totaal. Gebruik overal hetzelfde teken ertussen.",
    "measurements_bad_number": "Bij {column} staat {found}; dat is geen heel getal.",
    "measurements_bad_number_fix": "Schrijf alleen cijfers, zonder punt, komma of procent.",
    "measurements_bad_week": "Week {found} bestaat niet in een campagne.",
    "measurements_bad_week_fix": "Tel de weken vanaf de start van de campagne: de eerste is week 1.",
    "measurements_no_total": "Het totaal is 0.",
    "measurements_no_total_fix": "Haal de regel weg als er niets te tellen was.",
    "measurements_count_over_total": "Aantal {count} is meer dan totaal {total}.",
    "measurements_count_over_total_fix": "Kijk of de twee getallen verwisseld zijn.",
    "measurements_unknown_team": "Team {found} staat in geen campagne bij dit bestand.",
    "measurements_unknown_team_fix": "Bedoel je: {near}?",
    "measurements_unknown_measure": "Meting {found} staat in geen campagne bij dit bestand.",
    "measurements_unknown_measure_fix": "Bedoel je: {near}?",
    "measurements_twice": "Deze week, dit team en deze meting stonden al op regel {first}.",
    "measurements_twice_fix": "Houd één van de twee regels.",
}
