"""What the command line promises: messages that help, and exit statuses that scripts can use."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from rashomon.store import Store

GOOD = {"id": "good", "published": "2021-08-21", "text": "Gunmen killed three farmers in Kunduz."}
VERBS = ("run", "read", "tell", "compare", "explain", "doctor", "gazetteer build", "gazetteer add")


def rashomon(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "rashomon.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
    )


def write_lines(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_help_shows_examples() -> None:
    shown = rashomon("--help")
    assert shown.returncode == 0
    assert "rashomon run articles/ --out out" in shown.stdout


def test_help_and_version_wait_for_no_parser() -> None:
    code = "import sys, rashomon.cli; print({'spacy', 'sqlalchemy', 'jinja2'} & {*sys.modules})"
    loaded = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout == "set()\n"


def test_the_version_is_shown() -> None:
    assert rashomon("--version").stdout == f"rashomon {version('rashomon')}\n"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_and_stands_in_the_readme(verb: str) -> None:
    readme = (Path(__file__).parent.parent.parent / "README.md").read_text()
    assert rashomon(*verb.split(), "--help").returncode == 0
    assert f"rashomon {verb.split(maxsplit=1)[0]}" in readme


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "no-such-folder", "--out", "out"),
        ("run", "--out", "out"),
        ("run", ".", "--out", "out", "--colour", "blue"),
        ("march",),
    ],
)
@pytest.mark.slow
def test_wrong_usage_ends_with_status_2(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = rashomon(*arguments)
    assert ended.returncode == 2, ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.slow
def test_doctor_tells_which_languages_have_a_tagger() -> None:
    ended = rashomon("doctor")
    assert "en; other languages by rules alone" in ended.stdout


@pytest.mark.slow
def test_doctor_names_what_is_missing_with_its_remedy(tmp_path: Path) -> None:
    ended = rashomon("doctor", "--model", "xx_no_model", "--gazetteer", tmp_path / "none.sqlite")
    assert ended.returncode == 1
    assert "pip install" in ended.stdout
    assert "rashomon gazetteer build" in ended.stdout


@pytest.mark.slow
def test_bad_input_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "latin.txt").write_bytes("Trois morts à Bâle, dit-on.".encode("latin-1"))
    (folder / "menu.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    (folder / "long.jsonl").write_bytes(b'{"text": "' + b"x" * 50_000_000 + b'"}\n')
    (folder / "words.txt").write_text("fighting went on " * 70_000)
    lines = write_lines(
        folder / "lines.jsonl",
        GOOD,
        {"id": "later", "published": "2999-01-01", "text": "Two soldiers were killed in Mali."},
        {"id": "good", "text": "Another text under the same id."},
        ["not", "an", "object"],
    )
    with lines.open("a") as file:
        file.write('{"id": "broken", \n')
    ended = rashomon("run", folder, "--out", tmp_path / "out")
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    complaints = ended.stderr.splitlines()
    for name, code in (
        ("empty.txt:1", "empty"),
        ("binary.txt:1", "binary"),
        ("latin.txt:1", "encoding-repaired"),
        ("menu.html:1", "no-article"),
        ("long.jsonl:1", "line-too-long"),
        ("words.txt:1", "too-long"),
        ("lines.jsonl:2", "future-date"),
        ("lines.jsonl:3", "duplicate-id"),
        ("lines.jsonl:4", "not-an-object"),
        ("lines.jsonl:5", "bad-json"),
    ):
        assert any(name in line and code in line for line in complaints), (name, complaints)
    readings = records(tmp_path / "out" / "readings.jsonl")
    good = next(reading for reading in readings if reading["report"] == "good")
    assert good["claims"][0]["figures"][0]["best"] == 3


@pytest.mark.slow
def test_a_store_is_told_in_another_format(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert rashomon("run", write_lines(tmp_path / "in.jsonl", GOOD), "--out", out).returncode == 0
    chosen = tmp_path / "ged.csv"
    told = rashomon("tell", "--db", out / "rashomon.db", "--format", "ucdp", "--out", chosen)
    assert told.returncode == 0
    assert chosen.read_text() == (out / "events.csv").read_text()
    other = tmp_path / "other"
    tell = ("tell", "--db", out / "rashomon.db", "--format", "annotations", "--out", other)
    said = [line.split("Wrote ")[1] for line in rashomon(*tell).stderr.splitlines()]
    assert said == [str(other / "annotations.jsonld"), str(other / "texts")]


@pytest.mark.slow
def test_a_store_is_compared_with_its_own_export(tmp_path: Path) -> None:
    out, page, sheet = tmp_path / "out", tmp_path / "c" / "page.html", tmp_path / "c.csv"
    assert rashomon("run", write_lines(tmp_path / "in.jsonl", GOOD), "--out", out).returncode == 0
    compare = ("compare", out / "events.csv", "--db", out / "rashomon.db")
    told = rashomon(*compare, "--out", page, "--out", sheet)
    assert told.returncode == 0, told.stderr
    assert "1 matched, 0 only ours, 0 only theirs" in told.stderr
    assert "matched" in told.stdout
    assert "Compared with events.csv" in page.read_text(encoding="utf-8")
    assert sheet.read_text(encoding="utf-8").splitlines()[1].startswith("matched,")
    other = rashomon("compare", out / "readings.jsonl", "--db", out / "rashomon.db")
    assert (other.returncode, "neither a GED nor an ACLED CSV" in other.stderr) == (1, True)


@pytest.mark.slow
def test_a_run_and_a_telling_hide_the_same_names(tmp_path: Path) -> None:
    text = "Gunmen killed the farmer Tobin Rask, 40, in Kunduz. Governor Ilse Brandt mourned Rask."
    out, again = tmp_path / "out", tmp_path / "again"
    given = write_lines(tmp_path / "in.jsonl", {**GOOD, "text": text})
    run = rashomon("run", given, "--out", out, "--redact", "persons")
    assert run.returncode == 0, run.stderr
    assert "hand on the other files, not rashomon.db" in run.stderr
    tell = ("tell", "--db", out / "rashomon.db", "--format", "jsonl", "--out", again)
    assert rashomon(*tell, "--redact", "persons").returncode == 0
    told = (again / "readings.jsonl").read_text()
    assert told == (out / "readings.jsonl").read_text()
    page = (out / "report.html").read_text()
    assert ("Rask" in page, "Ilse Brandt" in page, "Person " in page) == (False, True, True)
    assert rashomon(*tell, "--redact", "places").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("tell", "--format", "pdf", "--out", "x"), "no format 'pdf'"),
        (("tell", "--format", "ucdp", "--out", "x", "--db", "none.db"), "no store at none.db"),
        (("run", "x.jsonl", "--out", "x", "--formats", "ucdp, pdf"), "no format 'pdf'"),
        (("compare", "none.csv"), "no file of events at none.csv"),
        (("compare", __file__, "--db", "none.db"), "no store at none.db"),
        (("compare", __file__, "--out", "x.pdf"), "ends in .html or .csv"),
    ],
)
def test_what_cannot_be_told_is_said(arguments: tuple[str, ...], message: str) -> None:
    told = rashomon(*arguments)
    assert (told.returncode, message in told.stderr) == (2, True)


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs Linux's full device")
def test_a_full_disk_is_one_message(tmp_path: Path) -> None:
    Store.open(tmp_path / "made.db").close()
    tell = ("tell", "--db", tmp_path / "made.db", "--format", "ucdp", "--out")
    told = rashomon(*tell, "/dev/full")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == (
        "rashomon: [Errno 28] No space left on device: "
        "check that the place is there, can be written to and has room\n"
    )
    assert Path("/dev/full").is_char_device()


def test_a_place_that_cannot_be_is_said_before_anything_is_read(tmp_path: Path) -> None:
    given = write_lines(tmp_path / "in.jsonl", GOOD)
    for verb, out, message in (
        ("run", given, "is a file; --out is the folder to write to"),
        ("read", tmp_path, "is a folder; --out is the file to write"),
    ):
        ended = rashomon(verb, given, "--out", out)
        assert (ended.returncode, message in ended.stderr) == (2, True)


def test_an_empty_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    told = rashomon("tell", "--db", tmp_path / "empty.db", "--format", "ucdp", "--out", "x")
    assert (told.returncode, "no store at" in told.stderr) == (2, True)


def test_nothing_read_ends_with_status_1(tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text("\n")
    ended = rashomon("read", path, "--out", tmp_path / "readings.jsonl")
    assert ended.returncode == 1, ended.stderr


@pytest.mark.slow
def test_read_writes_one_reading_a_report(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in.jsonl", GOOD, {**GOOD, "id": "other", "text": "Rain fell."})
    ended = rashomon("read", path, "--out", tmp_path / "deep" / "readings.jsonl")
    assert ended.returncode == 0, ended.stderr
    readings = records(tmp_path / "deep" / "readings.jsonl")
    assert [reading["report"] for reading in readings] == ["good", "other"]
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["readings.jsonl"]


@pytest.mark.slow
def test_explain_shows_marks_claims_and_reasons(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in.jsonl", GOOD, {**GOOD, "id": "other", "text": "Rain fell."})
    shown = rashomon("explain", path, "--id", "good")
    assert shown.returncode == 0, shown.stderr
    assert "[x:Gunmen] [#1:killed] [n:three] [x:farmers] in [p:Kunduz]" in shown.stdout
    assert "#1 Attack" in shown.stdout
    page = tmp_path / "deep" / "page.html"
    reasons = rashomon("explain", path, "--id", "good", "--claim", "1", "--html", page)
    assert "because" in reasons.stdout
    assert "<!doctype html>" in page.read_text(encoding="utf-8")
    record = json.loads(rashomon("explain", path, "--id", "good", "--json").stdout)
    (claim,) = record["reading"]["claims"]
    assert {each["part"] for each in record["reasons"][claim["id"]]} >= {"kind", "figure", "place"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((), 2, "'good', 'other'"),
        (("--id", "nobody"), 1, "no report 'nobody'"),
        (("--id", "good", "--claim", "9"), 2, "a number from 1 to 1"),
    ],
)
def test_explain_says_what_it_lacks(
    arguments: tuple[str, ...], status: int, said: str, tmp_path: Path
) -> None:
    path = write_lines(tmp_path / "in.jsonl", GOOD, {**GOOD, "id": "other", "text": "Rain fell."})
    ended = rashomon("explain", path, *arguments)
    assert ended.returncode == status
    assert said in ended.stderr
