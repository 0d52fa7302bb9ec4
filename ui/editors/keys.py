"""The keys of the editor's commands (guided sections, answers)."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ALL = _CTRL | _SHIFT | _ALT | Qt.KeyboardModifier.MetaModifier
_K = Qt.Key


class Command(Enum):
    """What a key of the editor does; the value is what a tooltip calls the key."""

    BOLD = "Ctrl+B"
    ITALIC = "Ctrl+I"
    LINK = "Ctrl+K"
    NUMBERS = "Ctrl+Shift+7"
    BULLETS = "Ctrl+Shift+8"
    QUOTE = "Ctrl+Shift+9"
    ATTRIBUTION = "Ctrl+Shift+W"
    FIELD = "Ctrl+/"
    PARAGRAPH = "Ctrl+Alt+0"
    HEADING_1 = "Ctrl+Alt+1"
    HEADING_2 = "Ctrl+Alt+2"
    DEEPER = "Alt+Shift+Right"
    HIGHER = "Alt+Shift+Left"


# With Shift a digit is reported as the sign above it; both are listed.
_KEYS = {
    Command.BOLD: (_CTRL, (_K.Key_B,)),
    Command.ITALIC: (_CTRL, (_K.Key_I,)),
    Command.LINK: (_CTRL, (_K.Key_K,)),
    Command.NUMBERS: (_CTRL | _SHIFT, (_K.Key_7, _K.Key_Ampersand)),
    Command.BULLETS: (_CTRL | _SHIFT, (_K.Key_8, _K.Key_Asterisk)),
    Command.QUOTE: (_CTRL | _SHIFT, (_K.Key_9, _K.Key_ParenLeft)),
    Command.ATTRIBUTION: (_CTRL | _SHIFT, (_K.Key_W,)),
    Command.FIELD: (_CTRL, (_K.Key_Slash,)),
    Command.PARAGRAPH: (_CTRL | _ALT, (_K.Key_0,)),
    Command.HEADING_1: (_CTRL | _ALT, (_K.Key_1,)),
    Command.HEADING_2: (_CTRL | _ALT, (_K.Key_2,)),
    Command.DEEPER: (_ALT | _SHIFT, (_K.Key_Right,)),
    Command.HIGHER: (_ALT | _SHIFT, (_K.Key_Left,)),
}
_BY_KEY = {(modifiers, key): command for command, (modifiers, keys) in _KEYS.items() for key in keys}


def command_for(event: QKeyEvent) -> Command | None:
    """Return the command that a key means, None for any other."""
    return _BY_KEY.get((event.modifiers() & _ALL, Qt.Key(event.key())))


def types_text(event: QKeyEvent) -> bool:
    """Tell whether a key types characters (with AltGr, which is Ctrl and Alt together, too)."""
    held = event.modifiers() & (_CTRL | _ALT | Qt.KeyboardModifier.MetaModifier)
    return bool(event.text()) and event.text().isprintable() and held in (Qt.KeyboardModifier.NoModifier, _CTRL | _ALT)
