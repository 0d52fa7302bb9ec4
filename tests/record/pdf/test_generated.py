"""Any record that can be printed comes out as a PDF that conforms, whatever stands in it."""

from __future__ import annotations

from io import BytesIO

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

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture)


def logo() -> bytes:
    """Return a small picture."""
    out = BytesIO()
    Image.new("L", (30, 20), 200).save(out, "PNG")
    return out.getvalue()


LOGO = logo()


def has_logo_with_words(record: Record) -> bool:
    """Tell whether the record names a logo and its words."""
    return isinstance(record.office.logo, Logo) and bool(record.office.logo.alt.strip())


def printed(record: Record, draft: bool) -> tuple[Document, bytes]:
    """Return tree and PDF of a record."""
    document = build_document(record, draft=draft, today=TODAY, logo=LOGO if has_logo_with_words(record) else None)
    return document, write_pdf(document)


@pytest.mark.soak
@settings(max_examples=how_many(in_test=60, in_soak=1000), suppress_health_check=SLOW)
@given(record=records(printable=True), draft=st.booleans())
def test_the_linter_finds_nothing(record: Record, draft: bool) -> None:
    document, pdf = printed(record, draft)
    assert lint_pdf(pdf, document) == []


@pytest.mark.soak
@pytest.mark.xdist_group("verapdf")
@settings(max_examples=GENERATED_PDFS, suppress_health_check=SLOW, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(record=records(printable=True), draft=st.booleans())
def test_generated_records_conform(record: Record, draft: bool, verapdf: VeraPdf) -> None:
    """A failing record is shown as it is: veraPDF is too slow to look for the shortest."""
    verapdf.assert_conforms(printed(record, draft)[1], "generated records")


@pytest.mark.soak
@needs_poppler
@settings(max_examples=how_many(in_test=30, in_soak=500), suppress_health_check=SLOW)
@given(record=records(printable=True))
def test_generated_records_keep_their_words(record: Record) -> None:
    document = build_document(record, draft=False, today=TODAY)
    assert bare("".join(tagged_text(write_pdf(document)))) == bare("".join(everything(document)))


@pytest.mark.soak
@settings(max_examples=how_many(in_test=60, in_soak=2000), suppress_health_check=SLOW)
@given(record=records())
def test_no_record_at_all_stops_the_export(record: Record) -> None:
    """Not even one that the checks would stop: the draft of it is still wanted, with what the typeface lacks left out."""
    data = write_pdf(build_document(record, draft=True, today=TODAY))
    assert len(pikepdf.open(BytesIO(data)).pages) > 0
