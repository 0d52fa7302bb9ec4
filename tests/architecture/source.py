"""The project's own files, as the architecture tests read them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ..fixtures.shared import PROJECT

SHIPPED = ("response_app", "ui", "resources", "templates")


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that is in the repository or would be added to it, relative to the project."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    names = sorted({name for name in listed.stdout.split("\0") if name})
    return tuple(Path(name) for name in names if (PROJECT / name).is_file())


def modules(*folders: str) -> list[Path]:
    """Return the Python files in these folders, or all, relative to the project."""
    return [path for path in tracked() if path.suffix == ".py" and (not folders or path.parts[0] in folders)]


def text_of(path: Path) -> str:
    """Return the words of one file."""
    return (PROJECT / path).read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    """Return one module's syntax tree."""
    return ast.parse(text_of(path), str(path))


Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def definitions(tree: ast.Module) -> Iterator[Definition]:
    """Yield the functions and classes of a module and the methods of its public classes, not what is inside functions."""
    for node in tree.body:
        if isinstance(node, Definition):
            yield node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from (inner for inner in node.body if isinstance(inner, Definition))
