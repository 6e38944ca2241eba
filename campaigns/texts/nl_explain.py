"""How `check --explain` speaks of a rule, in Dutch."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "explain_error": "fout: run en rehearse beginnen er niet mee",
    "explain_warn": "waarschuwing: advies, het houdt niets tegen",
    "explain_gate": "De bot kijkt er vlak voor elk bericht nog eens naar, met de feiten van dat moment.",
    "explain_reading": "Waarom: anders is het bestand niet te lezen of te plannen zoals de schrijver het bedoelde.",
    "explain_why": "Waarom:",
    "explain_sources": "Bronnen:",
    "explain_wrong": "Zo niet:",
    "explain_right": "Zo wel:",
}
