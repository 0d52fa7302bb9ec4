"""The office as a record prints it: titles, names and how to reach it (whole story)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A printed logo: the name of an attachment and the words that describe the picture."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class JointBody:
    """Another body that answers jointly, or a second force of the same commissioner."""

    body_title: str = ""
    body_short: str = ""
    holder: str = ""
    force: str = ""
    chief_officer_title: str = ""
    chief_officer: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """Titles and names as printed; each record keeps those it was printed with."""

    force: str = ""
    body_title: str = ""
    body_short: str = ""
    holder: str = ""
    chief_officer_title: str = ""
    chief_officer_short: str = ""
    chief_officer: str = ""
    contact: str = ""
    website: str = ""
    logo: Logo | None = None
    joint_with: tuple[JointBody, ...] = ()
