"""The record as a Word file, from the same tree: real headings, lists, table headers, language and title (record out)."""

from __future__ import annotations

from .check import problems_of
from .writer import write_word

__all__ = ["problems_of", "write_word"]
