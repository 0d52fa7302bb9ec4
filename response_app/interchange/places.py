"""How a place in a record file is named, and how a file is refused there (record in)."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import FileRefused

_LONGEST_ID = 60
_LONGEST_QUOTE = 60
_LONGEST_PLACE = 200


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a list: its number from 1, and its id or ""."""

    number: int
    id: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file; `Place()` is the whole file."""

    parts: tuple[str | _Entry, ...] = ()

    def inside(self, key: str) -> Place:
        """Return the place of `key` in the object that stands here."""
        return Place((*self.parts, key))

    def entry(self, number: int, value: object) -> Place:
        """Return the place of `value`, entry `number` (from 1) of the list that stands here."""
        known = value.get("id") if isinstance(value, dict) else None
        return Place((*self.parts, _Entry(number, known if isinstance(known, str) and known.strip() else "")))

    @property
    def path(self) -> str:
        """The place as the app knows it: `findings[f2].action[0].text`; what has no id is counted from 0."""
        pieces = []
        for part in self.parts:
            pieces.append(f".{part}" if isinstance(part, str) else f"[{part.id or part.number - 1}]")
        return "".join(pieces).removeprefix(".")

    def __str__(self) -> str:
        """The place for a sentence: `findings[f2].action, entry 1, text`; an id that is not fit to print gives way to the number."""
        out, between = "", ""
        for part in self.parts:
            if isinstance(part, str):
                out, between = f"{out}{between}{shortened(part)}", "."
            elif part.id.isprintable() and 0 < len(part.id) <= _LONGEST_ID:
                out, between = f"{out}[{part.id}]", "."
            else:
                out, between = f"{out}, entry {part.number}", ", "
        if len(out) > _LONGEST_PLACE:
            out = f"{out[:_LONGEST_PLACE]}…"
        return out.removeprefix(", ") or "The file"


def shortened(words: object, longest: int = _LONGEST_QUOTE) -> str:
    """Return `words` on one line, fit to print and not too long for a sentence."""
    text = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in str(words)[: longest + 1])
    return f"{text[:longest]}…" if len(text) > longest else text


def quoted(words: object) -> str:
    """Return `words` in quotation marks, shortened."""
    return f"“{shortened(words)}”"


def refused(message: str, remedy: str = "Nothing was changed.") -> FileRefused:
    """Return the refusal of a file, to raise; `message` is one plain sentence that names the place."""
    return FileRefused(message, remedy)
