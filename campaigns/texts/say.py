"""The bot's own sentences, by language and key. Every sentence exists in both languages, with the same fields."""

from types import ModuleType
from typing import Final

from campaigns.texts import (
    en_answers,
    en_approvals,
    en_decisions,
    en_examples,
    en_explain,
    en_findings,
    en_images,
    en_jobs,
    en_keys,
    en_measurements,
    en_placing,
    en_plan,
    en_posts,
    en_preview,
    en_promises,
    en_room,
    en_rules_gates,
    en_rules_plan,
    en_rules_text,
    en_script,
    en_slack_app,
    en_teams_app,
    nl_answers,
    nl_approvals,
    nl_decisions,
    nl_examples,
    nl_explain,
    nl_findings,
    nl_images,
    nl_jobs,
    nl_keys,
    nl_measurements,
    nl_placing,
    nl_plan,
    nl_posts,
    nl_preview,
    nl_promises,
    nl_room,
    nl_rules_gates,
    nl_rules_plan,
    nl_rules_text,
    nl_script,
    nl_slack_app,
    nl_teams_app,
)
from campaigns.words import Language

MODULES: Final[dict[Language, tuple[ModuleType, ...]]] = {
    "nl": (
        nl_answers, nl_approvals, nl_decisions, nl_examples, nl_explain, nl_findings, nl_images, nl_jobs, nl_keys,
        nl_measurements, nl_placing, nl_plan, nl_posts, nl_preview, nl_promises, nl_room, nl_rules_gates,
        nl_rules_plan, nl_rules_text, nl_script, nl_slack_app, nl_teams_app,
    ),
    "en": (
        en_answers, en_approvals, en_decisions, en_examples, en_explain, en_findings, en_images, en_jobs, en_keys,
        en_measurements, en_placing, en_plan, en_posts, en_preview, en_promises, en_room, en_rules_gates,
        en_rules_plan, en_rules_text, en_script, en_slack_app, en_teams_app,
    ),
}  # fmt: skip
SENTENCES: Final[dict[Language, dict[str, str]]] = {
    language: {key: sentence for module in modules for key, sentence in module.SENTENCES.items()}
    for language, modules in MODULES.items()
}


def say(language: Language, key: str, **fields: object) -> str:
    return SENTENCES[language][key].format(**fields)
