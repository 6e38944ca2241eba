"""What the bot says when time makes something happen, in English."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "trouble_about": "{post} of {moment}: {reason}",
    "trouble_for": "It concerns: {audiences}.",
    "settle_question": "Could you look in the channel whether it is there? We do not post it again without your word.",
    "button_it_is_there": "It is there",
    "button_post_it": "Post it",
    "asked_others": "{name} has been asked to approve {post} of {moment}. Without a yes it is not posted.",
    "asked_others_text": "{name} has been asked for a text for {post} of {moment}. Without a text it is not posted.",
    "still_missing": "Still no yes from {name} for {post} of {moment}. Without a yes it is not posted.",
    "still_missing_text": "Still no text from {name} for {post} of {moment}. Without a text it is not posted.",
    "please_answer": "A reminder: {post} of {moment} waits for your yes. Without your yes it is not posted.",
    "please_write": "A reminder: {post} of {moment} waits for your text. Without a text it is not posted.",
    "not_in_directory": (
        "We cannot reach {name} ({chat}). Ask {name} to open the bot, or correct the address in the file."
    ),
    "news_waits": "The news of wish {wish} goes out on {moment}: that is when there is room for it.",
    "wish_unanswered": (
        "Wish {id} waits for an answer: \u201c{title}\u201d. Type: wish planned {id} 12 March, wish "
        "later {id} and the reason, or wish done {id}."
    ),
    "question_unanswered": (
        "Question {number} waits for an answer: \u201c{text}\u201d. Type: answer {number} and your text."
    ),
    "rehearsal_waits": "{name} has not answered about {post} yet. Answer now, or play on: then it is not posted.",
    "reminder": "You asked for a reminder. {text}",
    "file_kept_old": "The file {file} has {count} errors. We go on with the version before. The first error: {first}",
    "file_kept_old_one": "The file {file} has an error. We go on with the version before. The error: {first}",
    "file_clashes": (
        "The new version of {file} does not fit beside the other campaigns in its channels. We go on with the version "
        "before. What goes wrong first: {first}"
    ),
    "fewer_places": ("The file now says {wanted} places, but {places} have been promised. We keep {places}."),
    "wish_left_planned": (
        "The wish “{title}” is no longer in the file, but it is promised for {day}. It stays on the list until you "
        "choose. Type: wish done {id}, wish planned {id} and a new date, or wish later {id} and the reason."
    ),
    "wish_left_open": (
        "The wish “{title}” is no longer in the file, but it still counts as promised. It stays on the list until you "
        "choose. Type: wish done {id}, wish planned {id} and a date, or wish later {id} and the reason."
    ),
    "other_closing": "The file now says another closing. The closing that was promised stays: {closes}.",
}
