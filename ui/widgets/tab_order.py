"""Puts a part that is made late where it stands among the stops of Tab (answers to findings)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def come_before(part: QWidget, stop: QWidget) -> None:
    """Let Tab go through a part just before a stop: Qt puts what is made late behind everything else of the window.

    Args:
        part: a widget with its fields in the order in which they are read.
        stop: something to which Tab goes, in the same window.
    """
    inside = [each for each in _chain(part) if part.isAncestorOf(each) and _is_stop(each)]
    outside = [each for each in _chain(stop) if not part.isAncestorOf(each) and _is_stop(each)]
    in_order = [*outside[-1:], *inside, stop]
    for before, after in pairwise(in_order):
        QWidget.setTabOrder(before, after)


def _chain(start: QWidget) -> Iterator[QWidget]:
    """Yield what Tab goes through after a widget, once round."""
    at = start.nextInFocusChain()
    while at is not None and at is not start:
        yield at
        at = at.nextInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
