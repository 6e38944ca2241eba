"""What the bot says of promises and of a series that wears out, in English."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # What a promise is called where its own words are not kept
    "promise_words": "“{text}”",
    "promise_words_wish": "wish {id}",
    "promise_words_question": "the answer to question {id}",
    # The list
    "promises_line": "Promise {number}, for {day}: {words} ({name})",
    "promises_none": "No promise is open.",
    "promises_counts": "Made: {made}. Kept: {kept}. Not made: {missed}.",
    # Reminders to the owner
    "promise_soon": (
        "Promise {number}, for {day}: {words} ({name}). Will it be made? Then type: promise kept {number}. If not, "
        "type: promise missed {number} and what happens now, with a new date."
    ),
    "promise_today": (
        "Promise {number} is for {day}: {words} ({name}). Kept? Type: promise kept {number}. Not made? Type: promise "
        "missed {number} and what happens now, with a new date."
    ),
    "promise_overdue": (
        "Promise {number} was for {day}: {words} ({name}). I do not know yet whether it was kept. If so, type: promise "
        "kept {number}. Not made? Type: promise missed {number} and what happens now, with a new date. Then those who "
        "read it hear it from us."
    ),
    "promise_soon_wish": (
        "Wish {id} is promised for {day} (promise {number}). Ready? Type: wish done {id}. If it gets later, type: wish "
        "planned {id} and the new date, or wish later {id} and the reason."
    ),
    "promise_today_wish": (
        "Wish {id} is promised for {day} (promise {number}). Ready? Type: wish done {id}. Not made? Type: wish planned "
        "{id} and the new date, or wish later {id} and the reason."
    ),
    "promise_overdue_wish": (
        "Wish {id} was promised for {day} (promise {number}). I do not know yet whether it is ready. If so, type: wish "
        "done {id}. Not made? Type: wish planned {id} and the new date, or wish later {id} and the reason."
    ),
    # Answers to the owner
    "promise_judged_kept": "Noted: promise {number} was kept.",
    "promise_judged_missed": "Noted: promise {number} was not made. {told} The new date: {day} (promise {next}).",
    "promise_told_teams": "These teams read it: {audiences}.",
    "promise_told_asker": "Only the person who asked reads it.",
    "promise_told_nobody": "No team has to be told.",
    "promise_judged_dropped": "Noted: promise {number} was none, so I will not ask about it again.",
    "promise_judged_already_settled": "Promise {number} was settled already. Nothing has changed.",
    "promise_judged_of_a_wish": (
        "Promise {number} is wish {id}. Type: wish done {id}, wish planned {id} and a date, or wish later {id} and the "
        "reason."
    ),
    "promise_judged_no_text": (
        "Put behind it what happens now, with a new date. For example: promise missed {number} The link failed. The "
        "new date is 19 March."
    ),
    "promise_judged_no_new_day": (
        "Please name a new date too, so that people know when to expect it. For example: promise missed {number} The "
        "link failed. The new date is 19 March."
    ),
    "promise_judged_no_reason": (
        "Put the reason behind it. For example: promise drop {number} the text only names the day of a meeting."
    ),
    "promise_judged_unknown": "I know no promise {number}. Type promises for the list.",
    # The post that a missed promise needs
    "not_made_post": "{name} promised for {day}: “{text}” We did not make it.\n\n{said}\n\n{owner}",
    "not_made_wish_later": (
        "The wish “{title}” was planned for {day}. We did not make it, and we will not do it now. "
        "The reason: {because}\n\n{owner}"
    ),
    "not_made_wish_moved": (
        "The wish “{title}” was planned for {day}. We did not make it. The new date is {new}.\n\n{owner}"
    ),
    "not_made_wish_open": (
        "The wish “{title}” was planned for {day}. We did not make it. There is no new date yet.\n\n{owner}"
    ),
    "not_made_answer": (
        "{owner} promised you something for {day}, in the answer to your question. We did not make it.\n\n{said}"
    ),
    # The report
    "report_promises": "Promises: {made} made, {kept} kept, {missed} not made.",
    "report_wishes_in_time": "Wishes by chat that were answered within five working days: {count} of {total}.",
    # A series that wears out
    "worn_out": (
        "Fewer than half as many people react to the series {post} as at the start, three times running. The first "
        "posts: {first}. The latest: {latest}. Small numbers say little, so this is advice only. You could stop the "
        "series, or give it another form."
    ),
    "worn_out_few": "a few at most",
}
