"""Any record that can be printed comes out as a PDF that conforms, whatever stands in it."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from response_app.domain.office import Logo
from response_app.domain.record import Record
from response_app.record import build_document, lint_pdf, write_pdf
from response_app.record.tree import Document
from tests.fixtures.sample_records import TODAY
from tests.fixtures.soak import GENERATED_PDFS, how_many
from tests.fixtures.strategies import records
from tests.fixtures.verapdf import VeraPdf

from ..reading import everything
from .reading import bare, needs_poppler, tagged_text

SHARES = 12
"""Tests among which the printed records are divided for what takes long."""

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)


def logo() -> bytes:
    """Return a small picture."""
    out = BytesIO()
    Image.new("L", (30, 20), 200).save(out, "PNG")
    return out.getvalue()


LOGO = logo()


def has_logo_with_words(record: Record) -> bool:
    """Tell whether the record names a logo and its words."""
    return isinstance(record.office.logo, Logo) and bool(record.office.logo.alt.strip())


class Printed(NamedTuple):
    """A generated record as it was printed."""

    record: Record
    document: Document
    pdf: bytes


@pytest.fixture(scope="module")
def printed() -> list[Printed]:
    """Generated records, finals and drafts, each printed once for all tests that judge what was printed.

    A failing record is shown as it is: veraPDF and poppler are too slow to look for the shortest.
    """
    made: list[Printed] = []

    @settings(max_examples=GENERATED_PDFS, suppress_health_check=SLOW, phases=[Phase.generate])
    @given(record=records(printable=True), draft=st.booleans())
    def make(record: Record, draft: bool) -> None:
        document = build_document(record, draft=draft, today=TODAY, logo=LOGO if has_logo_with_words(record) else None)
        made.append(Printed(record, document, write_pdf(document)))

    make()
    return made


@pytest.fixture(params=range(SHARES))
def share(request: pytest.FixtureRequest, printed: list[Printed]) -> list[Printed]:
    """A share of what was printed: each has the time of a test, which all together would not have on a slow machine."""
    return printed[request.param :: SHARES]


@pytest.mark.soak
def test_there_are_finals_and_drafts_with_and_without_logo(printed: list[Printed]) -> None:
    assert len(printed) >= GENERATED_PDFS - 5
    assert {each.document.draft for each in printed} == {True, False}
    assert {has_logo_with_words(each.record) for each in printed} == {True, False}


@pytest.mark.soak
def test_the_linter_finds_nothing(printed: list[Printed]) -> None:
    for each in printed:
        assert lint_pdf(each.pdf, each.document) == [], each.record


@pytest.mark.soak
def test_generated_records_conform(share: list[Printed], verapdf: VeraPdf) -> None:
    for each in share:
        verapdf.assert_conforms(each.pdf, "generated records")


@pytest.mark.soak
@needs_poppler
def test_generated_records_keep_their_words(share: list[Printed]) -> None:
    for each in share:
        assert bare("".join(tagged_text(each.pdf))) == bare("".join(everything(each.document))), each.record


@pytest.mark.soak
@settings(max_examples=how_many(in_test=60, in_soak=2000), suppress_health_check=SLOW)
@given(record=records())
def test_no_record_at_all_stops_the_export(record: Record) -> None:
    """Not even one that the checks would stop: the draft of it is still wanted, with what the typeface lacks left out."""
    data = write_pdf(build_document(record, draft=True, today=TODAY))
    assert len(pikepdf.open(BytesIO(data)).pages) > 0
