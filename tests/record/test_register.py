"""The register of findings as a document for a panel: its counts are those of its rows, it says who says what, its PDF conforms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from response_app.domain.finding import Applies, Closed, Finding, FindingKind, TargetMove, Update, UpdateBy, UpdateSays
from response_app.domain.register import Entry
from response_app.domain.richtext import is_blank
from response_app.record import lint_pdf, write_pdf
from response_app.record.register import Extract, build_register
from response_app.record.tree import Document, Heading, Paragraph, Table
from tests.fixtures.register_entries import ON, empty, entries_of, finding, long_words, reports, sixty
from tests.fixtures.verapdf import VeraPdf

from .pdf.reading import needs_poppler, pages
from .reading import outline, said, words

EXTRACTS = {"60 findings": sixty, "empty register": empty, "register, long words": long_words}


@cache
def document(name: str) -> Document:
    """Return the tree of a register."""
    return build_register(EXTRACTS[name]())


@cache
def pdf(name: str) -> bytes:
    """Return the PDF of a register."""
    return write_pdf(document(name))


def rows_of(made: Document) -> list[tuple[str, ...]]:
    """Return the rows of all tables of findings, a line break as it stands."""
    tables = [node for node in made.nodes if isinstance(node, Table) and len(node.header) == 4]
    return [tuple(words(cell) for cell in row) for each in tables for row in each.rows]


def counted(made: Document) -> dict[str, str]:
    """Return the words and numbers of the second table of counts."""
    second = [node for node in made.nodes if isinstance(node, Table)][1]
    return {words(what): words(number) for what, number in second.rows}


def row_of(made: Finding) -> tuple[str, ...]:
    """Return the row of one finding."""
    return rows_of(build_register(Extract(entries_of(replace(reports()[0], findings=(made,))), ON)))[0]


# --- Counts -----------------------------------------------------------------------------------


def test_the_counts_are_those_of_the_rows_that_are_printed() -> None:
    made, numbers = rows_of(document("60 findings")), counted(document("60 findings"))
    assert len(made) == 60
    closed = [each for each in made if "Closed by the inspectors" in each[3]]
    assert str(len(closed)) == numbers["Closed by the inspectors"] == "6"
    assert str(sum(each[1].startswith("No answer needed") for each in made)) == numbers["No answer needed"]
    assert str(sum(each[1].startswith("Answer in draft") for each in made)) == numbers["Open, answer in draft"]
    assert str(sum(each[1].startswith("Not answered yet") for each in made)) == numbers["Open, not answered yet"]
    answered = [each for each in made if each not in closed and each[1].startswith(("Action ", "No action,"))]
    assert str(len(answered)) == numbers["Open, answered"]
    assert str(sum(" past" in each[2] for each in made)) == numbers["Open, past their date"]
    assert str(sum("moved from" in each[2] for each in made)) == numbers["Target date moved (45 times in all)"]


def test_the_counts_are_those_of_the_records() -> None:
    """Counted from what the records hold, without the register."""
    found = [each for record in reports() for each in record.findings]
    first = next(node for node in document("60 findings").nodes if isinstance(node, Table))
    table = {words(row[0]): [int(words(cell)) for cell in row[1:]] for row in first.rows}
    closed = [each for each in found if each.closed is not None]
    needed = [each for each in found if each.applies is not Applies.NO and each.kind is not FindingKind.PROMISING_PRACTICE]
    open_ones = [each for each in needed if each.closed is None]
    for kind in {each.kind for each in found}:
        mine = [[one for one in some if one.kind is kind] for some in (found, open_ones, closed)]
        assert [table[kind.words][at] for at in (0, 1, 3)] == [len(each) for each in mine]
    assert [table["All findings"][at] for at in (0, 1, 3)] == [60, len(open_ones), len(closed)]
    numbers = counted(document("60 findings"))
    with_words = [each for each in open_ones if any(not is_blank(action.text) for action in each.action)]
    assert int(numbers["Open, answered"]) == len(with_words) > 0
    assert sum(len(each.target_history) for each in found) == 45
    dates = [number for what, number in numbers.items() if what.startswith("Open, ") and "answer" not in what]
    assert sum(map(int, dates)) == table["All findings"][1] and int(numbers["Open, past their date"]) == table["All findings"][2]


def test_every_kind_and_state_of_the_sample_is_there() -> None:
    """Or the two tests above would show less than they seem to."""
    entries = sixty().entries
    assert len({each.state for each in entries}) == 5 and len({each.kind for each in entries}) == 4
    assert {len(each.moves) for each in entries} == {0, 1, 2} and {len(each.said) for each in entries} == {0, 1, 2}


# --- What it says -----------------------------------------------------------------------------


def test_it_says_what_it_is_of_whom_and_which_findings_are_shown() -> None:
    made = build_register(replace(sixty(), shown="recommendations, past their date", order="owner, last first"))
    assert made.title == "Register of findings, Police and Crime Commissioner, Exampleshire Police, 14 October 2024"
    opening = [words(node.runs) for node in made.nodes[:4] if isinstance(node, Heading | Paragraph)]
    assert opening == [
        "Register of findings",
        "Police and Crime Commissioner · Exampleshire Police",
        "As of 14 October 2024 · 60 findings from 3 reports, sorted by owner, last first",
        "Shown: recommendations, past their date",
    ]
    whole = [words(node.runs) for node in document("60 findings").nodes if isinstance(node, Paragraph)]
    assert "As of 14 October 2024 · All 60 findings from 3 reports, sorted by target date" in whole
    assert not any(each.startswith("Shown:") for each in whole)


def test_each_report_has_its_heading_in_its_own_language_and_its_table() -> None:
    headings = outline(document("60 findings"))
    assert [level for level, _ in headings] == [1, 2, 2, 2, 2, 2, 2]
    assert [title for _, title in headings][3:6] == [each.inspection.title for each in reports()]
    welsh = next(node for node in document("60 findings").nodes if isinstance(node, Heading) and words(node.runs).startswith("Arolygiad"))
    assert [run.language for run in welsh.runs] == ["cy-GB"]
    whole = [words(node.runs) for node in document("60 findings").nodes if isinstance(node, Paragraph)]
    assert "Exampleshire Police · report published 14 May 2024 · 30 findings shown, 22 open" in whole
    assert "Exampleshire Police · no date of the report yet · 15 findings shown, 10 open" in whole


def test_findings_stand_under_their_report_in_the_order_of_the_list() -> None:
    """Sorted by date the reports are mixed; each is printed once, and none of its findings changes places."""
    mixed = tuple(sorted(sixty().entries, key=lambda each: (each.finding_id[-1], each.record_id)))
    made = build_register(replace(sixty(), entries=mixed))
    order = [each.record_id for each in mixed]
    wanted = sorted(mixed, key=lambda each: order.index(each.record_id))
    assert [each[0].split(":")[0] for each in rows_of(made)] == [f"{each.kind.words} {each.number}" for each in wanted]
    assert len(outline(made)) == 7


def test_a_row_says_the_finding_the_answer_the_dates_and_who_says_what() -> None:
    assert row_of(finding(1)) == (
        "Recommendation 1: The force should improve the quality of its plans, and see that a chief inspector checks each of them every "
        "month.\nTime limit: By 2 November 2024",
        "Action taken\nOwner: Head of Governance\nOwner in the force: Supt Jones",
        "Target date was\n4 August 2024\nmoved from\n3 June 2024\nThe force’s:\n12 September 2024\nForce’s date: 32 days past",
        "Force says delayed\n12 October 2024",
    )
    assert row_of(replace(finding(4), scope="Other Shire")) == (
        "Area for improvement 1: The force should improve how it answers calls.\nMade to: Chief constables, The College of Policing\n"
        "For: Other Shire",
        "Not answered yet\nOwner in the force: Supt Jones",
        "The force’s:\n8 November 2024\nForce’s date: 25 days left",
        "Force says delayed\n9 October 2024",
    )
    limited = replace(finding(12), action=(), updates=(), due=finding(1).due)
    assert row_of(limited)[2:] == ("None set; the time limit ends\n2 November 2024\nTime limit: 19 days left", "No update yet")


def test_every_date_that_was_moved_is_printed() -> None:
    first, second, now = date(2024, 9, 30), date(2024, 10, 31), date(2024, 12, 31)
    moves = (TargetMove(ON, first, second, "Late."), TargetMove(ON, second, now, "Later."))
    with_own = replace(finding(9), closed=None, target_history=moves)
    assert row_of(with_own)[2] == "31 December 2024\nmoved from\n31 October 2024\n30 September 2024\n78 days left"
    of_force = replace(with_own, action=(), chief=replace(finding(1).chief, target_on=first))
    assert row_of(of_force)[2] == (
        "The force’s:\n31 December 2024\nmoved from\n31 October 2024\n30 September 2024\nForce’s date: 78 days left"
    )


def test_only_the_inspectors_close_a_finding_in_it() -> None:
    """Whatever the others say of it."""
    others = tuple(Update(ON, by, UpdateSays.CLOSED) for by in UpdateBy)
    said_closed = replace(finding(5), updates=others, closed=None)
    made = row_of(said_closed)
    assert (
        made[3] == "Force says closed\n14 October 2024\nCommissioner says closed\n14 October 2024\nInspectors say closed\n14 October 2024"
    )
    closed = row_of(replace(said_closed, updates=(), closed=Closed(date(2024, 10, 1), "letter 7")))
    assert closed[3] == "Closed by the inspectors\n1 October 2024: letter 7"
    entry: Entry
    (entry,) = entries_of(replace(reports()[0], findings=(said_closed,)))
    assert entry.is_open


def test_what_was_published_in_spite_of_a_rule_stands_under_its_report() -> None:
    made = [said(node)[0] for node in document("60 findings").nodes]
    line = (
        "Version 1.0 was published in spite of a rule (an area for improvement or cause of concern without an answer; no sign-off), "
        "decided by A. Example (Chief Executive) on 2 July 2024: The force was asked twice; the 56 days do not wait for it."
    )
    assert made.index(reports()[0].inspection.title) < made.index(line) < made.index(reports()[1].inspection.title)


def test_an_empty_register_says_so() -> None:
    made = document("empty register")
    assert rows_of(made) == [] and set(counted(made).values()) == {"0"}
    assert "No findings are listed." in [words(node.runs) for node in made.nodes if isinstance(node, Paragraph)]


# --- The PDF ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXTRACTS)
def test_it_conforms(name: str, verapdf: VeraPdf) -> None:
    verapdf.assert_conforms(pdf(name), name)


@pytest.mark.parametrize("name", EXTRACTS)
def test_the_linter_finds_nothing(name: str) -> None:
    assert lint_pdf(pdf(name), document(name)) == []


@needs_poppler
def test_the_heads_of_a_table_are_seen_on_every_page_and_read_once_for_each_report() -> None:
    with pikepdf.open(BytesIO(pdf("60 findings"))) as read:
        heads = [each for each in read.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TH"]
    assert len(heads) == 5 + 2 + 3 * 4
    first, *further = pages(pdf("60 findings"))
    assert len(further) > 10 and all(any("Who" in line.words for line in page) for page in further)
    assert any("Number" in line.words for line in first), "all counts are on the first page"
    assert not any("Number" in line.words for line in further[0])
