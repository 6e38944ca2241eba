"""What people read about the app in Slack before they use it, in English."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "slack_app_in_short": "News about a change at work, and a say in it, in the channel of your team.",
    "slack_app_at_length": (
        "{name} is a bot. It runs campaigns about a change at work. It posts in the channel of your team, and "
        "somebody has approved every text. You can sign up for the sounding board, send a wish, ask a question or "
        "object. It also tells you why you see a post.\n\n"
        "It uses what you say to it, which of its buttons you press, and reactions to its own posts. It does not "
        "use what else is said in the channel. Only if Slack gives no answer to a post does it look in the channel, "
        "to see whether that post is there. If you speak to it, it keeps your name and your work address. By their "
        "addresses it looks for the people who lead the campaign or approve its texts. Reports count groups of five "
        "people or more. They never show one person.\n\n"
        "Open its Home tab to see your place, your wishes and what is coming. Type my data to see what it keeps "
        "about you, and forget me to erase it. Type stop for no more private messages. The administrators of Slack "
        "can see that you sent it a message."
    ),
    "slack_app_command": "Take part: sign up, send a wish, ask a question. Only you see the answer.",
}
