"""The operator's problem: settings that can't work, every one of them at once."""

from collections.abc import Iterable


class InvalidSettings(Exception):
    """Exit code 2. Its text has a line for each problem."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))
