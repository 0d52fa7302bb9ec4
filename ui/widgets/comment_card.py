"""One comment beside the text: who, when, on which words, what it says, and what can be done with it (guided sections, review)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from response_app.domain.dates import in_words
from response_app.domain.response import Comment

from .basics import label
from .beside_card import BesideCard

_MOST = 90
"""Letters of the quoted words that are shown; of longer ones the ends."""


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment as the panel shows it.

    Attributes:
        comment: the comment.
        is_gone: whether the words that it is about are no longer in the text.
        is_own: whether the person at this computer wrote it.
    """

    comment: Comment
    is_gone: bool = False
    is_own: bool = False


def short(words: str) -> str:
    """Return words in one short line: of long ones the beginning and the end."""
    line = " ".join(words.split())
    return line if len(line) <= _MOST else f"{line[: _MOST * 2 // 3].rstrip()} … {line[-_MOST // 3 :].lstrip()}"


def who_and_when(by: str, on: date | None) -> str:
    """Return who wrote something, and when."""
    return " · ".join(each for each in (by or "Somebody", in_words(on) if on else "") if each)


def on_what(row: CommentRow) -> str:
    """Return on which words a comment is."""
    if not row.comment.quote:
        return "on the whole text"
    return f"on “{short(row.comment.quote)}”" + ("; these words are gone" if row.is_gone else "")


def in_one_go(row: CommentRow) -> str:
    """Return a comment with its replies as a screen reader says it."""
    each = row.comment
    said = [f"Comment by {who_and_when(each.by, each.on)}", on_what(row), each.text]
    said += [f"Reply by {who_and_when(one.by, one.on)}: {one.text}" for one in each.replies]
    return ". ".join(part.rstrip(".") for part in [*said, f"Resolved {in_words(each.resolved_on)}" if each.resolved_on else ""] if part)


class CommentCard(BesideCard):
    """A comment; what is asked for is "reply", "resolve", "open", "change" or "delete"."""

    def __init__(self, row: CommentRow, parent: QWidget | None = None) -> None:
        super().__init__(in_one_go(row), parent)
        self.row = row
        self.column.addWidget(label(who_and_when(row.comment.by, row.comment.on), "label"))
        if row.comment.resolved_on:
            self.column.addWidget(label(f"Resolved on {in_words(row.comment.resolved_on)}", "quiet"))
        self.column.addWidget(label(on_what(row), "amber" if row.is_gone else "quiet"))
        self.column.addWidget(label(row.comment.text))
        for each in row.comment.replies:
            self.column.addWidget(_reply(who_and_when(each.by, each.on), each.text))
        acts = [("Reply", "reply"), ("Open again", "open") if row.comment.resolved_on else ("Resolve", "resolve")]
        self.offer([*acts, ("Edit", "change"), ("Delete", "delete")] if row.is_own else acts, "comment")

    def set_number(self, number: int) -> None:
        """Tell it apart from others, for a screen reader: it is this one from the top."""
        self.setAccessibleName(f"{number}. {in_one_go(self.row)}")
        self.name_buttons(f"comment {number}")


def _reply(who: str, words: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(12, 4, 0, 0)
    column.setSpacing(1)
    column.addWidget(label(who, "label"))
    column.addWidget(label(words))
    return made
