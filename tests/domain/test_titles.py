"""How bodies are named in headings and sentences, for every kind of body."""

from __future__ import annotations

import pytest

from response_app.domain.office import JointBody, Office
from response_app.domain.record import Record
from response_app.domain.titles import bodies_title, body_has, body_in_a_sentence, chief_officer_title, possessive, record_title, the_body

PCC = "Police and Crime Commissioner"
TWO = Office("Force", PCC, "PCC", joint_with=(JointBody(PCC, "PCC", "B. Example"),))


def _said(office: Office) -> tuple[str, str, str]:
    record = Record(office=office)
    return f"{possessive(bodies_title(record))} initial response", f"{possessive(the_body(record))} action, taken", body_has(record)


@pytest.mark.parametrize(
    ("office", "said"),
    [
        (Office("F", PCC, "PCC"), (f"{PCC}’s initial response", "the Commissioner’s action, taken", "has")),
        (Office("F", "Mayor", "Mayor"), ("Mayor’s initial response", "the Mayor’s action, taken", "has")),
        (
            Office("F", "Mayor’s Office for Policing and Crime", "MOPAC"),
            ("Mayor’s Office for Policing and Crime’s initial response", "MOPAC’s action, taken", "has"),
        ),
        (
            Office("F", "Common Council of the City of London", "Police Authority Board"),
            ("Common Council of the City of London’s initial response", "the Police Authority Board’s action, taken", "has"),
        ),
        (
            Office("F", "Common Council of the City of London"),
            ("Common Council of the City of London’s initial response", "the Common Council of the City of London’s action, taken", "has"),
        ),
        (
            Office("F", "Policing and Crime Board", "Board"),
            ("Policing and Crime Board’s initial response", "the Board’s action, taken", "has"),
        ),
        (TWO, (f"{PCC}s’ initial response", "the Commissioners’ action, taken", "have")),
        (
            Office("F", PCC, "PCC", joint_with=(JointBody("Mayor", "Mayor"),)),
            (f"{PCC} and Mayor’s initial response", "the Commissioner and Mayor’s action, taken", "have"),
        ),
        (Office(), ("Local policing body’s initial response", "the Local policing body’s action, taken", "has")),
    ],
)
def test_headings_and_sentences_for_each_body(office: Office, said: tuple[str, str, str]) -> None:
    assert _said(office) == said


def test_a_second_force_of_the_same_commissioner_is_no_other_body() -> None:
    office = Office("North Police", PCC, "PCC", "A. Example", joint_with=(JointBody(PCC, "", "A. Example", "South Police"),))
    assert _said(office) == (f"{PCC}’s initial response", "the Commissioner’s action, taken", "has")
    untitled = Office("North Police", PCC, "PCC", "A. Example", joint_with=(JointBody(force="South Police", chief_officer="C. Example"),))
    assert _said(untitled) == _said(office)


def test_another_commissioner_of_another_force_is_one() -> None:
    office = Office("North Police", PCC, "PCC", "A. Example", joint_with=(JointBody(PCC, "PCC", "B. Example", "South Police"),))
    assert body_in_a_sentence(Record(office=office)) == "Commissioners"


def test_the_title_of_a_joint_record_names_each_short_form_once() -> None:
    assert record_title(Record(office=TWO)) == "PCC Force Inspection response record"
    assert chief_officer_title(Record(office=TWO)) == "Chief officer"


def test_a_body_ending_in_y_has_its_plural() -> None:
    office = Office("F", "Combined Authority", "", joint_with=(JointBody("Combined Authority"),))
    assert bodies_title(Record(office=office)) == "Combined Authorities"
