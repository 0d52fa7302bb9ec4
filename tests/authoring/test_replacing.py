"""Replacing words in a whole record: what is found and why some of it is left, versions kept, one step to undo, nothing half done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from response_app.authoring import editing, records, texts
from response_app.authoring.earlier_words import kept_words
from response_app.authoring.replacing import replace_in_record
from response_app.authoring.set_aside import set_hint_aside
from response_app.authoring.workspace import Workspace
from response_app.domain.canonical import from_plain
from response_app.domain.finding import Action, ActionKind, ChiefAnswer, Finding, FindingKind, Update, UpdateBy
from response_app.domain.finding_words import Hit, Wanted
from response_app.domain.record import Record, Sections
from response_app.domain.response import Invitation, InvitationOutcome, ResponseState, Suggestion
from response_app.domain.richtext import Paragraph, Run, plain
from response_app.domain.words_in_record import Found, Replacement, count_places, search
from response_app.errors import AppError
from response_app.interchange import write_record

ID = "00000000-0000-4000-8000-00000000000a"


def made() -> Record:
    """Return a record with "plan" in every kind of text."""
    finding = Finding(
        "f1",
        FindingKind.AREA_FOR_IMPROVEMENT,
        heading="The force should plan.",
        wording=from_plain("It should plan more."),
        evidence=from_plain("No plan."),
        reason=from_plain("Our plan."),
        chief=ChiefAnswer(from_plain("Their plan.")),
        action=(Action(ActionKind.TAKEN, from_plain("A plan.\n\nAnother plan, and a plan.")),),
        updates=(
            Update(None, UpdateBy.FORCE, text=from_plain("plan done")),
            Update(None, UpdateBy.COMMISSIONER, text=from_plain("plan seen")),
        ),
    )
    initial = (Paragraph((Run("About "), Run(field="report_title"), Run(" and the plan. Then more."))),)
    record = Record(record_id=ID, findings=(finding,), sections=Sections(initial, from_plain("Chief plan."), ()))
    suggestion = Suggestion(id="s1", place="sections.initial_response", was=from_plain("plan"), now=from_plain("plans"))
    inspection = replace(record.inspection, title="A plan")
    return replace(record, inspection=inspection, state=replace(ResponseState(), suggestions=(suggestion,)))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A store with that record."""
    opened = Workspace.open(tmp_path / "store", "A. Author")
    opened.do(records.bring_in, write_record(made()))
    yield opened
    opened.close()


def look(record: Record, words: str = "plan") -> list[Found]:
    """Return what is found in a record."""
    return [each for each in search(record, Wanted(words)) if each is not None]


def now(workspace: Workspace) -> Record:
    """Return the record as it is stored."""
    return workspace.ask(records.open_record, ID)


def test_what_can_be_replaced_and_why_the_rest_is_left() -> None:
    found = look(made())
    assert [(each.place, each.left_because) for each in found] == [
        ("record.suggestions[s1].was", "This is a suggestion from review: accept or reject it first."),
        ("record.suggestions[s1].now", "This is a suggestion from review: accept or reject it first."),
        ("findings[f1].heading", "These are the inspectors’ words."),
        ("findings[f1].wording", "These are the inspectors’ words."),
        ("findings[f1].evidence", "These are the inspectors’ words."),
        ("findings[f1].reason", ""),
        ("findings[f1].chief.text", ""),
        ("findings[f1].action[0].text", ""),
        ("findings[f1].action[0].text", ""),
        ("findings[f1].action[0].text", ""),
        ("findings[f1].updates[0].text", "This is what the force said of its progress."),
        ("findings[f1].updates[1].text", ""),
        ("sections.initial_response", "A field: its words come from the record."),
        ("sections.initial_response", ""),
        ("sections.chief_officer_response", ""),
    ]
    assert all((each.replacement is None) == bool(each.left_because) for each in found)
    assert count_places(found) == 12


def test_the_chief_officers_words_are_left_once_they_were_received() -> None:
    received = replace(made(), state=replace(made().state, invitation=Invitation(outcome=InvitationOutcome.RECEIVED)))
    left = {each.place for each in look(received) if each.left_because.endswith("words, as they were received.")}
    assert left == {"findings[f1].chief.text", "sections.chief_officer_response"}


def test_each_is_shown_in_its_sentence_with_the_words_of_fields() -> None:
    found = [each for each in look(made()) if each.place == "sections.initial_response"]
    assert [(each.before, each.words, each.after, each.number) for each in found] == [
        ("About A ", "plan", " and the plan.", 0),
        ("About A plan and the ", "plan", ".", 1),
    ]
    words = " ".join(["word"] * 60)
    (one,) = look(replace(made(), sections=Sections(from_plain(f"{words} xyz {words}"))), "xyz")
    assert one.before.startswith("… word") and one.after.endswith("word …") and len(one.before) + len(one.after) < 130


def test_a_heading_that_the_wording_repeats_is_found_once() -> None:
    record = made()
    same = replace(record.findings[0], wording=from_plain(record.findings[0].heading))
    places = [each.place for each in look(replace(record, findings=(same,)))]
    assert "findings[f1].heading" not in places and "findings[f1].wording" in places


def test_replacing_is_one_step_with_versions_before_and_after(workspace: Workspace) -> None:
    before = now(workspace)
    chosen = [each.replacement for each in look(before) if each.replacement][1:]
    changes = workspace.do(replace_in_record, ID, chosen, "scheme")
    assert changes.name == "replace words"
    after = now(workspace)
    assert plain(after.findings[0].action[0].text) == "A scheme.\nAnother scheme, and a scheme."
    assert plain(after.findings[0].reason) == "Our plan." and plain(after.findings[0].chief.text) == "Their scheme."
    assert plain(after.sections.initial_response) == "About [report_title] and the scheme. Then more."
    assert after.findings[0].evidence == before.findings[0].evidence and after.state == before.state
    kept = workspace.ask(texts.text_versions, ID, "sections.chief_officer_response")
    assert [(each.reason, plain(workspace.ask(kept_words, each.number)())) for each in kept] == [
        ("after replacing words", "Chief scheme."),
        ("before replacing words", "Chief plan."),
    ]
    back, conflicts = workspace.do(editing.take_back, changes), ()
    assert back[1] == conflicts and now(workspace) == before


def test_where_the_words_have_changed_nothing_is_replaced(workspace: Workspace) -> None:
    chosen = [each.replacement for each in look(now(workspace)) if each.replacement]
    workspace.do(texts.save_text, ID, "sections.chief_officer_response", from_plain("Other words."))
    before = now(workspace)
    with pytest.raises(AppError, match="“Chief officer’s response” have changed since"):
        workspace.do(replace_in_record, ID, chosen, "scheme")
    assert now(workspace) == before
    assert workspace.ask(texts.text_versions, ID, "findings[f1].reason") == ()


@pytest.mark.parametrize("place", ["findings[f1].evidence", "findings[f1].wording", "findings[f9].reason", "sections.nowhere"])
def test_words_that_are_not_ours_are_never_replaced(workspace: Workspace, place: str) -> None:
    before = now(workspace)
    with pytest.raises(AppError, match="Nothing was replaced"):
        workspace.do(replace_in_record, ID, [Replacement(place, Hit(1, 3, 7), "plan")], "x")
    assert now(workspace) == before


def test_a_hint_is_left_aside_once_and_taken_back(workspace: Workspace) -> None:
    one = ("sections.initial_response", "passive", "was made")
    changes = workspace.do(set_hint_aside, ID, *one)
    (kept,) = now(workspace).state.set_aside
    assert (kept.place, kept.code, kept.quote) == one and kept.reason and kept.on is not None
    assert workspace.do(set_hint_aside, ID, *one).empty
    workspace.do(editing.take_back, changes)
    assert now(workspace).state.set_aside == ()
