from dataclasses import replace

from rashomon.tell.exports.situation import situation
from rashomon.values import Report
from tests.tell.made import dossier, empty, hostile


def test_sources_are_numbered_in_the_order_of_publication() -> None:
    told = situation(dossier())
    assert [(each.number, each.letter) for each in told.sources] == [(1, "A"), (2, "B"), (3, "C")]
    assert told.sources[2].words == "Report C: Plains Mirror; a copy of report B."
    assert told.day == "2023-03-16"


def test_a_report_without_an_event_is_no_source() -> None:
    made = dossier()
    other = Report(id="other", text="Nothing happened.", published="2020-01-01")
    told = situation(replace(made, reports=(*made.reports, other)))
    assert [(each.number, each.letter) for each in told.sources] == [(1, "B"), (2, "C"), (3, "D")]
    assert told.about == "Four reports by three publishers read; three tell of one event."
    assert told.title == "Situation report, 1 January 2020 – 16 March 2023"


def test_without_days_of_publication_the_title_has_those_of_the_events() -> None:
    made = dossier()
    undated = tuple(replace(report, published=None) for report in made.reports)
    assert situation(replace(made, reports=undated)).title == "Situation report, 14 March 2023"


def test_numbers_lead_to_the_reports_that_make_the_claims() -> None:
    (section,) = situation(dossier()).sections
    cited = {part.text.strip(): part.sources for part in section.paragraph if part.sources}
    assert cited["The raiders had not commented"] == (1,)
    assert [each.sources for each in section.amounts] == [(1, 2), (2,), (1, 2), (1, 2)]


def test_the_paragraph_keeps_its_spaces() -> None:
    (section,) = situation(dossier()).sections
    text = "".join(part.text for part in section.paragraph)
    assert "  " not in text
    assert ". The raiders had not commented." in text


def test_a_total_that_repeats_its_only_side_is_left_out() -> None:
    (section,) = situation(dossier()).sections
    assert [(each.heading, each.high) for each in section.amounts] == [
        ("Killed, raiders", "90"),
        ("Killed, civilians", "2"),
        ("Killed, all together", "92"),
        ("Wounded, raiders", "open"),
    ]


def test_unseen_characters_are_left_out_everywhere() -> None:
    told = repr(situation(hostile()))
    assert "\\u202e" not in told
    assert "\\x00" not in told
    assert situation(empty()).sections == ()
