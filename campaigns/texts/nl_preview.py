"""How a preview frames the messages, in Dutch."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "preview_heading": "{post} · voor {audiences} · week {week}, {moment}",
    "preview_sender": "{name}, {role}, via Klankbord",
    "preview_own_voice": "Klankbord",
    "preview_button": "Knop: {labels}",
    "preview_seats": "Ernaast de actuele stand, nu {left} van {total} plekken over",
    "preview_briefing": "{name} krijgt de vraag om deze tekst:",
}
