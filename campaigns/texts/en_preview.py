"""How a preview frames the messages, in English."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "preview_heading": "{post} · for {audiences} · week {week}, {moment}",
    "preview_sender": "{name}, {role}, via Klankbord",
    "preview_own_voice": "Klankbord",
    "preview_button": "Button: {labels}",
    "preview_seats": "Beside it the live count, now {left} of {total} places left",
    "preview_briefing": "{name} is asked for this text:",
}
