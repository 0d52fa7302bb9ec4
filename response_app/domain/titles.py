"""How a record names its bodies in headings and sentences (whole story)."""

from __future__ import annotations

from .office import JointBody
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


def bodies_title(record: Record) -> str:
    """Return the title for headings of all who answer: "Police and Crime Commissioners" where two have the same."""
    return _together([body_title(record), *(body.body_title for body in other_bodies(record))])


def body_in_a_sentence(record: Record) -> str:
    """Return the short name of who answers, in running words: "Commissioner", "Commissioners", "Mayor", "MOPAC", or a title."""
    office = record.office
    shorts = [(body_title(record), office.body_short), *((body.body_title, body.body_short) for body in other_bodies(record))]
    return _together([_spoken(title, short) for title, short in shorts])


def the_body(record: Record) -> str:
    """Return who answers with the article, where there is one: "the Commissioner", "the Board", but "MOPAC"."""
    name = body_in_a_sentence(record)
    return name if _is_initials(name) else f"the {name}"


def body_has(record: Record) -> str:
    """Return "has", or "have" where several answer."""
    return "have" if other_bodies(record) else "has"


def other_bodies(record: Record) -> list[JointBody]:
    """Return the bodies that answer jointly and stand in the headings; a second force of the same holder is no other body."""
    office = record.office
    found = []
    for body in record.office.joint_with:
        second_force = body.force not in ("", office.force) and body.holder in ("", office.holder)
        if body.body_title and not (second_force and body.body_title == office.body_title):
            found.append(body)
    return found


def _spoken(title: str, short: str) -> str:
    words = title.replace("'", "’").split()
    return next((word for word in ("Commissioner", "Mayor") if word in words), short or title)


def _together(names: list[str]) -> str:
    """Several names in one: equal ones as one in the plural."""
    return in_a_row([_plural(name) if names.count(name) > 1 else name for name in dict.fromkeys(names)])


def _plural(name: str) -> str:
    return f"{name[:-1]}ies" if name.endswith("y") and name[-2:-1] not in "aeiou" else f"{name}s"


def _is_initials(name: str) -> bool:
    return len(name) > 2 and name.isupper() and name.isalpha()


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
