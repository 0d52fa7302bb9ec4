"""Colours, sizes and the one style sheet of the window (every step).

Widgets take their looks from here alone: by `tokens()` where they paint themselves, else by the
properties `role` (labels), `kind` (buttons, badges) and `card` that the style sheet knows.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow

from response_app.paths import resource

FAMILY = "Source Sans Pro"
BASE_SIZE = 14
"""Height of body text in logical pixels at a zoom of 100 %."""

_DRESSED = "dressed"
"""Property of a window that carries the style sheet."""


class Tokens(NamedTuple):
    """The colours of one scheme, as "#rrggbb"; `badge_edge` is seen in a contrast theme alone, where a badge has no ground of its own."""

    ground: str
    card: str
    card_head: str
    ink: str
    quiet: str
    border: str
    field_border: str
    blue: str
    on_blue: str
    blue_ground: str
    amber: str
    amber_ground: str
    amber_bar: str
    red: str
    red_ground: str
    green: str
    green_ground: str
    grey: str
    grey_ground: str
    focus: str
    focus_ink: str
    ring: str
    sidebar: str
    sidebar_selected: str
    sidebar_mark: str
    sidebar_ink: str
    sidebar_quiet: str
    sidebar_strong: str
    badge_edge: str
    off: str
    chosen: str
    on_chosen: str


LIGHT = Tokens(
    ground="#f4f5f7",
    card="#ffffff",
    card_head="#fafbfc",
    ink="#14202e",
    quiet="#51606f",
    border="#d5d9df",
    field_border="#7b8795",
    blue="#17487a",
    on_blue="#ffffff",
    blue_ground="#e6eef7",
    amber="#7a4f00",
    amber_ground="#fdf1d8",
    amber_bar="#dba400",
    red="#a81e16",
    red_ground="#fbe9e7",
    green="#1a6b3c",
    green_ground="#e4f2ea",
    grey="#44525f",
    grey_ground="#eceff3",
    focus="#ffd23f",
    focus_ink="#14202e",
    ring="#9a7400",
    sidebar="#102a43",
    sidebar_selected="#1d416a",
    sidebar_mark="#ffd23f",
    sidebar_ink="#dbe6f1",
    sidebar_quiet="#9fb6cb",
    sidebar_strong="#ffffff",
    badge_edge="transparent",
    off="#51606f",
    chosen="#e6eef7",
    on_chosen="#14202e",
)
DARK = Tokens(
    ground="#12181f",
    card="#1b232c",
    card_head="#202a34",
    ink="#eaeff5",
    quiet="#a9b6c4",
    border="#36424f",
    field_border="#8593a3",
    blue="#8fc0f2",
    on_blue="#0c1a28",
    blue_ground="#213449",
    amber="#f2c666",
    amber_ground="#3b2f14",
    amber_bar="#dba400",
    red="#ff9b91",
    red_ground="#43201d",
    green="#84d6a4",
    green_ground="#1c3627",
    grey="#c2ccd7",
    grey_ground="#2a343f",
    focus="#ffd23f",
    focus_ink="#0c1116",
    ring="#ffd23f",
    sidebar="#0b1722",
    sidebar_selected="#1a3450",
    sidebar_mark="#ffd23f",
    sidebar_ink="#dbe6f1",
    sidebar_quiet="#9fb6cb",
    sidebar_strong="#ffffff",
    badge_edge="transparent",
    off="#a9b6c4",
    chosen="#213449",
    on_chosen="#eaeff5",
)


def _high_contrast(palette: QPalette) -> Tokens:
    """Tokens from the system's own contrast theme: its colours and no others."""
    role = QPalette.ColorRole
    ground, ink = palette.color(role.Window).name(), palette.color(role.WindowText).name()
    chosen, on_chosen = palette.color(role.Highlight).name(), palette.color(role.HighlightedText).name()
    values = dict.fromkeys(Tokens._fields, ink)
    grounds = ("ground", "card", "card_head", "sidebar", "blue_ground", "amber_ground", "red_ground", "green_ground", "grey_ground")
    values |= dict.fromkeys(grounds, ground)
    values |= {"chosen": chosen, "on_chosen": on_chosen, "off": _between(palette.color(role.Window), palette.color(role.WindowText))}
    values |= {"blue": chosen, "on_blue": on_chosen, "focus": ink, "focus_ink": ground, "sidebar_selected": ground}
    return Tokens(**values)


def _between(first: QColor, second: QColor) -> str:
    """The colour in the middle of two: for what cannot be used, where a contrast theme has no other sign of it."""
    pairs = ((first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue()))
    return QColor(*(sum(pair) // 2 for pair in pairs)).name()


class Theme(QObject):
    """Follows the system's colour scheme and contrast while the app runs.

    Signals:
        changed: colours or zoom are new; widgets that paint themselves repaint.
    """

    changed = Signal()

    def __init__(self, app: QApplication, *, on_windows: bool = False) -> None:
        super().__init__(app)
        self._app = app
        self._on_windows = on_windows
        self._scheme: Qt.ColorScheme | None = None
        self._zoom = 100
        self._contrast: QPalette | None = None
        self._dresses = False
        self.tokens = LIGHT
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        accessibility = getattr(hints, "accessibility", None)
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self.apply)
        app.paletteChanged.connect(self._follow_palette)
        self.apply()

    def stop(self) -> None:
        """Follow the system no more; another takes its place."""
        hints = self._app.styleHints()
        hints.colorSchemeChanged.disconnect(self.apply)
        accessibility = getattr(hints, "accessibility", None)
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.disconnect(self.apply)
        self._app.paletteChanged.disconnect(self._follow_palette)

    def choose(self, scheme: Qt.ColorScheme | None) -> None:
        """Set a colour scheme, or follow the system again with None."""
        self._scheme = scheme
        self.apply()

    def contrast(self, palette: QPalette | None) -> None:
        """Take on a contrast theme with the colours of `palette`, whatever the system says; follow the system again with None."""
        self._contrast = palette
        self.apply()

    def zoom(self, percent: int) -> None:
        """Set the size of all text, 80 to 200 per cent."""
        self._zoom = max(80, min(percent, 200))
        self.apply()

    @property
    def scheme(self) -> Qt.ColorScheme | None:
        """The colour scheme that was chosen, None where the system's is followed."""
        return self._scheme

    @property
    def percent(self) -> int:
        """The zoom in per cent."""
        return self._zoom

    def pixels(self, at_100: float) -> int:
        """Return a length at the current zoom, in logical pixels."""
        return round(at_100 * self._zoom / 100)

    def apply(self) -> None:
        """Take on the scheme that now holds; the system's contrast theme comes before a scheme that was chosen here."""
        scheme = self._scheme or self._app.styleHints().colorScheme()
        self.tokens = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        self._dresses = True
        if self._contrast is not None:
            self.tokens = _high_contrast(self._contrast)
        elif _wants_contrast(self._app):
            self.tokens = _high_contrast(_system_palette(self._app))
        self._app.setFont(_font(self.pixels(BASE_SIZE)))
        self._app.setPalette(_palette(self.tokens))
        self._put_on()
        self._dresses = False
        self.changed.emit()

    def dress(self, window: QMainWindow) -> None:
        """Let a window carry the style sheet, now and after each change of it, where windows do."""
        if self._on_windows:
            window.setProperty(_DRESSED, True)
            window.setStyleSheet(_style_sheet(self.tokens, self._zoom))

    def _put_on(self) -> None:
        """Put the style sheet on the app, or on its windows for all that is in them.

        While the app has one, a widget is dressed anew with all that it holds each time it is put into another, as a page is built
        from the inside out: to make a page takes four times as long.
        """
        carriers = [each for each in self._app.topLevelWidgets() if each.property(_DRESSED)] if self._on_windows else [self._app]
        for each in carriers:
            each.setStyleSheet(_style_sheet(self.tokens, self._zoom))

    def _follow_palette(self) -> None:
        """One contrast theme may give way to another, of which Qt tells by the palette alone."""
        if not self._dresses and self is theme() and self._contrast is None and _wants_contrast(self._app):
            self.apply()


def _system_palette(app: QApplication) -> QPalette:
    """The colours of the system as they are now: Qt gives them only while the app has none of its own."""
    app.setPalette(QPalette())
    return QPalette(app.palette())


def _wants_contrast(app: QApplication) -> bool:
    accessibility = getattr(app.styleHints(), "accessibility", None)
    return accessibility is not None and accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


_current: list[Theme] = []


def install(app: QApplication, *, on_windows: bool = False) -> Theme:
    """Give the app its style, font and colours, in place of what it was given before.

    Args:
        app: the application.
        on_windows: whether the windows that are given to `dress` carry the style sheet, and not the app: pages are made sooner then,
            and a widget that stands in none of them has no looks of ours.
    """
    app.setStyle("Fusion")
    _load_fonts()
    for each in _current:
        each.stop()
    _current[:] = [Theme(app, on_windows=on_windows)]
    return _current[0]


def theme() -> Theme:
    """Return the theme that is installed."""
    return _current[0]


def pixels(at_100: float) -> int:
    """Return a length at the zoom that now holds, in logical pixels."""
    return _current[0].pixels(at_100) if _current else round(at_100)


def tokens() -> Tokens:
    """Return the colours that now hold."""
    return _current[0].tokens if _current else LIGHT


@cache
def _load_fonts() -> None:
    """The same typeface on every machine, so that the window looks the same everywhere."""
    folder = files("font_source_sans_pro") / "files"
    for face in ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt"):
        QFontDatabase.addApplicationFont(str(folder / f"SourceSansPro-{face}.ttf"))


def _font(pixels: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    return font


def _palette(colours: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, name in {
        role.Window: colours.ground,
        role.WindowText: colours.ink,
        role.Base: colours.card,
        role.AlternateBase: colours.card_head,
        role.Text: colours.ink,
        role.PlaceholderText: colours.quiet,
        role.Button: colours.card,
        role.ButtonText: colours.ink,
        role.ToolTipBase: colours.card,
        role.ToolTipText: colours.ink,
        role.Highlight: colours.blue,
        role.HighlightedText: colours.on_blue,
        role.Link: colours.blue,
    }.items():
        palette.setColor(which, QColor(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.off))
    return palette


@cache
def _template() -> str:
    return resource("style.qss").read_text(encoding="utf-8")


def _style_sheet(colours: Tokens, zoom: int) -> str:
    """The style sheet with `@name` replaced by colours, `@12px` by lengths at this zoom, `@check_icon` by a file."""
    import re

    def value(match: re.Match[str]) -> str:
        word = match[1]
        if word.endswith("px"):
            return f"{round(int(word[:-2]) * zoom / 100)}px"
        if word.endswith("_icon"):
            shade = "dark" if QColor(colours.ground).lightness() < 128 else "light"
            return resource(f"icons/{word.removesuffix('_icon')}-{shade}.svg").as_posix()
        return str(getattr(colours, word))

    return re.sub(r"@(\w+)", value, _template())


def is_dark() -> bool:
    """Tell whether dark colours are shown."""
    return tokens().ground == DARK.ground or QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
