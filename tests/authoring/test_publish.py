"""The gate: what a final is refused for, what a decision passes, and that nothing is written by halves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

import response_app.record
from response_app import atomic_io
from response_app.authoring.judging import judge
from response_app.authoring.publish import Exported, Outputs, export
from response_app.domain.canonical import from_plain
from response_app.domain.finding import Applies
from response_app.domain.record import Record
from response_app.domain.response import Decision, DecisionKind, Marking, SetAside
from response_app.errors import FileRefused, PdfRefused, RecordBlocked, WriteFailed
from response_app.interchange import printed_sha256, read_record

from ..checks.sound import TODAY, clean_record, draws, with_finding, with_state

DECISION = Decision(
    what=DecisionKind.PUBLISHED_WITH_EXCEPTION,
    by="A. Example",
    role="Commissioner",
    on=date(2024, 7, 1),
    reason="The force’s figures come in August.",
)


@dataclass
class Writers:
    """Stand-ins for the PDF writer: they remember what they were asked for."""

    faults: list[str] = field(default_factory=list)
    asked: list[tuple[bool, date]] = field(default_factory=list)

    def build(self, record: Record, *, draft: bool, today: date, logo: bytes | None = None) -> Record:
        self.asked.append((draft, today))
        return record


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> Writers:
    """Put stand-ins in the place of the PDF writer: here only the gate is tested."""
    made = Writers()
    monkeypatch.setattr(response_app.record, "build_document", made.build)
    monkeypatch.setattr(response_app.record, "write_pdf", lambda document: b"%PDF stand-in")
    monkeypatch.setattr(response_app.record, "lint_pdf", lambda data, document: made.faults)
    monkeypatch.setattr(response_app.record, "has_glyph", draws)
    return made


@pytest.fixture
def publish(writers: Writers, tmp_path: Path) -> Callable[..., Exported]:
    """Export into an empty folder."""

    def run(record: Record, *, draft: bool = False, decision: Decision | None = None) -> Exported:
        outputs = Outputs(pdf=tmp_path / "out.pdf", record=tmp_path / "out.json" if decision else None)
        return export(record, outputs=outputs, draft=draft, today=TODAY, decision=decision)

    return run


def law() -> Record:
    """Return a record that only the law stops."""
    return with_finding(clean_record(), "r1", action=())


def office_rule() -> Record:
    """Return a record that only the office's rules stop, twice."""
    return with_finding(with_state(clean_record(), decisions=()), "a1", action=())


def wrong() -> Record:
    """Return a record in which something is wrong."""
    return with_state(clean_record(), marking=Marking.OFFICIAL)


def undrawable() -> Record:
    """Return a record with two characters that the font lacks."""
    record = clean_record()
    return replace(record, sections=replace(record.sections, initial_response=from_plain("One.\n\nA ☃.\n\nA ☂.")))


def test_a_clean_record_is_written(publish: Callable[..., Exported], writers: Writers, tmp_path: Path) -> None:
    done = publish(clean_record())
    assert done.written == (tmp_path / "out.pdf",)
    assert (tmp_path / "out.pdf").read_bytes() == b"%PDF stand-in"
    assert writers.asked == [(False, TODAY)]
    assert done.record == clean_record()


@pytest.mark.parametrize("record", [law(), office_rule(), wrong(), undrawable()], ids=["law", "office_rule", "wrong", "undrawable"])
def test_a_final_is_refused_and_nothing_written(publish: Callable[..., Exported], tmp_path: Path, record: Record) -> None:
    with pytest.raises(RecordBlocked) as refused:
        publish(record)
    assert refused.value.exit_code == 2
    assert list(tmp_path.iterdir()) == []
    stopping = judge(record, final=True, today=TODAY).stopping
    for each in stopping:
        assert f"- {each.message} (" in refused.value.message
    assert refused.value.message.count("\n- ") == len(stopping)


@pytest.mark.parametrize("record", [law(), office_rule(), wrong(), Record()], ids=["law", "office_rule", "wrong", "empty"])
def test_a_draft_is_always_possible(publish: Callable[..., Exported], writers: Writers, record: Record) -> None:
    publish(record, draft=True)
    assert writers.asked == [(True, TODAY)]


def test_a_draft_that_cannot_be_drawn_is_refused(publish: Callable[..., Exported], tmp_path: Path) -> None:
    with pytest.raises(PdfRefused) as refused:
        publish(undrawable(), draft=True)
    assert refused.value.exit_code == 3
    assert refused.value.message == (
        "Initial response, paragraph 2: the character “☃” (snowman, U+2603) is missing from the record’s font (and 1 more)."
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("record", [law(), office_rule()], ids=["law", "office_rule"])
def test_a_decision_passes_law_and_office_rules(publish: Callable[..., Exported], tmp_path: Path, record: Record) -> None:
    codes = {each.code for each in judge(record, final=True, today=TODAY).stopping}
    done = publish(record, decision=DECISION)
    assert done.written == (tmp_path / "out.pdf", tmp_path / "out.json")
    written = read_record((tmp_path / "out.json").read_bytes()).record
    assert written == done.record
    kept = written.state.decisions[-1]
    assert set(kept.codes) == codes == {each.code for each in done.passed}
    assert (kept.version_label, kept.sha256) == ("1.0", printed_sha256(record))
    assert replace(kept, codes=(), version_label="", sha256="") == DECISION
    assert written.state.decisions[:-1] == record.state.decisions


def test_a_decision_never_passes_what_is_wrong(publish: Callable[..., Exported], tmp_path: Path) -> None:
    both = with_finding(wrong(), "r1", action=())
    decision = replace(DECISION, codes=("marking_present", "recommendation_unexplained"))
    for given in (DECISION, decision):
        with pytest.raises(RecordBlocked) as refused:
            publish(both, decision=given)
        assert "marked OFFICIAL" in refused.value.message
        assert "Recommendation" not in refused.value.message
    assert list(tmp_path.iterdir()) == []


def test_a_decision_that_names_codes_passes_those_only(publish: Callable[..., Exported], tmp_path: Path) -> None:
    record = office_rule()
    with pytest.raises(RecordBlocked, match="1 problem stops publication"):
        publish(record, decision=replace(DECISION, codes=("not_signed_off",)))
    assert list(tmp_path.iterdir()) == []
    named = replace(DECISION, codes=("not_signed_off", "afi_unanswered", "not_applicable_unexplained"))
    assert set(publish(record, decision=named).record.state.decisions[-1].codes) == {"not_signed_off", "afi_unanswered"}


@pytest.mark.parametrize("unseen", [" ", "\u200b \u00a0"])
@pytest.mark.parametrize(("lack", "words"), [("by", "who"), ("role", "post"), ("on", "when"), ("reason", "why")])
def test_a_decision_must_be_complete(publish: Callable[..., Exported], tmp_path: Path, lack: str, words: str, unseen: str) -> None:
    with pytest.raises(FileRefused) as refused:
        publish(law(), decision=replace(DECISION, **{lack: None if lack == "on" else unseen}))  # type: ignore[arg-type]
    assert words in refused.value.message
    assert f"({lack})" in refused.value.message
    assert refused.value.exit_code == 3
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"what": DecisionKind.SIGNED_OFF}, "signed_off"),
        ({"version_label": "0.9"}, "version 0.9"),
        ({"sha256": "0" * 64}, "have changed since"),
    ],
)
def test_a_decision_on_something_else_is_refused(
    publish: Callable[..., Exported], tmp_path: Path, change: dict[str, object], words: str
) -> None:
    with pytest.raises(FileRefused, match=words):
        publish(law(), decision=replace(DECISION, **change))  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_decision_that_is_not_needed_is_not_kept(publish: Callable[..., Exported], tmp_path: Path) -> None:
    done = publish(clean_record(), decision=DECISION)
    assert (done.passed, done.record) == ((), clean_record())
    assert read_record((tmp_path / "out.json").read_bytes()).record == clean_record()


def test_a_record_without_an_id_is_given_one_with_its_decision(publish: Callable[..., Exported]) -> None:
    assert UUID(publish(replace(law(), record_id=""), decision=DECISION).record.record_id).version == 4
    assert publish(law(), decision=DECISION).record.record_id == law().record_id


def test_a_decision_that_the_record_keeps_counts_for_its_words_and_version(publish: Callable[..., Exported]) -> None:
    kept = publish(law(), decision=DECISION).record
    verdict = judge(kept, final=True, today=TODAY)
    assert verdict.stopping == ()
    assert [each.code for each in verdict.passed] == ["recommendation_unexplained"]
    publish(kept)
    changed = [
        with_finding(kept, "a1", heading="Other words."),
        with_finding(kept, "r2", applies=Applies.NO),
        with_state(kept, version_label="1.1"),
        with_state(kept, decisions=(*kept.state.decisions[:-1], replace(kept.state.decisions[-1], role=""))),
        with_state(kept, decisions=(*kept.state.decisions[:-1], replace(kept.state.decisions[-1], codes=()))),
    ]
    everywhere = replace(kept.state.decisions[-1], sha256="", codes=("recommendation_unexplained", "marking_present"))
    other_version = with_state(kept, version_label="1.1", decisions=(*kept.state.decisions[:-1], everywhere))
    for each in (*changed, other_version):
        assert "recommendation_unexplained" in [problem.code for problem in judge(each, final=True, today=TODAY).stopping]
    marked = with_state(kept, marking=Marking.OFFICIAL, decisions=(*kept.state.decisions[:-1], everywhere))
    assert [each.code for each in judge(marked, final=True, today=TODAY).stopping] == ["marking_present"]


def test_a_pdf_with_a_fault_is_not_written(publish: Callable[..., Exported], writers: Writers, tmp_path: Path) -> None:
    writers.faults.append("page 2: something drawn belongs to nothing")
    for record, draft, decision in ((clean_record(), False, None), (clean_record(), True, None), (law(), False, DECISION)):
        with pytest.raises(PdfRefused, match="page 2"):
            publish(record, draft=draft, decision=decision)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_leaves_all_as_it_was(
    publish: Callable[..., Exported], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.pdf").write_bytes(b"old")

    calls = []

    def full_at_the_second_file(*_: object) -> None:
        calls.append(1)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic_io.os, "fsync", full_at_the_second_file)
    with pytest.raises(WriteFailed):
        publish(law(), decision=DECISION)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("out.pdf", b"old")]


def test_a_warning_is_set_aside_with_a_reason_and_nothing_that_stops_ever_is() -> None:
    record = clean_record()
    record = replace(record, sections=replace(record.sections, overall_comments=from_plain("In July last year it was so.")))
    aside = SetAside(code="relative_date", place="sections.overall_comments", quote="In July last year", reason="Quoted from the plan.")
    kept = judge(with_state(record, set_aside=(aside,)), final=True, today=TODAY)
    assert (kept.problems, [each.code for each in kept.set_aside]) == ((), ["relative_date"])
    for other in (replace(aside, reason=" \u200b"), replace(aside, quote="last year"), replace(aside, place="sections.initial_response")):
        told = judge(with_state(record, set_aside=(other,)), final=True, today=TODAY)
        assert ([each.code for each in told.problems], told.set_aside) == (["relative_date"], ())
    marked = with_state(wrong(), set_aside=(SetAside(code="marking_present", reason="It has to go out."),))
    assert [each.code for each in judge(marked, final=True, today=TODAY).stopping] == ["marking_present"]
