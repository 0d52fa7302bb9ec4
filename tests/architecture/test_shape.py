"""Sizes, docstrings and folders."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from .source import SHIPPED, definitions, modules, text_of, tree_of

LONGEST_MODULE = 400
LONG_FUNCTION = 60
QT_OVERRIDES = {"count", "data", "event", "flags", "index", "paint", "parent"}
"""Names that Qt gave and that have no capital to tell them by."""


def test_modules_are_short() -> None:
    """A module that needs scrolling for long holds two things."""
    long = {str(path): length for path in modules() if (length := len(text_of(path).splitlines())) > LONGEST_MODULE}
    assert not long


def test_long_functions_are_named_as_a_hint(record_property: Callable[[str, object], None]) -> None:
    """No failure: the summary names them, and whoever reads it decides."""
    for path in modules():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONG_FUNCTION:
                    record_property("hint", f"{path}:{node.lineno} {node.name} has {length} lines")


@pytest.mark.parametrize("path", modules(*SHIPPED, "bench", "dev.py"), ids=str)
def test_everything_public_says_what_it_is_for(path: Path) -> None:
    """Module, class, function and method have a docstring; but for private ones, and names that a library gave (camelCase)."""
    tree = tree_of(path)
    assert ast.get_docstring(tree), "the module has no docstring"
    ours = [node for node in definitions(tree) if isinstance(node, ast.ClassDef) or node.name.islower()]
    given = QT_OVERRIDES if path.parts[0] == "ui" else set()
    assert not [node.name for node in ours if not node.name.startswith("_") and node.name not in given and not ast.get_docstring(node)]


def test_every_folder_with_python_is_a_package() -> None:
    """Otherwise `tests/ui` would stand in the way of `ui`, and import-linter would not look into the folder."""
    inside = [path for path in modules() if len(path.parts) > 1]
    bare = {str(path.parent) for path in inside} - {str(path.parent) for path in inside if path.name == "__init__.py"}
    assert not bare
