"""From a record to the neutral document tree: what is printed, in which order, in which words (record out).

The order is that of the published record: details, the inspectors' findings, the three narrative
sections of Police Act 1996 s.55(5), an answer to each finding, and where to find and ask for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..domain.dates import in_words
from ..domain.fields import fill
from ..domain.record import Record
from ..domain.response import InvitationOutcome
from ..domain.richtext import RichText, is_blank
from ..domain.titles import bodies_title, chief_officer_title, possessive, record_title
from . import answers, details, findings
from .nodes import Writer
from .tree import Document, Figure, Role


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What an office can choose to print otherwise.

    Attributes:
        evidence_in_full: False prints a link to the report instead of the inspectors' evidence.
        promising_practice: whether innovative and promising practice is printed.
    """

    evidence_in_full: bool = True
    promising_practice: bool = True


def build_document(record: Record, *, draft: bool, today: date, logo: bytes | None = None, options: PrintOptions | None = None) -> Document:
    """Return the document of `record`.

    Args:
        record: what to print; its fields are filled here.
        draft: whether the file says that it is one, with the record's marking.
        today: the day, for what a draft says of its clock; a final does not depend on it.
        logo: the picture that `record.office.logo` names, None when it is not at hand.
        options: what the office chose; the usual when None.
    """
    options = options or PrintOptions()
    out = Writer(record)
    if draft:
        out.fixed(_draft_notice(record), Role.NOTICE)
    if logo is not None and record.office.logo is not None:
        out.add(Figure(logo, record.office.logo.alt))
    out.heading(1, record_title(record))
    out.words(record.inspection.title or "Title of inspection not yet known", Role.SUBTITLE)
    details.write(out, record, draft, today)
    out.heading(2, "Summary of inspection")
    out.text(record.inspection.summary, 2, or_else="Not yet written.")
    findings.write(out, record, options.evidence_in_full, options.promising_practice)
    out.heading(2, f"{possessive(bodies_title(record))} initial response")
    out.text(record.sections.initial_response, 2, or_else="Not yet written.")
    out.heading(2, f"{possessive(chief_officer_title(record))} response")
    _chief_officers_response(out, record)
    answers.write(out, record)
    out.heading(2, f"{possessive(bodies_title(record))} overall comments")
    out.text(record.sections.overall_comments, 2, or_else="None.")
    details.write_imprint(out, record)
    return Document(
        title=_title(record, draft),
        short_title=_short_title(record),
        version=record.state.version_label,
        language=record.language,
        draft=draft,
        marking=record.state.marking.value if draft and record.state.marking else "",
        nodes=tuple(out.nodes),
    )


def _title(record: Record, draft: bool) -> str:
    """ "[Force]: response to [inspection], version 1.0"; a draft says so first."""
    version = f", version {record.state.version_label}" if record.state.version_label else ""
    force = record.office.force or "Force not yet named"
    title = f"{force}: response to {record.inspection.title or 'an inspection'}{version}"
    return f"Draft: {title}" if draft else title


def _short_title(record: Record) -> str:
    force = record.office.force.removesuffix(" Police").removesuffix(" Constabulary")
    title = record.inspection.title
    if title[:1].isupper() and title[1:2].islower() and title.split(" ")[0] in ("An", "A", "The"):
        title = title[0].lower() + title[1:]
    return " \u00b7 ".join(each for each in (force, f"Response to {title}" if title else "Response to an inspection") if each)


def _draft_notice(record: Record) -> str:
    """The first words of a draft: that it is one, its marking, its embargo."""
    marking = f" {record.state.marking.value}." if record.state.marking else ""
    embargo = record.state.embargo_until
    until = f" Embargoed until {in_words(embargo)}." if embargo else ""
    return f"Draft, not for publication.{marking}{until}"


def _chief_officers_response(out: Writer, record: Record) -> None:
    text: RichText = fill(record.sections.chief_officer_response, record)
    if not is_blank(text):
        out.text(text, 2)
        return
    title, invitation = chief_officer_title(record), record.state.invitation
    asked = f" by {in_words(invitation.reply_by)}" if invitation.reply_by else ""
    match invitation.outcome:
        case InvitationOutcome.NONE_BY_DATE:
            out.fixed(f"No comments were received{asked}.")
        case InvitationOutcome.DECLINED:
            out.fixed(f"The {title} was invited to comment and chose not to.")
        case InvitationOutcome.AWAITED:
            out.fixed(f"Comments from the {title} are awaited{asked}.")
        case InvitationOutcome.RECEIVED:
            out.fixed(f"The {title}\u2019s comments stand with each finding below.")
