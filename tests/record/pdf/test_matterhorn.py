"""Each condition of the Matterhorn Protocol 1.1 that asks for a person is met, and the docs and the publish page say how."""

from __future__ import annotations

import ast
import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pikepdf
import pytest

from response_app.authoring.looked_at import TO_LOOK_AT
from response_app.domain.finding import Action, ActionKind
from response_app.domain.richtext import Block, Heading, Paragraph, Run
from response_app.record import build_document
from response_app.record import tree as document_tree
from tests.fixtures.sample_records import SAMPLES, TODAY
from tests.fixtures.soak import SOAKING

from .matterhorn import CONDITIONS, Condition, Kept
from .mutant_tables import MUTANTS, condition_table, person_has_to_look, shared_out
from .test_mutants import DOCS
from .test_samples import BUT_LARGE, document, opened

"""Beside the tests that print the samples, so that they are printed once."""

OF_EACH_CHECKPOINT = {
    1: 3, 2: 1, 3: 3, 4: 1, 5: 3, 6: 1, 8: 2, 9: 3, 11: 1, 12: 1, 13: 7, 14: 3, 15: 4, 16: 3, 17: 1, 18: 2, 19: 2, 22: 1, 23: 1, 24: 1,
    27: 1, 28: 3, 29: 1, 31: 1,
}  # fmt: skip
"""How many conditions each checkpoint of edition 1.1 leaves to a person, with the two that have no test."""
LOOKED_THROUGH = [*SAMPLES] if SOAKING else BUT_LARGE
"""The record of 150 pages takes four seconds."""
_KEYS = (
    "AA OpenAction JS JavaScript AcroForm XFA FT Threads B OCProperties OC EmbeddedFiles EF Names RoleMap ActualText E Dur IsMap "
    "RichMediaContent Movie Sound Collection Requirements Sig ByteRange Ref NS"
)
_TYPES = "Note Reference Form Formula Caption H TOC TOCI Ruby Warichu Annot Art NonStruct Private"
FORBIDDEN_KEYS, FORBIDDEN_TYPES = (frozenset(f"/{name}" for name in names.split()) for names in (_KEYS, _TYPES))


def test_every_condition_that_asks_for_a_person_is_here_once_and_in_order() -> None:
    numbers = [each.number for each in CONDITIONS]
    assert numbers == sorted(set(numbers))
    assert Counter(int(number[:2]) for number in numbers) == OF_EACH_CHECKPOINT
    assert len(CONDITIONS) == 48 + 2


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda each: each.number)
def test_what_is_named_is_there(condition: Condition) -> None:
    """Functions of the linter, tests of this module, and keys of the checklist."""
    for name in condition.checks:
        if name.startswith("test_"):
            assert name in _tests_here()
        else:
            module, function = name.split(".")
            assert callable(getattr(import_module(f"response_app.record.pdf.lint.{module}"), function))
    assert bool(condition.looks) == person_has_to_look(condition)
    assert bool(condition.checks) == (condition.kept is not Kept.PERSON)
    assert set(condition.looks) <= set(TO_LOOK_AT)


def _tests_here() -> set[str]:
    return {each.name for each in ast.parse(Path(__file__).read_text(encoding="utf-8")).body if isinstance(each, ast.FunctionDef)}


@pytest.mark.parametrize("condition", [each for each in CONDITIONS if each.kept is not Kept.PERSON], ids=lambda each: each.number)
def test_what_is_asserted_is_shown_by_a_fault_or_by_a_test(condition: Condition) -> None:
    """What the model asserts is broken on purpose, and the linter tells it; what cannot occur is that or has a test of its own."""
    broken = [each for each in MUTANTS if each.condition == condition.number and each.told]
    assert broken or (condition.kept is Kept.NEVER and any(name.startswith("test_") for name in condition.checks))


def test_a_person_looks_at_what_is_left_and_at_nothing_else() -> None:
    assert {key for each in CONDITIONS for key in each.looks} == set(TO_LOOK_AT)
    assert 3 <= len(TO_LOOK_AT) <= 6


def test_the_docs_say_how_each_is_met() -> None:
    """Mend the page with what `python -m tests.record.pdf.mutant_tables` prints."""
    lines = DOCS.read_text(encoding="utf-8").splitlines()
    assert shared_out() in lines
    table = condition_table()
    start = lines.index(table[0])
    assert lines[start : start + len(table)] == table


# --- What the conditions name ---------------------------------------------------------------


def objects(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield every dictionary of a file, those inside others too, and the dictionaries of streams."""
    waiting: list[pikepdf.Object] = [*pdf.objects, pdf.trailer]
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Array):
            waiting += [one for one in each.as_list() if isinstance(one, pikepdf.Object) and not one.is_indirect]
        elif isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            yield each
            waiting += [one for _, one in each.items() if isinstance(one, pikepdf.Object) and not one.is_indirect]


@pytest.mark.soak
@pytest.mark.parametrize("name", LOOKED_THROUGH)
def test_no_sample_holds_an_object_that_acts_moves_or_sounds(name: str) -> None:
    pdf = opened(name)
    assert not pdf.is_encrypted
    assert not pdf.attachments
    for each in objects(pdf):
        keys = set(each.keys())
        assert not keys & FORBIDDEN_KEYS, keys
        assert str(each.get("/S", "")) not in FORBIDDEN_TYPES
        assert not each.get("/Trans", {}).keys()
        if "/Rect" in keys:
            assert each.Subtype == pikepdf.Name.Link
        if "/S" in keys and "/URI" in keys:
            assert each.S == pikepdf.Name.URI


@pytest.mark.soak
@pytest.mark.parametrize("name", LOOKED_THROUGH)
def test_the_only_picture_is_the_logo(name: str) -> None:
    """It is in the model at most once, before the title, and the file has no other; an author's text has no place for one."""
    nodes = document(name).nodes
    figures = [at for at, node in enumerate(nodes) if isinstance(node, document_tree.Figure)]
    title = next(at for at, node in enumerate(nodes) if isinstance(node, document_tree.Heading))
    assert len(figures) <= 1
    assert all(at < title for at in figures)
    images = [each for each in objects(opened(name)) if str(each.get("/Subtype", "")) in ("/Image", "/Form")]
    assert len(images) == len(figures)


def test_a_text_has_no_place_for_a_picture() -> None:
    """Should there be one some day, conditions 13-001 to 13-008 have to be met anew."""
    names = {each.__name__ for each in Block.__args__}
    assert names == {"Paragraph", "Heading", "ListBlock", "Quotation", "Table", "FieldBlock"}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_title_names_force_inspection_and_version(name: str) -> None:
    record, title = SAMPLES[name]().record, str(opened(name).docinfo.Title)
    for words in (record.office.force, record.inspection.title, record.state.version_label):
        assert words in title
    assert len(title.split()) > 3


def test_no_heading_is_deeper_than_the_sixth_level() -> None:
    """Headings of both levels in every text are printed at the level that they ask for: none was pushed up to fit."""
    deepest = {each.level for name in SAMPLES for each in document(name).nodes if isinstance(each, document_tree.Heading)}
    assert max(deepest) <= 6
    text = (Heading(1, (Run("One"),)), Heading(2, (Run("Two"),)), Paragraph((Run("Words."),)))
    record = SAMPLES["causes of concern"]().record
    found = tuple(
        replace(each, wording=text, evidence=text, chief=replace(each.chief, text=text), action=(Action(ActionKind.TAKEN, text),))
        for each in record.findings
    )
    printed = build_document(replace(record, findings=found), draft=False, today=TODAY)
    levels = [each.level for each in printed.nodes if isinstance(each, document_tree.Heading) and each.runs[0].text in ("One", "Two")]
    assert levels
    assert set(levels) <= {3, 4, 5, 6}
    assert max(levels) == 6
    assert all(two == one + 1 for one, two in zip(levels[::2], levels[1::2], strict=True))


def test_everybody_may_embed_the_typeface() -> None:
    """The fonts' own statement on embedding (OS/2, fsType) sets no limit."""
    faces = [each for each in (files("font_source_sans_pro") / "files").iterdir() if each.name.endswith(".ttf")]
    assert len(faces) >= 4
    for face in faces:
        data = face.read_bytes()
        tables = {data[at : at + 4]: struct.unpack_from(">L", data, at + 8)[0] for at in range(12, 12 + 16 * data[5], 16)}
        assert struct.unpack_from(">H", data, tables[b"OS/2"] + 8)[0] == 0, face.name
