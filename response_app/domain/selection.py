"""Which findings a record prints, answers or explains, and under which number (findings, record out)."""

from __future__ import annotations

import re

from .finding import Applies, Finding, FindingKind
from .record import Record
from .richtext import is_blank

_ANSWERED = frozenset(FindingKind) - {FindingKind.PROMISING_PRACTICE}
_WORDS_OF_A_FORCE = {"police", "constabulary", "service", "force", "the", "and", "&"}


def concerns_this_force(record: Record, finding: Finding) -> bool:
    """Tell whether the finding stands in a chapter of this record's force (or a joint one), or in none.

    A scope names the force loosely ("Exampleshire" for "Exampleshire Police"); a record without a
    force's name takes every finding as its own.
    """
    if not finding.scope or not record.office.force:
        return True
    scope = _force_name(finding.scope)
    forces = [record.office.force, *(body.force for body in record.office.joint_with)]
    return any(scope == _force_name(force) for force in forces if force)


def _force_name(name: str) -> frozenset[str]:
    words = re.findall(r"[\w&]+", name.casefold())
    return frozenset(word for word in words if word not in _WORDS_OF_A_FORCE) or frozenset(words)


def printed(record: Record, *kinds: FindingKind) -> tuple[Finding, ...]:
    """Return the findings of these kinds that the record prints in full, in the report's order.

    They are this force's, and those of other chapters that were decided to apply.
    """
    others = {each.id for each in made_to_others(record)}
    return tuple(each for each in record.findings if each.kind in kinds and each.id not in others and _is_ours(record, each))


def _is_ours(record: Record, finding: Finding) -> bool:
    return finding.applies in (Applies.YES, Applies.JOINTLY) or concerns_this_force(record, finding)


def to_answer(record: Record) -> tuple[Finding, ...]:
    """Return the findings that need an answer: printed, not promising practice, not decided to be for others."""
    return tuple(each for each in printed(record, *_ANSWERED) if each.applies is not Applies.NO)


def stands_among_answers(finding: Finding) -> bool:
    """Tell whether a finding that is printed in full has its place among the answers: promising practice only with a comment.

    All comments that the chief officer submitted are published (Police Act 1996 s.55(5)(b)).
    """
    return finding.kind in _ANSWERED or not is_blank(finding.chief.text)


def made_to_others(record: Record) -> tuple[Finding, ...]:
    """Return the recommendations made to somebody else: decided so, or standing in another's chapter.

    One that was decided to apply, alone or jointly, is never among them.
    """
    return tuple(
        each
        for each in record.findings
        if each.kind is FindingKind.RECOMMENDATION
        and (each.applies is Applies.NO or (each.applies is Applies.UNDECIDED and not concerns_this_force(record, each)))
    )


def numbers(record: Record) -> dict[str, str]:
    """Return the printed number of every finding by id: the inspectors', else counted within its kind.

    A counted number passes over those that the inspectors gave to findings of the same kind. All that
    the record prints in full are one series, whichever joint force they are for; other chapters have their own.
    """
    given: dict[tuple[str, str], set[str]] = {}
    for each in record.findings:
        given.setdefault(_series(record, each), set()).add(_bare(each))
    counts: dict[tuple[str, str], int] = {}
    out: dict[str, str] = {}
    for each in record.findings:
        number = _bare(each)
        if not number:
            series = _series(record, each)
            counts[series] = counts.get(series, 0) + 1
            while str(counts[series]) in given[series]:
                counts[series] += 1
            number = str(counts[series])
        out[each.id] = number
    return out


def _series(record: Record, finding: Finding) -> tuple[str, str]:
    kind = FindingKind.CAUSE_OF_CONCERN if finding.kind.is_cause else finding.kind
    return kind.value, "" if _is_ours(record, finding) else finding.scope


def _bare(finding: Finding) -> str:
    """The inspectors' number without the kind's name and the full stop: "3" for "Recommendation 3."."""
    number = finding.number.strip()
    for words in (finding.kind.words, "AFI", "Recommendation", "Cause of concern"):
        if number.casefold().startswith(words.casefold()):
            number = number[len(words) :]
    return number.strip(" .:")


def label(record: Record, finding: Finding) -> str:
    """Return the finding's kind and number, such as "Area for improvement 2"."""
    return f"{finding.kind.words} {numbers(record)[finding.id]}"
