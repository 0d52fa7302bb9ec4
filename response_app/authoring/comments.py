"""Use cases on comments: write, reply, resolve, open again, change and delete one's own (guided sections, review).

The record holds what a comment says and the words that it is about. What stood around these words, by which they are told
from the same words elsewhere in the text, is no part of the record's format: it is kept among the settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import astuple, replace
from datetime import date
from uuid import uuid4

from ..domain.anchors import SIMILAR_ENOUGH, Anchor
from ..domain.changes import Changes
from ..domain.record import Record
from ..domain.response import Comment, Reply
from ..errors import AppError
from ..store.work import Work
from .editing import edit
from .person import person_name

_KEY = "anchors:"


def add_comment(work: Work, record_id: str, place: str, words: str, anchor: Anchor | None = None) -> Changes:
    """Write a comment.

    Args:
        work: the unit of work.
        record_id: the record.
        place: the text that it is about, as a dotted path with ids.
        words: what it says.
        anchor: the words of the text that it is about, None for the whole text.

    Raises:
        KeyError: there is no such record.
        AppError: it says nothing.
    """
    made = Comment(
        id=f"m{uuid4().hex[:12]}",
        place=place,
        quote=anchor.quote if anchor else "",
        by=person_name(work),
        on=_today(work),
        text=_said(words),
    )
    if anchor is not None:
        keep_anchors(work, record_id, {made.id: anchor})
    return _edit(work, record_id, "comment", lambda all_: (*all_, made))


def reply(work: Work, record_id: str, comment_id: str, words: str) -> Changes:
    """Answer a comment.

    Raises:
        KeyError: there is no such record or comment.
        AppError: it says nothing.
    """
    made = Reply(person_name(work), _today(work), _said(words))
    return _edit_one(work, record_id, comment_id, "reply to comment", lambda each: replace(each, replies=(*each.replies, made)))


def resolve(work: Work, record_id: str, comment_id: str) -> Changes:
    """Say that a comment is dealt with.

    Raises:
        KeyError: there is no such record or comment.
    """
    today = _today(work)
    return _edit_one(work, record_id, comment_id, "resolve comment", lambda each: replace(each, resolved_on=each.resolved_on or today))


def open_again(work: Work, record_id: str, comment_id: str) -> Changes:
    """Say that a comment is not dealt with after all.

    Raises:
        KeyError: there is no such record or comment.
    """
    return _edit_one(work, record_id, comment_id, "open comment again", lambda each: replace(each, resolved_on=None))


def change_comment(work: Work, record_id: str, comment_id: str, words: str) -> Changes:
    """Write other words in a comment of one's own.

    Raises:
        KeyError: there is no such record or comment.
        AppError: it is somebody else's, or would say nothing.
    """
    said, me = _said(words), person_name(work)
    return _edit_one(work, record_id, comment_id, "change comment", lambda each: replace(_own(each, me), text=said))


def delete_comment(work: Work, record_id: str, comment_id: str) -> Changes:
    """Take a comment of one's own away, with what was replied to it.

    Raises:
        KeyError: there is no such record or comment.
        AppError: it is somebody else's.
    """
    me = person_name(work)

    def without(comments: tuple[Comment, ...]) -> tuple[Comment, ...]:
        _own(_find(comments, comment_id), me)
        return tuple(each for each in comments if each.id != comment_id)

    return _edit(work, record_id, "delete comment", without)


def anchors(work: Work, record_id: str) -> dict[str, Anchor]:
    """Return where comments hold on to their words, by the comment's id, as far as that is known."""
    kept = work.settings.get(_KEY + record_id, {})
    out = {}
    for comment_id, values in kept.items() if isinstance(kept, dict) else ():
        match values:
            case [str(text_id), str(quote), str(before), str(after), int(offset)]:
                out[comment_id] = Anchor(text_id, quote, before, after, offset)
    return out


def keep_anchors(work: Work, record_id: str, newer: Mapping[str, Anchor]) -> Changes:
    """Keep where comments hold on to their words now; of comments that are gone nothing is kept.

    Raises:
        KeyError: there is no such record.
    """
    there = {each.id for each in work.records.get(record_id).state.comments} | set(newer)
    known = anchors(work, record_id)
    wanted = {key: each for key, each in {**known, **newer}.items() if key in there}
    if wanted != known:
        work.settings.set(_KEY + record_id, {key: [*astuple(each)] for key, each in wanted.items()})
    return Changes(record_id, empty=True)


def similar(quote: str, text: str) -> tuple[int, int, float] | None:
    """Find the words of a text that are most like a quote, for `domain.anchors.locate`: start, end and score of 100.

    In a text of 300 pages this is some 12 ms of work.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    if not quote or not text:
        return None
    found = partial_ratio_alignment(quote, text, score_cutoff=SIMILAR_ENOUGH)
    return None if found is None else (found.dest_start, found.dest_end, found.score)


def _today(work: Work) -> date:
    return work.now.astimezone().date()


def _said(words: str) -> str:
    said = words.strip()
    if not said:
        raise AppError("The comment says nothing yet.", "Write some words. Nothing was changed.")
    return said


def _own(comment: Comment, me: str) -> Comment:
    if comment.by != me:
        raise AppError(f"This comment is by {comment.by or 'somebody else'}.", "Reply to it, or resolve it. Nothing was changed.")
    return comment


def _find(comments: tuple[Comment, ...], comment_id: str) -> Comment:
    for each in comments:
        if each.id == comment_id:
            return each
    raise KeyError(comment_id)


def _edit(work: Work, record_id: str, name: str, change: Callable[[tuple[Comment, ...]], tuple[Comment, ...]]) -> Changes:
    def change_record(record: Record) -> Record:
        return replace(record, state=replace(record.state, comments=change(record.state.comments)))

    return edit(work, record_id, name, change_record)


def _edit_one(work: Work, record_id: str, comment_id: str, name: str, change: Callable[[Comment], Comment]) -> Changes:
    def change_all(comments: tuple[Comment, ...]) -> tuple[Comment, ...]:
        _find(comments, comment_id)
        return tuple(change(each) if each.id == comment_id else each for each in comments)

    return _edit(work, record_id, name, change_all)
