"""Report in: grades in the inspectorate's standard sentences ("Exampleshire Police is good at preventing crime.")."""

from __future__ import annotations

import re

from ...domain.inspection import Grade
from ..sentences import first_sentence
from .forces import FORM, is_force
from .words import GRADES

_SUBJECT = r"(?P<subject>(?:the|this|our) (?:force|service|constabulary|region|rocu)|[A-Z][^.;:]{2,80}?)"
_GRADE = r"(?P<grade>outstanding|good|adequate|inadequate|requires improvement|requiring improvement)"
_IS = re.compile(
    rf"{_SUBJECT}(?:’s|'s)?(?: (?:overall )?(?:performance|effectiveness|efficiency|approach|response))?"
    rf" (?:is|was|are|has been|were) (?:(?:now|still|again|currently) )?(?:(?:graded|rated|judged|assessed)(?: (?:as"
    rf"|to be))? )?(?:as )?[‘'“\"]?{_GRADE}[’'”\"]?"
    r"(?: (?P<prep>at|in|for)(?: how (?:well |effectively )?it)? (?P<area>.+?))?[.,;]?",
    re.IGNORECASE | re.DOTALL,
)
_REQUIRES = re.compile(
    rf"{_SUBJECT} requires? improvement (?:at|in|for|to)(?: how (?:well |effectively )?it)? (?P<area>.+?)[.,;]?", re.IGNORECASE | re.DOTALL
)
_APPROACH = re.compile(
    rf"{_SUBJECT}(?:’s|'s) (?:overall )?(?:approach to|performance in|effectiveness (?:at|in)|response to|work (?:on|in)"
    rf"|ability (?:at|in|to)) (?P<area>.+?)"
    rf" (?:(?:is|was) (?:graded |judged )?(?:as )?(?P<grade>outstanding|good|adequate|inadequate)|requires improvement)[.,;]?",
    re.IGNORECASE | re.DOTALL,
)
_WE = re.compile(
    rf"(?:we|hmic|hmicfrs|inspectors)(?: have)? (?:graded?|judged?|rated?|assessed|found) (?:that )?{_SUBJECT}(?:’s"
    rf"|'s)?(?: performance)? (?:as |to be |is |was )?[‘'“\"]?{_GRADE}[’'”\"]?"
    r"(?: (?P<prep>at|in|for)(?: how (?:well |effectively )?it)? (?P<area>.+?))?[.,;]?",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS = ("tstanding", " good ", " good.", "dequate", "mprovement", "good’", "good'", "good”")
_LONGEST = 330
_CUT = re.compile(r"[,;] (?:but|and it|which|although|with|as|however|because|where|while|compared)\b.*", re.DOTALL)
_RUNNING = re.compile(
    r"\b(?:example|understanding|standard|work|evidence|relationship|progress|use|practice|level|quality|service|position"
    r"|at the moment)s?\b",
    re.I,
)


def sentence_grade(text: str, *, under_heading: bool) -> tuple[str, str, Grade] | None:
    """Return whose, of what and which grade the first sentence of a paragraph gives, None when it gives none.

    Args:
        text: a paragraph.
        under_heading: whether it stands right under a heading; there "the force" may be the subject. In running text only a
            force by its name is, and "good" only "at" something: "good work" and "a good standard" are no grades.
    """
    if not any(sign in text[:_LONGEST] for sign in _SIGNS):
        return None
    sentence, more = first_sentence(text[: _LONGEST * 2])
    if len(sentence) > _LONGEST:
        return None
    if more and not under_heading:
        return None
    match = _APPROACH.fullmatch(sentence) or _IS.fullmatch(sentence) or _REQUIRES.fullmatch(sentence) or _WE.fullmatch(sentence)
    if not match:
        return None
    said = match.groupdict()
    subject = said["subject"].removesuffix("’s").removesuffix("'s").strip()
    named = is_force(subject) or bool(FORM.fullmatch(subject))
    if not named and not (under_heading and subject.casefold().startswith(("the ", "this ", "our "))):
        return None
    area = _CUT.sub("", said["area"] or "").strip(" ,")
    grade = GRADES[(said.get("grade") or "requires improvement").casefold()]
    if not area and not said.get("grade"):
        return None
    if grade is Grade.GOOD and not named and _RUNNING.search(area):
        return None
    return (subject if named else ""), area, grade
