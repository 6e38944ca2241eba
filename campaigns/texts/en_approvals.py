"""English sentences of the approval card and of the answer to: why am I seeing this?"""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # The card
    "approval_title": "Approval asked: {post}",
    "briefing_title": "Text asked: {post}",
    "approval_intro": "This goes out {moments}, {sender}.",
    "approval_moment": "{moment} to {audiences}",
    "approval_as_sender": "in the name of {name} ({role})",
    "approval_as_bot": "in the name of Klankbord",
    "approval_kind": "Kind: {kind}. Principle: {principles}.",
    "approval_for_audience": "The text for {audiences}:",
    "approval_advice": "The check has a remark; it does not stop the post:",
    "approval_deadline": "Without your answer I will not post this. You can answer until {moment}.",
    "briefing_deadline": "Without your text I will not post anything. You can write until {moment}.",
    "briefing_question": "Would you write a text for this? The question is:",
    "otherwise_heading": "If the numbers do not support this text on the day, I post this:",
    "label_approve": "Approve",
    "label_change": "Ask for a change",
    "label_reject": "Do not post",
    "label_write": "Write the text",
    "ask_change": "What should be different?",
    "ask_reject": "Why not? The owner reads your reason.",
    "ask_write": "Write your text here. It is posted exactly like this.",
    "answered_approved": "{name} approved on {moment}.",
    "answered_written": "{name} wrote the text on {moment}.",
    "answered_rejected": "{name} said no on {moment}. Reason: {because}",
    "answered_change_asked": "{name} asked for a change on {moment}: {because}",
    "answered_expired": "No answer came in time. It was not posted.",
    "answered_asked": "This still waits for {name}.",
    "no_reason_given": "no reason given.",
    # Names
    "principle_reciprocity": "reciprocity",
    "principle_scarcity": "scarcity",
    "principle_social_proof": "social proof",
    "principle_authority": "authority",
    "principle_liking": "liking",
    "principle_consistency": "consistency",
    "principle_repetition": "repetition",
    "principle_relevance": "relevance",
    "principle_expectation": "expectation",
    "principle_voice": "having a say",
    # Why am I seeing this?
    "why_plan": "This message is part of the communication plan of {campaign}.",
    "why_author": "{owner} ({role}) wrote it.",
    "why_written": "{name} ({role}) wrote it personally, on {day}.",
    "why_approved": "{name} ({role}) approved it on {day}.",
    "why_approved_before": "It was approved on {day}, by somebody who has no role here any more.",
    "why_wish_recorded": "{owner} recorded that the wish is done.",
    "why_automatic": "This text is the bot\u2019s own. It comes by itself after something that {owner} did.",
    "why_not_yet_approved": "It has not been approved yet.",
    "why_principle": "It uses {principles}. {because}",
    "why_counted": "We count reactions per team, from {minimum} people up. Never per person.",
    "why_counted_pulse": "We count answers per team, from {minimum} people up. Nobody sees what you chose.",
    "why_counted_seats": (
        "Of those who sign up we keep name and team. We count reactions per team, from {minimum} people up."
    ),
    "why_counted_wishes": (
        "Of a wish we keep your name until thirty days after the answer. "
        "We count reactions per team, from {minimum} people up."
    ),
    "why_series": "This is number {number} of {count}; then it stops.",
    "why_source": "The source: {source}.",
    "why_now_places_left_closes": "Places left now: {places_left}. Sign-up closes on {closes}.",
    "why_now_closes": "Sign-up closes on {closes}.",
    "why_now_wish_by_wish": "{wish_by} asked for: {wish}.",
    "why_now_wishes_received": "Wishes received by chat so far: {wishes_received}.",
    "why_proof_level": "In week {week} of the campaign it was {measure}.",
    "why_proof_growth": "In week {week} of the campaign it was {measure}; it was {measure_then} on {since}.",
    "why_proof_silent": "They now support no number, so this answer names none.",
    "why_pulse_until": "You can answer until {until}, or until the next question with numbers is asked here.",
    "why_pulse_closed": "This question is closed.",
    "why_object": "Objection or questions? Type: object. {owner} answers personally.",
    "true_extension": "Sign-up lasts longer than we said, so you read until when and why.",
    "true_not_made": "We gave a date and did not make it. Then you hear that from us.",
    "true_management": (
        "It really is a decision or explanation of {sender}, in their own words or with their own approval."
    ),
    "true_introduction": "You read who works on it and where to find that person.",
    "true_tip": "You get something useful and nothing is asked in return.",
    "true_benefit": "It says what your team gains. {lead}, who leads {team}, saw the text first.",
    "true_wish": "A team asked for it and now it is really done.",
    "true_call": "The number of places really is limited to {places}. {why_limited}",
    "true_status": (
        "The number of places really is limited to {places}. {why_limited} What is left is counted from the sign-ups."
    ),
    "true_closing": "We tell you how it ended. Names are there only if those people agreed.",
    "true_outcome": "We said you would hear what came of it. This is that.",
    "true_invitation": "Every wish gets a number and an answer.",
    "true_pulse": "The answers count in what happens next.",
    "true_commitment": (
        "People who pick their own moment forget it less easily. It is voluntary and we keep nothing of it."
    ),
    "true_proof": (
        "The numbers come from the measurements of your own team. If they do not support the text, it is not posted."
    ),
    "true_thanks": "{sender} thanks people for something that really happened.",
    "true_consequence": "It says what happens if nothing changes, with the source, and what you can do about it.",
    "true_milestone": "You read which step is coming or done. The date is in the plan.",
}
