"""Each fault on purpose is in the file, is told by the linter, and stands in docs/pdf-accessibility.md with its verdicts."""

from __future__ import annotations

import pytest

from response_app.record import lint_pdf
from tests.fixtures.shared import PROJECT
from tests.fixtures.soak import how_many
from tests.fixtures.verapdf import VeraPdf

from .lint_samples import written
from .mutant_tables import MUTANTS, counted, mutant_table
from .mutants import DRAFT, FINAL, Mutant
from .mutants_of_file import OF_FILE
from .mutants_of_writer import OF_WRITER

DOCS = PROJECT / "docs" / "pdf-accessibility.md"
JUDGED = MUTANTS[:: how_many(in_test=13, in_soak=1)]
"""By veraPDF, which takes a quarter of a second for each."""


def test_without_a_fault_nothing_is_told() -> None:
    for document in (FINAL, DRAFT):
        assert lint_pdf(written(document), document) == []
    assert all(lint_pdf(each.sound, each.document) == [] for each in (OF_WRITER[0], OF_FILE[0]))


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.fault.replace("\u2019", "'"))
def test_a_fault_is_told(mutant: Mutant) -> None:
    assert mutant.made != mutant.sound, "the fault is not in the file"
    problems = lint_pdf(mutant.made, mutant.document)
    assert [each for each in problems if mutant.told in each], problems[:8]


def test_breaking_the_writer_leaves_it_whole_afterwards() -> None:
    written.cache_clear()
    assert lint_pdf(written(FINAL), FINAL) == []


@pytest.mark.soak
def test_verapdf_finds_what_is_said_of_it(verapdf: VeraPdf) -> None:
    """All faults in one go; without a fault it finds nothing."""
    for document in (FINAL, DRAFT):
        verapdf.assert_conforms(written(document), "record before a fault")
    found = {each.fault: _rules(verapdf, each) for each in JUDGED}
    assert found == {each.fault: each.verapdf for each in JUDGED}


def _rules(verapdf: VeraPdf, mutant: Mutant) -> tuple[str, ...]:
    """The rules that veraPDF finds broken, as a mutant declares them."""
    verdicts = verapdf.judge(mutant.made, "faults on purpose (have to fail)")
    return tuple(
        mark + rule.replace(" test ", "-")
        for standard, mark in (("PDF/UA-1", ""), ("PDF/A-2a", "A:"))
        for rule in sorted(verdicts[standard].failed_rules)
    )


def test_half_of_the_faults_are_in_the_writer_and_each_has_its_own_name() -> None:
    assert len(OF_WRITER) >= len(MUTANTS) / 2 >= 20
    assert len({each.fault for each in MUTANTS}) == len(MUTANTS)


def test_the_docs_say_what_is_declared() -> None:
    """Mend the page with what `python -m tests.record.pdf.mutant_tables` prints."""
    lines = DOCS.read_text(encoding="utf-8").splitlines()
    assert counted() in lines
    table = mutant_table()
    start = lines.index(table[0])
    assert lines[start : start + len(table)] == table
    assert lines[start + len(table)] == ""
