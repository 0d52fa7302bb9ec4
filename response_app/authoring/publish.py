"""Publishing: what stops the final, who may decide to publish all the same, and the files (checks, record out)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from .. import atomic_io
from ..checks import Cleaned, Problem
from ..domain.places import human
from ..domain.record import Record
from ..domain.response import Decision, DecisionKind
from ..errors import FileRefused, PdfRefused, RecordBlocked
from ..interchange import printed_sha256, write_record
from .judging import Verdict, can_pass, judge, lacking
from .publication_folder import Files, make_files
from .written import made_page, made_pdf, made_word


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where to write: the PDF, the web page, the Word file, and the record with the decision in it."""

    pdf: Path | None = None
    html: Path | None = None
    docx: Path | None = None
    record: Path | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did.

    Attributes:
        record: the record as it now is; another one than before only when a decision was added.
        written: the files, in the order of `Outputs`.
        passed: the problems that the given decision passed; none when it was not needed.
    """

    record: Record
    written: tuple[Path, ...]
    passed: tuple[Problem, ...] = ()


def export(
    record: Record,
    *,
    outputs: Outputs,
    draft: bool,
    today: date,
    decision: Decision | None = None,
    cleaned: Sequence[Cleaned] = (),
    logo: bytes | None = None,
    off: Collection[str] = (),
) -> Exported:
    """Write the record's files: all of them, or none.

    A draft is possible in any state of the record that can be drawn. The final is refused while a problem
    stops it; a decision passes what the law and the office's rules ask for, never what is wrong, and is
    added to the record.

    Args:
        record: what to print.
        outputs: where to write; the record is written only with a decision.
        draft: whether every page says that it is a draft.
        today: the day for which the record is checked.
        decision: who decided to publish in spite of a rule, and why.
        cleaned: what was cleaned away while the record was read.
        logo: the picture that the office's logo names.
        off: codes of the office's own rules that it has switched off.

    Raises:
        RecordBlocked: a problem stops the final.
        FileRefused: the decision is not complete, or was made on another text or version.
        PdfRefused: the record cannot be drawn, or its PDF does not hold its own rules.
        WriteFailed: a file could not be written.
    """
    verdict = judge(record, final=not draft, today=today, cleaned=cleaned, off=off)
    passed: tuple[Problem, ...] = ()
    if draft:
        _refuse_undrawable(record, verdict)
    else:
        if decision:
            decision, passed = complete(record, decision, verdict)
        _refuse_stopped(record, [each for each in verdict.stopping if each not in passed])
    if decision and passed:
        record = _with_decision(record, decision)
    from ..record import build_document

    document = build_document(record, draft=draft, today=today, logo=logo)
    makers = {outputs.pdf: made_pdf, outputs.html: made_page, outputs.docx: made_word}
    files = {path: make(document) for path, make in makers.items() if path}
    if outputs.record:
        files[outputs.record] = write_record(record)
    atomic_io.write_many(files)
    return Exported(record, tuple(files), passed)


def final_files(record: Record, *, today: date, logo: bytes | None = None, off: Collection[str] = ()) -> Files:
    """Return every file to publish, after the checks; a decision that the record keeps passes what it names.

    Args:
        record: what to publish.
        today: the day for which the record is checked, and of the letters.
        logo: the picture that the office's logo names.
        off: codes of the office's own rules that it has switched off.

    Raises:
        RecordBlocked: a problem stops the final.
        PdfRefused: a file does not hold its own rules.
    """
    _refuse_stopped(record, judge(record, final=True, today=today, off=off).stopping)
    return make_files(record, today=today, logo=logo)


def _refuse_undrawable(record: Record, verdict: Verdict) -> None:
    missing = [each for each in verdict.problems if each.code == "glyph_missing"]
    if missing:
        more = f" (and {len(missing) - 1} more)" if len(missing) > 1 else ""
        raise PdfRefused(
            f"{_where(record, missing[0])}: {missing[0].message[0].lower()}{missing[0].message[1:]}{more}.",
            "Nothing was written. Write it in another way, or take it out.",
        )


def _where(record: Record, problem: Problem) -> str:
    words = human(record, problem.place)
    return f"{words}, paragraph {problem.paragraph}" if problem.paragraph else words


def _refuse_stopped(record: Record, stopping: Sequence[Problem]) -> None:
    if not stopping:
        return
    count = "1 problem stops" if len(stopping) == 1 else f"{len(stopping)} problems stop"
    lines = [f"- {each.message} ({_where(record, each)})" for each in stopping]
    raise RecordBlocked("\n".join([f"{count} publication; nothing was written.", *lines, "A draft can be exported at any time."]))


def complete(record: Record, decision: Decision, verdict: Verdict) -> tuple[Decision, tuple[Problem, ...]]:
    """Return a decision to publish in spite of a rule with what it leaves open filled in, and the problems that it passes.

    Raises:
        FileRefused: it does not say who, in which post, when or why, or was made on other words or another version.
    """
    _refuse_decision(record, decision)
    passed = tuple(each for each in verdict.stopping if can_pass(each) and (not decision.codes or each.code in decision.codes))
    whole = replace(
        decision,
        codes=tuple(dict.fromkeys(each.code for each in passed)),
        version_label=record.state.version_label,
        sha256=printed_sha256(record),
    )
    return whole, passed


def _refuse_decision(record: Record, decision: Decision) -> None:
    if decision.what is not DecisionKind.PUBLISHED_WITH_EXCEPTION:
        raise FileRefused(
            f"The decision is of the kind {decision.what.value}; only published_with_exception passes a rule.", "Nothing was written."
        )
    unsaid = lacking(decision)
    if unsaid:
        raise FileRefused(f"The decision does not say {_in_a_row(unsaid)}.", "Nothing was written. Complete it and try again.")
    if decision.version_label and decision.version_label != record.state.version_label:
        raise FileRefused(
            f"The decision is about version {decision.version_label}; this is version {record.state.version_label}.", "Nothing was written."
        )
    if decision.sha256 and decision.sha256 != printed_sha256(record):
        raise FileRefused("The words of the record have changed since the decision was made.", "Nothing was written. Decide again.")


def _in_a_row(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _with_decision(record: Record, decision: Decision) -> Record:
    state = replace(record.state, decisions=(*record.state.decisions, decision))
    return replace(record, record_id=record.record_id or str(uuid4()), state=state)
