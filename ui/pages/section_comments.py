"""The comments on a section: marked in its text, listed beside it, written and dealt with (guided sections, review)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from response_app.authoring import comments
from response_app.authoring.person import person_name
from response_app.domain.anchors import Anchor
from response_app.domain.changes import Changes
from response_app.domain.places import human
from response_app.domain.record import Record
from response_app.domain.response import Comment
from response_app.errors import AppError

from ..bring_into_view import choose_words
from ..editors.comment_marks import Commented
from ..editors.rich_text_edit import RichTextEdit
from ..state import State
from ..widgets.comment_card import CommentRow, on_what, short
from ..widgets.comments_panel import CommentsPanel, Elsewhere
from ..widgets.marks_in_words import marks_in_words

_ACTS: dict[str, Callable[..., Changes]] = {
    "resolve": comments.resolve,
    "open": comments.open_again,
    "delete": comments.delete_comment,
    "reply": comments.reply,
    "change": comments.change_comment,
}


class SectionComments(QObject):
    """Brings together the record's comments on one text, the marks in its editor, and the panel beside it.

    Signals:
        panel_wanted: the panel is to come forward.
        text_wanted: the text is to come forward and have the keyboard.
        counted: (int) so many comments on the text are open.
        told_with_undo: (str) something was done that can be taken back.
    """

    panel_wanted = Signal()
    text_wanted = Signal()
    counted = Signal(int)
    told_with_undo = Signal(str)

    def __init__(self, state: State, place: str, edit: RichTextEdit, panel: CommentsPanel) -> None:
        super().__init__(edit)
        self._state = state
        self._place = place
        self._edit = edit
        self._panel = panel
        self._record: Record | None = None
        self._kept: dict[str, Anchor] = {}
        self._new: Anchor | None = None
        self._me = ""
        edit.comments.offered = True
        self._connect()

    def show_record(self, record: Record) -> None:
        """Show the comments of a record."""
        fresh = self._record is None or self._record.record_id != record.record_id
        self._record = record
        self._me = self._state.workspace.ask(person_name)
        if fresh:
            self._panel.stop_writing()
        self._kept = self._state.workspace.ask(comments.anchors, record.record_id) if record.state.comments else {}
        on_words = [each for each in self._here(record) if each.quote]
        self._edit.comments.show_comments([self._commented(each) for each in on_words])
        self.counted.emit(len([each for each in self._here(record) if each.resolved_on is None]))
        self._list()

    def begin(self) -> None:
        """Let the user comment on what is selected, or on the whole text where nothing is."""
        self._new = self._edit.comments.anchor_of_selection(self._place)
        about = f"On “{short(self._new.quote)}”" if self._new else "On the whole text"
        self.panel_wanted.emit()
        self._panel.write("comment", about=about)

    def step(self, *, back: bool) -> bool:
        """Go to the next open comment in the text, or to the one before; return whether there is one."""
        found = self._edit.comments.next_from_cursor(back=back)
        if found:
            self.panel_wanted.emit()
            self._panel.select(found)
            self._go(found)
        return bool(found)

    def select(self, comment_id: str) -> None:
        """Let a comment be looked at, with the keyboard on it."""
        self.panel_wanted.emit()
        self._panel.select(comment_id, focus=True)
        self._look(comment_id)

    def keep_places(self) -> None:
        """Keep where the comments hold on to their words now."""
        now = self._edit.comments.anchors()
        newer = {key: each for key, each in now.items() if self._kept.get(key) != each}
        if newer and self._record is not None and self._record.record_id == self._state.record_id:
            self._state.do(comments.keep_anchors, self._record.record_id, newer, initiator=self)
            self._kept.update(newer)

    # --- What is shown ------------------------------------------------------------------------

    def _here(self, record: Record) -> list[Comment]:
        return [each for each in record.state.comments if each.place == self._place]

    def _commented(self, each: Comment) -> Commented:
        anchor = self._kept.get(each.id, Anchor(self._place, each.quote))
        return Commented(each.id, anchor, f"Comment by {each.by or 'somebody'}: {each.text}", each.resolved_on is None)

    def _list(self) -> None:
        if self._record is None:
            return
        order = {comment_id: number for number, comment_id in enumerate(self._edit.comments.ids())}
        rows = [CommentRow(each, bool(each.quote) and each.id not in order, each.by == self._me) for each in self._here(self._record)]
        rows.sort(key=lambda row: (row.comment.resolved_on is not None, row.is_gone, order.get(row.comment.id, -1)))
        self._panel.show_comments(rows, self._elsewhere(self._record))

    def _elsewhere(self, record: Record) -> list[Elsewhere]:
        others = [each for each in record.state.comments if each.place != self._place and each.resolved_on is None]
        return [Elsewhere(each.id, each.place, _in_words(record, each)) for each in others]

    def _show_marks(self) -> None:
        said = {each.id: _of(each) for each in self._here(self._record) if each.resolved_on is None} if self._record else {}
        self._panel.show_marks(marks_in_words(self._edit, said))

    # --- What the user does -------------------------------------------------------------------

    def _connect(self) -> None:
        panel, marks = self._panel, self._edit.comments
        marks.requested.connect(self.begin)
        marks.changed.connect(self._list)
        marks.entered.connect(self._entered)
        panel.new_requested.connect(self.begin)
        panel.chosen.connect(self._look)
        panel.go_requested.connect(self._go)
        panel.written.connect(self._write)
        panel.act_requested.connect(self._act)
        panel.closed.connect(self.text_wanted)
        panel.marks_opened.connect(self._show_marks)
        panel.mark_chosen.connect(self._go_to_mark)

    def _entered(self, comment_id: str) -> None:
        self._edit.comments.choose(comment_id)
        if comment_id:
            self._panel.select(comment_id)

    def _look(self, comment_id: str) -> None:
        self._edit.comments.choose(comment_id)
        self._edit.comments.go_to(comment_id)

    def _go(self, comment_id: str) -> None:
        self._look(comment_id)
        self.text_wanted.emit()

    def _go_to_mark(self, start: int, end: int) -> None:
        choose_words(self._edit, start, end)
        self.text_wanted.emit()

    def _write(self, kind: str, comment_id: str, words: str) -> None:
        self._edit.flush()
        record_id = self._state.record_id
        if kind == "comment":
            done = self._state.do(comments.add_comment, record_id, self._place, words, self._new)
            comment_id = self._newest(done)
        else:
            done = self._do(kind, comment_id, words)
        if done is not None:  # words that could not be kept stay in the box
            self._panel.stop_writing()
            self._panel.select(comment_id, focus=True)

    def _newest(self, done: Changes | None) -> str:
        if done is None or done.before is None or done.after is None:
            return ""
        before = {each.id for each in done.before.state.comments}
        return next((each.id for each in done.after.state.comments if each.id not in before), "")

    def _act(self, act: str, comment_id: str) -> None:
        self._edit.flush()
        if self._do(act, comment_id) is not None and act == "delete":
            self._panel.new.setFocus(Qt.FocusReason.OtherFocusReason)
            self.told_with_undo.emit("The comment was deleted.")

    def _do(self, act: str, comment_id: str, *words: str) -> Changes | None:
        try:
            return self._state.do(_ACTS[act], self._state.record_id, comment_id, *words)
        except KeyError:  # it has gone meanwhile, by an undo
            self._state.failed.emit(AppError("This comment is no longer there.", "Nothing was changed."))
            return None


def _of(each: Comment) -> str:
    return f"Comment by {each.by or 'somebody'} {on_what(CommentRow(each))}"


def _in_words(record: Record, each: Comment) -> str:
    return f"{human(record, each.place)}: {each.by or 'Somebody'} {on_what(CommentRow(each))}: {each.text}"
