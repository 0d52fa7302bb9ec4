"""Letters that go with the copies of what was published (record out; Police Act 1996 s.55(6)).

A letter is a document like the record, so every writer can draw it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..domain.dates import in_words
from ..domain.record import Record
from ..domain.response import CopyTo
from ..domain.richtext import Run
from ..domain.titles import bodies_title, record_title
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
            "Dear Chief Inspector",
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
    office, inspection, publication = record.office, record.inspection, record.state.publication
    title = inspection.title or "an inspection"
    reported = f", published on {in_words(inspection.published_on)}" if inspection.published_on else ""
    live = publication.confirmed_on or publication.planned_on
    ours = f"The response (version {record.state.version_label}) " if record.state.version_label else "The response "
    when = f"was published on {in_words(live)}" if publication.confirmed_on and live else "is published"
    where = f" at {publication.address or office.website}" if publication.address or office.website else ""
    subject = f"Copy of the response to \u201c{title}\u201d"
    nodes: list[Node] = [
        Paragraph((Run(bodies_title(record)),), Role.META),
        *(Paragraph((Run(line),)) for line in to.lines),
        Paragraph((Run(in_words(on)),), Role.META),
        Paragraph((Run(to.greeting),)),
        Heading(1, (Run(subject),)),
        Paragraph(
            (
                Run(
                    f"I enclose a copy of the {record_title(record)} on the report \u201c{title}\u201d{reported}, as section 55(6) of the "
                    "Police Act 1996 asks."
                ),
            )
        ),
        Paragraph((Run(f"{ours}{when}{where}. It holds my comments, those of the chief officer, and my response to them."),)),
        Paragraph((Run("Yours sincerely"),)),
        Paragraph((Run(sender or office.holder or bodies_title(record)),)),
        Paragraph((Run(bodies_title(record)),)),
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
