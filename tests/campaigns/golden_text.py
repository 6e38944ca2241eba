"""Messages as plain text, to be compared with the golden files that a person has read."""

import os
from pathlib import Path

from campaigns.message import Button, Message

GOLDEN = Path(__file__).parent / "golden"


def as_text(message: Message) -> str:
    """Everything of a message that people see, a line for each thing that is not its text."""
    lines = [f"[{message.kind}] {message.title}".rstrip()]
    if message.sender is not None:
        lines.append(f"[from] {message.sender.name}, {message.sender.role}")
    lines += [part.text if part.authored else f"| {part.text}" for part in message.parts]
    if message.seats is not None:
        lines.append(f"[seats] {message.seats.left}/{message.seats.total}")
    lines += [_button(button) for button in message.buttons]
    return "\n".join(lines)


def check_golden(name: str, text: str) -> None:
    """With KLANKBORD_GOLDEN=write the file is written anew, for somebody to read."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("KLANKBORD_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def _button(button: Button) -> str:
    asks = f" asks: {button.asks_text}" if button.asks_text else ""
    return f"[button {button.verb} {button.value}".rstrip() + f"] {button.label}{asks}"
