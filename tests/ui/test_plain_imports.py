"""Python's own import for a while, and PySide6's again after."""

from __future__ import annotations

import builtins
import importlib

import pytest

from ui.plain_imports import plain_imports


def test_python_imports_by_itself_for_a_while() -> None:
    of_pyside = builtins.__import__
    with plain_imports():
        assert builtins.__import__ is importlib.__import__
        import email.headerregistry

        assert email.headerregistry.__name__ == "email.headerregistry"
    assert builtins.__import__ is of_pyside


def test_pysides_import_comes_back_after_a_failure() -> None:
    of_pyside = builtins.__import__
    with pytest.raises(ModuleNotFoundError), plain_imports():
        importlib.import_module("no_such_module")
    assert builtins.__import__ is of_pyside
