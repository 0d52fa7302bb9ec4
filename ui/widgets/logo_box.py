"""The logo: a small picture, buttons to choose and remove it, and the words for people who cannot see it (office, details)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from response_app.authoring.logo import MOST_BYTES, NOT_DESCRIBED, LogoPicture, check_picture
from response_app.errors import AppError

from .. import theme
from ..editors.flow import FlowRow
from ..messages import announce
from ..tasks import run_in_background
from .basics import button, label, restyle
from .form import one_line
from .frozen import freeze

_SHOWN = QSize(220, 72)
"""The most room of the picture, in logical pixels at 100 %."""
_HINT = "Printed above the title of the record. A PNG or JPEG picture, at most 5 MB and 4,000 pixels wide or high."
_WORDS_HINT = "Such as “Crest of the Police and Crime Commissioner for Exampleshire”."
_NOT_HERE = "The picture is not on this computer, or not whole. Choose it again, or remove the logo."
NOT_KEPT = "The logo has no description, so the change was not kept. Go back and describe it in a few words."
"""What is said to somebody who goes on without describing a logo."""
_FILTER = "Pictures (*.png *.jpg *.jpeg *.PNG *.JPG *.JPEG)"


class LogoBox(QWidget):
    """Shows a logo; what is chosen and described is handed over, and shown by `show_logo` once it is kept.

    Signals:
        entered: (LogoPicture) another picture or other words, whole and right.
        removed: the user wants no logo.
    """

    entered = Signal(object)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None, *, labelled: bool = True) -> None:
        """Show no logo; `labelled` is False where what it stands in says already what it is."""
        super().__init__(parent)
        self._head = label("Logo", "label")
        if not labelled:
            self._head.hide()
        self._known: tuple[LogoPicture | None, bool] = (None, False)
        self._is_read_only = False
        self._data = b""
        self.picture, self._hint = QLabel(), label(_HINT, "quiet")
        self.choose = button("Choose a picture…", name="Choose a picture for the logo")
        self.remove = button("Remove logo", "link")
        self.line = QLineEdit()
        self.line.setAccessibleName("Description of the logo")
        self.problem = label("", "error")
        self._describe = QWidget()
        self._lay_out()
        self.choose.clicked.connect(self._ask_for_file)
        self.remove.clicked.connect(self._remove)
        self.line.editingFinished.connect(self.flush)
        self.line.textEdited.connect(lambda: self._tell(""))
        theme.theme().changed.connect(self._draw)
        self._show()

    def show_logo(self, picture: LogoPicture | None, *, missing: bool = False, fresh: bool = False) -> None:
        """Show the logo that is kept; what is chosen or typed and not yet whole stays while it is the same as before.

        Args:
            picture: the logo; without bytes where its picture is not to be had; None for no logo.
            missing: whether its picture is not to be had.
            fresh: whether it belongs to something else than before.
        """
        if not fresh and (picture, missing) == self._known:
            return
        self._known = (picture, missing)
        self._data = picture.data if picture else b""
        self.line.setText(picture.alt if picture else "")
        self._tell(_NOT_HERE if missing else "")
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        """Let the logo be looked at only, because it is published, or be changed again."""
        self._is_read_only = read_only
        self.setHidden(read_only and self._known == (None, False))
        self._hint.setHidden(read_only)
        self.choose.setHidden(read_only)
        freeze(self.line, read_only)
        self._show()

    @property
    def is_complete(self) -> bool:
        """Whether there is no logo, or one with its words."""
        return not self._data or bool(one_line(self.line.text()))

    def check(self) -> bool:
        """Say what is missing, and return whether nothing is."""
        if not self.is_complete:
            self._tell(NOT_DESCRIBED)
        return self.is_complete

    def flush(self) -> None:
        """Hand over what is chosen or typed and not yet handed over, or say what is missing."""
        if not self._data or not self.check():
            return
        picture = LogoPicture(self._data, one_line(self.line.text()))
        if picture != self._known[0]:
            self.entered.emit(picture)

    # --- What the user does -------------------------------------------------------------------

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, "Choose the logo", "", _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Read a picture in the background and show it, or say why not."""
        run_in_background(lambda _cancel: _read(path), self._take, self._refuse, lambda: None, owner=self)

    def _take(self, data: bytes) -> None:
        self._data = data
        self._tell("")
        self._show()
        self.flush()
        if not self.is_complete:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._tell(str(error))

    def _remove(self) -> None:
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._known == (None, False):
            self.show_logo(None, fresh=True)
        else:
            self.removed.emit()

    # --- Looks --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = FlowRow(buttons, QMargins(), 12, last_at_right=False)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        words = label("Description of the logo", "label")
        words.setBuddy(self.line)
        described = QVBoxLayout(self._describe)
        described.setContentsMargins(0, 0, 0, 0)
        described.setSpacing(4)
        described.addWidget(words)
        described.addWidget(label(_WORDS_HINT, "quiet"))
        described.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        parts: tuple[QWidget, ...] = (self._head, self._hint, self.picture, buttons, self._describe, self.problem)
        for each in parts:
            column.addWidget(each)

    def _show(self) -> None:
        """Show the parts that belong to what there is."""
        there = bool(self._data)
        self._draw()
        self.picture.setVisible(there)
        self._describe.setVisible(there)
        self.remove.setVisible(not self._is_read_only and (there or self._known != (None, False)))

    def _draw(self) -> None:
        image = QImage.fromData(self._data) if self._data else QImage()
        if image.isNull():
            self.picture.clear()
            return
        ratio, look = self.devicePixelRatioF(), theme.theme()
        room = QSize(look.pixels(_SHOWN.width()), look.pixels(_SHOWN.height())) * ratio
        small = image.scaled(room.boundedTo(image.size()), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        paper = QPixmap(small.size())
        paper.fill(Qt.GlobalColor.white)  # as in print, also where the window is dark
        with QPainter(paper) as painter:
            painter.drawImage(0, 0, small)
        paper.setDevicePixelRatio(ratio)
        self.picture.setPixmap(paper)
        self.picture.setAccessibleName(one_line(self.line.text()) or "The logo, not described yet")

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.line.setAccessibleDescription(problem or _WORDS_HINT)
        undescribed = problem == NOT_DESCRIBED
        if bool(self.line.property("invalid")) != undescribed:
            self.line.setProperty("invalid", "true" if undescribed else "")
            restyle(self.line)
        if problem:
            announce(self, problem)


def _read(path: Path) -> bytes:
    from response_app.atomic_io import read_bytes

    data = read_bytes(path, MOST_BYTES)
    check_picture(data)
    return data
