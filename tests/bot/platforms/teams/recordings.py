"""What a real client of Teams' playground sent, word for word."""

import json
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "recorded"
NAMES: Final = sorted(file.stem for file in FOLDER.glob("*.json"))


def recorded(recording: str, **changes: Any) -> dict[str, Any]:
    activity: dict[str, Any] = json.loads((FOLDER / f"{recording}.json").read_text(encoding="utf-8"))
    return {**activity, **changes}
