"""The bench's rows on reading a report: our reader and finder beside bare extraction of the same file's text (report in).

The report is drawn by Typst: 150 pages with running heads, two columns here and there, boxes, lists, tables and footnotes.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from io import BytesIO

from .measure import MakeJob, compare
from .results import Alone, Result, WindowRow
from .tools import PROJECT, ProgramFailed, Workshop

PAGES = 150
_AREAS = ("answering calls", "planning patrols", "recording crime", "supporting victims", "managing offenders", "training its staff")
_STYLE = """
#set page(paper: "a4", margin: 2.2cm, header: text(9pt)[An inspection of Exampleshire Police],
  footer: context align(right, text(9pt, counter(page).display())))
#set text(font: "Source Sans Pro", size: 11pt)
#show heading.where(level: 1): it => { pagebreak(weak: true); it }
"""
_CHAPTER = """
= How good is the force at {area}?
*{grade}*

Exampleshire Police {verdict} at {area}.#footnote[Chapter {number} of the inspection programme says how this is judged.]

{prose}

== Areas for improvement
#block(stroke: 1pt, inset: 8pt)[
*Area for improvement*

The force should make its way of {area} the same in every district.

{prose}
]

#columns(2)[{prose}

{prose}]

== Cause of concern {number}
The force needs to improve how it goes about {area}.

*Recommendations*

By 30 September 2024, the force should:
- review how it goes about {area} in every district;
- tell its staff what is expected of them; and
- keep the results where supervisors see them.

#table(columns: 3, [*District*], [*Cases*], [*Share*], [North], [120], [34%], [South], [90], [26%], [West], [140], [40%])
"""


def source(pages: int) -> str:
    """Return the Typst source of a report of at least `pages` pages."""
    chapters = [_chapter(number) for number in range(1, pages // 2 + 2)]
    return f"{_STYLE}\n= An inspection of Exampleshire Police\nPublished on: 14 May 2024\n{''.join(chapters)}"


def _chapter(number: int) -> str:
    area = _AREAS[number % len(_AREAS)]
    sentence = f"In district {number} the inspectors looked at {area} and spoke to officers and staff about what helps and what does not. "
    grade, verdict = (("Good", "is good"), ("Requires improvement", "requires improvement"))[number % 2]
    return _CHAPTER.format(area=area, number=number, grade=grade, verdict=verdict, prose=sentence * 4)


@cache
def report(pages: int = PAGES) -> bytes:
    """Return the report as a PDF of exactly `pages` pages."""
    import font_source_sans_pro
    import pikepdf
    import typst

    folder = font_source_sans_pro.__path__[0]
    drawn = typst.compile(source(pages).encode(), font_paths=[str(folder)])
    assert isinstance(drawn, bytes)
    out = BytesIO()
    with pikepdf.open(BytesIO(drawn)) as pdf:
        del pdf.pages[pages:]
        pdf.save(out)
    return out.getvalue()


def ours(_: int) -> Callable[[], object]:
    """Return the job of reading the report and proposing its findings."""
    from response_app.intake.report import read

    data = report()
    return lambda: read(data, "report.pdf")


def bare(_: int) -> Callable[[], object]:
    """Return the job of taking the plain text of every page by pypdfium2."""
    from pypdfium2 import PdfDocument

    data = report()

    def extract() -> None:
        document = PdfDocument(data)
        for page in document:
            page.get_textpage().get_text_bounded()
        document.close()

    return extract


def plumber(_: int) -> Callable[[], object]:
    """Return the job of taking the plain text of every page by pdfplumber."""
    import pdfplumber

    data = report()

    def extract() -> None:
        with pdfplumber.open(BytesIO(data)) as pdf:
            for page in pdf.pages:
                page.extract_text()

    return extract


def _against(theirs: MakeJob, rounds: int) -> Callable[[Workshop], Result]:
    def measure(_: Workshop) -> Result:
        found = compare(ours, theirs, warm_up=1, least=rounds, most=max(rounds, 15))
        return Result(found.ours, found.theirs, "ms", found.ratio, found.low, found.high, found.rounds)

    return measure


_MEMORY = """
import sys
from response_app.intake.report import read
read(sys.stdin.buffer.read(), "report.pdf")
(peak,) = (line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(int(peak.split()[1]) * 1024 / 1e6)
"""


def _memory(_: Workshop) -> Alone:
    done = subprocess.run([sys.executable, "-c", _MEMORY], input=report(), cwd=PROJECT, capture_output=True, check=False)
    if done.returncode:
        raise ProgramFailed(done.stderr.decode("utf-8", "replace").strip().splitlines()[-1])
    peak = float(done.stdout)
    return Alone(peak, "MB", peak, peak, 1)


READ_ROWS = (
    WindowRow("read-pypdfium2", "150 pages read, bare pypdfium2 text", _against(bare, 5), 4.0),
    WindowRow("read-pdfplumber", "150 pages read, pdfplumber text", _against(plumber, 3), 1 / 15),
    WindowRow("read-memory", "150 pages read, most memory held", _memory, 300.0),
)
