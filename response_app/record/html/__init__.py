"""The HTML twin of the record: a page of its own, and a fragment for a website's editor, from the same tree (record out)."""

from __future__ import annotations

from .check import problems_of
from .writer import write_fragment, write_page

__all__ = ["problems_of", "write_fragment", "write_page"]
