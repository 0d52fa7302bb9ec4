"""Report in: whom a recommendation is made to, from the words before "should"."""

from __future__ import annotations

import re

from .forces import FORM, is_force
from .words import modal_in

_FOR = r"(?: for(?: (?!the\b|and (?:the\b|[A-Z]))[a-z-]+){1,6})?"
_BODIES = re.compile(
    r"\b(?:"
    r"(?:all )?(?:police )?forces(?: in the region)?|(?:the |each |every )?(?:force|service|constabulary)(?=$|[ ,’'])|"
    r"(?:(?:all|the) )?[Cc]hief [Cc]onstables?(?: (?:of|in) (?:all forces|the region|each force|the force|[A-Z][\w-]+(?: [A-Z][\w-]+)*))?|"
    r"(?:regional )?chief officers?|chief fire officers?|"
    r"(?:[Pp]olice and [Cc]rime|[Pp]olice, [Ff]ire and [Cc]rime) [Cc]ommissioners?|"
    r"(?:^|(?<=[Tt]he )|(?<=and )|(?<=all )|(?<=, ))[Cc]ommissioners?(?=$|,| (?!of\b|for\b))|mayors?(?: with policing functions)?|"
    r"Association of Police and Crime Commissioners|APCC|Home Office|Home Secretary|College of Policing|"
    rf"(?:National Police Chiefs['’]? Council|NPCC)(?: [a-z]+(?: [a-z]+){{0,3}} leads?| leads?{_FOR})?"
    r"|National Fire Chiefs Council|NFCC|"
    r"National Crime Agency|NCA|Crown Prosecution Service|CPS|Ministry of Justice|Department (?:for"
    r"|of) [A-Z][\w-]+(?:,? (?:and )?[A-Z][\w-]+)*|"
    r"Independent Office for Police Conduct|IOPC|HM Courts (?:and|&) Tribunals Service|HMCTS|HM Prison and Probation Service"
    r"|HMPPS|Probation Service|"
    r"NHS England|Youth Justice Board|Youth Custody Service|Law Commission|Sentencing Council|Cabinet Office|"
    r"Local Government Association|Welsh Government|Government(?! [A-Z])|Parliament|"
    r"(?:local )?safeguarding (?:children )?partner(?:ship)?s?|local authorit(?:y|ies)|integrated care boards?"
    r"|local criminal justice boards?|"
    r"regional (?:lead|chief constables?|organised crime units?|coordinator|co-ordinator)|ROCUs?|Forensic Science Regulator|"
    r"Police Digital Service|police service|heads of [a-z]+(?: [a-z]+){0,3}|senior responsible owner|"
    r"(?:fire and rescue )?services|fire and rescue authorit(?:y|ies)|fire authorit(?:y|ies)"
    r")",
)
_LIMIT = re.compile(
    r"^(?:we recommend (?:that )?|(?:by|before|within|no later than|from|with immediate effect|immediately|as soon as)\b[^,]{0,80},\s*)",
    re.IGNORECASE,
)
_LONGEST_SUBJECT = 240


def subject_of(text: str) -> str:
    """Return the words of a sentence before "should", its time limit apart: whom it tells to act; "" without any."""
    modal = modal_in(text)
    if not modal or modal.start() > _LONGEST_SUBJECT:
        return ""
    return _LIMIT.sub("", _LIMIT.sub("", text[: modal.start()])).strip(" ,")


def addressees_of(text: str) -> tuple[str, ...]:
    """Return the bodies that a sentence tells to act, as printed but without "the": ("College of Policing", "Chief constables")."""
    subject = subject_of(text)
    if not subject:
        return ()
    found = [(each.start(), each[0]) for each in _BODIES.finditer(subject)]
    found += [(each.start(), each[0]) for each in FORM.finditer(subject) if is_force(each[0])]
    if re.match(r"[A-Z][a-z]", subject):  # a sentence that begins with the body: its first letter is the sentence's
        small = subject[0].lower() + subject[1:]
        found += [(each.start(), each[0]) for each in _BODIES.finditer(small) if each.start() == 0]
    names: list[str] = []
    last = -1
    for start, name in sorted(found, key=lambda each: (each[0], -len(each[1]))):
        plain = re.sub(r"^(?:the|each|every) ", "", name.strip(), flags=re.IGNORECASE)
        if start >= last and plain:
            names.append(_titled(plain))
            last = start + len(name)
    return tuple(dict.fromkeys(names))


def _titled(name: str) -> str:
    """A body as a line of its own; the force is written as in a sentence."""
    return f"The {name}" if name in ("force", "service", "constabulary") else name[0].upper() + name[1:]
