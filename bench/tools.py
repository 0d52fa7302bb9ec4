"""The three tools that write the same document as a PDF: ours, Typst and WeasyPrint (record out).

Warm jobs run in this process with everything loaded and fonts read; each round one word of the document differs,
as when an author changes a word. Whole-process jobs start a fresh interpreter on a file on disk.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from response_app.domain.richtext import Run
from response_app.interchange import write_record
from response_app.record import write_pdf
from response_app.record.tree import Document, Paragraph, Role

from .html_source import font_css, html_body, html_source, page_css
from .measure import Job, MakeJob
from .samples import Sample
from .typst_source import typst_source

PROJECT = Path(__file__).resolve().parents[1]
FACES = ("Regular", "Bold", "It", "BoldIt")
_TYPST_PROGRAM = """
import sys, typst
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[sys.argv[3]])
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=fonts, pdf_standards=["ua-1"])
"""
_WEASYPRINT_PROGRAM = """
import sys, weasyprint
weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""


class ProgramFailed(Exception):
    """A program that was to be measured did not do its work; the message holds the end of what it said."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """A folder for the files of one run; `fonts` in it holds the four faces that all tools use, and no others."""

    folder: Path

    @property
    def fonts(self) -> Path:
        """The folder of the font files."""
        return self.folder / "fonts"

    @classmethod
    def open(cls, folder: Path) -> Workshop:
        """Copy the font files into `folder` and return the workshop."""
        workshop = cls(folder)
        workshop.fonts.mkdir()
        for face in FACES:
            name = f"SourceSansPro-{face}.ttf"
            shutil.copyfile(str(files("font_source_sans_pro") / "files" / name), workshop.fonts / name)
        return workshop

    def write_all(self, sample: Sample, folder: Path) -> None:
        """Write the first warm PDF of each tool into `folder`, to look at and to validate."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, tool in (("ours", ours_warm), ("typst", typst_warm), ("weasyprint", weasyprint_warm)):
            pdf = tool(sample, self)(0)()
            assert isinstance(pdf, bytes)
            (folder / f"{sample.name}-{name}.pdf").write_bytes(pdf)


def reworded(document: Document, number: int) -> Document:
    """Return `document` with `number` as one more word of the plain paragraph nearest to its middle."""
    nodes = list(document.nodes)
    middle = len(nodes) // 2
    plain = [place for place, node in enumerate(nodes) if isinstance(node, Paragraph) and node.role is Role.BODY]
    place = min(plain, key=lambda each: abs(each - middle))
    paragraph = nodes[place]
    assert isinstance(paragraph, Paragraph)
    nodes[place] = replace(paragraph, runs=(*paragraph.runs, Run(f" {number:05d}")))
    return replace(document, nodes=tuple(nodes))


def ours_warm(sample: Sample, _workshop: Workshop) -> MakeJob:
    """Our own writer."""

    def make(number: int) -> Job:
        document = reworded(sample.final, number)
        return lambda: write_pdf(document)

    return make


def typst_warm(sample: Sample, workshop: Workshop) -> MakeJob:
    """`typst.compile` with fonts already read: it takes up nothing of an earlier call."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[workshop.fonts])

    def make(number: int) -> Job:
        source = typst_source(reworded(sample.final, number)).encode()
        return lambda: typst.compile(source, font_paths=fonts, pdf_standards=["ua-1"])

    return make


def typst_kept(sample: Sample, workshop: Workshop) -> MakeJob:
    """One `typst.Compiler` kept from call to call: it lays out anew only what the changed word touches."""
    import typst

    compiler = typst.Compiler(root=workshop.folder, font_paths=[workshop.fonts], ignore_system_fonts=True)

    def make(number: int) -> Job:
        source = typst_source(reworded(sample.final, number)).encode()
        return lambda: compiler.compile(input=source, format="pdf", pdf_standards=["ua-1"])

    return make


def weasyprint_warm(sample: Sample, workshop: Workshop) -> MakeJob:
    """WeasyPrint with one font configuration and both style sheets read once."""
    import weasyprint  # type: ignore[import-untyped]
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

    configuration = FontConfiguration()
    sheets = [weasyprint.CSS(string=css, font_config=configuration) for css in (font_css(workshop.fonts), page_css(sample.final))]

    def make(number: int) -> Job:
        html = html_body(reworded(sample.final, number))
        return lambda: _weasyprint(weasyprint.HTML(string=html), sheets, configuration)

    return make


def _weasyprint(page: Any, sheets: list[Any], configuration: Any) -> bytes:
    pdf: bytes = page.write_pdf(stylesheets=sheets, font_config=configuration, pdf_variant="pdf/ua-1")
    return pdf


def ours_whole(sample: Sample, workshop: Workshop) -> MakeJob:
    """The command `export`, from a record file to a draft: it also reads, checks, and verifies what it wrote."""
    record = workshop.folder / "record.json"
    record.write_bytes(write_record(sample.record))
    out = workshop.folder / "ours.pdf"
    return _program("-m", "response_app", "export", str(record), "--draft", "--today", sample.today.isoformat(), "--pdf", str(out))


def typst_whole(sample: Sample, workshop: Workshop) -> MakeJob:
    """Typst's Python package in a fresh interpreter, from a ready source of the same draft."""
    source = workshop.folder / "record.typ"
    source.write_text(typst_source(sample.draft), encoding="utf-8")
    return _program("-c", _TYPST_PROGRAM, str(source), str(workshop.folder / "typst.pdf"), str(workshop.fonts))


def weasyprint_whole(sample: Sample, workshop: Workshop) -> MakeJob:
    """WeasyPrint in a fresh interpreter, from a ready page of the same draft."""
    source = workshop.folder / "record.html"
    source.write_text(html_source(sample.draft, workshop.fonts), encoding="utf-8")
    return _program("-c", _WEASYPRINT_PROGRAM, str(source), str(workshop.folder / "weasyprint.pdf"))


def _program(*arguments: str) -> MakeJob:
    return lambda _number: lambda: _run([sys.executable, *arguments])


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise ProgramFailed(f"exit status {done.returncode}: {done.stderr.strip()[-300:]}")
