"""English answers to what colleagues type or press."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # General
    "yes": "yes",
    "no": "no",
    "did_you_mean": "Do you mean “{word}”? Type that word and I will do it. I have done nothing yet.",
    "not_understood": "I do not understand that. Type help to see the words I know.",
    "nothing_typed": "Type something first.",
    "no_campaign": "I do not know which campaign this is about. Type it in your team's channel.",
    "several_campaigns": "This can be about several campaigns: {names}. Type it in the channel of the one you mean.",
    "refused_owner": "Only {owner} can do this, because {owner} leads the campaign. Nothing has changed.",
    "refused_approver": (
        "Only somebody who decides about the posts can do this. Nothing has changed. Questions? {owner} is glad to "
        "help."
    ),
    # Seats
    "no_seats": "This campaign has no places to sign up for.",
    "join_which_team": "Type join in the channel of your own team. Then I know which team you are in.",
    "seat_seated": (
        "You take part. Place {place} of {places}. Type leave to give up your place.\n\n"
        "May your name be in the post that introduces the group? You do not have to. Type: name me."
    ),
    "seat_accepted": (
        "Good, the place is yours. You take part. Type leave to give up your place.\n\n"
        "May your name be in the post that introduces the group? You do not have to. Type: name me."
    ),
    "seat_entered": (
        "You are in the draw. We draw on {closes}. After that you hear how it went. Type leave if you change your mind."
    ),
    "seat_reserved_full": (
        "All {places} places are taken. You are number {number} on the reserve list. If a place opens up for you, "
        "you get "
        "a message. Want to leave the list? Type: leave."
    ),
    "seat_reserved_team_full": (
        "Your team already has the most places it can have. You are number {number} on the reserve list. If a place "
        "opens "
        "up for you, you get a message. Want to leave the list? Type: leave."
    ),
    "seat_already_seated": "You already take part. Type leave to give up your place.",
    "seat_already_entered": "You are already in the draw of {closes}. Type leave if you change your mind.",
    "seat_already_reserved": "You are already on the reserve list, as number {number}. Want to leave it? Type: leave.",
    "seat_too_early": "You cannot sign up yet. It starts on {moment}. Type join then.",
    "seat_too_late": "Sign-up is over. It closed on {moment}. You can always send a wish: type wish and your idea.",
    "seat_offer_expired": (
        "The place was kept for you until {moment}. That time is over, so it goes to the next person."
    ),
    "seat_left_seat": "You no longer take part. Your place is free for somebody else. Nothing else changes for you.",
    "seat_left_reserve": "You are no longer on the reserve list.",
    "seat_left_draw": "You are no longer in the draw.",
    "seat_refused_offer": "Fine, the place goes to somebody else. You are no longer on the reserve list either.",
    "seat_not_signed_up": "You have not signed up. Nothing has changed.",
    "seat_named": "Thank you. If you have a place, your name may be in the post. Rather not? Type: keep my name out.",
    "seat_not_named": "Fine, your name will not be in the post. You count as one of the colleagues.",
    "seat_closed": "Sign-up is closed.",
    "seat_already_closed": "Sign-up was already closed, on {moment}.",
    "seats_not_open": "There are {places} places. You can sign up from {opens}.",
    "seats_closed": "Sign-up has been closed since {closes}. There are {places} places, of which {left} free.",
    "seats_draw": "There are {places} places. We draw on {closes}. Until then you can sign up.",
    "seats_full": "All {places} places are taken. Until {closes} you can join the reserve list.",
    "seats_left": "{left} of the {places} places still open. You can sign up until {closes}.",
    "standing_none": "You have not signed up.",
    "standing_entered": "You are in the draw.",
    "standing_seated": "You have a place.",
    "standing_offered": "A place is kept for you until {until}. Type join to take it.",
    "standing_reserved": "You are number {number} on the reserve list.",
    "button_name_me": "Name me",
    "button_name_me_not": "Keep my name out",
    "button_accept": "I take the place",
    "button_decline": "I let it go",
    "seat_news_offered": (
        "A place has opened up and it is for you. You have until {until} to choose. Type join to take it, or leave "
        "to let "
        "it go. Both are fine."
    ),
    "seat_news_expired": (
        "The place we kept for you goes to the next person. The time to choose is over. You are no longer on the list."
    ),
    "seat_news_drawn": (
        "The lots were drawn and you have a place. You are one of the {places}. Type leave to give up your place. "
        "May your name be in the post? Then type: name me."
    ),
    "seat_news_not_drawn": (
        "The lots were drawn. You have no place now, but you are number {number} on the reserve list. "
        "If a place opens up for you, you get a message."
    ),
    "seat_news_one_person": (
        "You had signed up in two chat apps. Now I know that both are you, so it counts once. {standing} "
        "What you had twice goes to the next person."
    ),
    # Wishes and questions
    "wish_which_team": "Type your wish in the channel of your own team. Then I know which team it is for.",
    "wish_received": (
        "Thank you, this is wish {id}. {owner} answers by {day} at the latest. {owner} sees your wish and your team, "
        "not your name."
    ),
    "wish_already_received": "I already have this wish from you, as wish {id}. {owner} answers by {day} at the latest.",
    "wish_empty": "Put your wish behind it. For example: wish search by postcode.",
    "wishes_done": "Done: {title} ({id})",
    "wishes_planned": "Planned for {day}: {title} ({id})",
    "wishes_planned_some_day": "Planned: {title} ({id})",
    "wishes_later": "Not now: {title} ({id}). {because}",
    "wishes_waiting_one": "1 wish waits for an answer.",
    "wishes_waiting": "{count} wishes wait for an answer.",
    "wishes_none": "There are no wishes yet.",
    "wishes_send_one": "A wish of your own? Type wish and your idea.",
    "question_empty": "Put your question behind it. For example: question does this work on my phone?",
    "question_asked": (
        "Your question goes to {owner}, as question {number}. You get an answer here by {day} at the latest."
    ),
    "objection_asked": (
        "Your objection is noted, as number {number}. {owner} reads it in person and answers here by {day} at the "
        "latest."
    ),
    "objection_without_words": "(no reason given)",
    "asker_answer": "{owner} answers “{text}”: {answer}",
    "author_done": "Your wish “{title}” is done. Thank you for telling us.",
    "author_planned": "Your wish “{title}” is planned for {day}.",
    "author_not_now": "We will not do your wish “{title}” now. The reason: {because}",
    # Why, reminders, pulse
    "why_no_post": (
        "I am a bot. I post the messages of the campaign {campaign}. {owner} leads it. We count reactions per team, "
        "from "
        "{minimum} people up. Objection or questions? Type: object."
    ),
    "remind_set": "I will remind you on {moment}. Only you see it.",
    "remind_not_understood": "I do not understand “{text}” as a moment. Type for example: remind me tomorrow 10:00.",
    "remind_in_the_past": "“{text}” has already passed. Type for example: remind me tomorrow 10:00.",
    "remind_no_closing": "When? Type for example: remind me tomorrow 10:00.",
    "remind_closed": "Sign-up is over, or nearly. Type a moment, for example: remind me tomorrow 10:00.",
    "remind_too_far": "“{text}” is too far away. Choose a moment within a year.",
    "remind_of_post": "It was about this post: “{text}”",
    "remind_of_seats": "It was about the places ({group}).",
    "remind_seats_not_open": (
        "You can sign up for the places ({group}) from {opens} until {closes}. Taking part is up to you."
    ),
    "remind_seats_open": "You can sign up for the places ({group}) until {closes}. Taking part is up to you.",
    "remind_seats_full": "All places ({group}) are taken. You can join the reserve list until {closes}: type join.",
    "remind_seats_closed": "Sign-up for the places ({group}) closed on {closes}. You can always send a wish.",
    "remind_seats_signed_up": "You signed up for the places ({group}). {standing}",
    "remind_of_campaign": "It was about the campaign {campaign}.",
    "pulse_none": "There is no question to give a number to now.",
    "pulse_counted": "Thank you, your answer counts from {minimum} answers up. Nobody sees what you chose.",
    "pulse_already": "You have already answered. What you chose was not kept, so I cannot change it.",
    "pulse_not_an_answer": "Choose a number from 1 (not at all) to 5 (completely).",
    "pulse_closed": "This question is closed. Your answer was not counted.",
    # Overview
    "overview_none": (
        "I do not know yet which campaign you are in. Type help in your team's channel, and I know it from then on."
    ),
    "overview_seat": "Your place ({group}): {standing}",
    "overview_wishes": "Your wishes:",
    "overview_no_wishes": "Your wishes: none. A month after the answer I forget who sent a wish.",
    "overview_more_wishes": "… and {count} more. Type my data to see them all.",
    "overview_wish_received": "“{title}” ({id}): an answer was promised by {day}.",
    "overview_wish_planned": "“{title}” ({id}): planned for {day}.",
    "overview_wish_later": "“{title}” ({id}): not now. {because}",
    "overview_wish_done": "“{title}” ({id}): done on {day}.",
    "overview_coming": "What is coming:",
    "overview_nothing_coming": "What is coming: there are no dates yet.",
    "overview_opens": "{moment}: sign-up opens.",
    "overview_closes": "{moment}: sign-up closes.",
    "overview_planned": "{day}: “{title}” is planned.",
    "label_my_data": "My data",
    "label_wish_for": "Wish: {campaign}",
    # Your data
    "stopped": (
        "Fine, I send you no more messages. A place or a wish that you have stays. Are you on the reserve list? Then "
        "you "
        "will not hear when a place opens up. If you ask something later, I answer again."
    ),
    "stopped_with_role": (
        "Fine. You only get messages that belong to your role in the campaign, such as a text to approve."
    ),
    "my_data_heading": "This is everything I keep about you:",
    "my_data_person": "You: {line}",
    "my_data_seats": "Place: {line}",
    "my_data_wishes": "Wish: {line}",
    "my_data_questions": "Question: {line}",
    "my_data_reminders": "Reminder: {line}",
    "my_data_messages_to_you": "Message to you: {line}",
    "my_data_messages_that_name_you": "Message with your name in it: {line}",
    "my_data_said_in_the_room": "Said in the room: {line}",
    "my_data_reactions": "Reaction: {line}",
    "my_data_refused_commands": "Command that was not allowed: {line}",
    "my_data_pulse": (
        "Answers to pulses are only numbers. Nobody can see which answer is yours, and neither can I. "
        "Teams or Slack administrators can technically see that you sent the bot a message."
    ),
    "my_data_forget": "Want everything erased? Type: forget me.",
    "forgotten": (
        "Everything I kept about you has been erased. Only counts remain. What was posted in a channel can still be "
        "read there. This is the last you hear from me."
    ),
    "forgotten_but_in_file": (
        "Everything I kept about you has been erased. Only counts remain. Your name and role are still in the file "
        "of the "
        "campaign. Ask the owner to take them out."
    ),
    # Help
    "help_employee": (
        "These are the words I know, in English and in Dutch:\n"
        "join – sign up · leave – step out · seats – how many places there are\n"
        "wish and your idea – send a wish · wishes – what happens to them\n"
        "question and your question – ask something · object – object · why – why you see a post\n"
        "remind me tomorrow 10:00 – a reminder, only for you\n"
        "overview – your place, your wishes and what is coming\n"
        "my data – what I keep · forget me – erase everything · stop – no more messages"
    ),
    "help_approver": (
        "Because posts go out in your name:\n"
        "approve management-1 – yes · do not post management-1 and your reason – no\n"
        "ask for a change management-1 and what should be different · text management-2: and your text\n"
        "pause – stop everything"
    ),
    "help_owner": (
        "Because you lead the campaign:\n"
        "connect sales, disconnect – in that team's channel · pause, resume · today · report · console\n"
        "wish planned 3 12 March · wish later 3 and the reason · wish done 3 · answer 2 and your answer\n"
        "promises · promise kept 3 · promise missed 3 and what happens now, with a new date\n"
        "promise drop 3 and the reason – when it was no promise\n"
        "close sign-up · it is there, post it – when it is not certain that a message was posted"
    ),
    "not_kept": "I could not keep that just now. Please try it once more.",
    "answer_in_private_only": (
        "I heard you. The answer is for you alone, so not here. "
        "Open a chat with me (search for Klankbord) and type your message there again."
    ),
    "installed_for_you": (
        "Hi, I am Klankbord, a bot. I only write to you when you ask me something or have a role. Type: help."
    ),
    "installed": (
        "Hi, I am Klankbord, a bot. I post nothing here until the owner of a campaign says so. "
        "Owner: type connect and your team, for example connect {audience}."
    ),
}
