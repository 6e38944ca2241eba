"""`schema`: what an editor needs, as JSON and nothing else."""

import json

from campaigns.file_schema import file_schema
from tests.bot.cli.conftest import Type


def test_it_prints_the_schema(typed: Type) -> None:
    result = typed("schema")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == file_schema()
