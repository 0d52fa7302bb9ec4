"""The kinds of body and their usual titles."""

from __future__ import annotations

from dataclasses import replace

from response_app.authoring.bodies import KINDS_OF_BODY, kind_of
from response_app.domain.office import Office
from response_app.domain.record import Record
from response_app.domain.titles import body_in_a_sentence, record_title


def test_every_kind_has_the_titles_that_a_record_prints() -> None:
    names = [each.name for each in KINDS_OF_BODY]
    assert len(set(names)) == len(names) == 6
    for each in KINDS_OF_BODY:
        assert each.office.body_title and each.office.body_short
        assert each.office.chief_officer_title and each.office.chief_officer_short
        assert kind_of(each.office) is each


def test_titles_come_out_as_offices_print_them() -> None:
    printed = {each.office.body_short: record_title(Record(office=each.office)) for each in KINDS_OF_BODY}
    assert printed["PFCC"] == "PFCC and CC Force Inspection response record"
    assert printed["MOPAC"] == "MOPAC and Commissioner Force Inspection response record"
    spoken = [body_in_a_sentence(Record(office=each.office)) for each in KINDS_OF_BODY]
    assert spoken == ["Commissioner", "Commissioner", "Mayor", "MOPAC", "Police Authority Board", "Board"]


def test_an_office_with_a_title_of_its_own_is_of_no_kind() -> None:
    assert kind_of(Office(body_title="Mayor of Exampleshire")) is None
    assert kind_of(replace(KINDS_OF_BODY[0].office, holder="A. Example")) is KINDS_OF_BODY[0]
