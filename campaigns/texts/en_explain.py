"""How `check --explain` speaks of a rule, in English."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "explain_error": "error: it stops run and rehearse",
    "explain_warn": "warning: advice, it stops nothing",
    "explain_gate": "It is looked at again just before each post, with the facts of that moment (a gate).",
    "explain_reading": "Why: without this the file can not be read or planned as its author meant it.",
    "explain_why": "Why:",
    "explain_sources": "Sources:",
    "explain_wrong": "Goes against it:",
    "explain_right": "Better:",
}
