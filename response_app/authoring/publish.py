"""Publishing: what stops the final, who may decide to publish all the same, and the files (checks, record out)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from .. import atomic_io
from ..bank_holidays import HOLIDAYS
from ..checks import Checker, Cleaned, Context, Problem, Severity
from ..domain.places import human
from ..domain.record import Record
from ..domain.response import Decision, DecisionKind
from ..errors import FileRefused, PdfRefused, RecordBlocked
from ..interchange import agreed_sha256, printed_parts, printed_sha256, write_record


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks say of a record.

    Attributes:
        problems: what they found, the heaviest first, without what was passed.
        passed: what a decision kept in the record passes, for these words in this version.
    """

    problems: tuple[Problem, ...]
    passed: tuple[Problem, ...] = ()

    @property
    def stopping(self) -> tuple[Problem, ...]:
        """The problems that stop the final."""
        return tuple(each for each in self.problems if each.stops)


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where to write: the PDF, and the record with the decision in it."""

    pdf: Path | None = None
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


<<<<<<< HEAD
class PrintedHashes:
    """Compares printed words with hashes; while somebody types, a value that had the hash before is compared in its place."""

    def __init__(self) -> None:
        self._known: dict[str, Record] = {}

    def is_printed(self, record: Record, sha256: str) -> bool:
        """Tell whether all printed parts are those of the hash."""
        parts = printed_parts(record)
        known = self._known.get(sha256)
        if known is not None:
            return parts == known
        same = printed_sha256(record) == sha256
        if same:
            self._known[sha256] = parts
        return same

    def is_agreed(self, record: Record, sha256: str) -> bool:
        """Tell whether the chief officer's printed words are those of the hash."""
        return agreed_sha256(record) == sha256


=======
>>>>>>> main
def judge(record: Record, *, final: bool, today: date, cleaned: Sequence[Cleaned] = (), off: Collection[str] = ()) -> Verdict:
    """Run the checks and set apart what a decision in the record passes.

    A decision to publish with an exception counts for the version that it names, as long as the printed
    words are still those that it was made on, and for the codes that it names; never for what is wrong.
    `off` are the codes of the office's own rules that it has switched off (`office_rules.rules_off`).
    """
    from ..record import has_glyph

<<<<<<< HEAD
    context = Context(today, final, _remembered(has_glyph), HOLIDAYS, cleaned, off, PrintedHashes())
    problems = Checker().run(record, context)
=======
    problems = run(record, Context(today, final, _remembered(has_glyph), HOLIDAYS, cleaned, off))
>>>>>>> main
    codes = _codes_passed(record)
    passed = tuple(each for each in problems if _can_pass(each) and each.code in codes)
    return Verdict(tuple(each for each in problems if each not in passed), passed)


def _remembered(has_glyph: Callable[[str], bool]) -> Callable[[str], bool]:
    """`has_glyph` that looks each character up once."""
    known: dict[str, bool] = {}

    def look(character: str) -> bool:
        if character not in known:
            known[character] = has_glyph(character)
        return known[character]

    return look


def _codes_passed(record: Record) -> set[str]:
    exceptions = [each for each in record.state.decisions if each.what is DecisionKind.PUBLISHED_WITH_EXCEPTION and not _lacking(each)]
    printed = printed_sha256(record) if exceptions else ""
    return {
        code
        for each in exceptions
        if each.version_label == record.state.version_label and each.sha256 in ("", printed)
        for code in each.codes
    }


def _can_pass(problem: Problem) -> bool:
    return problem.severity in (Severity.LAW, Severity.OFFICE_RULE)


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
            decision, passed = _pass(record, decision, verdict)
        _refuse_stopped(record, [each for each in verdict.stopping if each not in passed])
    if decision and passed:
        record = _with_decision(record, decision)
    files: dict[Path, bytes] = {}
    if outputs.pdf:
        files[outputs.pdf] = _pdf(record, draft, today, logo)
    if outputs.record:
        files[outputs.record] = write_record(record)
    atomic_io.write_many(files)
    return Exported(record, tuple(files), passed)


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


def _pass(record: Record, decision: Decision, verdict: Verdict) -> tuple[Decision, tuple[Problem, ...]]:
    """The decision with what it leaves open filled in, and the problems that it passes."""
    _refuse_decision(record, decision)
    passed = tuple(each for each in verdict.stopping if _can_pass(each) and (not decision.codes or each.code in decision.codes))
    complete = replace(
        decision,
        codes=tuple(dict.fromkeys(each.code for each in passed)),
        version_label=record.state.version_label,
        sha256=printed_sha256(record),
    )
    return complete, passed


def _refuse_decision(record: Record, decision: Decision) -> None:
    if decision.what is not DecisionKind.PUBLISHED_WITH_EXCEPTION:
        raise FileRefused(
            f"The decision is of the kind {decision.what.value}; only published_with_exception passes a rule.", "Nothing was written."
        )
    lacking = _lacking(decision)
    if lacking:
        raise FileRefused(f"The decision does not say {_in_a_row(lacking)}.", "Nothing was written. Complete it and try again.")
    if decision.version_label and decision.version_label != record.state.version_label:
        raise FileRefused(
            f"The decision is about version {decision.version_label}; this is version {record.state.version_label}.", "Nothing was written."
        )
    if decision.sha256 and decision.sha256 != printed_sha256(record):
        raise FileRefused("The words of the record have changed since the decision was made.", "Nothing was written. Decide again.")


def _lacking(decision: Decision) -> list[str]:
    needed = {
        "who decided (by)": decision.by.strip(),
        "in which post (role)": decision.role.strip(),
        "when (on)": decision.on,
        "why (reason)": decision.reason.strip(),
    }
    return [words for words, value in needed.items() if not value]


def _in_a_row(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _with_decision(record: Record, decision: Decision) -> Record:
    state = replace(record.state, decisions=(*record.state.decisions, decision))
    return replace(record, record_id=record.record_id or str(uuid4()), state=state)


def _pdf(record: Record, draft: bool, today: date, logo: bytes | None) -> bytes:
    from ..record import build_document, lint_pdf, write_pdf

    document = build_document(record, draft=draft, today=today, logo=logo)
    data = write_pdf(document)
    faults = lint_pdf(data, document)
    if faults:
        raise PdfRefused(f"The PDF does not hold the rules of an accessible PDF. {faults[0].removesuffix('.')}.", "Nothing was written.")
    return data
