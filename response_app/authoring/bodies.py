"""The kinds of local policing body and the titles that go with each (first run, office settings)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..domain.office import Office


@dataclass(frozen=True, slots=True)
class KindOfBody:
    """A kind of body as the user chooses it, and the titles that it usually prints; all of them can be changed."""

    name: str
    office: Office


_CONSTABLE = Office(chief_officer_title="Chief Constable", chief_officer_short="CC")

KINDS_OF_BODY = (
    KindOfBody("Police and Crime Commissioner", replace(_CONSTABLE, body_title="Police and Crime Commissioner", body_short="PCC")),
    KindOfBody(
        "Police, Fire and Crime Commissioner",
        replace(_CONSTABLE, body_title="Police, Fire and Crime Commissioner", body_short="PFCC"),
    ),
    KindOfBody("Mayor who holds the commissioner’s functions", replace(_CONSTABLE, body_title="Mayor", body_short="Mayor")),
    KindOfBody(
        "Mayor’s Office for Policing and Crime (MOPAC)",
        Office(
            force="Metropolitan Police Service",
            body_title="Mayor’s Office for Policing and Crime",
            body_short="MOPAC",
            chief_officer_title="Commissioner of Police of the Metropolis",
            chief_officer_short="Commissioner",
        ),
    ),
    KindOfBody(
        "Common Council of the City of London",
        Office(
            force="City of London Police",
            body_title="Common Council of the City of London",
            body_short="Police Authority Board",
            chief_officer_title="Commissioner of Police for the City of London",
            chief_officer_short="Commissioner",
        ),
    ),
    KindOfBody("Policing and crime board", replace(_CONSTABLE, body_title="Policing and Crime Board", body_short="Board")),
)
"""In the order in which they are offered (Police Act 1996 s.101: "local policing body"; boards are announced for May 2028)."""


def kind_of(office: Office) -> KindOfBody | None:
    """Return the kind whose title the office prints, None for a title of its own."""
    return next((each for each in KINDS_OF_BODY if each.office.body_title == office.body_title), None)
