"""The arrows between our packages, and which of them may use which library."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from grimp import ImportGraph
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ..fixtures.shared import PROJECT
from .arrows import ArrowsContract
from .source import SHIPPED, modules, tree_of

ONLY_IN = {
    "PySide6": ("ui/",),
    "alembic": ("response_app/store/",),
    "holidays": ("response_app/bank_holidays.py",),
    "nh3": ("response_app/interchange/",),
    "pikepdf": ("response_app/record/",),
    "platformdirs": ("response_app/paths.py",),
    "pypdfium2": ("response_app/pdfium.py",),
    "reportlab": ("response_app/record/",),
    "sqlalchemy": ("response_app/store/",),
}
"""Libraries that one package of ours wraps for all."""

LATE = ("alembic", "docx", "holidays", "jinja2", "openpyxl", "pikepdf", "pypdfium2", "reportlab", "sqlalchemy")
"""Libraries that take long to load; the start does without them."""


def test_import_linter_keeps_the_arrows() -> None:
    """The table in pyproject.toml, which docs/architecture.md explains."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def arrows_check(*imports: tuple[str, str]) -> dict[str, list[str]]:
    """Run the contract with a small table on a made-up graph and return what it found."""
    options = {"name": "", "plumbing": ["errors", "paths"], "arrows": ["domain -> errors", "record -> domain", "cli -> *", "ui -> record"]}
    contract = ArrowsContract(name="", session_options={}, contract_options=options)
    graph = ImportGraph()
    for importer, imported in imports:
        graph.add_module(importer)
        graph.add_module(imported)
        graph.add_import(importer=importer, imported=imported)
    check = contract.check(graph, verbose=False)
    assert check.kept == (not any(check.metadata.values()))
    return check.metadata


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("response_app.record.pdf", "response_app.domain.dates"),
        ("response_app.record", "response_app.paths"),
        ("response_app.cli", "response_app.record.pdf"),
        ("response_app.domain.record", "response_app.domain.dates"),
        ("response_app.paths", "response_app.errors"),
        ("ui.pages", "response_app.record"),
    ],
)
def test_an_import_along_an_arrow_is_kept(importer: str, imported: str) -> None:
    """The contract lets pass what the table allows."""
    assert arrows_check((importer, imported)) == {"strangers": [], "wrong": []}


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("response_app.domain.dates", "response_app.record"),
        ("response_app.domain.dates", "response_app.paths"),
        ("response_app.paths", "response_app.domain"),
        ("response_app.record.pdf", "response_app.cli"),
        ("response_app.cli", "ui.app"),
        ("ui.app", "response_app.domain"),
    ],
)
def test_an_import_against_the_arrows_is_found(importer: str, imported: str) -> None:
    """The contract names what the table does not allow."""
    assert len(arrows_check((importer, imported))["wrong"]) == 1


def test_a_package_without_a_line_is_found() -> None:
    """A new package has to be put into the table first."""
    assert arrows_check(("response_app.cli", "response_app.cloud"))["strangers"] == ["cloud"]


def foreign_imports(path: Path) -> Iterator[str]:
    """Yield the top names of what a module imports, or takes data files from, beside our own packages and the standard library."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("files", "find_spec", "import_module"):
            names = [argument.value for argument in node.args[:1] if isinstance(argument, ast.Constant)]
        else:
            continue
        yield from (top for name in names if (top := name.split(".")[0]) not in sys.stdlib_module_names and top not in SHIPPED)


@pytest.mark.parametrize("path", modules("response_app", "ui"), ids=str)
def test_a_library_is_used_in_its_place_only(path: Path) -> None:
    """The domain uses the standard library alone; a wrapped library is reached through its wrapper."""
    foreign = set(foreign_imports(path))
    assert not (foreign if path.is_relative_to("response_app/domain") else set())
    astray = {name for name in foreign if name in ONLY_IN and not path.as_posix().startswith(ONLY_IN[name])}
    assert not astray


def declared() -> tuple[set[str], set[str]]:
    """Return the names of the packages that pyproject.toml declares for the app and for development."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    core = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    return core, {canonicalize_name(Requirement(line).name) for line in project["optional-dependencies"]["dev"]}


FOR_OTHERS = {"rl-accel"}
"""Declared but not imported by us: reportlab takes its quicker helpers from it."""


def test_the_app_declares_exactly_what_it_imports() -> None:
    """Nothing works only because some other package brought it, and nothing is installed for nothing."""
    distributions = packages_distributions()
    imported = {name for path in modules(*SHIPPED) for name in foreign_imports(path)}
    used = {canonicalize_name(name) for each in imported for name in distributions[each]}
    assert used | FOR_OTHERS == declared()[0]


def test_every_dependency_is_locked_and_explained() -> None:
    """The lock satisfies pyproject.toml, and docs/dependencies.md has a line for each."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    explained = (PROJECT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    pins = [
        line.removesuffix("\\").strip() for line in (PROJECT / "requirements.lock").read_text(encoding="utf-8").splitlines() if "==" in line
    ]
    locked = {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in map(Requirement, pins)}
    for requirement in map(Requirement, [*project["dependencies"], *project["optional-dependencies"]["dev"]]):
        version = locked.get(canonicalize_name(requirement.name), "0")
        assert requirement.specifier.contains(version), f"{requirement} is not what requirements.lock holds: run dev.py lock"
        assert f"| {requirement.name} |" in explained, f"docs/dependencies.md has no line for {requirement.name}"


def test_the_start_loads_no_slow_library() -> None:
    """Someone who asks for a date, or waits for the window, does not wait for the PDF writer."""
    code = f"import sys, response_app.cli; print([name for name in {LATE!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
