"""The kinds of body and their usual titles."""

from __future__ import annotations

from dataclasses import replace

from response_app.authoring.bodies import KINDS_OF_BODY, kind_of, with_kind
from response_app.domain.office import JointBody, Office
from response_app.domain.record import Record
from response_app.domain.titles import body_in_a_sentence, record_title

PCC, PFCC, MAYOR, MOPAC, CITY, BOARD, TWO = KINDS_OF_BODY


def test_every_kind_has_the_titles_that_a_record_prints() -> None:
    names = [each.name for each in KINDS_OF_BODY]
    assert len(set(names)) == len(names) == 7
    for each in KINDS_OF_BODY:
        assert each.office.body_title and each.office.body_short
        assert each.office.chief_officer_title and each.office.chief_officer_short
        assert kind_of(each.office) is each


def test_titles_come_out_as_offices_print_them() -> None:
    assert record_title(Record(office=PFCC.office)) == "PFCC and CC Force Inspection response record"
    assert record_title(Record(office=MOPAC.office)) == "MOPAC and Commissioner Force Inspection response record"
    assert record_title(Record(office=TWO.office)) == "PCC and CC Force Inspection response record"
    spoken = [body_in_a_sentence(Record(office=each.office)) for each in KINDS_OF_BODY]
    assert spoken == ["Commissioner", "Commissioner", "Mayor", "MOPAC", "Police Authority Board", "Board", "Commissioners"]


def test_an_office_with_a_title_of_its_own_is_of_no_kind() -> None:
    assert kind_of(Office(body_title="Mayoral Board of Exampleshire")) is None
    assert kind_of(replace(PCC.office, holder="A. Example")) is PCC
    assert kind_of(replace(PCC.office, joint_with=(JointBody(force="Southshire Police"),))) is PCC, "a second force is no second body"


def test_a_usual_title_with_more_words_is_still_of_its_kind_and_keeps_them() -> None:
    longer = replace(PCC.office, body_title="Police and Crime Commissioner for Exampleshire")
    assert kind_of(longer) is PCC
    assert kind_of(Office(body_title="Mayor of Exampleshire")) is MAYOR
    assert kind_of(replace(MOPAC.office, body_title="The Mayor’s Office for Policing and Crime")) is MOPAC
    as_mayor = with_kind(longer, PCC, MAYOR)
    assert (as_mayor.body_title, as_mayor.body_short) == ("Mayor for Exampleshire", "Mayor")
    assert with_kind(as_mayor, MAYOR, PCC) == longer


def test_another_kind_fills_in_its_titles_and_leaves_what_somebody_wrote() -> None:
    office = replace(PCC.office, chief_officer_short="Chief", contact="a@example.org", holder="A. Example")
    changed = with_kind(office, PCC, MOPAC)
    assert (changed.force, changed.body_title, changed.body_short) == (
        "Metropolitan Police Service",
        "Mayor’s Office for Policing and Crime",
        "MOPAC",
    )
    assert (changed.chief_officer_short, changed.contact, changed.holder) == ("Chief", "a@example.org", "A. Example")
    back = with_kind(changed, MOPAC, PCC)
    assert back == office


def test_two_commissioners_bring_a_second_body_and_take_an_empty_one_away_again() -> None:
    two = with_kind(replace(PCC.office, force="Exampleshire Police"), PCC, TWO)
    assert two.joint_with == TWO.office.joint_with and two.force == "Exampleshire Police"
    assert with_kind(two, TWO, PCC).joint_with == ()
    named = replace(two, joint_with=(replace(two.joint_with[0], holder="B. Example"),))
    assert with_kind(named, TWO, MAYOR).joint_with == named.joint_with, "what somebody wrote stays"
