"""The line at the foot of the window: saved when, backup checked when, how many words, which language (every step)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStatusBar

from .backup_line import BackupLine
from .basics import label

if TYPE_CHECKING:
    from response_app.domain.block_memory import BlockMemory
    from response_app.domain.record import Record


class StatusLine:
    """What the status bar of the window says."""

    def __init__(self, bar: QStatusBar) -> None:
        self.saved = label("", wrap=False)
        self.backup = BackupLine()
        self.words = label("", wrap=False)
        self.language = label("English (UK)", wrap=False)
        self._word_counts: BlockMemory[int] | None = None
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(16, 0, 16, 0)
        layout = bar.layout()
        if layout is not None:
            layout.setSpacing(22)
        bar.addWidget(self.saved)
        self.saved.hide()
        bar.addWidget(self.backup)
        bar.addPermanentWidget(self.words)
        bar.addPermanentWidget(self.language)

    def show_saved(self, when: datetime) -> None:
        """Say that everything is on the drive."""
        self.saved.setText(f"Saved {when:%H:%M:%S}")
        self.saved.show()
        self.backup.keep_up(datetime.now().astimezone())

    def show_backup(self, at: datetime | None) -> None:
        """Say when the last backup was checked, None for never."""
        self.backup.show_checked(at, datetime.now().astimezone())

    def count_words(self, record: Record | None) -> None:
        """Say how many words the texts of a record have; what did not change is not counted again."""
        if record is None:
            self.words.setText("")
            return
        from response_app.domain.block_memory import BlockMemory
        from response_app.domain.places import texts
        from response_app.domain.richtext import plain

        if self._word_counts is None:
            self._word_counts = BlockMemory(lambda block: len(plain((block,)).split()))
        blocks = tuple(block for each in texts(record) for block in each.text)
        self.words.setText(f"Words in record {sum(self._word_counts.of(blocks)):,}")
