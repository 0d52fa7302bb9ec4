"""Links as drawn: what stands in them, and the address that they lead to."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from response_app.domain.richtext import Run, Runs
from response_app.record import write_pdf
from response_app.record.tree import Document, Heading, Paragraph

from .pdf.reading import needs_poppler, tagged_text


def drawn(*runs: Run) -> bytes:
    """Return the PDF of a title and a paragraph of these runs."""
    nodes = (Heading(1, (Run("Title"),)), Paragraph(runs))
    return write_pdf(Document("Title", "Title", "1.0", "en-GB", False, "", nodes))


@needs_poppler
@pytest.mark.parametrize(
    ("runs", "said"),
    [
        pytest.param(
            (Run("See"), Run(" the page ", link="https://example.org/"), Run("now.")), ["See ", "the page", " now."], id="one run"
        ),
        pytest.param(
            (
                Run("See"),
                Run(" ", bold=True, link="https://example.org/"),
                Run("the page", link="https://example.org/"),
                Run("  ", italic=True, link="https://example.org/"),
                Run("now."),
            ),
            ["See ", "the page", "  now."],
            id="several runs",
        ),
    ],
)
def test_blanks_at_the_ends_of_a_link_stand_outside_it(runs: Runs, said: list[str]) -> None:
    """So that no blank is underlined or announced as a part of the link; the words keep their distance."""
    assert tagged_text(drawn(*runs))[1:] == said


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("HTTPS://Example.org/A%20b?c=d#e", "https://Example.org/A%20b?c=d#e"),
        ("MailTo:Office@example.org", "mailto:Office@example.org"),
        ('https://example.org/dŵr "x"', "https://example.org/d%C5%B5r%20%22x%22"),
    ],
)
def test_an_address_keeps_its_meaning_and_is_written_as_viewers_know_it(address: str, written: str) -> None:
    """The scheme in small letters, other than ASCII percent-encoded, what is encoded already left alone (ISO 32000-1, 12.6.4.7)."""
    file = pikepdf.open(BytesIO(drawn(Run("words", link=address))))
    assert str(file.pages[0].Annots[0].A.URI) == written
