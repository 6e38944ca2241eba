"""What the rules about texts say: everything found, with its message and its fix."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "long_sentence": "This sentence has {count} words, {most} is the most: '{sentence}'",
    "long_sentence.fix": "Make it two sentences, or leave out what the reader already knows.",
    "long_average": "The sentences have {average} words on average; up to {most} reads well.",
    "long_average.fix": "Cut the longest sentence in two.",
    "hard_to_read": "The reading score is {score}; from {least} it reads easily.",
    "hard_to_read.fix": "Use shorter sentences and shorter words.",
    "long_text": "The text has {count} words, {most} is the most.",
    "long_text.fix": "Keep what matters most; 25 to 60 words reads best. The rest can go into a next post.",
    "too_long_to_post": (
        "This post has {count} characters, with what stands beside its text; more than {most} does not fit."
    ),
    "too_long_to_post.fix": "Keep what matters most, or make it two posts.",
    "jargon": "'{words}' is jargon.",
    "jargon.fix": "Better write: {plain}.",
    "vague_promise": "'{words}' promises something without a day.",
    "vague_promise.fix": "Name a day, for example 'by Friday 5 February'.",
    "exclamations": "There are {count} exclamation marks in this text.",
    "exclamations.fix": "Keep one at most; a full stop reads calmer.",
    "many_emoji": "There are {count} emoji in this text.",
    "many_emoji.fix": "Keep {most} at most.",
    "shouting": "'{words}' is in capitals; that reads as shouting.",
    "shouting.fix": "Write it in small letters.",
    "several_asks": "This post asks {count} things at once: {words}.",
    "several_asks.fix": "Ask one thing. Give the other a post of its own.",
    "obliging": "'{words}' tells people what to do.",
    "obliging.fix": "Say what is possible and what it brings. Is it a rule? Then say so, with the reason.",
    "no_alt": "The image '{image}' has no description.",
    "no_alt.fix": "Say under 'alt' in one sentence what it shows.",
    "passive": "The text has {count} passive sentences: {words}.",
    "passive.fix": "Say who does it: 'Joris changes it' instead of 'it is changed'.",
    "conditional_give": "'{words}' turns a gift into a trade.",
    "conditional_give.fix": "Give without asking anything back. Put the question in a post of its own, later.",
    "give_with_ask": "This post gives something, and asks something back at once with the button '{words}'.",
    "give_with_ask.fix": "Take the button out. Put the question in a post of its own, later.",
    "vague_give": "This text names nothing that the reader can use.",
    "vague_give.fix": "Name one thing: where to click, what is ready, or what somebody did.",
    "scarce_without_seats": "'{words}' says that places are scarce, but this campaign has no seats.",
    "scarce_without_seats.fix": "Write it without haste, or describe the places in a block 'seats'.",
    "typed_seats": "'{words}' is typed by hand; it is no longer true once somebody signs up.",
    "typed_seats.fix": "Use {{{{ places_left }}}} or {{{{ places_total }}}}.",
    "typed_deadline": "'{words}' is typed by hand; it is no longer true when sign-up closes at another time.",
    "typed_deadline.fix": "Use {{{{ closes }}}} or {{{{ opens }}}}.",
    "pressure": "'{words}' puts people under pressure.",
    "pressure.fix": "Say what is possible and until when, and that not taking part is fine too.",
    "consequence_about_jobs": "'{words}' is about somebody's job; a consequence is never for that.",
    "consequence_about_jobs.fix": "Say what happens in the work if nothing changes, and what helps.",
    "source_without_who_or_when": "The source '{source}' does not say who counted it and when.",
    "source_without_who_or_when.fix": "Name a person or team and a day, for example 'count by Joris, 8 January'.",
    "action_is_no_sentence": "The action '{action}' is no sentence.",
    "action_is_no_sentence.fix": (
        "Say in one sentence what somebody can do, for example 'Correct the number when you notice it.'"
    ),
    "typed_number": "A proof has the number '{words}' in it.",
    "typed_number.fix": (
        "Use {{{{ measure }}}}, {{{{ growth }}}} or {{{{ since }}}}; they come from the measurements."
    ),
    "number_in_otherwise": (
        "'otherwise' has the number '{words}' in it, but this text goes out when the measurements prove nothing."
    ),
    "number_in_otherwise.fix": "Say without a number what it is good for, or say thanks.",
    "claim_in_otherwise": (
        "'{words}' in 'otherwise' says how often it happens, but this text goes out when the measurements do "
        "not prove it."
    ),
    "claim_in_otherwise.fix": "Say what it is good for, or say thanks.",
    "measure_in_otherwise": (
        "'otherwise' has the placeholder {words} in it, but this text goes out when that measurement is not there."
    ),
    "measure_in_otherwise.fix": "Take it out, and say what it is good for.",
    "compared": "'{words}' compares teams or people.",
    "compared.fix": "Speak of this team alone; compare with earlier at most.",
    "minority": "'{words}' says that it is only a few; that makes few look normal.",
    "minority.fix": "Leave the word out. Still a minority? Then say that it grows, with {{{{ growth }}}}.",
    "bare_proof": "This text gives a number, but not what it is good for.",
    "bare_proof.fix": "Add a thank-you, or say who gains by it.",
    "quote_of_nobody": "The quote {quote} does not say whose words they are.",
    "quote_of_nobody.fix": "Add the name of somebody from 'people', and let them approve it.",
    "quote_without_yes": "{who} says {quote} here, but does not approve this post.",
    "quote_without_yes.fix": (
        "Choose a kind that its sender approves, with {who} as the sender, or leave the quote out."
    ),
    "management_is_long": "This text of management has {count} words, {most} is the most.",
    "management_is_long.fix": "Say what changes, why, what is fixed and what is open. The rest can come later.",
    "not_in_first_person": "This text has no 'I' or 'we' in it.",
    "not_in_first_person.fix": "Let the sender speak: what do I think, what do I do?",
    "nothing_fixed": "This text does not say what is fixed.",
    "nothing_fixed.fix": "Name one thing that is fixed or decided.",
    "nothing_open": "This text does not say what is still open.",
    "nothing_open.fix": "Name one thing that is still open, or that people can have a say in.",
    "nothing_fixed_or_open": "This text does not say what is fixed and what is still open.",
    "nothing_fixed_or_open.fix": "Name one of each.",
    "cannot_be_answered": "'{words}' says that nobody reads an answer.",
    "cannot_be_answered.fix": "Say who people can turn to. Every answer reaches a human.",
    "praise_without_yes": "{name} is praised here by name in public, and nobody knows if that is all right.",
    "praise_without_yes.fix": (
        "Ask {name} first. Put that person in 'people' and as the sender, or thank the whole team."
    ),
    "public_blame": "'{words}' blames somebody in public.",
    "public_blame.fix": "Say what went wrong and what you do about it, without a name.",
    "hype": "There are {count} big words in this text: {words}.",
    "hype.fix": "Keep one at most. Better say what is ready.",
    "cheering": "There are {count} exclamation marks in this post.",
    "cheering.fix": "One is enough; plain sentences sound more honest.",
    "commitment_not_free": "This commitment does not say that it is voluntary.",
    "commitment_not_free.fix": (
        "Add that people may and do not have to, for example 'You may share it, but you do not have to.'"
    ),
    "list_of_commitments": "'{words}' sounds like a list of who does it and who does not.",
    "list_of_commitments.fix": "Take it out: a commitment is somebody's own, and nobody keeps track of it.",
    "no_if_then": "This commitment has no moment at which it happens.",
    "no_if_then.fix": "Write an example with when and then: 'when I hang up, I type one sentence'.",
    "free_and_fixed": "This post calls the same step free ('{free}') and fixed ('{fixed}').",
    "free_and_fixed.fix": "Choose one of the two. Is a part mandatory? Then say exactly which part.",
    "long_pain": "The pain of {audience} has {count} words, {most} is the most.",
    "long_pain.fix": "Name the one thing that is the biggest trouble today.",
    "long_benefit": "The benefit of {audience} has {count} words, {most} is the most.",
    "long_benefit.fix": "Name the one thing that helps most.",
    "benefit_of_nobody": "The benefit of {audience} has no 'you' or 'your' in it.",
    "benefit_of_nobody.fix": "Write it from the reader's side: 'You see everything on one screen.'",
    "no_cost": "No post says what the change costs.",
    "no_cost.fix": (
        "Say it honestly, for example in the benefit: 'two extra minutes per conversation in the first weeks'."
    ),
    "off_limits": "'{words}' is about something that a campaign may not be about.",
    "off_limits.fix": (
        "Take it out. Pay, contract, health, union, works council elections and dismissal belong with the "
        "people in charge of them."
    ),
}
