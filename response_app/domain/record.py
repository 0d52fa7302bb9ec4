"""The whole record of one response: what every step of the story reads and writes."""

from __future__ import annotations

from dataclasses import dataclass, field

from .finding import Finding
from .inspection import Inspection
from .office import Office
from .response import ResponseState
from .richtext import LANGUAGES, RichText


@dataclass(frozen=True, slots=True)
class Sections:
    """The three narrative sections: the body's comments, the chief officer's, and the answer to those (s.55(5)(a) to (c))."""

    initial_response: RichText = ()
    chief_officer_response: RichText = ()
    overall_comments: RichText = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One record, a value: every change makes another.

    Attributes:
        record_id: UUID of the record, "" until one is given.
        language: main language, "en-GB" or "cy-GB".
        translation_of: record_id of the record that this one translates.
        extensions: other programs' own things as JSON text of an object, "" for none; kept, never read.
        state: the state of the response (the key "record" of the interchange format).
    """

    record_id: str = ""
    language: str = field(default=LANGUAGES[0], metadata={"choices": LANGUAGES})
    translation_of: str | None = None
    extensions: str = field(default="", metadata={"json": True})
    office: Office = Office()
    state: ResponseState = field(default=ResponseState(), metadata={"key": "record"})
    inspection: Inspection = Inspection()
    findings: tuple[Finding, ...] = ()
    sections: Sections = Sections()

    def finding(self, finding_id: str) -> Finding:
        """Return the finding with this id; KeyError when there is none."""
        for each in self.findings:
            if each.id == finding_id:
                return each
        raise KeyError(finding_id)

    def under(self, cause: Finding) -> tuple[Finding, ...]:
        """Return the recommendations that belong to a cause of concern, in the report's order."""
        return tuple(each for each in self.findings if each.parent == cause.id)
