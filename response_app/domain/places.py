"""Where a text stands in a record, for the app and in plain words (checks, review).

A place is a dotted path with ids, such as `findings[f2].chief.text`. Things without an id are counted
from 0: `findings[f2].action[0].text`, `record.corrections[1].text`. Ids are used as they are, so a path
is read with `parts`, not split at its dots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any

from .finding import ActionKind, Applies, Finding, FindingKind, UpdateBy
from .inspection import Judgement
from .record import Record
from .richtext import RichText, is_blank
from .selection import label, made_to_others, printed, stands_among_answers
from .titles import body_title, chief_officer_title, in_a_row, other_bodies, possessive, the_body

_PART = re.compile(r"([a-z0-9_]+)(?:\[(.*?)\](?=\.|$))?(?:\.|$)")
_NOWHERE = 1_000_000


class Whose(StrEnum):
    """Whose words a text is."""

    INSPECTORS = "inspectors"
    CHIEF_OFFICER = "chief officer"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class TextAt:
    """A rich text of a record.

    Attributes:
        place: dotted path with ids.
        text: the text, perhaps empty.
        whose: whose words it is.
        printed: whether the record prints it, with its evidence in full. A blank text is never printed;
            a wording that only repeats the heading counts, for its words stand there.
    """

    place: str
    text: RichText
    whose: Whose
    printed: bool


_UPDATE_WORDS = {
    UpdateBy.FORCE: Whose.CHIEF_OFFICER,
    UpdateBy.COMMISSIONER: Whose.OURS,
    UpdateBy.INSPECTORS: Whose.INSPECTORS,
}


def texts(record: Record) -> Iterator[TextAt]:
    """Yield every rich text of the record, printed or not, in the order of the interchange format."""
    for suggestion in record.state.suggestions:
        place = f"record.suggestions[{suggestion.id}]"
        yield _text_at(f"{place}.was", suggestion.was, Whose.OURS, False)
        yield _text_at(f"{place}.now", suggestion.now, Whose.OURS, False)
    yield _text_at("inspection.summary", record.inspection.summary, Whose.OURS, True)
    in_full = {each.id for each in printed(record, *FindingKind)}
    to_others = {each.id for each in made_to_others(record)}
    for finding in record.findings:
        yield from _finding_texts(finding, finding.id in in_full, finding.id in to_others)
    sections = record.sections
    yield _text_at("sections.initial_response", sections.initial_response, Whose.OURS, True)
    yield _text_at("sections.chief_officer_response", sections.chief_officer_response, Whose.CHIEF_OFFICER, True)
    yield _text_at("sections.overall_comments", sections.overall_comments, Whose.OURS, True)


def _text_at(place: str, text: RichText, whose: Whose, printed: bool) -> TextAt:
    return TextAt(place, text, whose, printed and not is_blank(text))


def _finding_texts(finding: Finding, in_full: bool, to_others: bool) -> Iterator[TextAt]:
    place = f"findings[{finding.id}]"
    answered = in_full and stands_among_answers(finding)
    reasoned = to_others or (answered and finding.applies in (Applies.NO, Applies.JOINTLY))
    yield _text_at(f"{place}.wording", finding.wording, Whose.INSPECTORS, in_full)
    yield _text_at(f"{place}.evidence", finding.evidence, Whose.INSPECTORS, in_full)
    yield _text_at(f"{place}.reason", finding.reason, Whose.OURS, reasoned)
    yield _text_at(f"{place}.chief.text", finding.chief.text, Whose.CHIEF_OFFICER, in_full or to_others)
    for index, action in enumerate(finding.action):
        yield _text_at(f"{place}.action[{index}].text", action.text, Whose.OURS, answered)
    for index, update in enumerate(finding.updates):
        yield _text_at(f"{place}.updates[{index}].text", update.text, _UPDATE_WORDS[update.by], False)


def strings(record: Record) -> Iterator[tuple[str, str]]:
    """Yield place and characters of every plain string that the record prints, in the order of the interchange format."""
    yield from _office_strings(record)
    yield "record.version_label", record.state.version_label
    for index, correction in enumerate(record.state.corrections):
        yield f"record.corrections[{index}].version_label", correction.version_label
        yield f"record.corrections[{index}].text", correction.text
    yield from _inspection_strings(record)
    in_full = {each.id for each in printed(record, *FindingKind)}
    to_others = {each.id for each in made_to_others(record)}
    for finding in record.findings:
        if finding.id in in_full or finding.id in to_others:
            yield from _finding_strings(finding, finding.id in in_full)


def _office_strings(record: Record) -> Iterator[tuple[str, str]]:
    office = record.office
    for each in fields(office):
        value = getattr(office, each.name)
        if isinstance(value, str):
            yield f"office.{each.name}", value
    in_headings = other_bodies(record)
    for index, body in enumerate(office.joint_with):
        # Titles of rows without a name are not printed, but for those of bodies that stand in the headings.
        unprinted = {"body_title": not body.holder and body not in in_headings, "chief_officer_title": not body.chief_officer}
        for each in fields(body):
            if not unprinted.get(each.name):
                yield f"office.joint_with[{index}].{each.name}", getattr(body, each.name)


def _inspection_strings(record: Record) -> Iterator[tuple[str, str]]:
    inspection = record.inspection
    yield "inspection.title", inspection.title
    yield "inspection.inspectorate", inspection.inspectorate
    for index, name in enumerate(inspection.also_inspectorates):
        yield f"inspection.also_inspectorates[{index}]", name
    yield from _judgement_strings(inspection.judgements)


def _judgement_strings(judgements: tuple[Judgement, ...]) -> Iterator[tuple[str, str]]:
    """Areas where there are several grades, scopes where there are several scopes."""
    several_scopes = len({judgement.scope for judgement in judgements}) > 1
    for index, judgement in enumerate(judgements):
        if several_scopes:
            yield f"inspection.judgements[{index}].scope", judgement.scope
        if len(judgements) > 1:
            yield f"inspection.judgements[{index}].area", judgement.area


def _finding_strings(finding: Finding, in_full: bool) -> Iterator[tuple[str, str]]:
    place = f"findings[{finding.id}]"
    if not in_full and not in_a_row(list(finding.addressed_to)):
        yield f"{place}.scope", finding.scope
    yield f"{place}.number", finding.number
    yield f"{place}.heading", finding.heading
    for index, name in enumerate(finding.addressed_to):
        yield f"{place}.addressed_to[{index}]", name
    if in_full:
        for index, source in enumerate(finding.sources):
            if source.title:
                yield f"{place}.sources[{index}].title", source.title
                yield f"{place}.sources[{index}].number", source.number
        yield f"{place}.due.text", finding.due.text
    if not is_blank(finding.chief.text):
        yield f"{place}.chief.owner", finding.chief.owner
    if in_full and stands_among_answers(finding):
        for index, action in enumerate(finding.action):
            if not is_blank(action.text):
                yield f"{place}.action[{index}].owner", action.owner


def parts(place: str) -> list[tuple[str, str | None]]:
    """Return the keys of a place, each with what stands in square brackets after it, or None."""
    return [(match[1], match[2]) for match in _PART.finditer(place)]


def order(record: Record, place: str) -> tuple[int, ...]:
    """Return a sort key that puts places in the order in which the record file holds them; unknown ones come last."""
    key: list[int] = []
    node: object = record
    for name, inner in parts(place):
        index, node = _step(node, name)
        key.append(index)
        if inner is not None:
            index, node = _item(node, inner)
            key.append(index)
    return tuple(key)


def _step(node: object, name: str) -> tuple[int, object]:
    if hasattr(node, "__dataclass_fields__"):
        made: Any = type(node)
        index, attribute = _places_of_keys(made).get(name, (_NOWHERE, ""))
        return index, getattr(node, attribute) if attribute else None
    return _NOWHERE, None


@cache
def _places_of_keys(made: Any) -> dict[str, tuple[int, str]]:
    """Keys of the interchange format with their place in their object and the attribute of the model."""
    return {each.metadata.get("key", each.name): (index, each.name) for index, each in enumerate(fields(made))}


def _item(node: object, inner: str) -> tuple[int, object]:
    if isinstance(node, tuple):
        for index, each in enumerate(node):
            if inner == getattr(each, "id", str(index)):
                return index, each
    return _NOWHERE, None


_WORDS = {
    "office.force": "Inspection details, the name of the force",
    "office.body_title": "Inspection details, the body’s title",
    "office.body_short": "Inspection details, the short form of the body’s title",
    "office.holder": "Inspection details, the {body}’s name",
    "office.chief_officer_title": "Inspection details, the chief officer’s title",
    "office.chief_officer_short": "Inspection details, the short form of the chief officer’s title",
    "office.chief_officer": "Inspection details, the {chief}’s name",
    "office.contact": "Inspection details, the contact",
    "office.website": "Inspection details, the website",
    "office.logo": "Inspection details, the logo",
    "office.logo.alt": "Inspection details, the description of the logo",
    "office.joint_with": "Inspection details, who answers jointly",
    "office": "Inspection details, titles and names",
    "record.version_label": "Version",
    "record.marking": "Marking",
    "record.embargo_until": "Embargo",
    "record.clock": "Whether the 56 days apply",
    "record.invitation": "Invitation to the {chief}",
    "record.decisions": "Sign-off and decisions",
    "record.publication.planned_on": "Publication, the planned date",
    "record.publication.address": "Publication, the web address",
    "record.publication": "Publication",
    "record.corrections": "Corrections",
    "record.comments": "Comments from review",
    "record.suggestions": "Suggestions from review",
    "inspection.title": "Inspection details, the title",
    "inspection.inspectorate": "Inspection details, the inspectorate",
    "inspection.also_inspectorates": "Inspection details, the other inspectorates",
    "inspection.published_on": "Inspection details, the date published",
    "inspection.address": "Inspection details, the web address of the report",
    "inspection.judgements": "Inspection details, the grades",
    "inspection.summary": "Summary of inspection",
    "inspection": "Inspection details",
    "sections.initial_response": "Initial response",
    "sections.chief_officer_response": "{chief’s} response",
    "sections.overall_comments": "Overall comments",
}

_FINDING_WORDS = {
    "heading": "the heading",
    "number": "the number",
    "scope": "the chapter it stands in",
    "lead_in": "the lead-in",
    "wording": "the inspectors’ words",
    "evidence": "the inspectors’ evidence",
    "addressed_to": "who it is addressed to",
    "reason": "the reason",
    "sources": "where else it stands",
    "due": "the time limit",
    "updates": "progress",
}

_ACTION_WORDS = {
    ActionKind.TAKEN: "action, taken",
    ActionKind.PROPOSED: "action, proposed",
    ActionKind.NONE: "reasons for taking no action",
}


def human(record: Record, place: str) -> str:
    """Return the place in plain words, such as "Area for improvement 3, the Chief Constable’s comment".

    A place that the app has no words for is returned as it is.
    """
    path = parts(place)
    if path and path[0][0] == "findings":
        return _finding_in_words(record, path) or place
    names = [name for name, _ in path]
    while names:
        words = _WORDS.get(".".join(names))
        if words:
            return _with_titles(record, words)
        names.pop()
    return place


def _with_titles(record: Record, words: str) -> str:
    body, chief = body_title(record), chief_officer_title(record)
    for mark, name in (("{body}’s", possessive(body)), ("{chief}’s", possessive(chief)), ("{chief’s}", possessive(chief))):
        words = words.replace(mark, name)
    return words.replace("{chief}", chief)


def _finding_in_words(record: Record, path: list[tuple[str, str | None]]) -> str:
    finding = next((each for each in record.findings if each.id == path[0][1]), None)
    if finding is None:
        return "Findings" if len(path) == 1 else ""
    words = label(record, finding)
    if len(path) == 1:
        return words
    name, inner = path[1]
    if name == "chief":
        return f"{words}, the {possessive(chief_officer_title(record))} comment"
    if name == "action":
        return f"{words}, {possessive(the_body(record))} {_action_in_words(finding, inner)}"
    return f"{words}, {_FINDING_WORDS.get(name, name.replace('_', ' '))}"


def _action_in_words(finding: Finding, inner: str | None) -> str:
    if inner is not None and inner.isdecimal() and int(inner) < len(finding.action):
        return _ACTION_WORDS[finding.action[int(inner)].kind]
    return "answer"
