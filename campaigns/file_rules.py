"""The rules of reading a campaign file: what can be found, the id of its rule, and one line about each id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from campaigns.findings import Finding, Level
from campaigns.texts.say import say
from campaigns.words import Language

NO_FIELDS: Final[Mapping[str, str | int]] = MappingProxyType({})


@dataclass(frozen=True)
class Problem:
    """Something wrong in a file, in no language yet. `key` is a key of RULES; `fields` fill its sentences."""

    line: int
    key: str
    fields: Mapping[str, str | int] = field(default_factory=lambda: NO_FIELDS)
    post: str | None = None


# Rule id → what it is about. The docs are made from this.
ABOUT: Final[dict[str, str]] = {
    "Y1": "A file is UTF-8 text of at most 256 KiB, and not empty.",
    "Y2": "A file is YAML that can be read.",
    "Y3": "No anchors, aliases, merge keys, tags or second documents: everything in the file stands there once.",
    "Y4": "No key stands twice in one block.",
    "K1": "Every key is known, in the language of the file.",
    "K2": "Every required key is there and is not empty.",
    "K3": "Every value is of the right sort and within its bounds.",
    "K4": "Every name that a campaign refers to exists.",
    "K5": "Every kind is known.",
    "K6": "A post has what its kind needs, and one text, series, briefing or question.",
    "K7": "Every campaign has a file name of its own, every post an id and every person an address.",
    "K8": "Nothing of a text is lost as a comment.",
    "M1": "Every moment is one of the time forms.",
    "M2": "Every week lies within the campaign.",
    "M3": "The seats close after they open.",
    "M4": "A moment around the seats needs seats; a moment around a wish needs that wish.",
    "A1": "A sender is one person from `people`.",
    "E3": "`minimum_group` is 5 or more and `keep` is 12 months or less.",
    "H4": "A series ends.",
    "S1": "A post about places needs seats.",
    "S3": "Seats name places, opens, closes, why_limited, influence and time.",
    "S6": "A status post is posted only while places are left.",
    "S8": "A consequence names its source and an action.",
    "P5": "A proof has a text for when the numbers do not support it.",
    "R5": "A wish post waits until its wish is done.",
    "D1": "A line of a rehearsal script says when, who and one thing that they do.",
    "T9": "Every placeholder is known and has something to show.",
}

# What can be found → the id of its rule. campaigns/texts/*_findings.py have its message under the same key, and the fix
# under `<key>.guess` when there is something that was probably meant, else under `<key>.fix`.
RULES: Final[dict[str, str]] = {
    "too_large": "Y1",
    "empty_file": "Y1",
    "utf_16": "Y1",
    "binary": "Y1",
    "not_utf_8": "Y1",
    "unreadable_sign": "Y1",
    "not_readable": "Y2",
    "tab": "Y2",
    "indentation": "Y2",
    "colon_in_text": "Y2",
    "colon_missing": "Y2",
    "space_missing": "Y2",
    "quote_open": "Y2",
    "text_after_quote": "Y2",
    "bracket_open": "Y2",
    "bad_escape": "Y2",
    "dash_in_line": "Y2",
    "placeholder_at_start": "Y2",
    "sign_at_start": "Y2",
    "key_is_no_text": "Y2",
    "too_deep": "Y2",
    "merge_key": "Y3",
    "block_by_sign": "Y3",
    "second_document": "Y3",
    "repeated_key": "Y4",
    "no_keys": "K1",
    "unknown_key": "K1",
    "key_of_other_language": "K1",
    "comma_in_braces": "K1",
    "other_language": "K1",
    "missing_key": "K2",
    "empty_value": "K2",
    "empty_by_comment": "K2",
    "empty_list": "K2",
    "text_expected": "K3",
    "colon_in_item": "K3",
    "list_expected": "K3",
    "block_expected": "K3",
    "number": "K3",
    "number_with_point": "K3",
    "number_bounds": "K3",
    "share": "K3",
    "date": "K3",
    "no_such_date": "K3",
    "hours": "K3",
    "span": "K3",
    "one_of": "K3",
    "weekday": "K3",
    "timezone": "K3",
    "country": "K3",
    "odd_name": "K3",
    "no_address": "K3",
    "unknown_person": "K4",
    "unknown_audience": "K4",
    "unknown_wish": "K4",
    "unknown_measure": "K4",
    "unknown_kind": "K5",
    "post_needs": "K6",
    "no_text": "K6",
    "two_texts": "K6",
    "no_briefing": "K6",
    "only_question": "K6",
    "question_not_here": "K6",
    "texts_without_every": "K6",
    "every_without_texts": "K6",
    "odd_id": "K7",
    "repeated_id": "K7",
    "same_address": "K7",
    "repeated_campaign": "K7",
    "cut_by_comment": "K8",
    "moment": "M1",
    "moment_fixed": "M1",
    "week_too_late": "M2",
    "closes_first": "M3",
    "moment_needs_seats": "M4",
    "moment_needs_wish": "M4",
    "sender_is_no_person": "A1",
    "group_too_small": "E3",
    "kept_too_long": "E3",
    "endless": "H4",
    "needs_seats": "S1",
    "seats_need": "S3",
    "status_needs_only_if": "S6",
    "consequence_needs": "S8",
    "proof_needs_otherwise": "P5",
    "wish_waits": "R5",
    "only_wish_waits": "R5",
    "unknown_placeholder": "T9",
    "placeholder_of_other_language": "T9",
    "bad_placeholder": "T9",
    "single_braces": "T9",
    "placeholder_not_here": "T9",
    "placeholder_needs": "T9",
    "placeholder_of_wish": "T9",
    "placeholder_of_draw": "T9",
    "button_not_here": "T9",
    "script_list": "D1",
    "script_one_act": "D1",
    "script_key": "D1",
    "script_needs": "D1",
    "script_text": "D1",
    "script_measures": "D1",
    "script_count": "D1",
    "script_stops": "D1",
    "script_moment": "D1",
    "script_audience": "D1",
    "script_post": "D1",
    "script_button": "D1",
}

ADVICE: Final = frozenset({"cut_by_comment", "unknown_measure"})


def finding_of(problem: Problem, file: str, language: Language) -> Finding:
    return Finding(
        file=file,
        line=problem.line,
        rule=RULES[problem.key],
        level=Level.WARN if problem.key in ADVICE else Level.ERROR,
        message=say(language, problem.key, **problem.fields),
        fix=say(language, f"{problem.key}.{'guess' if 'guess' in problem.fields else 'fix'}", **problem.fields),
        post=problem.post,
    )
