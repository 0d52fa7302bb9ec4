"""Faults on purpose: each breaks one accessibility rule, in the writer or in a finished file (record out).

`mutants_of_writer.py` and `mutants_of_file.py` declare them, `test_mutants.py` makes and judges them, and the table in
docs/pdf-accessibility.md is made of the same declarations.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from response_app.domain.richtext import ListBlock, Quotation, Run
from response_app.domain.richtext import Paragraph as TextParagraph
from response_app.record import write_pdf
from response_app.record.tree import Document, Figure, Heading, Node, Paragraph, Role, Table

from .lint_samples import ADDRESS, ALT, NOTICE, WORDS, item, picture, runs, written

_ROW = (runs("A recommendation in a few words"), runs(WORDS), runs("Made to another force"))
NODES: tuple[Node, ...] = (
    Figure(picture(), ALT),
    Heading(1, runs("Response record")),
    Paragraph(runs("Version 1.0"), Role.META),
    Table((), ((runs("Force"), runs("Exampleshire Police")), (runs("Grade"), runs("Requires improvement"))), (1, 2)),
    Heading(2, runs("Summary of inspection")),
    Paragraph((Run("See "), Run("the report", link=ADDRESS), Run(" on a well\u2011known matter."))),
    Paragraph((Run("The motto is "), Run("ŵyl a ŷd", language="cy-GB", italic=True), Run(" in Welsh."))),
    Paragraph(runs("Mae hyn yn Gymraeg."), language="cy-GB"),
    Heading(3, runs("A finding")),
    ListBlock(False, (item("First item"), item("Second item", ListBlock(True, (item("Nested one"), item("Nested two")))))),
    Quotation((TextParagraph(runs(WORDS)), TextParagraph(runs("Quoted again."))), runs("A. Example")),
    Heading(4, runs("What was done")),
    Table((runs("Recommendation"), runs("Why"), runs("Reason")), (_ROW,) * 6),
    Heading(2, runs("Overall comments")),
    Paragraph(runs(WORDS * 4)),
    Paragraph((Run("Before it. "), Run(WORDS * 2, link="https://example.org/long"), Run("After it."))),
)
FINAL = Document("Exampleshire Police: response, version 1.0", "Exampleshire \u00b7 Response", "1.0", "en-GB", False, "", NODES)
DRAFT = replace(FINAL, title="Draft: a response", draft=True, marking="OFFICIAL-SENSITIVE", nodes=(NOTICE, *NODES))


@dataclass(frozen=True)
class Mutant:
    """One fault.

    Attributes:
        fault: what is wrong with the file, for the table.
        clause: of ISO 14289-1, or of the standard that is named, which is broken.
        condition: of the Matterhorn Protocol 1.1, "" where it has none.
        told: words of the sentence that the linter says; "" where it is silent.
        verapdf: the rules that veraPDF finds broken, those of PDF/A-2a with "A:" before them; () where it is silent.
        in_writer: breaks the writer; takes pytest's MonkeyPatch.
        in_file: spoils the finished file; takes it, open.
        is_draft: whether it is made of a draft.
    """

    fault: str
    clause: str
    condition: str
    told: str
    verapdf: tuple[str, ...] = ()
    in_writer: Callable[[pytest.MonkeyPatch], object] | None = None
    in_file: Callable[[pikepdf.Pdf], object] | None = None
    is_draft: bool = False

    @property
    def document(self) -> Document:
        """What the file must say."""
        return DRAFT if self.is_draft else FINAL

    @property
    def sound(self) -> bytes:
        """The file without the fault, saved in the same way."""
        return written(self.document) if self.in_writer else _saved(self.document, None)

    @property
    def made(self) -> bytes:
        """The file with the fault."""
        return _made(self)


@cache
def _made(mutant: Mutant) -> bytes:
    if mutant.in_writer is None:
        return _saved(mutant.document, mutant.in_file)
    written(mutant.document)  # what is kept was made without the fault
    with pytest.MonkeyPatch.context() as patch:
        mutant.in_writer(patch)
        return write_pdf(mutant.document)


@cache
def _saved(document: Document, spoil: Callable[[pikepdf.Pdf], object] | None) -> bytes:
    with pikepdf.open(BytesIO(written(document))) as pdf:
        encryption = spoil(pdf) if spoil else None
        out = BytesIO()
        options = {"encryption": encryption} if isinstance(encryption, pikepdf.Encryption) else {"deterministic_id": True}
        pdf.save(out, fix_metadata_version=False, **options)
    return out.getvalue()
