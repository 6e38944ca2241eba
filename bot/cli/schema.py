"""`schema`: the JSON Schema of the campaign file, by which an editor completes and explains keys."""

import json

from bot.cli.show import show
from campaigns.file_schema import file_schema


def schema() -> None:
    """Print the JSON Schema of the campaign file, for editors."""
    show(schema_text().rstrip())


def schema_text() -> str:
    return json.dumps(file_schema(), indent=2, ensure_ascii=False) + "\n"
