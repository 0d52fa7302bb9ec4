"""Letters that go with the copies of what was published (record out; Police Act 1996 s.55(6)).

A letter is a document like the record, so every writer can draw it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..domain.dates import in_words
from ..domain.record import Record
from ..domain.response import CopyTo, InvitationOutcome
from ..domain.richtext import Run, is_blank
from ..domain.titles import bodies_title, chief_officer_title, in_a_row, other_bodies, record_title
from .tree import Document, Heading, Node, Paragraph, Role

_KING_SINCE = date(2022, 9, 8)
"""Accession of Charles III; before it the offices are Her Majesty's."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who a copy goes to: the lines over the letter, and how it begins."""

    lines: tuple[str, ...]
    greeting: str


def addressee(to: CopyTo, on: date) -> Addressee:
    """Return the addressee of a copy as the office is called on that day.

    Raises:
        KeyError: a copy to somebody else, whom only the user can name.
    """
    majesty = "His" if on >= _KING_SINCE else "Her"
    return {
        CopyTo.INSPECTORS: Addressee(
            (
                f"{majesty} Majesty\u2019s Chief Inspector of Constabulary",
                f"{majesty} Majesty\u2019s Inspectorate of Constabulary and Fire & Rescue Services",
            ),
            "Dear Chief Inspector of Constabulary",
        ),
        CopyTo.SECRETARY_OF_STATE: Addressee(("The Secretary of State for the Home Department", "Home Office"), "Dear Secretary of State"),
    }[to]


def copy_letter(record: Record, to: Addressee, on: date, sender: str = "") -> Document:
    """Return the letter that goes with a copy of the record.

    Args:
        record: what was published, or is to be.
        to: who it goes to.
        on: the date of the letter.
        sender: who signs, "" for the holder of the office.
    """
    office, inspection = record.office, record.inspection
    title = inspection.title or "an inspection"
    reported = f", published on {in_words(inspection.published_on)}" if inspection.published_on else ""
    subject = f"Copy of the response to \u201c{title}\u201d"
    enclose = (
        f"{'We' if other_bodies(record) else 'I'} enclose a copy of the {record_title(record)} on the report \u201c{title}\u201d{reported}"
    )
    signs = sender or in_a_row(list(dict.fromkeys(each for each in (office.holder, *_joint_holders(record)) if each)))
    nodes: list[Node] = [
        Paragraph((Run(" \u00b7 ".join(each for each in (bodies_title(record), office.force) if each)),), Role.META),
        *(Paragraph((Run(line),)) for line in to.lines),
        Paragraph((Run(in_words(on)),), Role.META),
        Paragraph((Run(to.greeting),)),
        Heading(1, (Run(subject),)),
        Paragraph((Run(f"{enclose}, as section 55(6) of the Police Act 1996 requires."),)),
        Paragraph((Run(_published(record)),)),
        Paragraph((Run(_holds(record)),)),
        Paragraph((Run("Yours sincerely"),)),
        *(Paragraph((Run(line),)) for line in (signs, bodies_title(record)) if line),
    ]
    if office.contact:
        nodes.append(Paragraph((Run(office.contact),), Role.IMPRINT))
    return Document(
        title=subject,
        short_title=bodies_title(record),
        version="",
        language="en-GB",
        draft=False,
        marking="",
        nodes=tuple(nodes),
    )


def _joint_holders(record: Record) -> list[str]:
    return [body.holder for body in other_bodies(record)]


def _published(record: Record) -> str:
    """When and where it is published; a correction names the version that it corrects."""
    state, publication = record.state, record.state.publication
    website = f" on {record.office.website}" if record.office.website else ""
    where = f" at {publication.address}" if publication.address else website
    version = f" (version {state.version_label})" if state.version_label else ""
    if publication.confirmed_on is None:
        planned = f" on {in_words(publication.planned_on)}" if publication.planned_on else ""
        return f"The response{version} is to be published{planned}{where}."
    live = f"was published on {in_words(publication.confirmed_on)}{where}."
    newest = state.corrections[-1] if state.corrections else None
    if newest is None or newest.version_label != state.version_label:
        return f"The response{version} {live}"
    dated = f", dated {in_words(newest.on)}," if newest.on else ""
    return f"The response {live} This is version {state.version_label}{dated} which corrects it: {newest.text.rstrip('.')}."


def _holds(record: Record) -> str:
    """What of section 55(5) is in it: our comments, the chief officer's where there are any, our response to those."""
    our, chief, invitation = "our" if other_bodies(record) else "my", chief_officer_title(record), record.state.invitation
    sections = record.sections
    texts = (sections.chief_officer_response, *(each.chief.text for each in record.findings))
    if not all(is_blank(text) for text in texts):
        theirs = f"the comments of the {chief}"
        if is_blank(sections.overall_comments):
            return f"It holds {our} comments on the report and {theirs}."
        return f"It holds {our} comments on the report, {theirs}, and {our} response to them."
    by = f" by {in_words(invitation.reply_by)}" if invitation.reply_by else ""
    without = {
        InvitationOutcome.NONE_BY_DATE: f" The {chief} was invited to comment, and no comments were received{by}.",
        InvitationOutcome.DECLINED: f" The {chief} was invited to comment and chose not to.",
    }
    return f"It holds {our} comments on the report.{without.get(invitation.outcome, '')}"
