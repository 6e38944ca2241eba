"""The house, as tests: where things are, who may import whom, how it reads. A red test names the file."""

import ast
import importlib
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from campaigns.parse import check_campaigns
from campaigns.plan import plan

ROOT = Path(__file__).parent.parent
PACKAGES = ("campaigns", "storage", "bot")
TOP_LEVEL = {
    "bot", "campaigns", "storage", "tests", "app.py", "requirements.txt", "README.md", "pyproject.toml",
    "requirements-dev.txt", "Makefile", "CHANGELOG.md", "docs", "benchmarks", ".ci", ".github", ".gitignore",
    "Dockerfile", "compose.yaml", ".pre-commit-config.yaml",
}  # fmt: skip
CORE_MAY_IMPORT = {"pydantic", "pydantic_core", "yaml", "holidays", "babel", "campaigns"}
SHAPELESS_NAMES = {"utils", "util", "helpers", "helper", "manager", "service", "common", "misc"}
# product.md's "never call it", where a module or a function would be named so.
FORBIDDEN_WORDS = {
    "flow", "journey", "notification", "template", "review", "quota", "booking", "ticket", "tactic", "validator",
    "simulator", "queue", "dispatch", "utils", "helpers", "manager", "service", "common",
}  # fmt: skip
OTHER_PEOPLES_WORDS = {"campaigns/yaml_mistakes.py: flow"}  # YAML's own word for {a: b}
LONGEST_FILE = 300
# Language lists are tables, not logic: cutting one in two would only hide a missing sentence.
MAY_BE_LONGER: dict[str, str] = {}


def modules(*packages: str) -> Iterator[Path]:
    for package in packages:
        yield from sorted(path for path in (ROOT / package).rglob("*.py") if "__pycache__" not in path.parts)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Every module that is imported, in full, at the top or inside a function."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}:{node.lineno}: imports are absolute here"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def is_kept(path: str) -> bool:
    """Whether git keeps it; without git (an unpacked archive) everything counts."""
    ignored = subprocess.run(["git", "check-ignore", "-q", path], cwd=ROOT, capture_output=True, check=False)
    return ignored.returncode != 0


def test_the_top_level_holds_only_what_the_house_allows() -> None:
    found = {path.name for path in ROOT.iterdir() if path.name not in TOP_LEVEL | {".git"}}
    assert {entry for entry in found if is_kept(entry)} == set()


def test_every_init_file_is_empty() -> None:
    assert [name(path) for path in modules(*PACKAGES) if path.name == "__init__.py" and path.stat().st_size] == []


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in modules(*PACKAGES)}
    assert [name(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_nothing_in_the_core_is_async() -> None:
    waiting = (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await)
    found = [
        f"{name(path)}:{getattr(node, 'lineno', 0)}"
        for path in modules("campaigns")
        for node in nodes(path)
        if isinstance(node, waiting)
    ]
    assert found == []


def test_the_core_imports_the_standard_library_and_its_four_libraries_only() -> None:
    allowed = CORE_MAY_IMPORT | set(sys.stdlib_module_names) - {"asyncio", "socket", "sqlite3", "subprocess", "random"}
    found = {
        f"{name(path)}: {module}"
        for path in modules("campaigns")
        for module in imports(path)
        if module.split(".")[0] not in allowed
    }
    assert found == set()


@pytest.mark.parametrize(
    ("platform", "sdk"), [("teams", ("botbuilder", "botframework")), ("slack", ("slack_bolt", "slack_sdk"))]
)
def test_only_the_folder_of_a_platform_imports_its_sdk(platform: str, sdk: tuple[str, ...]) -> None:
    found = [
        name(path)
        for path in modules(*PACKAGES)
        if any(module.startswith(sdk) for module in imports(path))
        and (ROOT / "bot/platforms" / platform) not in path.parents
    ]
    assert found == []


def test_platforms_do_not_know_each_other() -> None:
    folders = [folder for folder in (ROOT / "bot/platforms").iterdir() if (folder / "__init__.py").exists()]
    found = [
        f"{name(path)}: {module}"
        for folder in folders
        for path in modules(name(folder))
        for module in imports(path)
        for other in folders
        if other != folder and f"{module}.".startswith(f"bot.platforms.{other.name}.")
    ]
    assert found == []


def test_jobs_and_handlers_know_no_backend_and_no_platform() -> None:
    allowed = {"storage.base", "storage.tables", "bot.platforms.base"}
    found = {
        f"{name(path)}: {module}"
        for path in modules("bot/jobs", "bot/handlers")
        for module in imports(path)
        if re.match(r"(storage|bot\.platforms)\.\w+", module) and ".".join(module.split(".")[:-1]) not in allowed
        and module not in allowed
    }  # fmt: skip
    assert found == set()


def test_storage_never_imports_the_bot_and_the_core_neither() -> None:
    above = {"campaigns": ("storage", "bot"), "storage": ("bot",)}
    found = {
        f"{name(path)}: {module}"
        for package, forbidden in above.items()
        for path in modules(package)
        for module in imports(path)
        if module.split(".")[0] in forbidden
    }
    assert found == set()


def test_only_app_reads_the_real_clock() -> None:
    clock = re.compile(r"\b(?:datetime\.now|datetime\.utcnow|date\.today|time\.time|time_ns)\(")
    assert [name(path) for path in modules(*PACKAGES) if clock.search(path.read_text(encoding="utf-8"))] == []
    app = (ROOT / "app.py").read_text(encoding="utf-8")
    assert clock.search(app)
    assert len(app.splitlines()) < 60


def test_every_module_has_its_test_file() -> None:
    missing = [
        f"{name(path)} wants {name(mirrored_test(path))}"
        for path in modules(*PACKAGES)
        if path.name != "__init__.py" and "texts" not in path.parts and not mirrored_test(path).exists()
    ]
    assert missing == []
    assert (ROOT / "tests/campaigns/texts/test_say.py").exists()


def mirrored_test(path: Path) -> Path:
    return ROOT / "tests" / path.relative_to(ROOT).with_name(f"test_{path.name}")


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(*PACKAGES, "tests")}
    assert {file: lines for file, lines in lengths.items() if lines > LONGEST_FILE and file not in MAY_BE_LONGER} == {}
    assert [file for file in MAY_BE_LONGER if lengths.get(file, 0) <= LONGEST_FILE] == []


def test_functions_are_short() -> None:
    lengths = sorted(
        (function.end_lineno or 0) - function.lineno + 1 for path in modules(*PACKAGES) for function in functions(path)
    )
    assert statistics.median(lengths) <= 10
    assert lengths[int(len(lengths) * 0.95)] <= 35


def test_every_module_says_what_it_is_for() -> None:
    said = re.compile(r'r?"""\S')  # the first thing in the file
    written = (path for path in modules(*PACKAGES, "tests") if path.stat().st_size)
    assert [name(path) for path in written if not said.match(path.read_text(encoding="utf-8"))] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [name(path) for path in modules(*PACKAGES) if path.stem in SHAPELESS_NAMES] == []


def test_names_use_the_words_of_the_glossary() -> None:
    found = []
    for path in modules(*PACKAGES):
        defined = [path.stem, *(node.name for node in nodes(path) if isinstance(node, named))]
        words = {word for defined_name in defined for word in split(defined_name)}
        found += [f"{name(path)}: {word}" for word in sorted(words & FORBIDDEN_WORDS)]
    assert sorted(set(found) - OTHER_PEOPLES_WORDS) == []


named = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def split(identifier: str) -> list[str]:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", identifier).lower().split("_")


def test_the_glossary_has_every_word_that_is_never_to_be_called_otherwise() -> None:
    glossary = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    words = "campaign post kind audience occurrence approval message outbox delivery claim seat wish ledger balance"
    for word in [*words.split(), "principle", "rule", "gate", "fact", "platform", "channel", "room", "rehearsal"]:
        assert f"**{word}" in glossary or f", {word}" in glossary, word


def test_both_languages_have_the_same_sentences() -> None:
    folder = ROOT / "campaigns/texts"
    nouns = {path.stem[3:] for path in folder.glob("??_*.py")}
    assert nouns
    for noun in sorted(nouns):
        dutch = importlib.import_module(f"campaigns.texts.nl_{noun}").SENTENCES
        english = importlib.import_module(f"campaigns.texts.en_{noun}").SENTENCES
        assert set(dutch) == set(english), noun


SHIPPED = sorted((ROOT / "campaigns/library").glob("*.yaml"))


def test_there_are_shipped_campaigns_in_both_languages() -> None:
    assert {"een-klantbeeld.yaml", "one-customer-view.yaml"} <= {path.name for path in SHIPPED}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_campaign_is_without_findings_and_plans(path: Path) -> None:
    campaigns, findings = check_campaigns([(path.name, path.read_bytes())])
    assert findings == []
    assert plan(campaigns).occurrences


def test_the_project_speaks_of_itself_alone() -> None:
    """No path of somebody's machine in any file."""
    machine = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/\w")
    kept = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    texts = [ROOT / file for file in kept.stdout.split() if file != "tests/test_house.py"]
    found = [
        name(path)
        for path in texts
        if path.is_file() and machine.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert found == []
