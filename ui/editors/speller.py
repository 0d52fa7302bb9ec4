"""Knows the words, for all editors of the window: the dictionary is asked in the background (guided sections, answers).

Off until the window switches it on, and read only when the first text stands there to be checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from response_app.errors import AppError
from response_app.guidance.spelling import NOT_AVAILABLE, Dictionary, Spelling, SpellingAbsent, Word, read_dictionary

from ..tasks import Cancel, run_in_background

_BATCH = 300
"""Words that are looked up in one go; suggestions may come in between."""


class Speller(QObject):
    """Says which words are misspelt. Nothing here waits for the dictionary.

    Signals:
        learned: the dictionary has answered about words that were asked for.
        changed: everything may be otherwise now: read, switched on or off, words of the office or the record.
        add_requested: (word) it is to be one of the office's own words.
        ignored: (word) it is taken for right until another record is opened.
    """

    learned = Signal()
    changed = Signal()
    add_requested = Signal(str)
    ignored = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read: Callable[[], Dictionary] | None = None
        self._spelling: Spelling | None = None
        self._reading = False
        self._own: tuple[str, ...] = ()
        self._ignored: tuple[str, ...] = ()
        self._to_ask: dict[str, None] = {}
        self._asking = False
        self.absent: SpellingAbsent | None = None

    @property
    def is_on(self) -> bool:
        """Whether texts are to be checked, also while the dictionary is still being read."""
        return self._read is not None and self.absent is None

    @property
    def is_ready(self) -> bool:
        """Whether words can be asked for."""
        return self._spelling is not None

    @property
    def is_asking(self) -> bool:
        """Whether answers of the dictionary are still to come."""
        return self._asking or bool(self._to_ask)

    def switch_on(self, read: Callable[[], Dictionary] | None = None) -> None:
        """Check texts from now on; `read` gives the dictionary, that of the system for None, when the first text is there."""
        if self._read is None:
            self._read = read or read_dictionary
            self.changed.emit()

    def switch_off(self) -> None:
        """Check no texts, and forget the dictionary."""
        self._read = self._spelling = self.absent = None
        self._reading = False
        self._to_ask.clear()
        self.changed.emit()

    def need(self) -> None:
        """Have the dictionary read, where that was not done yet."""
        read = self._read
        if read is None or self._reading or self.is_ready or self.absent:
            return
        self._reading = True

        def work(cancel: Cancel) -> Spelling:
            return Spelling(read())

        def done(spelling: Spelling) -> None:
            if self._read is read and self._reading:  # and was not switched off meanwhile
                self._reading = False
                self._spelling = spelling
                self._use()

        run_in_background(work, done, self._fail, owner=self)

    def use(self, words: Iterable[str]) -> None:
        """Take the office's words and the names of the record for right, beside those that ship and those that are ignored."""
        new = tuple(words)
        if new != self._own:
            self._own = new
            self._use()

    def ignore(self, word: str) -> None:
        """Take a word for right until `forget_ignored`."""
        self._ignored = (*self._ignored, word)
        self._use()
        self.ignored.emit(word)

    def forget_ignored(self) -> None:
        """Take ignored words for what they are again: another record is open."""
        if self._ignored:
            self._ignored = ()
            self._use()

    def doubtful(self, text: str, start: int, end: int) -> Iterator[Word]:
        """Yield the words of a part of a text that the dictionary does not have, or was not asked about."""
        return self._spelling.doubtful(text, start, end) if self._spelling else iter(())

    def is_known(self, word: str) -> bool | None:
        """Tell what the dictionary said of a word, None before it did."""
        return self._spelling.is_known(word) if self._spelling else None

    def is_wrong(self, word: str) -> bool:
        """Tell whether a word is to be marked."""
        return self._spelling is not None and self._spelling.is_wrong(word)

    def ask(self, words: Iterable[str]) -> None:
        """Have words looked up; `learned` says when."""
        self._to_ask.update(dict.fromkeys(words))
        self._ask_next()

    def suggest(self, word: str, then: Callable[[tuple[str, ...]], None], owner: QObject) -> None:
        """Call `then` with what may be meant by a word, on this thread, unless `owner` is gone by then."""
        spelling = self._spelling
        if spelling is None:
            then(())
            return

        def failed(error: Exception) -> None:
            then(())
            self._fail(error)

        run_in_background(lambda cancel: spelling.suggest(word), then, failed, owner=owner)

    def _use(self) -> None:
        if self._spelling:
            self._spelling.use((*self._own, *self._ignored))
        self.changed.emit()

    def _ask_next(self) -> None:
        spelling = self._spelling
        if self._asking or not self._to_ask or spelling is None:
            return
        batch = tuple(self._to_ask)[:_BATCH]
        for word in batch:
            del self._to_ask[word]
        self._asking = True

        def done(verdicts: dict[str, bool]) -> None:
            self._asking = False
            spelling.remember(verdicts)
            self._ask_next()
            self.learned.emit()

        run_in_background(lambda cancel: spelling.look_up(batch), done, self._fail, owner=self)

    def _fail(self, error: Exception) -> None:
        """Do without spelling from now on: nothing else depends on it."""
        self._reading = self._asking = False
        self._spelling = None
        self._to_ask.clear()
        if isinstance(error, SpellingAbsent):
            self.absent = error
        else:
            remedy = error.remedy if isinstance(error, AppError) else "Everything else works. The next start of the app tries again."
            self.absent = SpellingAbsent(f"{NOT_AVAILABLE}: the dictionary does not answer ({type(error).__name__}).", remedy)
        self.changed.emit()


_current: list[Speller] = []


def speller() -> Speller:
    """Return the one of this application, made when first asked for."""
    if not _current or not isValid(_current[0]):
        _current[:] = [Speller(QCoreApplication.instance())]
    return _current[0]
