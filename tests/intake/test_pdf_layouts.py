"""PDFs made for one question each: with Typst and reportlab, or drawn by hand."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst
from reportlab.pdfgen.canvas import Canvas

from response_app.errors import ImportRefused
from response_app.intake import pdf_reader
from response_app.intake.lines import Line, LineKind
from response_app.intake.pdf_reader import read

TEXT, HEADING, ITEM, ROW, FOOTNOTE, FURNITURE = LineKind
FILES = Path(__file__).parent / "files"
SENTENCE = "Inspectors found that officers wait for supervision, and that nobody records why. "


def typeset(source: str) -> list[Line]:
    """Return the lines of a page that Typst sets."""
    settings = '#set page(paper: "a4", margin: 2cm)\n#set text(11pt, lang: "en", region: "gb")\n'
    made = typst.compile((settings + source).encode())
    assert isinstance(made, bytes)
    return list(read(made).lines)


def drawn(content: str, *, turned: int = 0, form: str = "", picture: bool = False) -> list[Line]:
    """Return the lines of a page of 600 x 800 points that draws a content stream; /F Helvetica, /B its bold, /X a form, /I a picture."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(600, 800))
        names = {"F": "/Helvetica", "B": "/Helvetica-Bold"}
        fonts = pikepdf.Dictionary({f"/{short}": _font(name) for short, name in names.items()})
        page.obj.Resources = pikepdf.Dictionary(Font=fonts, XObject=pikepdf.Dictionary())
        if form:
            page.obj.Resources.XObject.X = pdf.make_stream(
                form.encode(),
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Form,
                BBox=[0, 0, 600, 800],
                Resources=pikepdf.Dictionary(Font=fonts),
            )
        if picture:
            page.obj.Resources.XObject.I = pdf.make_stream(
                b"\xff",
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=1,
                Height=1,
                ColorSpace=pikepdf.Name.DeviceGray,
                BitsPerComponent=8,
            )
        page.obj.Contents = pdf.make_stream(content.encode())
        page.obj.Rotate = turned
        out = BytesIO()
        pdf.save(out)
    return list(read(out.getvalue()).lines)


def _font(name: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, Encoding=pikepdf.Name.WinAnsiEncoding, BaseFont=pikepdf.Name(name)
    )


def at(x: float, y: float, text: str, size: float = 11, font: str = "F") -> str:
    """Return a content stream that shows a text."""
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def texts(lines: list[Line]) -> list[str]:
    """Return the words of lines."""
    return [line.text for line in lines]


def test_words_in_many_pieces_have_their_spaces_and_no_others() -> None:
    pieces = "BT /F 11 Tf 1 0 0 1 50 700 Tm (In) Tj 8.56 0 Td (spec) Tj 23.24 0 Td (tors) Tj 22 0 Td (look) Tj ET"
    assert texts(drawn(pieces)) == ["Inspectors look"]
    assert texts(drawn("BT /F 11 Tf 1 0 0 1 50 700 Tm [(A) 60 (V) 70 (AST) -278 (plan)] TJ ET")) == ["AVAST plan"]


def test_cells_in_one_stroke_are_cells() -> None:
    row = "BT /F 11 Tf 1 0 0 1 50 {} Tm [({}) -9000 ({})] TJ ET\n"
    lines = drawn(row.format(700, "Area", "Grade") + row.format(686, "Crime", "Good"))
    assert [line.cells for line in lines] == [("Area", "Grade"), ("Crime", "Good")]


def test_a_turned_page_reads_as_it_is_looked_at() -> None:
    flat = drawn(at(50, 700, "First line") + at(50, 680, "second line"))
    for turned, matrix in ((90, "0 1 -1 0 600 0"), (180, "-1 0 0 -1 600 800"), (270, "0 -1 1 0 0 800")):
        lines = drawn(f"q {matrix} cm {at(50, 500, 'First line')}{at(50, 480, 'second line')} Q", turned=turned)
        assert texts(lines) == texts(flat) == ["First line", "second line"]
        assert lines[0].box and lines[0].box.left == pytest.approx(50, abs=0.5)
        assert lines[0].size == pytest.approx(11)


def test_words_that_stand_on_their_side_are_no_text() -> None:
    lines = drawn("BT /F 11 Tf 0 1 -1 0 30 300 Tm (Official copy) Tj ET\n" + at(50, 700, "Words of the report"))
    assert [(line.text, line.kind) for line in lines] == [("Words of the report", TEXT), ("Official copy", FURNITURE)]


def test_words_in_a_form_stand_where_the_form_does() -> None:
    [line] = drawn("q 1 0 0 1 100 -50 cm /X Do Q", form=at(50, 700, "In a form"))
    assert line.text == "In a form" and line.box and line.box.left == pytest.approx(150, abs=0.5)
    assert line.box.bottom == pytest.approx(150, abs=3)


def test_what_nobody_sees_is_left_out() -> None:
    assert texts(drawn(at(50, 700, "Seen") + at(900, 700, "Off the page") + at(50, 500, "Dust", size=0.5))) == ["Seen"]
    assert texts(drawn(at(50, 700, "Seen", font="B") + "3 Tr " + at(50, 600, "Unseen"))) == ["Seen"]


def test_a_scanned_page_with_unseen_words_is_read() -> None:
    scan = "q 600 0 0 800 0 0 cm /I Do Q 3 Tr "
    assert texts(drawn(scan + at(50, 700, "Recognised words"), picture=True)) == ["Recognised words"]


def test_what_is_printed_twice_in_one_place_is_read_once() -> None:
    shadow = at(51, 699, "Good", size=20) + at(50, 700, "Good", size=20) + at(50, 600, "Good", size=20)
    assert texts(drawn(shadow)) == ["Good", "Good"]


def test_a_bullet_on_a_line_of_its_own_belongs_to_the_next() -> None:
    [item] = drawn(at(50, 712, "\\225") + at(70, 700, "Train the officers."))
    assert (item.kind, item.marker, item.text) == (ITEM, "•", "Train the officers.")


def test_a_figure_at_the_start_of_a_line_is_no_list() -> None:
    text = at(50, 700, "The force told us of the new plan which was made in the year") + at(50, 686, "12. Nothing of it was seen.")
    assert [line.kind for line in drawn(text)] == [TEXT, TEXT]


def test_raised_letters_are_letters_and_raised_figures_are_notes() -> None:
    raised = at(50, 700, "On the 1") + at(93.4, 704, "st", size=6) + at(103, 700, "of May judgment") + at(184, 704, "12", size=6)
    [line] = drawn(raised)
    assert line.text == "On the 1st of May judgment" and line.notes == ("12",)
    [line] = drawn(at(50, 700, "Cells of 6 m") + at(111, 704, "2", size=6))
    assert line.text == "Cells of 6 m2" and line.notes == ()


@pytest.mark.parametrize("head", ["Inspection of a force", ""])
def test_the_same_heading_at_the_top_of_pages_is_no_running_head(head: str) -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(600, 800))
    for page in range(1, 13):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, 780, head)
        canvas.drawString(280, 20, str(page))
        first = "Area for improvement" if page in (3, 6, 9) else f"Words that stand only on page {page * 7} of this"
        canvas.setFont("Helvetica-Bold" if page in (3, 6, 9) else "Helvetica", 11)
        canvas.drawString(50, 740, first)
        canvas.setFont("Helvetica", 11)
        for row in range(10):
            canvas.drawString(50, 710 - 14 * row, f"{SENTENCE[:80]} {page * row}")
        canvas.showPage()
    canvas.save()
    lines = read(buffer.getvalue()).lines
    assert [line.page for line in lines if line.kind is HEADING] == [3, 6, 9]
    furniture = [line.text for line in lines if line.kind is FURNITURE]
    assert furniture == [text for page in range(1, 13) for text in (head, str(page)) if text]


def test_contents_lists_keep_five_dots() -> None:
    lines = typeset("#outline(title: none)\n= One\nWords here.\n= Two\nMore words.")
    assert texts(lines)[:2] == ["One ..... 1", "Two ..... 1"]


def test_a_footnote_with_figures_of_the_font_s_own_is_found() -> None:
    lines = typeset("The force made a plan#footnote[A plan of 2019.] and kept it.")
    assert [(line.kind, line.text, line.marker, line.notes) for line in lines] == [
        (TEXT, "The force made a plan and kept it.", "", ("1",)),
        (FOOTNOTE, "A plan of 2019.", "1", ()),
    ]


def test_divided_words_end_with_a_hyphen() -> None:
    lines = typeset(
        "#set par(justify: true)\n#block(width: 5cm)[Misunderstandings overwhelmingly characterise incomprehensible responsibilities.]"
    )
    divided = [line for line in lines if line.text.endswith("-")]
    assert divided and all(line.joins for line in divided)
    assert "".join(f"{line.text} " for line in lines).replace("- ", "").split()[0] == "Misunderstandings"


def test_a_word_divided_over_a_page_by_a_soft_hyphen_is_whole() -> None:
    lines = typeset(
        "#set page(width: 8cm, height: 3.2cm, margin: 1cm)\n#set par(justify: true)\nMisunderstandings overwhelmingly characterise "
        "incomprehensible organisational responsibilities."
    )
    assert [line.page for line in lines] == [1, 1, 2]
    assert texts(lines)[1:] == ["characterise incomprehensible organisational", "responsibilities."] and lines[1].joins


def test_a_paragraph_goes_on_over_a_page() -> None:
    lines = typeset(f"#v(22cm)\n{SENTENCE * 12}\n\n{SENTENCE * 3}")
    last = [line for line in lines if line.page == 1 and line.kind is TEXT][-1]
    first = next(line for line in lines if line.page == 2 and line.kind is TEXT)
    assert not first.opens and last.joins
    assert [line.opens for line in lines].count(True) == 2


def test_part_of_a_page_in_two_columns() -> None:
    prose = [f"{word} {SENTENCE * 3}" for word in ("Alpha", "Beta", "Gamma", "Delta")]
    lines = typeset(f"{prose[0]}\n#block(height: 6cm)[#columns(2)[{prose[1] * 2}\n\n{prose[2] * 2}]]\n{prose[3]}")
    first = [line.text.split()[0] for line in lines]
    begins = [first.index(word) for word in ("Alpha", "Delta")]
    assert begins == sorted(begins) and first[-2:] != ["Delta"]
    joined = " ".join(texts(lines))
    expected = " ".join([prose[0], prose[1] * 2, prose[2] * 2, prose[3]])
    assert joined.split() == expected.split()


def test_paragraphs_set_apart_by_indents_or_by_short_lines_alone() -> None:
    indented = typeset(f"#set par(first-line-indent: (amount: 2em, all: true), spacing: 0.65em)\n{SENTENCE * 4}\n\n{SENTENCE * 4}")
    assert [line.opens for line in indented].count(True) == 2
    flush = typeset(f"#set par(spacing: 0.65em)\n{SENTENCE * 4}\n\n{SENTENCE * 4}")
    assert [line.opens for line in flush].count(True) == 2


def test_a_table_without_lines_whose_cells_stand_in_the_middle() -> None:
    cells = (
        "[How well does the force prevent crime and keep people safe from harm of any kind?], [Good], [Investigating crime], [Inadequate]"
    )
    lines = typeset(f"#table(columns: (6cm, 4cm), align: horizon, stroke: none, inset: 8pt, {cells})")
    assert [line.cells for line in lines] == [
        ("How well does the force prevent crime and keep people safe from harm of any kind?", "Good"),
        ("Investigating crime", "Inadequate"),
    ]


def test_boxes_with_a_few_words_are_no_table() -> None:
    box = "box(stroke: 1pt, inset: 6pt, width: 7cm, height: 2cm)"
    lines = typeset(f"#{box}[Alder suite\\ Good] #h(5mm) #{box}[Birch suite\\ Inadequate]\n\nWords below.")
    assert texts(lines) == ["Alder suite", "Good", "Birch suite", "Inadequate", "Words below."]


def test_a_paragraph_that_ends_with_its_column_is_not_gone_on_with() -> None:
    prose = SENTENCE * 4
    lines = typeset(f"#columns(2)[{prose} It ended. #colbreak() {prose}]")
    assert [line.opens for line in lines].count(True) == 2 and lines[0].opens
    ended = next(at for at, line in enumerate(lines) if line.text.endswith("It ended."))
    assert lines[ended + 1].opens and not lines[ended].joins


def test_pictures_are_counted_and_a_page_without_words_is_no_error() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        out = BytesIO()
        pdf.save(out)
    reading = read(out.getvalue())
    assert reading.lines == () and reading.pages == 1 and reading.pictures == ()


def _pdf(*, password: str = "", pages: int = 1) -> bytes:
    out = BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        pdf.save(out, encryption=pikepdf.Encryption(owner=password, user=password) if password else None)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", b"PK\x03\x04 no pdf at all", _pdf()[:200], _pdf(password="secret")],
    ids=["empty", "head", "other", "cut", "locked"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ImportRefused) as refused:
        read(data)
    assert refused.value.message.endswith(".") and "othing was changed" in refused.value.remedy


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 2)
    assert read(_pdf(pages=2)).pages == 2
    with pytest.raises(ImportRefused, match="The PDF has 3 pages; at most 2 are read"):
        read(_pdf(pages=3))


def test_too_many_words_on_a_page_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_WORDS", 3)
    two, four = at(50, 700, "a") + at(50, 600, "b"), at(50, 500, "c") + at(50, 400, "d")
    assert len(drawn(two)) == 2
    with pytest.raises(ImportRefused, match="Page 1 of the PDF has more than 3 words"):
        drawn(two + four)


def test_a_damaged_file_is_read_or_refused() -> None:
    """Some dozens of bytes changed at a time, always the same ones; the soak run does thousands."""
    chance = random.Random(4)
    with pikepdf.open(FILES / "libreoffice.pdf") as pdf:
        out = BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    refused = 0
    for _ in range(40):
        data = bytearray(out.getvalue())
        for _ in range(chance.choice((1, 10, 50))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = chance.randrange(len(data))
        del data[cut : cut + chance.randrange(300)]
        try:
            assert read(bytes(data)).pages
        except ImportRefused:
            refused += 1
    assert refused < 40
