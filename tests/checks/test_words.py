"""Each rule on words finds what it is for, with the words that it is about, and leaves good English alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from response_app.checks import Severity
from response_app.domain.canonical import canonical, from_plain
from response_app.domain.finding import FindingKind
from response_app.domain.record import Record
from response_app.domain.richtext import Heading, ListBlock, ListItem, Paragraph, Quotation, Run

from .sound import clean_record, finding, found, said

WRONG = [
    ("markup_left", "Tags remain. <p>So they do.</p>", ["<p>", "</p>"]),
    ("markup_left", "Fish&nbsp;and chips &amp; peas.", ["&nbsp;", "&amp;"]),
    ("markup_left", 'See <a href="https://example.org">there</a>.', ['<a href="https://example.org">', "</a>"]),
    ("markup_left", "A soft\u00adhyphen.", ["\u00ad"]),
    ("markup_left", "A zero\u200bwidth space.", ["\u200b"]),
    ("markup_left", "Text turned \u202eround.", ["\u202e"]),
    ("markup_left", "Text <!-- ask the force --> and </ p>", ["<!-- ask the force -->", "</ p>"]),
    ("markup_left", "A caf&eacute; and a&nbsp b.", ["&eacute;", "&nbsp"]),
    ("awaiting_text", "The figure is TBC.", ["TBC"]),
    ("awaiting_text", "Owner: tbc. Held on DD/MM/YYYY.", ["tbc", "DD/MM/YYYY"]),
    ("awaiting_text", "The lead is {insert name}, and xx officers are trained.", ["{insert name}", "xx"]),
    ("awaiting_text", "The date is to be advised. Figures to follow.", ["to be advised", "Figures to follow"]),
    ("awaiting_text", "The lead is (insert name) and (name of the force).", ["(insert name)", "(name of the force)"]),
    ("awaiting_text", "We are awaiting guidance on this.", ["awaiting guidance"]),
    ("awaiting_text", "The owner is [insert name].", ["[insert name]"]),
    ("awaiting_text", "The date is to be confirmed.", ["to be confirmed"]),
    ("awaiting_text", "The lead is XXXX.", ["XXXX"]),
    ("draft_words_inside", "OFFICIAL-SENSITIVE: not yet.", ["OFFICIAL-SENSITIVE"]),
    ("draft_words_inside", "DRAFT words for the panel.", ["DRAFT"]),
    ("draft_words_inside", "Embargoed until noon.", ["Embargoed until"]),
    ("personal_detail", "Ring 07700 900123 at any time.", ["07700 900123"]),
    ("personal_detail", "Ring +44 7911 123456, or (07700) 900123.", ["+44 7911 123456", "(07700) 900123"]),
    ("personal_detail", "Ring 0044 (0)7700.900.123 or 077 0090 0123.", ["0044 (0)7700.900.123", "077 0090 0123"]),
    ("personal_detail", "Write to a.example@gmail.com.", ["a.example@gmail.com"]),
    ("personal_detail", "Write to a.example@btopenworld.com.", ["a.example@btopenworld.com"]),
    ("draft_words_inside", "Commented [AB1]: is it so?", ["Commented [AB1]"]),
    ("title_wrong", "The Police Crime and Commissioner welcomes it.", ["Police Crime and Commissioner"]),
    ("title_wrong", "The Police and Crimes Commissioner welcomes it.", ["Police and Crimes Commissioner"]),
    ("title_wrong", "This stands on the Exampleshire PFCC website.", ["PFCC"]),
    ("name_misspelt", "HMIFCRS published its report.", ["HMIFCRS"]),
    ("name_misspelt", "We work with Exampelshire Police.", ["Exampelshire"]),
    ("name_misspelt", "His Majesty’s Inspectorate of Constabulary & Fire and Rescue Service came.", None),
    ("title_wrong", "The Police, Fire and Crime Commissioner agrees.", ["Police, Fire and Crime Commissioner"]),
    ("title_wrong", "The Police and Crime Commissionner agrees.", ["Police and Crime Commissionner"]),
    ("name_misspelt", "His Majesties Inspectorate came again.", ["His Majesties Inspectorate"]),
    ("term_wrong", "There is one cause for concern.", ["cause for concern"]),
    ("term_wrong", "There are areas for development.", ["areas for development"]),
    ("term_wrong", "Two areas of improvement remain.", ["areas of improvement"]),
    ("wrong_subsection", "Published under section 55(1) of the Police Act 1996.", ["section 55(1)"]),
    ("wrong_period", "The Act requires me to publish my response within 30 days.", ["30 days"]),
    ("wrong_subsection", "See subsection (1) of section 55.", ["subsection (1) of section 55"]),
    ("wrong_subsection", "See sections 55(4) and 55(1), or ss. 55(2).", ["55(1)", "ss. 55(2)"]),
    ("wrong_period", "By law I must publish my comments within two months.", ["two months"]),
    ("wrong_period", "I am obliged to comment within one month of the report.", ["within one month"]),
    ("wrong_period", "By law I must respond within 56 working days of publication.", ["56 working days"]),
    ("relative_date", "In July last year we were inspected.", ["In July last year"]),
    ("relative_date", "A group which I currently chair meets often.", ["which I currently chair"]),
    ("relative_date", "This will be done next month.", ["next month"]),
    (
        "relative_date",
        "A group which I now chair met this autumn, and will again next Tuesday.",
        ["which I now chair", "this autumn", "next Tuesday"],
    ),
    ("relative_date", "The posts start next year, and we began a month ago.", ["next year", "a month ago"]),
    ("date_style", "It was published on 14 th May 2024.", ["14 th May"]),
    ("date_style", "It was published on 14 TH May 2024.", ["14 TH May"]),
    ("date_style", "It was published on 2024-05-14.", ["2024-05-14"]),
    ("date_style", "It was published on 14/05/2024.", ["14/05/2024"]),
    ("date_style", "It was published on May 14, 2024.", ["May 14, 2024"]),
    ("count_differs", "The force has three local areas for improvement.", ["three local areas for improvement"]),
    ("count_differs", "Inspectors made 5 recommendations.", ["5 recommendations"]),
    ("count_differs", "The report makes thirty-seven recommendations.", ["thirty-seven recommendations"]),
    ("count_differs", "I have read all four (4) AFIs.", ["four (4) AFIs"]),
    ("bracket_unbalanced", "An agreement) between forces.", [")"]),
    ("bracket_unbalanced", "An agreement, see note 3)", [")"]),
    ("bracket_unbalanced", "An agreement (between forces.", ["("]),
    ("quote_unbalanced", "He said “this is so.", ["“"]),
    ("quote_unbalanced", "He said this is so”.", ["”"]),
    ("quote_unbalanced", 'He said "this is so.', ['"']),
    ("quote_unbalanced", "Read ‘An inspection of the force.", ["‘"]),
    ("heading_in_text", "Overall comments", ["Overall comments"]),
    ("heading_in_text", "1. PCC’s initial response:", ["1. PCC’s initial response:"]),
    ("heading_in_text", "Innovative and promising practice", ["Innovative and promising practice"]),
    ("heading_in_text", "Police and Crime Commissioner’s initial response", ["Police and Crime Commissioner’s initial response"]),
    ("link_internal", "It is kept at S:\\Governance\\Inspections.", None),
    ("link_internal", "It is kept at S:/Governance/Plans and there alone.", None),
    ("link_internal", "See file://server/plan.docx for it.", ["file://server/plan.docx"]),
    ("apostrophe", "In addition, the PCC's also fund it.", ["PCC's"]),
    ("apostrophe", "The two AFI’s are open.", ["AFI’s"]),
    ("apostrophe", "The force and it’s officers agree.", ["it’s "]),
]


@pytest.mark.parametrize(
    ("code", "words", "quotes"), WRONG, ids=[f"{code}: {words[:40]}".encode("ascii", "replace").decode() for code, words, _ in WRONG]
)
def test_a_rule_finds_its_words(code: str, words: str, quotes: list[str] | None) -> None:
    told = [each for each in said(words) if each.code == code]
    assert told, f"{code} finds nothing"
    assert quotes is None or [each.quote for each in told] == quotes
    for each in told:
        assert each.place == "sections.initial_response" and each.paragraph == 1
        assert words[each.start : each.end] == each.quote
        assert not each.message.endswith(".") and each.fix.endswith((".", "…”.")) and each.source


FINE = [
    "Calls are answered in <5 minutes, and >90% of callers are content. A < B and B > C.",
    "R&D, Q&A and Marks & Spencer are no entities; nor is AT&T; in a list.",
    "Tbc is how a name may begin, and an address may end.",
    "We are awaiting the court’s date and have confirmed the rest; the totals are to be confirmed by auditors in March 2025.",
    "The Official Secrets Act and official statistics are no markings. I have seen a draft of the plan.",
    "Ring 01632 960123 or write to office@exampleshire-pcc.example.",
    "The Deputy Police and Crime Commissioner agrees, as do other Police, Fire and Crime Commissioners.",
    "My fellow PFCCs, the Sampleshire PFCC and the PFCC for Testshire share the costs.",
    "HMICFRS, HMCPSI, HMIP and HMPPS inspected jointly.",
    "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services published it.",
    "A cause of concern is serious; an area for improvement is less so. Our cause for optimism is the staff.",
    "Comments are published under section 55(5) of the Act, within 56 days (section 55(5A)); see section 55(6) and section 54(2).",
    "Officers respond to the public within 15 minutes, and complaints are answered in 30 days.",
    "The force will publish its plan within 90 days of the board’s approval.",
    "In July 2023 we were inspected; over the last year, calls rose. The last year of the plan is 2026. I may, this once, agree.",
    "On 14 May 2024 and in the 14th week, on 1 June; version 1.2.24 of the form; 3.5.2 is a paragraph; the ratio is 10/12.",
    "Of the recommendations, two of the three are for others; the other three recommendations were closed in 2021.",
    "The points are: a) first; b) second (and third); 1) last.",
    'She said: “It works.” He said, ‘yes’. The 6" rule and the 5\'10" man stay.',
    "The officers’ views and the PCC’s view; the PCC's office funds it; it’s clear that its plan is sound, in the 1990s.",
    "See https://www.example.org/intranet-report for the public report.",
    "The room (force control room), the cameras (number plate readers) and the notes (date and time; text messages; name withheld).",
    "There is no cause for concern. The figures are cause for concern, say residents. The cause of the concern is known.",
    "Her Majesty’s Inspectorate of Constabulary and Fire & Rescue Services said so in 2021.",
    "It meets on the last Tuesday of each month, in the next year of the plan too.",
    "See section 55(2) of the Police, Crime, Sentencing and Courts Act 2022.",
    "See section 55(1) of the Data Protection Act 1998, and section 55(5A) of the Police Act 1996.",
    "The law requires the force to reply to complaints within 20 working days, and to respond to victims in 10 days.",
    "The markers a). and b.) and 1) stand before items.",
    'A 5" tape, a "5" and a 6" one. ‘Yes\', they said in the ‘90s, and ‘twas so.',
    "We are awaiting the response of the court and national guidance.",
]


@pytest.mark.parametrize("words", FINE, ids=[each[:40].encode("ascii", "replace").decode() for each in FINE])
def test_good_english_is_left_alone(words: str) -> None:
    assert [(each.code, each.quote) for each in said(words) if each.severity is not Severity.HINT or each.code == "apostrophe"] == []


def test_inspectors_words_are_never_judged() -> None:
    record = clean_record()
    bad = from_plain("A cause for concern, July last year, 14 th May, TBC, HMIFCRS, section 55(1), (open.")
    words = replace(record.findings[0], wording=bad, evidence=bad)
    told = found(replace(record, findings=(words, *record.findings[1:])))
    assert [each.code for each in told] == ["finding_terms_absent"]  # of our answers, which mention none of it


def test_markup_in_inspectors_words_and_in_names_is_told() -> None:
    record = clean_record()
    leaked = replace(record.findings[0], evidence=from_plain("<p>Evidence.</p>"))
    inspection = replace(record.inspection, inspectorate="<p>HMICFRS")
    told = found(replace(record, findings=(leaked, *record.findings[1:]), inspection=inspection))
    assert [(each.code, each.place, each.quote) for each in told] == [
        ("markup_left", "inspection.inspectorate", "<p>"),
        ("markup_left", "findings[a1].evidence", "<p>"),
        ("markup_left", "findings[a1].evidence", "</p>"),
    ]
    assert told[0].paragraph is None


def with_text(*blocks: object) -> Record:
    record = clean_record()
    return replace(record, sections=replace(record.sections, initial_response=canonical(tuple(blocks))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    ["here", "Click here", "this link", "Read more.", "Read more…", "click here for the report", "this document", "our website", "yma"],
)
def test_a_link_has_to_say_where_it_leads(words: str) -> None:
    told = found(with_text(Paragraph((Run("The report is "), Run(words, link="https://example.org/report")))))
    assert [(each.code, each.quote) for each in told] == [("link_text_poor", words)]


@pytest.mark.parametrize(
    "address", ["https://intranet.example.police.uk/a", "https://force.sharepoint.com/x", "https://server/x", "https://10.1.2.3/"]
)
def test_a_link_into_the_office_is_told(address: str) -> None:
    told = found(with_text(Paragraph((Run("See "), Run("the inspectors’ report", link=address)))))
    assert [each.code for each in told] == ["link_internal"]


def test_a_link_to_the_public_is_fine() -> None:
    runs = (
        Run("See "),
        Run("the inspectors’ ", link="https://example.org/report"),
        Run("report", bold=True, link="https://example.org/report"),
        Run("."),
    )
    assert found(with_text(Paragraph(runs))) == []


def test_bold_words_that_do_a_headings_work_are_told() -> None:
    told = found(with_text(Paragraph((Run("Our next steps", bold=True),)), Paragraph((Run("We go on."),))))
    assert [(each.code, each.quote) for each in told] == [("heading_in_text", "Our next steps")]
    assert found(with_text(Heading(1, (Run("Our next steps"),)), Paragraph((Run("We go on."),)))) == []
    assert found(with_text(Paragraph((Run("We agree.", bold=True), Run(" And go on."))))) == []


def test_pairs_may_stand_over_paragraphs() -> None:
    assert said("She said: “We begin.", "“We go on.", "“We end.”") == []
    assert said('She said: "We begin.', '"We end."') == []
    assert said("The plan (which has", "two parts) is sound.") == []
    items = ListBlock(True, tuple(ListItem((Paragraph((Run(each),)),)) for each in ("a) first", "b) second")))
    assert found(with_text(items)) == []


def test_a_paragraph_that_stands_twice_is_told_once() -> None:
    long = (
        "I will look at the results of this work with the Chief Constable at each of our public meetings and say there what I have found."
    )
    record = clean_record()
    twice = replace(record, sections=replace(record.sections, initial_response=from_plain(long), overall_comments=from_plain(long)))
    told = found(twice)
    assert [(each.code, each.place) for each in told] == [("duplicate_text", "sections.overall_comments")]
    assert said("Short and twice.", "Short and twice.") == []
    curly = from_plain(f"{long} It is the force’s own work.")
    straight = from_plain(f"{long} It is the force's own work.")
    twice = replace(record, sections=replace(record.sections, initial_response=curly, overall_comments=straight))
    assert [each.code for each in found(twice)] == ["duplicate_text"]


def test_a_record_of_one_office_does_not_speak_of_itself_as_another() -> None:
    record = clean_record()
    fire = replace(record.office, body_title="Police, Fire and Crime Commissioner", body_short="PFCC")
    record = replace(record, office=fire)
    told = said("The Police and Crime Commissioner agrees, says the PCC.", record=record)
    assert [(each.code, each.quote) for each in told] == [("title_wrong", "Police and Crime Commissioner"), ("title_wrong", "PCC")]
    others = "The Testshire Police and Crime Commissioner, the Police and Crime Commissioner for Testshire and other PCCs agree."
    assert said(others, "The Police and Crime Panel and the Police, Fire and Crime Commissioner met.", record=record) == []


def test_numbers_in_words_are_read_whole() -> None:
    record = clean_record()
    many = replace(record, findings=tuple(finding(f"a{number}", FindingKind.AREA_FOR_IMPROVEMENT) for number in range(21)))
    for words in ("The twenty-one AFIs are open.", "All twenty one areas for improvement are open.", "All 21 AFIs are open."):
        assert [each.code for each in said(words, record=many) if each.severity is not Severity.HINT] == []
    told = [each for each in said("The twenty-two AFIs are open.", record=many) if each.code == "count_differs"]
    assert [each.quote for each in told] == ["twenty-two AFIs"]


def test_two_names_for_one_team_are_told() -> None:
    told = said("The Strategic Performance Board meets in June.", "The Strategic Performance Group will see the results.")
    assert [(each.code, each.quote) for each in told] == [("term_inconsistent", "Strategic Performance Group")]
    told = said("The Regional Governance Group (RGG) meets.", "The Regional Guidance Group (RGG) decides.")
    assert ("term_inconsistent", "(RGG)") in [(each.code, each.quote) for each in told]
    assert (
        said("The Strategic Performance Board meets.", "The Strategic Performance Board decides; so does the Local Policing Board.") == []
    )


def test_the_words_of_another_are_told() -> None:
    told = said(
        "Assistant Chief Constable Ann Other said: “We have looked at what the inspectors say and we know our gaps.",
        "“We are working on this and I am proud of our people.”",
        section="chief_officer_response",
    )
    assert [(each.code, each.quote.strip()) for each in told] == [("words_of_another", "Assistant Chief Constable Ann Other")]
    after = "“We know our gaps and we are working on this with all our people,” said Superintendent Ann Other."
    assert [each.quote for each in said(after, section="chief_officer_response")] == ["Superintendent Ann Other"]
    between = "Superintendent Ann Other, who leads on crime, said: “We know our gaps and we are working on them with all our people.”"
    assert [each.quote for each in said(between, section="chief_officer_response")] == ["Superintendent Ann Other"]
    told = said(
        "I welcome the report.",
        "Chief Constable B. Example said: “We agree.” I hold the force to account for it.",
        section="overall_comments",
    )
    assert told == []
    assert found(with_text(Quotation((Paragraph((Run("We agree with it."),)),), (Run("Ann Other"),)))) == []


def test_recommendations_that_are_not_recorded_are_told() -> None:
    record = clean_record()
    none = replace(record, findings=(finding("a1", FindingKind.AREA_FOR_IMPROVEMENT),))
    told = said("I expect that the force will complete all the recommendations from the inspection.", record=none)
    assert [(each.code, each.quote) for each in told] == [("recommendations_mentioned_none_recorded", "all the recommendations")]
    for words, quote in (
        ("Both recommendations are accepted.", "Both recommendations"),
        ("The report’s recommendations are accepted.", "The report’s recommendations"),
        ("All recommendations will be met.", "All recommendations"),
        ("Recommendations from the inspection will be met.", "Recommendations"),
    ):
        assert [each.quote for each in said(words, record=none) if each.severity is not Severity.HINT] == [quote]
    assert said("The audit recommendations are closed, and the board’s recommendations go to the panel.", record=none) == []
    assert said("The inspectors made no recommendations.", record=none) == []
    assert said("We have closed the recommendations of the 2021 inspection.", record=none) == []
    assert said("The recommendations of the Angiolini Inquiry are with the board.", record=none) == []
    assert said("I expect that the force will complete all the recommendations.") == []


def test_findings_for_the_region_have_to_be_recorded() -> None:
    for words in ("The regional findings are with the board.", "The findings for the region are open.", "The region’s findings are open."):
        assert [each.code for each in said(words)] == ["regional_findings_missing"]
    assert said("There were no regional findings.") == []
    record = clean_record()
    region = replace(record, findings=(*record.findings, finding("x1", FindingKind.AREA_FOR_IMPROVEMENT, scope="West Region")))
    assert "regional_findings_missing" not in [each.code for each in said("The regional findings are with the board.", record=region)]
