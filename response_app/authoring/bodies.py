"""The kinds of local policing body and the titles that go with each (first run, office settings)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..domain.office import JointBody, Office


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
    KindOfBody(
        "Two commissioners for one force",
        replace(
            _CONSTABLE,
            body_title="Police and Crime Commissioner",
            body_short="PCC",
            joint_with=(JointBody("Police and Crime Commissioner", "PCC"),),
        ),
    ),
)
"""In the order in which they are offered (Police Act 1996 s.101: "local policing body"; boards are announced for May 2028)."""
_TITLES = ("force", "body_title", "body_short", "chief_officer_title", "chief_officer_short")


def kind_of(office: Office) -> KindOfBody | None:
    """Return the kind whose title the office prints, perhaps with more words ("... for Exampleshire"); None for a title of its own."""
    held = [each.office.body_title for each in KINDS_OF_BODY if _stands_in(each.office.body_title, office.body_title)]
    longest = max(held, key=len, default=None)
    alike = [each for each in KINDS_OF_BODY if each.office.body_title == longest]
    return next((each for each in alike if _others(each.office) == _others(office)), alike[0] if alike else None)


def with_kind(office: Office, before: KindOfBody | None, kind: KindOfBody) -> Office:
    """Return an office with the usual titles of a kind; a title that somebody wrote stays, as do names and ways to reach it.

    Where somebody added words to the usual title of the body, such as "for Exampleshire", these stay behind the new one.

    Args:
        office: the titles as they stand.
        before: the kind that they were filled in from, None for none.
        kind: the kind that is chosen.
    """
    filled = before.office if before else Office()
    usual = {name: getattr(kind.office, name) for name in _TITLES if getattr(office, name) in ("", getattr(filled, name))}
    title = office.body_title
    if before is not None and title != filled.body_title and _stands_in(filled.body_title, title):
        usual["body_title"] = title.replace(filled.body_title, kind.office.body_title, 1)
    own = tuple(each for each in office.joint_with if each not in filled.joint_with)
    return replace(office, **usual, joint_with=(*kind.office.joint_with, *own))


def _stands_in(usual: str, title: str) -> bool:
    """Tell whether a usual title stands in a title, as words of their own."""
    return f" {usual} " in f" {title} "


def _others(office: Office) -> set[str]:
    """The titles of the other bodies that answer: a second force of the same body has none."""
    return {each.body_title for each in office.joint_with if each.body_title}
