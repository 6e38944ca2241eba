"""What a gate says of a post that it holds or stops, in English."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "gate_waited": "It waited: {why}.",
    "gate_never_asked": "Nobody has been asked for it.",
    "gate_asked": "{name} was asked on {day} and gave no yes.",
    "gate_asked_text": "{name} was asked on {day} and sent no text.",
    "gate_text_changed": (
        "The yes was for another text than the one that would go out now. Give the post a new moment, then "
        "it is asked again."
    ),
    "gate_expired": (
        "The yes came on {day}. A yes holds for {days} working days. Give the post a new moment, then it is "
        "asked again."
    ),
    "gate_hours": "The hours are {opens} to {closes}, on working days. The next moment is {next}.",
    "gate_full_day": "The channel got {sent} today, and at most {most} may come in a day.",
    "gate_full_week": "The channel got {sent} this week, and at most {most} may come in a week.",
    "gate_balance": ("So far: +{given} given and −{asked} asked. This post asks {asks}: that is {short} too many."),
    "gate_next_give": "The next give is {post} on {moment}.",
    "gate_no_give": "No give is planned any more. Put a tip or thanks before this post.",
    "state_by_rule": "{state} (rule {rule}: {detail})",
    "gate_rule": "{reason} (rule {rule})",
    "gate_goal": "In week {week} it was {percent}% and the goal is {target}%. The series stops here by itself.",
    "reason_balance_short": (
        "Waits: this team has been given too little to be asked something now. It goes out by itself after "
        "the next give, if it is not too late."
    ),
    "reason_goal_reached": "Not posted: this team has reached the goal. You do not have to do anything.",
    "room_why_balance_short": "more must be given before something is asked",
    "room_why_goal_reached": "the goal is reached",
    "proof_too_few_people": "The team has {size} people, and {smallest} are needed.",
    "proof_too_few_counted": "There are {total} measurements in week {week}, and {smallest} are needed.",
    "proof_hides_another": "With this number people could work out that of a group that is too small.",
    "proof_level_only_with_growth": "It is less than half. The text names it without the growth.",
    "extension": "Sign-up is extended until {closes}. The reason: {because} {how}",
    "extension_join_now": "You can still sign up with {word}.",
    "extension_join_later": "You can sign up from {opens}, with {word}.",
    "extension_needs_reason": (
        "The file now says another closing: {wanted}. What was posted stays: {closes}. Write the reason "
        "under extended_because, and the closing moves once, with a post that says so. (rule S4)"
    ),
}
