"""What people read about the app before they add it in Teams, in English."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "teams_app_full_name": "{name} of {organisation}",
    "teams_app_in_short": "News about a change at work, and a say in it, in the channel of your team.",
    "teams_app_at_length": (
        "{name} is a bot. It runs campaigns about a change at work. It posts in the channel of your team, and "
        "somebody has approved every text. You can sign up for the sounding board, send a wish, ask a question or "
        "object. It also tells you why you see a post.\n\n"
        "It reads what you say to it, which of its buttons you press, and reactions to its own posts. It does not "
        "read what else is said in the channel. If you speak to it, it keeps your name and your work address. It "
        "looks in the list of members for the people who lead the campaign or approve its texts. Reports count "
        "groups of five people or more. They never show one person.\n\n"
        "Type my data to see what it keeps about you, and forget me to erase it. Type stop for no more private "
        "messages. The administrators of Teams can see that you sent it a message."
    ),
    "teams_app_for_owner": "for the owner of the campaign: {does}",
}
