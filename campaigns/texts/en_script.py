"""What a rehearsal says about a script that it can't read, in English."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "script_list": "A script is a list; this is not one of its items.",
    "script_list.fix": 'Begin each line with "- {{" and end it with "}}".',
    "script_one_act": "Each line does one thing; this one does none, or several.",
    "script_one_act.fix": "Use one of: {acts}.",
    "script_key": "\u201c{name}\u201d does not go with \u201c{act}\u201d.",
    "script_key.fix": "Leave it out, or check how it is spelled.",
    "script_needs": "\u201c{act}\u201d also needs \u201c{name}\u201d.",
    "script_needs.fix": "Add {name}: \u2026 to this line.",
    "script_text": "\u201c{act}\u201d needs a text.",
    "script_text.fix": "Put the words after it, between quotes.",
    "script_measures": "A measurement has a week, team, measure, count and total.",
    "script_measures.fix": "Write: measures: {{week: 9, team: sales, measure: notes_in_crm, count: 61, total: 104}}",
    "script_count": "{count} out of {total} cannot be: the count is part of the total, and the total is 1 or more.",
    "script_count.fix": "See whether the two numbers were swapped.",
    "script_stops": "It is not clear how long the bot stops.",
    "script_stops.fix": "Write, for example: stops: bot for 3 hours",
    "script_moment": "\u201c{text}\u201d is not one moment.",
    "script_moment.fix": "Write, for example: at: week 4 Monday 09:31",
    "script_audience": "There is no audience \u201c{name}\u201d in this campaign.",
    "script_audience.fix": "Use one of: {known}.",
    "script_button": "There is no button \u201c{name}\u201d on a post.",
    "script_button.fix": "Use one of: {known}.",
    "script_post": "There is no post \u201c{name}\u201d in this campaign.",
    "script_post.fix": "Use one of: {known}.",
}
