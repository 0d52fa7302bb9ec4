"""Walks over a page as somebody without a mouse or without sight does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def stops(page: QWidget) -> list[QWidget]:
    """Return what Tab comes to, in order, once round."""
    seen: list[QWidget] = []
    for _ in range(100):
        at = QApplication.focusWidget()
        if at in seen:
            return seen
        assert at is not None
        seen.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come round: {seen}")


def focusable(page: QWidget) -> set[QWidget]:
    """Return every visible control of a page that Tab is to reach."""
    kinds = (each for each in page.findChildren(QWidget) if each.isVisible() and each.isEnabled())
    return {each for each in kinds if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None}


def check_keyboard_and_names(page: QWidget) -> None:
    """Fail unless Tab reaches everything and every stop has a name of its own."""
    reached = stops(page)
    assert focusable(page) <= set(reached)
    names = [each.accessibleName() for each in reached]
    assert all(names) and len(set(names)) == len(names), names
