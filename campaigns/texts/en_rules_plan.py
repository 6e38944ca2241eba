"""What the rules about the plan and the file as a whole say: everything found, with its message and its fix."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "ask_before_gives": (
        "On {moment}, {post} asks something of {audiences}. "
        "Days before it on which something was given: {gives}. Needed: {needed}."
    ),
    "ask_before_gives.fix": (
        "Give first: put {needed} posts before it, on different days, such as a tip, a benefit or a wish. Or let "
        "{post} come later."
    ),
    "ask_below_zero": "On {moment}, {post} asks {audiences} for more than was given: {sum}.",
    "ask_below_zero.fix": "Put a giving post before it, such as a tip, a benefit or a wish. Or leave this ask out.",
    "ask_below_zero_before_give": "On {moment}, {post} asks {audiences} for more than was given: {sum}.",
    "ask_below_zero_before_give.fix": (
        "Let it come later: {give} gives on {give_moment}. Or put another giving post before it."
    ),
    "first_third_asks": (
        "In the first third of the campaign, the posts to {audiences} count as follows: giving {gives}, asking {asks}; "
        "at least 6 of 10 should give."
    ),
    "first_third_asks.fix": "Put a tip, a benefit or a wish earlier, or let an ask come later.",
    "sign_up_is_short": (
        "The number of working days to sign up is {days}; who works part-time or in shifts needs {needed} or more."
    ),
    "sign_up_is_short.fix": "Let it close later or open earlier.",
    "sign_up_is_sudden": "Before {post} on {day}, no post to {audiences} names the seats.",
    "sign_up_is_sudden.fix": (
        "Name the seats, or the day on which sign-up opens, in a post at least one working day earlier."
    ),
    "too_many_status_posts": "{count} posts tell {audiences} how many places are left; {most} is the most.",
    "too_many_status_posts.fix": "Leave out the others: more reminders feel like pressure.",
    "consequences_too_close": (
        "{post} comes within {weeks} weeks after {earlier}: two posts for {audiences} on what happens if nothing "
        "changes."
    ),
    "consequences_too_close.fix": "Leave one of the two out, or let {weeks} weeks pass between them.",
    "no_other_way": "In week {week}, {post} is the only way for {audiences} to take part; not everyone gets a seat.",
    "no_other_way.fix": "Add an invitation or a pulse in week {week}, for those who miss out.",
    "sender_is_a_group": "'{text}' is not one person, so nobody can answer for a text in that name.",
    "sender_is_a_group.fix": "Give the name of one person, and what they do as their role.",
    "nobody_can_approve": "Nobody can say yes to {post}: its sender is not one of the people of this campaign.",
    "nobody_can_approve.fix": (
        "Name one person from the file as its sender. That person gets the exact text to approve."
    ),
    "approved_by_another": "{post} goes to {audiences} in the name of {sender}, but {approver} approves it.",
    "approved_by_another.fix": "Leave the sender out, or choose a kind of post that its sender approves.",
    "silent_first_week": "In week 1 there is no management post for {audiences}.",
    "silent_first_week.fix": "Begin with a management post that says why, what is fixed and what is open.",
    "silent_for_weeks": (
        "Between {earlier} and this post, {weeks} weeks pass without a management post for {audiences}; "
        "{longest} is the most."
    ),
    "silent_for_weeks.fix": "Put a short management post in between.",
    "silent_at_the_end": "In the last {last} weeks there is no management post for {audiences}.",
    "silent_at_the_end.fix": "End with a management post: what went well, what went less well, and what happens now.",
    "not_from_the_lead": "{post} is about people's own work, but {sender} leads none of its audiences.",
    "not_from_the_lead.fix": "Let the team lead send it: people want to hear this from their own manager.",
    "no_introduction": "In the first {weeks} weeks nobody of the project introduces themselves to {audiences}.",
    "no_introduction.fix": (
        "Add an introduction in week 1 or 2, in which someone of the project says who they are and where to find them."
    ),
    "weeks_without_thanks": (
        "Between week {first} and week {until} nobody thanks {audiences}; at least every {longest} weeks is better."
    ),
    "weeks_without_thanks.fix": "Add a thanks that names what people did.",
    "commitment_too_early": (
        "Before {post}, the number of posts that give something to {audiences} is {gives}; {needed} should come first."
    ),
    "commitment_too_early.fix": "Let it come later, or give something first.",
    "commitment_last": (
        "After {post} nothing more is asked of {audiences}; a small commitment helps most before or between other asks."
    ),
    "commitment_last.fix": "Let it come earlier.",
    "no_outcome": "The seats are offered to {audiences}, but no outcome tells what came of them.",
    "no_outcome.fix": (
        "Add an outcome by {last}: {weeks} weeks after the first meeting, if a closing post names its day, else "
        "after the closing."
    ),
    "outcome_too_late": "For {audiences} the first outcome comes after {last}.",
    "outcome_too_late.fix": (
        "Let it come by {last}: {weeks} weeks after the first meeting, if a closing post names its day, else "
        "after the closing."
    ),
    "same_text": "This text is {percent}% the same as a text of {first}: '{text}'.",
    "same_text.fix": "Say it in another way, with another example, or leave one of the two out.",
    "theme_too_often": "{times} posts to {audiences} are about '{theme}'; after {most} a theme wears out.",
    "theme_too_often.fix": "Leave some of these posts out, or choose another theme for them.",
    "theme_too_soon": (
        "{post} comes fewer than {apart} working days after {earlier} for {audiences}, with the same theme: '{theme}'."
    ),
    "theme_too_soon.fix": "Let {apart} working days pass between them, or give one of the two another theme.",
    "same_benefit": "{audience} reads the same benefit as {other}.",
    "same_benefit.fix": "Say what {audience} gains in its own work.",
    "goal_without_number": "The goal has no number, so nobody can tell whether it was reached.",
    "goal_without_number.fix": "Write it like '8 out of 10', or fill in 'target' like 80%.",
    "goal_without_measure": "The goal has no measure, so the report can't show how far it is.",
    "goal_without_measure.fix": "Add 'measure: …' with the name of a column of your measurements.",
    "goal_without_date": "The goal has no day on which it must be reached.",
    "goal_without_date.fix": "Add 'by: …' with a date.",
    "goal_date_outside": "The goal's day, {day}, is not in the campaign or the four weeks after it.",
    "goal_date_outside.fix": "Choose a day from {first} until {last}.",
    "goal_not_discussed": "The file does not say with whom the goal was discussed.",
    "goal_not_discussed.fix": "Add 'discussed_with: …': with whom, and when.",
    "works_council_first": (
        "The audiences have {size} people; from 50 on the works council must have a say before the campaign "
        "starts on {start}."
    ),
    "works_council_first.fix": (
        "Write it like 'discussed_with: works council, 3 December 2026', with the day of that talk."
    ),
    "few_principles": "The number of principles in the posts is {count}; {fewest} or more reach more people.",
    "few_principles.fix": "Add other kinds of posts, such as an introduction, a thanks or a benefit.",
    "one_principle_rules": "{times} of the {all} posts use the same principle: {principle}. That is more than half.",
    "one_principle_rules.fix": "Replace some of them by other kinds of posts.",
    "no_closing_message": "In the last week, week {week}, no management post closes the campaign for {audiences}.",
    "no_closing_message.fix": "Add one that says what went well, what went less well and what happens now.",
    "only_what_went_well": "{post} closes the campaign for {audiences}, but does not say what went less well.",
    "only_what_went_well.fix": (
        "Say it, or ask for it in the briefing. People know it anyway, and then believe the rest more easily."
    ),
    "too_many_wishes": "The campaign promises {count} wishes; {most} is the most that can be kept.",
    "too_many_wishes.fix": "Keep the {most} that matter most, and put the others on the list 'not now'.",
    "wish_without_day": "The wish '{wish}' has no planned day.",
    "wish_without_day.fix": "Add 'planned: …', or leave the wish out until you know when.",
}
