"""What can be put into a text by name: the fields of the record with what they say now, and standard wording (guided sections, answers)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from response_app.domain.fieldnames import BLOCK_FIELDS, INLINE_FIELDS
from response_app.domain.richtext import FieldBlock, Paragraph, RichText, Run, plain_runs
from response_app.domain.richtext import paragraphs as lines_of

from .fields import Filler, field_label
from .office_wording import office_wording

UNKNOWN = "Not yet known"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to put in.

    Attributes:
        words: what it is called.
        shows: what it says now, on one line.
        text: what is put in.
        field: the name of the field, "" for standard wording.
    """

    words: str
    shows: str
    text: RichText
    field: str = ""

    @property
    def spoken(self) -> str:
        """All of it for a screen reader."""
        return f"{self.words}: {self.shows}"

    def fits(self, typed: str) -> bool:
        """Tell whether words of its name go on as what was typed does; a blank alone fits nothing."""
        sought = typed.casefold()
        name = f" {self.words} {self.field.replace('_', ' ')} ".casefold()
        return not sought or (not sought.startswith(" ") and f" {sought}" in name)


def field_offers(filler: Filler, *, lists: bool = True) -> Iterator[Offer]:
    """Yield the fields of the record with what they say now.

    Args:
        filler: says what a field shows.
        lists: whether those are wanted that stand for a whole list.
    """
    for name in (*INLINE_FIELDS, *(BLOCK_FIELDS if lists else ())):
        text: RichText = (FieldBlock(name),) if name in BLOCK_FIELDS else (Paragraph((Run(field=name),)),)
        yield Offer(field_label(name), " · ".join(filler(name).split("\n")).strip() or UNKNOWN, text, name)


def wording_offers(place: str, filler: Filler) -> Iterator[Offer]:
    """Yield the standard wording of a place, with its fields filled."""
    for each in office_wording().offered(place):
        lines = (
            "".join((filler(run.field) or f"[{field_label(run.field)}]") if run.field else plain_runs((run,)) for run in runs)
            for runs in lines_of(each.text)
        )
        yield Offer(each.label, " ".join(" ".join(lines).split()), each.text)
