"""English sentences in and around posts: dates and numbers, buttons, sources, and why something may not be said."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "list_last": "{first} and {last}",
    # Numbers
    "out_of": "{count} of the {total}",
    "points": "{points} percentage points",
    "members_one": "one colleague",
    "members_many": "{number} colleagues",
    # Buttons, and how a text speaks of them
    "label_join": "Join",
    "label_wish": "Wish",
    "label_wishes": "Wishes",
    "button_join": "the Join button (or type: join)",
    "button_wish": "the Wish button (or type: wish and then your idea)",
    "button_wishes": "the Wishes button (or type: wishes)",
    "word_join": "the word join",
    "word_wish": "the word wish and then your idea",
    "word_wishes": "the word wishes",
    "ask_wish": "What would help you? Write it in one or two sentences.",
    # Lines of the bot in a post
    "pulse_scale": (
        "Choose 1 (not at all) to 5 (completely), or type: pulse and then your number. Nobody sees what you chose. "
        "The result is shown from {minimum} answers up."
    ),
    "source_line": "Source: {source}",
    # Where a fact comes from
    "source_file": "the campaign file {file}",
    "source_seats": "the sign-ups",
    "source_wishes": "the list of wishes",
    "source_measurements": "the measurements, week {week}",
    # What a live fact can be, as an approver reads it
    "range_members": "(the names of those who agree to that, and the number of others)",
    "range_wish": "(the wish)",
    "range_wish_by": "(the team that asked for it)",
    "range_wishes_done": "(the number on that day)",
    "range_wishes_total": "(the number on that day)",
    "range_wishes_to_go": "(the number on that day)",
    "range_wishes_received": "(the number on that day)",
    "range_measure": "1–99% (or such as: 7 of the 9)",
    "range_measure_then": "1–94% (or such as: 4 of the 9)",
    "range_growth": "5–98 percentage points (or a number from 2 up)",
    "range_since": "(the day of the measurement before)",
    # Which numbers decided
    "proof_row": "Week {week}: {count} of {total} ({percent}%).",
    "proof_level": "It is at least half, so it may be said.",
    "proof_growth": "It is less than half, but it grows enough.",
    "proof_group_too_small": "The group is too small to say anything about it.",
    "proof_total_too_small": "Too few were counted to say anything about it.",
    "proof_not_measured": "Nothing has been measured for this team yet.",
    "proof_measured_long_ago": "The last measurement is too old to be said now.",
    "proof_nobody_or_everybody": "It is nobody or everybody. That would say something about each of them.",
    "proof_minority": "It is less than half, and it does not grow enough.",
    # Why something may not be said now, and what to do
    "news_not_of_today": (
        "This text says today, but the wish was done on {day}. Write that day, or leave 'today' out: then it goes out."
    ),
    "no_text_yet": "There is no text yet. Give it with the question I asked.",
    "missing_facts": "There is no true number or fact for {names} now. {reasons}",
    "missing_seats": (
        "The places in the file and the sign-ups are not the same, or there are no places yet. "
        "Put in the file what really holds."
    ),
    "missing_draw": (
        "No lots are drawn yet, so every place is still free. "
        "Name only how many places there are, and say that lots will be drawn."
    ),
    "missing_measure": "This post names no measure. Add one to the post.",
    "missing_members": "Nobody is in the group yet, or lots still have to be drawn.",
    "missing_wish": "This post does not belong to a wish that is done.",
    "missing_unknown": "I do not know this name.",
    "sign_up_over": "Sign-up is closed, so this post would not be true.",
    "sign_up_not_yet": "Sign-up is not open yet. The post goes out when it is.",
    "all_places_taken": "All {total} places are taken, so this post would not be true.",
    # Why a delivery was skipped, held, failed or is uncertain, and what to do
    "reason_not_approved": (
        "Not posted: nobody approved this text. Give the post a new moment if it still has to go out."
    ),
    "reason_no_text": "Not posted: no text came for the question. Give the post a new moment and ask again.",
    "reason_rejected": "Not posted: it was rejected. Change the text in the file, and I will ask for approval again.",
    "reason_too_late": "Not posted: its moment passed too long ago. Give the post a new moment if it is still needed.",
    "reason_before_start": (
        "Not posted: its moment had passed before I got the campaign. You do not have to do anything."
    ),
    "reason_withdrawn": "Not posted: the post is no longer in the file. Put it back if that is not right.",
    "reason_already_sent": "Not posted: this post is already there. You do not have to do anything.",
    "reason_no_places_left": "Not posted: all places are taken. You do not have to do anything.",
    "reason_sign_up_closed": "Not posted: sign-up is closed. You do not have to do anything.",
    "reason_stopped": "Not posted: the campaign was stopped. You do not have to do anything.",
    "reason_paused": "Waits: the campaign is paused. Type resume to go on.",
    "reason_not_connected": "Waits: this team has no channel yet. Type connect and the team in the right channel.",
    "reason_campaign_missing": "Waits: the file of this campaign is gone or has mistakes. Put it back or mend it.",
    "reason_channel_closed": (
        "Waits: I am no longer allowed in this channel. Add me again and type connect and the team."
    ),
    "reason_no_facts": "Waits: a number or fact in the text is missing. Add it or change the text.",
    "reason_outside_hours": (
        "Waits: it is outside the hours of the campaign now. It goes out by itself if it is not too late."
    ),
    "reason_cap_reached": (
        "Waits: this channel has had enough posts today or this week. Move another post if this one comes first."
    ),
    "reason_refused": "Failed: the channel refused the post. See if I may write there and give the post a new moment.",
    "reason_too_large": (
        "Failed: the post is too long for this channel. Make the text shorter and give it a new moment."
    ),
    "reason_unreachable": "Failed: the channel gave no answer for too long. Give the post a new moment.",
    "reason_uncertain": (
        "Uncertain: no answer came, so it may be there. Look in the channel and choose: it is there, or post it."
    ),
}
