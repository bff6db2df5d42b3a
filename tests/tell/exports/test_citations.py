import re
from dataclasses import replace

import pytest

from rashomon.tell.exports.citations import Citation, citations
from rashomon.values import Dossier, Report
from tests.tell.made import dossier, empty, hostile


def _of(**fields: object) -> Citation:
    report = Report(id="r", text="Opening words of a text.", **fields)  # type: ignore[arg-type]
    (found,) = citations(Dossier(reports=(report,), readings=(), events=()))
    return found


def test_a_report_as_reference() -> None:
    first = citations(dossier())[0]
    assert first.title == "Guards hold Orla bridge against raiders"
    assert first.author == "Ada Fell"
    assert first.publisher == "Hill Post"
    assert first.key.startswith("hillpost2023-")
    assert first.url == "https://hillpost.example/orla?a=1&b=2"


@pytest.mark.parametrize(
    ("publisher", "published", "key"),
    [
        ("Hill Post", "2023-03-15", "hillpost2023-"),
        ("Le Récit du Sud", None, "lerecitdusudnd-"),
        ("Газета", "2023", "reportnd-"),
        (None, "2023-03-15T08:00:00+01:00", "report2023-"),
    ],
)
def test_a_key_is_made_of_plain_letters(
    publisher: str | None, published: str | None, key: str
) -> None:
    made = _of(publisher=publisher, published=published).key
    assert re.fullmatch(r"[a-z0-9-]+", made)
    assert made.startswith(key)


def test_keys_are_unique_and_do_not_depend_on_the_others() -> None:
    together = {each.key for each in citations(dossier())}
    assert len(together) == len(dossier().reports)
    alone = {
        each.key
        for report in dossier().reports
        for each in citations(replace(dossier(), reports=(report,)))
    }
    assert alone == together


def test_a_text_without_a_title_is_known_by_its_opening() -> None:
    assert _of().title == "[Opening words of a text.]"


def test_what_is_not_known_is_not_said() -> None:
    found = _of(published="not a date", url="javascript:alert(1)", byline=" ")
    assert (found.published, found.url, found.author, found.publisher) == (None,) * 4


def test_hostile_texts_are_plain() -> None:
    (found,) = citations(hostile())
    assert "\x00" not in found.title
    assert "\u202e" not in found.title
    assert citations(empty()) == ()
