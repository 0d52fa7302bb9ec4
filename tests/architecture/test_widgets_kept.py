"""What PySide would take for a child of the widget that is asked is asked of no widget (see ui/widgets/tab_order.py)."""

from __future__ import annotations

import ast

from .source import modules, tree_of

ASKED_OF_NONE = {"nextInFocusChain", "previousInFocusChain", "focusProxy", "buddy", "checkedButton", "checkedAction"}


def test_no_widget_is_asked_for_another_that_outlives_it() -> None:
    found = [
        f"{module}:{node.lineno} {node.attr}"
        for module in modules("ui")
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Attribute) and node.attr in ASKED_OF_NONE
    ]
    assert found == []
