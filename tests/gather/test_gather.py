from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from rashomon.errors import UsageError
from rashomon.gather import gather
from rashomon.values import Issue, Report

TODAY = date(2024, 5, 1)
ARTICLE = (
    "<html lang='en'><head><title>Shells hit Lorn market</title>"
    "<meta property='og:title' content='Shells hit Lorn market'>"
    "<meta property='og:site_name' content='Lorn Daily'>"
    "<meta name='author' content='Jana Riva'>"
    "<meta property='article:published_time' content='2024-04-20T08:00:00Z'>"
    "<link rel='canonical' href='https://lorn.example/shells'></head><body>"
    "<nav><a href='/'>Home</a></nav><article><h1>Shells hit Lorn market</h1>"
    "<p>Shells hit the market of Lorn on Saturday, and four traders were killed there.</p>"
    "<p>Residents said that the shelling began at dawn and went on until the afternoon.</p>"
    "<p>The army has not commented on the shelling of the market so far, they said.</p>"
    "</article><footer>Copyright</footer></body></html>"
)


def put(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(path: Path, *rows: object) -> Path:
    return put(path, "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))


def reports(*paths: Path) -> list[Report]:
    return [found for found in gather(paths, as_of=TODAY) if isinstance(found, Report)]


def issues(*paths: Path) -> list[Issue]:
    return [found for found in gather(paths, as_of=TODAY) if isinstance(found, Issue)]


def codes(*paths: Path) -> list[str]:
    return [issue.code for issue in issues(*paths)]


# --- text files ---


def test_a_text_is_kept_as_it_is(tmp_path: Path) -> None:
    text = "Shells hit Lorn\n\n“Four died,” he said.\n"
    [report] = reports(put(tmp_path / "a.txt", text))
    assert (report.content, report.title, report.published) == (text, None, None)


def test_known_keys_above_a_blank_line_are_a_header(tmp_path: Path) -> None:
    text = "Title: Shells hit Lorn\npublished: 2024-04-20\nid: r7\n\nFour died.\n"
    [report] = reports(put(tmp_path / "a.txt", text))
    assert (report.id, report.title, report.published) == ("r7", "Shells hit Lorn", "2024-04-20")
    assert report.text == "Four died.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Lorn: four killed in shelling\n\nFour died.",
        "title: Shells hit Lorn\nLorn: four killed\n\nFour died.",
        "Title: no blank line follows\nFour died.",
        "title: twice\ntitle: twice\n\nFour died.",
    ],
)
def test_a_first_line_with_a_colon_is_no_header(tmp_path: Path, text: str) -> None:
    [report] = reports(put(tmp_path / "a.txt", text))
    assert (report.text, report.title) == (text, None)


def test_windows_lines_and_marks_are_taken_off(tmp_path: Path) -> None:
    [report] = reports(put(tmp_path / "a.txt", b"\xef\xbb\xbfLorn fell.\r\n\r\nFour died.\r\n"))
    assert report.text == "Lorn fell.\n\nFour died.\n"


@pytest.mark.parametrize(
    ("data", "text", "repaired"),
    [
        ("Er sagte: „Vier Tote“ in Lörn.".encode(), "Er sagte: „Vier Tote“ in Lörn.", False),
        ("Lörn café".encode("latin-1"), "Lörn café", True),
        ("“Four died”".encode("cp1252"), "“Four died”", True),
        ("Lörn fell.".encode("utf-16"), "Lörn fell.", False),
        ("â€œFour diedâ€\x9d in LÃ¶rn.".encode(), "“Four died” in Lörn.", True),
        (b"Four died \x81 there.", "Four died \x81 there.", True),
    ],
)
def test_broken_encodings_are_repaired_and_told(
    tmp_path: Path, data: bytes, text: str, *, repaired: bool
) -> None:
    path = put(tmp_path / "a.txt", data)
    assert [report.text for report in reports(path)] == [text]
    assert codes(path) == (["encoding-repaired"] if repaired else [])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-report"),
        (b"  \n \n", "empty-report"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary-file"),
        (b"\x01\x02\x03\x04text", "binary-file"),
    ],
)
def test_what_is_no_text_is_an_issue(tmp_path: Path, data: bytes, code: str) -> None:
    path = put(tmp_path / "a.txt", data)
    assert (codes(path), reports(path)) == ([code], [])
    assert issues(path)[0].where == f"{path}:1"


def test_a_very_long_report_is_kept_and_an_endless_one_is_not(tmp_path: Path) -> None:
    long = put(tmp_path / "long.txt", "four " * 199_999)
    endless = put(tmp_path / "endless.txt", "four " * 200_001)
    assert len(reports(long)) == 1
    assert codes(long) == []
    assert codes(endless) == ["report-too-long"]


# --- pages ---


def test_a_page_gives_its_article_with_what_it_says_of_itself(tmp_path: Path) -> None:
    [report] = reports(put(tmp_path / "a.html", ARTICLE))
    assert report.title == "Shells hit Lorn market"
    assert (report.publisher, report.byline) == ("Lorn Daily", "Jana Riva")
    assert report.url == "https://lorn.example/shells"
    assert (report.published or "").startswith("2024-04-20")
    assert report.text.startswith("Shells hit the market of Lorn on Saturday")
    assert "Copyright" not in report.text


@pytest.mark.parametrize("text", ["<html><body></body></html>", "<html", "<p></p>"])
def test_a_page_without_an_article_is_an_issue(tmp_path: Path, text: str) -> None:
    assert codes(put(tmp_path / "a.html", text)) == ["no-article"]


# --- lines of JSON ---


def test_each_line_is_a_report_and_its_text_is_untouched(tmp_path: Path) -> None:
    first = {"id": 7, "text": "Four died.\r\n", "title": " ", "extra": 1, "language": "en-GB"}
    [one, two] = reports(lines(tmp_path / "a.jsonl", first, "", {"text": "Lorn fell."}))
    assert (one.id, one.text, one.title, one.language) == ("7", "Four died.\r\n", None, "en")
    assert len(two.id) == 16


def test_gzipped_lines_are_read(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl.gz", gzip.compress(b'{"text": "Four died."}'))
    assert [report.text for report in reports(path)] == ["Four died."]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ('{"text": "Four died."', "bad-json"),
        ("[" * 100_000, "bad-json"),
        ('["Four died."]', "not-an-object"),
        ('"Four died."', "not-an-object"),
        ('{"title": "Four died"}', "bad-report"),
        ('{"text": null}', "bad-report"),
        ('{"text": ["Four died."]}', "bad-report"),
        ('{"text": " "}', "empty-report"),
    ],
)
def test_a_bad_line_is_told_and_stops_no_other(tmp_path: Path, row: str, code: str) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": "One."}, row, {"text": "Two."})
    assert [report.text for report in reports(path)] == ["One.", "Two."]
    assert [(issue.code, issue.where) for issue in issues(path)] == [(code, f"{path}:2")]


def test_a_line_that_never_ends_is_skipped(tmp_path: Path) -> None:
    huge = json.dumps({"text": "x" * 10_000_001})
    path = lines(tmp_path / "a.jsonl", {"text": "One."}, huge, {"text": "Two."})
    assert [report.text for report in reports(path)] == ["One.", "Two."]
    assert codes(path) == ["line-too-long"]


def test_a_broken_archive_is_told(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl.gz", gzip.compress(b'{"text": "One."}\n' * 2000)[:-20])
    assert codes(path)[-1] == "unreadable"


def test_a_line_in_another_encoding_is_repaired(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", '{"text": "Lörn fell."}'.encode("latin-1"))
    assert [report.text for report in reports(path)] == ["Lörn fell."]
    assert codes(path) == ["encoding-repaired"]


def test_mojibake_in_lines_is_told_but_kept_for_the_sake_of_offsets(tmp_path: Path) -> None:
    text = "â€œFour diedâ€\x9d in LÃ¶rn."
    path = lines(tmp_path / "a.jsonl", {"text": text})
    assert [report.text for report in reports(path)] == [text]
    assert codes(path) == ["encoding-suspect"]


def test_what_cannot_be_stored_is_replaced_in_its_place(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", rb'{"text": "Four\u0000 died \ud800."}')
    assert [report.text for report in reports(path)] == ["Four\ufffd died \ufffd."]


# --- days ---


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2024-04-20", "2024-04-20"),
        ("2024-04-20T08:00:00+02:00", "2024-04-20T08:00:00+02:00"),
        ("2024-04-20T08:00:00Z", "2024-04-20T08:00:00+00:00"),
        ("Sat, 20 Apr 2024 08:00:00 GMT", "2024-04-20T08:00:00+00:00"),
        ("2024-05-02", "2024-05-02"),
        (None, None),
        ("", None),
    ],
)
def test_days_of_publication_become_iso(tmp_path: Path, given: str, kept: str | None) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": "Four died.", "published": given})
    assert [report.published for report in reports(path)] == [kept]
    assert codes(path) == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("last week", "bad-date"),
        ("2024-13-45", "bad-date"),
        ("20/04/2024", "bad-date"),
        ("2031-01-01", "future-date"),
    ],
)
def test_a_day_that_would_mislead_is_dropped_and_told(
    tmp_path: Path, given: str, code: str
) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": "Four died.", "published": given})
    assert [report.published for report in reports(path)] == [None]
    assert codes(path) == [code]


def test_without_a_day_of_the_run_no_day_lies_ahead(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": "Four died.", "published": "2031-01-01"})
    assert [found.published for found in gather([path]) if isinstance(found, Report)] == [
        "2031-01-01"
    ]


# --- folders and doubles ---


def test_a_folder_is_walked_by_name_and_other_types_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    put(tmp_path / "b" / "z.txt", "Three.")
    put(tmp_path / "b" / "a.txt", "Two.")
    put(tmp_path / "a.txt", "One.")
    put(tmp_path / "notes.docx", b"PK\x00")
    put(tmp_path / ".git" / "x.txt", "Hidden.")
    assert [report.text for report in reports(tmp_path)] == ["One.", "Two.", "Three."]
    assert codes(tmp_path) == []


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "One.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone")
    assert [report.text for report in reports(tmp_path)] == ["One."]


def test_a_file_of_another_type_named_directly_is_an_issue(tmp_path: Path) -> None:
    path = put(tmp_path / "notes.docx", b"PK\x00")
    [issue] = issues(path)
    assert (issue.code, issue.where) == ("unknown-file-type", str(path))


def test_a_path_that_is_not_there_is_refused_before_any_reading(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="gone"):
        gather([put(tmp_path / "a.txt", "One."), tmp_path / "gone"])


def test_the_same_report_twice_is_one(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "Four died.")
    put(tmp_path / "b.txt", "Four died.")
    assert len(reports(tmp_path)) == 1
    assert codes(tmp_path) == ["duplicate"]


def test_the_same_words_in_two_outlets_are_two_reports(tmp_path: Path) -> None:
    rows = [{"text": "Four died.", "publisher": name} for name in ("Lorn Daily", "Varn Post")]
    found = reports(lines(tmp_path / "a.jsonl", *rows))
    assert len({report.id for report in found}) == 2


def test_an_id_with_other_words_gets_an_id_of_its_own(tmp_path: Path) -> None:
    rows = [{"id": "r1", "text": text} for text in ("One.", "Two.", "One.", "Two.")]
    path = lines(tmp_path / "a.jsonl", *rows)
    found = reports(path)
    assert [report.text for report in found] == ["One.", "Two."]
    assert found[0].id == "r1"
    assert found[1].id != "r1"
    assert codes(path) == ["duplicate-id", "duplicate", "duplicate-id", "duplicate"]


def test_every_message_says_what_to_do(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", "{", "[]", {"title": "x"}, {"text": ""})
    for issue in issues(path):
        assert issue.message.endswith((".", "?"))
        assert issue.where is not None
