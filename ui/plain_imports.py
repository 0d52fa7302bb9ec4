"""Imports what knows nothing of Qt at Python's own speed (start of every step).

PySide6 puts an import of its own in place of Python's, which reads the source of every module for a mention of
PySide6, in case it asks for one of Qt's other ways to write names. For SQLAlchemy that takes a third as long again as the import.
"""

from __future__ import annotations

import builtins
import importlib
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def plain_imports() -> Iterator[None]:
    """Let Python import by itself for a while; nothing that uses PySide6 may be imported meanwhile."""
    of_pyside = builtins.__import__
    builtins.__import__ = importlib.__import__
    try:
        yield
    finally:
        builtins.__import__ = of_pyside
