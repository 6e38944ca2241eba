"""English answers to those who lead a campaign or decide about it."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # Approval
    "no_card_waits": "Nothing waits for your yes now.",
    "card_closed": (
        "This card can't be answered any more: the post was changed or dropped, or its moment has passed. "
        "If your answer is still needed, there is a newer card."
    ),
    "cards_waiting": "Which post do you mean? These wait for you: {posts}. Add the name, for example: approve {posts}",
    "reject_needs_reason": "What is the reason? Type for example: do not post {post}, because the date is wrong.",
    "change_needs_words": "What should be different? Type for example: ask for a change {post}: the date is wrong.",
    "approval_approved": "Thank you. {post} goes to {audiences} on {moment}.",
    "approval_written": "Thank you. Your text goes to {audiences} on {moment}. Until then you can send a new one.",
    "approval_rejected": "Fine, {post} will not be posted. The owner of the campaign gets your reason.",
    "approval_change_asked": (
        "Fine, the owner of the campaign gets your request. Without your yes {post} is not posted. "
        "When the text has been changed, I ask again."
    ),
    "approval_already_asked": "{approver} has already been asked for this.",
    "approval_already_approved": "{approver} has already said yes. {post} goes to {audiences} on {moment}.",
    "approval_already_answered": "{approver} has already answered this. Nothing has changed.",
    "approval_not_yours": "This text goes out in the name of {approver}. Only {approver} can answer this.",
    "approval_too_late": (
        "The moment of {post} has passed, or the post was dropped. Your answer changes nothing any more."
    ),
    "approval_text_changed": "The text of {post} has just been changed. You will get the new text to read.",
    "approval_needs_text": "For {post} we ask you for a text. Type: text {post}: and then your text.",
    "approval_not_a_briefing": (
        "The text of {post} is already there. Type: approve {post}, or: ask for a change {post}: and your request."
    ),
    "approval_too_long": "That text is too long. Keep it under 3000 characters.",
    "approval_breaks_rules": "This text can't be posted yet, so I have not kept it. This has to change first:",
    "own_text_back": "Send it again when you have changed it. This was your text:",
    "own_text_tips": "If you like, it can become clearer still:",
    "braces_in_own_words": "'{text}' would be posted just like that; in your own words nothing is filled in.",
    "braces_in_own_words.fix": "Write the word or the number itself.",
    "leave_it_out": "Leave it out; the other posts of the campaign give the right number at the right moment.",
    "owner_rejected": (
        "{approver} says no to {post} of {moment}: “{because}”. It will not be posted. If you change the text, I ask "
        "again."
    ),
    "owner_change_asked": (
        "{approver} asks for a change in {post} of {moment}: “{because}”. Change the text in the file and I ask again. "
        "Without a yes it is not posted."
    ),
    # Wishes and questions
    "owner_wish": (
        "Wish {id}, from {team}: “{title}”. Promised: an answer by {day}. Type wish planned {id} 12 March, "
        "wish later {id} and the reason, or wish done {id}."
    ),
    "owner_question": (
        "Question {number}, from somebody in {team}: “{text}”. Promised: an answer by {day}. "
        "Type answer {number} and your answer."
    ),
    "owner_objection": (
        "Objection {number}, from somebody in {team}: “{text}”. Promised: an answer by {day}. "
        "Type answer {number} and your answer."
    ),
    "some_team": "a team",
    "judged_done": "Noted: “{title}” is done.",
    "judged_planned": "Noted: “{title}” is planned for {day}.",
    "judged_not_now": "Noted: we will not do “{title}” now. The reason is on the list that everybody sees.",
    "judged_already_done": "“{title}” was already done.",
    "judged_unknown": "I know no wish {id}. Type wishes for the list.",
    "judged_no_reason": "Put the reason behind it. For example: wish later {id} it takes two weeks of work.",
    "judged_too_many_promised": (
        "Five wishes are promised already. Put one of them off first, or this one: wish later {id}."
    ),
    "judged_day_is_past": "That day has passed. Type for example: wish planned {id} 12 March.",
    "wish_nearest": "I know no wish {id}. Do you mean {near}?",
    "planned_which_day": "On which day? Type for example: wish planned {id} 12 March, or: wish planned {id} week "
    "7 Friday. "
    "I read: “{text}”.",
    "answer_unknown": "I do not know that question. These wait for an answer: {waiting}.",
    "answer_answered": "Your answer to {number} has been sent.",
    "answer_already_answered": "Question {number} already had an answer. Nothing was sent.",
    "answer_empty": "Put your answer behind it. For example: answer {number} yes, from March on.",
    # Channels
    "connected": "This channel now belongs to {audience} of {campaign}. The posts for that team come here.",
    "connect_in_channel": "Type connect {audience} in the channel itself. The file says: {channel}.",
    "connect_taken": (
        "This channel already belongs to {other}. Type disconnect first, or go to the channel of {audience}."
    ),
    "connect_near": "I know no team “{typed}”. Do you mean {near}?",
    "connect_unknown": "Which team reads here? Choose from: {known}.",
    "connect_which": "That team is in several campaigns. Type connect and one of these: {choices}.",
    "disconnected": "{audience} has been disconnected. Nothing more comes here.",
    "disconnect_none": "No team is connected here. Teams in this campaign: {known}.",
    # Pause
    "paused": "{campaign} has been paused. Nothing goes out until the owner types resume.",
    "already_paused": "The campaign was already paused, by {name}.",
    "resumed": "{campaign} goes on. What is too late will not be posted.",
    "not_paused": "{campaign} was not paused.",
    "others_paused": "{name} has paused {campaign}. Nothing goes out.",
    "others_resumed": "{name} has resumed {campaign}.",
    # Uncertain posts
    "settled_there": "Thank you, I note that it is there.",
    "settled_again": "Thank you, I post it again if it is not too late.",
    "settle_none": "There is no post now of which we do not know whether it is there.",
    "settle_which": "Which post? Add its name: {keys}.",
    # Overview
    "console_is_the_room": (
        "Open the room in your browser. There you see the calendar, what waits for a yes, and the places."
    ),
    "today_heading": "Today:",
    "today_line": "{moment} · {post} · {audiences} · {state}",
    "today_none": "Nothing is planned for today.",
    "missing_heading": "These still miss a yes or a text:",
    "missing_line": "{moment} · {post} · {audiences} · {name}",
    "missing_none": "No yes is missing.",
    "state_waiting": "waits for its moment",
    "state_sending": "is being sent",
    "state_sent": "posted",
    "state_failed": "refused",
    "state_uncertain": "uncertain",
    "state_held": "held",
    "state_skipped": "not posted",
    "report_posts": "Up to and including week {weeks}: sent {sent}, held {held}. Given {gives}, asked {asks}.",
    "report_wishes": "{done} of {total} wishes done.",
    "report_seats": "Places ({group}): {taken} of {places} taken.",
    "report_goal": "Goal: {count} of {total}, target {target}.",
    "report_pulse": "Lowest point in the pulse: “{question}” with an average of {average} ({answered} answers).",
}
