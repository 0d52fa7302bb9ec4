"""The words that versions of a text keep, and who wrote them as far as the acts on the record say it (guided sections)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..domain.richtext import RichText
from ..store.versions import Version
from ..store.work import Work
from .activity import Act
from .texts import text_in_words, text_versions

_MOST_ACTS = 2000


@dataclass(frozen=True, slots=True)
class EarlierWords:
    """A version of a text and who wrote its words, "" where that is not known."""

    version: Version
    who: str


def earlier_words(work: Work, record_id: str, place: str) -> tuple[EarlierWords, ...]:
    """Return the kept versions of a text with who wrote them, the newest first."""
    versions = text_versions(work, record_id, place)
    acts = work.activity.list(record_id, _MOST_ACTS) if versions else ()
    edits = f"edit {text_in_words(place)}"
    return tuple(EarlierWords(each, _who(each, acts, edits)) for each in versions)


def kept_words(work: Work, number: int) -> Callable[[], RichText]:
    """Return what reads the words of one version, in any thread.

    Raises:
        KeyError: there is no such version.
        StoreDamaged: its words are not as they were kept.
    """
    html = work.versions.html(number)

    def read() -> RichText:
        from ..interchange import read_fragment

        return read_fragment(html).text

    return read


def _who(version: Version, acts: tuple[Act, ...], edits: str) -> str:
    """The act of that very moment; else the first on this text that ended later, for typing goes on under one act."""
    for act in acts:
        if act.at == version.changed_at:
            return act.who
    later = [act for act in acts if act.what == edits and act.at >= version.changed_at]
    return later[-1].who if later else ""
