"""How a record names its bodies in headings and sentences (whole story)."""

from __future__ import annotations

from .record import Record


def possessive(name: str) -> str:
    """Return the possessive: "Chief Constable’s", "Chief Officers’"."""
    return f"{name}’" if name.endswith(("s", "S")) else f"{name}’s"


def body_title(record: Record) -> str:
    """Return the body's title for headings."""
    return record.office.body_title or "Local policing body"


def chief_officer_title(record: Record) -> str:
    """Return the chief officer's title for headings."""
    return record.office.chief_officer_title or "Chief officer"


def body_in_a_sentence(record: Record) -> str:
    """Return the short name of the body in running words: "Commissioner", "Mayor", "MOPAC", or its title."""
    title = body_title(record)
    words = title.replace("'", "’").split()
    if "Commissioner" in words:
        return "Commissioner"
    if "Mayor" in words:
        return "Mayor"
    return record.office.body_short or title


def record_title(record: Record) -> str:
    """Return the H1: "PCC and CC Force Inspection response record", with the short forms of the office.

    A joint record names each different short form once.
    """
    office = record.office
    shorts = [office.body_short, *(body.body_short for body in office.joint_with), office.chief_officer_short]
    names = list(dict.fromkeys(short for short in shorts if short))
    return f"{in_a_row(names)} Force Inspection response record".strip()


def in_a_row(names: list[str]) -> str:
    """Return "A", "A and B" or "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
