from __future__ import annotations

import pytest

from rashomon.values import Report
from rashomon.weigh import weigh
from rashomon.weigh.credits import credited_agency
from tests.factory import report, voice
from tests.weigh.made import PUBLISHER, group, killed

BODY = "Nine people died in Alder.\n\nNobody has said who fired."


@pytest.mark.parametrize(
    ("text", "byline", "agency"),
    [
        (f"ALDER, May 3 (AFP) - {BODY}", None, "afp"),
        (f"ALDER (Agence France-Presse) \u2014 {BODY}", None, "afp"),
        (f"ALDER (Reuters): {BODY}", None, "reuters"),
        (BODY, "Associated Press", "ap"),
        (BODY, "By Ada Holm, AP", "ap"),
        (f"{BODY}\n\n(With inputs from Reuters)", None, "reuters"),
        (f"{BODY}\n\nSource: Xinhua", None, "xinhua"),
        (f"{BODY}\n\n(Reuters)", None, "reuters"),
        (BODY, "By Ada Holm", None),
        (f"ALDER (Harbour Radio) - {BODY}", None, None),
        (f"{BODY}\n\nAn AFP reporter was hurt in the leg.", None, None),
        (f"{BODY}\n\nThe mayor told Reuters that nine people had died.", None, None),
        (f"The town (pop. 900) is quiet. {BODY}", None, None),
    ],
)
def test_a_credit_is_a_byline_a_dateline_or_a_closing_line(
    text: str, byline: str | None, agency: str | None
) -> None:
    assert credited_agency(report(text, byline=byline)) == agency


def test_no_report_no_credit() -> None:
    assert credited_agency(None) is None


def papers(*texts: str) -> dict[str, Report]:
    return {
        name: report(text, id=name, publisher=f"Paper {name}")
        for name, text in zip("abcdefghij", texts, strict=False)
    }


def test_papers_that_print_one_agency_in_their_own_words_are_one_origin() -> None:
    reports = papers(*[f"ALDER (AFP) - Version {n} of it." for n in range(5)], "Our own account.")
    claims = [killed(name, 9) for name in reports]
    event = weigh(group(*claims), reports)
    assert event.origins == 2
    assert event.counts is not None
    assert (event.counts.mentions, event.counts.outlets) == (6, 6)


def test_nameless_sources_of_one_agency_are_one_origin_in_whatever_paper() -> None:
    reports = papers("ALDER (AFP) - Sources say nine.", "Nine, sources say.\n\nSource: AFP")
    voices = (PUBLISHER, voice("sources", "unnamed"))
    assert weigh(group(*(killed(n, 9, voices=voices) for n in reports)), reports).origins == 1


def test_an_agency_is_one_outlet_under_both_its_names() -> None:
    reports = papers("x", "y")
    claims = [
        killed("a", 9, voices=(PUBLISHER, voice("the Associated Press", "agency"))),
        killed("b", 9, voices=(PUBLISHER, voice("AP", "agency"))),
    ]
    assert weigh(group(*claims), reports).origins == 1
