"""Goes through the main flow as a screen reader hears it, in the desktop's accessibility tree (AT-SPI); prints what it met as JSON.

Run by the system's Python, which has pyatspi, under Xvfb and a message bus of its own (see test_at_spi.py):

    at_spi_reader.py PROGRAM ARGUMENT...

It starts the program, finds things by role and name, and does what a person does: real keys. Nothing of ours is imported.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi
from gi.repository import Atspi, GLib

APP = "Inspection Response"
PATIENCE_SECONDS = 15.0
MOST_CHILDREN = 100
STATES = ("focused", "checked", "expanded", "editable", "selected", "enabled")
ENTER, ESCAPE = 0xFF0D, 0xFF1B
CONTROL_KEY, SHIFT_KEY = 37, 50
"""The left ones, by their codes, of every keyboard under X."""
WORD = "Zebracrossing "


class Missing(Exception):
    """Something did not come in time."""


class Reader:
    """What a screen reader can ask of the window, and what it is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        Atspi.set_timeout(5_000, 20_000)  # milliseconds; after one that is over, nothing more is heard of a program
        self._context = GLib.MainContext.default()
        pyatspi.Registry.registerEventListener(self._hear, "object:announcement")
        self.app = self.wait("the program in the tree", self._find_app)
        self.app.set_cache_mask(Atspi.Cache.NONE)  # what is asked is as it is now

    def _hear(self, event: Any) -> None:
        self.heard.append(str(event.any_data))

    def _find_app(self) -> Any:
        desktop = pyatspi.Registry.getDesktop(0)
        apps = (desktop.getChildAtIndex(at) for at in range(desktop.childCount))
        return next((each for each in apps if each is not None and each.name == APP), None)

    def wait(self, what: str, of: Callable[[], Any]) -> Any:
        """Return what `of` gives as soon as it is something; events arrive meanwhile."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            while self._context.iteration(False):
                pass
            try:
                found = of()
            except GLib.Error:  # it went away while it was looked at
                found = None
            if found:
                return found
            time.sleep(0.02)
        at = [self.told(each) for each in self.all_of(lambda each: has(each, "focused"))]
        raise Missing(f"not met: {what}. Heard: {self.heard[-5:]}. The keyboard is at {at}.")

    # --- Looking ------------------------------------------------------------------------------

    def all_of(self, fits: Callable[[Any], bool]) -> list[Any]:
        """Return everything on the screen that fits."""
        return [each for each in self._showing(self.app) if fits(each)]

    def _showing(self, node: Any) -> Iterator[Any]:
        if not has(node, "showing"):
            return
        yield node
        for at in range(min(node.childCount, MOST_CHILDREN)):
            child = node.getChildAtIndex(at)
            if child is not None:
                yield from self._showing(child)

    def find(self, role: str, name: str) -> Any:
        """Wait for the one thing on the screen with this role whose name begins so."""

        def one() -> Any:
            found = self.all_of(lambda each: each.getRoleName() == role and each.name.startswith(name))
            return found[0] if len(found) == 1 else None

        try:
            return self.wait(f"one {role} named {name!r}", one)
        except Missing as problem:
            raise Missing(f"{problem} There are: {self.names(role)}") from None

    def focused(self, role: str, name: str) -> Any:
        """Wait until this has the keyboard."""

        def there() -> Any:
            found = self.all_of(lambda each: each.getRoleName() == role and each.name.startswith(name) and has(each, "focused"))
            return found[0] if found else None

        return self.wait(f"the keyboard at the {role} named {name!r}", there)

    def hears(self, words: str) -> str:
        """Wait until these words are announced, and return the whole announcement; what was heard before them is forgotten."""
        heard: str = self.wait(f"hearing {words!r}", lambda: next((each for each in self.heard if words in each), None))
        self.heard.clear()
        return heard

    def told(self, node: Any) -> dict[str, Any]:
        """Return what a screen reader says of something."""
        labels = [
            relation.getTarget(at).name
            for relation in node.getRelationSet()
            if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
            for at in range(relation.getNTargets())
        ]
        said = {"role": node.getRoleName(), "name": node.name, "description": node.description, "labelled by": labels}
        said["states"] = [each for each in STATES if has(node, each)]
        if "Text" in pyatspi.listInterfaces(node):
            said["text"] = node.queryText().getText(0, -1)
        return said

    def names(self, role: str) -> list[str]:
        """Return the names of everything on the screen with this role."""
        return [each.name for each in self.all_of(lambda each: each.getRoleName() == role)]

    # --- Doing --------------------------------------------------------------------------------

    def take_keyboard(self) -> None:
        """Give the window the keyboard, as a window manager does, of which there is none."""
        name = ctypes.util.find_library("X11")
        x11: Any = ctypes.CDLL(name)
        ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)
        x11.XSetErrorHandler(ignore)  # a window that is not shown cannot take it
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(None))
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        windows = ctypes.POINTER(ctypes.c_ulong)()
        x11.XQueryTree(
            display,
            ctypes.c_ulong(x11.XDefaultRootWindow(display)),
            *(ctypes.byref(each) for each in (root, parent, windows, count)),
        )
        for at in range(count.value):
            title = ctypes.c_char_p()
            x11.XFetchName(display, ctypes.c_ulong(windows[at]), ctypes.byref(title))
            if title.value and title.value.decode("latin-1").endswith(APP):
                x11.XSetInputFocus(display, ctypes.c_ulong(windows[at]), 1, 0)
        x11.XSync(display, 0)

    def press(self, key: int, *, control: bool = False, shift: bool = False) -> None:
        """Press a key where the keyboard is, by its symbol."""
        send = pyatspi.Registry.generateKeyboardEvent
        held = [CONTROL_KEY] * control + [SHIFT_KEY] * shift
        for each in held:
            send(each, None, pyatspi.KEY_PRESS)
        send(key, None, pyatspi.KEY_SYM)
        for each in held:
            send(each, None, pyatspi.KEY_RELEASE)

    def types(self, words: str) -> None:
        """Type words where the keyboard is."""
        for each in words:
            self.press(ord(each))

    def acts(self, role: str, name: str) -> None:
        """Do what something offers, as a screen reader does when asked to press it."""
        self.find(role, name).queryAction().doAction(0)


def has(node: Any, state: str) -> bool:
    """Tell whether something is in a state."""
    return bool(node.getState().contains(getattr(pyatspi, f"STATE_{state.upper()}")))


# --- The main flow ------------------------------------------------------------------------------


def first_run(reader: Reader) -> Iterator[tuple[str, Any]]:
    """Start with nothing filled in, be told, fill in, go on."""
    reader.find("push button", "Start")
    reader.take_keyboard()
    yield "name at first", reader.told(reader.focused("text", "Your name"))
    yield "kind of body", reader.told(reader.find("combo box", ""))
    reader.acts("push button", "Start")
    yield "error heard", reader.hears("still to be filled in")
    yield "name in error", reader.told(reader.focused("text", "Your name"))
    reader.types("Sam Author")
    yield "name typed", reader.wait("the name in its field", lambda: _text(reader.find("text", "Your name"), "Sam Author"))
    reader.find("text", "Name of the force").queryComponent().grabFocus()
    reader.focused("text", "Name of the force")
    reader.types("Exampleshire Police")
    reader.wait("the force in its field", lambda: _text(reader.find("text", "Name of the force"), "Exampleshire Police"))
    reader.acts("push button", "Start")


def home(reader: Reader) -> Iterator[tuple[str, Any]]:
    """Meet the one record of the store, and open it by Enter."""
    records = reader.focused("table", "Records")
    yield "records", reader.told(records)
    yield "cells", [each.name for each in reader.all_of(lambda each: each.getRoleName() == "table cell")]
    yield "columns", reader.names("table column header")
    reader.press(ENTER)


def task_list(reader: Reader) -> Iterator[tuple[str, Any]]:
    """Hear the tasks with how each stands, and go to the first section."""
    task = reader.focused("push button", "Inspection details, summary and grades")
    yield "first task", reader.told(task)
    yield "tasks", reader.names("push button")
    yield "task list's headings", reader.names("label")
    yield "places", [each.name for each in reader.all_of(lambda each: has(each, "checked"))]
    reader.acts("push button", "Commissioner’s initial response")


def section(reader: Reader) -> Iterator[tuple[str, Any]]:
    """Write a word where the keyboard is, and save by its key."""
    text = reader.focused("text", "Initial response")
    yield "section", reader.told(text)
    reader.types(WORD)
    reader.wait("the word in the text", lambda: _text(text, WORD))
    reader.heard.clear()
    reader.press(ord("s"), control=True)
    yield "saved heard", reader.hears("Saved")
    yield "status line", reader.names("label")


def answers(reader: Reader) -> Iterator[tuple[str, Any]]:
    """Go to the answers by their key, choose another kind of answer, and open a menu."""
    reader.press(ord("6"), control=True)
    text = reader.focused("text", "Answer 1")
    yield "answer", reader.told(text)
    yield "findings", reader.names("list item")
    before, after = "Action taken, answer 1", "Action proposed, answer 1"
    yield "kind before", [reader.told(reader.find("check box", each))["states"] for each in (before, after)]
    reader.acts("check box", after)
    reader.wait("another kind", lambda: has(reader.find("check box", after), "checked"))
    yield "kind after", [reader.told(reader.find("check box", each))["states"] for each in (before, after)]
    reader.press(ord("p"), control=True, shift=True)
    field = reader.focused("text", "Find an action")
    reader.types("zzzz")
    yield "palette", reader.told(field)
    yield "nothing found heard", reader.hears("Nothing was found")
    reader.press(ESCAPE)


def _text(node: Any, words: str) -> str:
    found: str = node.queryText().getText(0, -1)
    return found if words in found else ""


def main() -> int:
    """Start the program, go through the flow, print what was met."""
    program = subprocess.Popen(sys.argv[1:])
    met: dict[str, Any] = {}
    try:
        reader = Reader()
        for part in (first_run, home, task_list, section, answers):
            for what, found in part(reader):
                met[what] = found
        reader.press(ord("q"), control=True)
        met["exit code"] = program.wait(PATIENCE_SECONDS)
    except Missing as problem:
        met["missing"] = str(problem)
    finally:
        if program.poll() is None:
            program.kill()
    print(json.dumps(met))
    return 0


if __name__ == "__main__":
    sys.exit(main())
