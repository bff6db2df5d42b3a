import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rashomon.codec import decode
from rashomon.errors import UsageError
from rashomon.tell import FORMATS, Format, choose, write, write_format
from rashomon.values import Reading
from tests.tell.made import dossier, empty, hostile

_EVENT_FIELDS = {
    "id", "formerly", "kind", "title", "episode", "doubts", "start", "end", "date_precision",
    "place", "sides", "reports", "claims", "accounts", "findings", "contradictions", "origins",
    "grade", "reasons",
}  # fmt: skip
_CLAIM_FIELDS = {
    "id", "kind", "trigger", "span", "reality", "currency", "certainty", "voices", "participants",
    "figures", "place", "date", "made_by",
}  # fmt: skip


def _read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_files_are_written_in_order(tmp_path: Path) -> None:
    written = write(dossier(), tmp_path / "new" / "folder")
    names = [
        "report.html",
        "readings.jsonl",
        "events.jsonl",
        "readings.jsonl.schema.json",
        "events.jsonl.schema.json",
        "events.csv",
    ]
    assert [path.name for path in written] == names
    assert sorted(path.name for path in written[0].parent.iterdir()) == sorted(names)


def test_an_unknown_format_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"no format 'pdf': the formats are .*ucdp"):
        choose(["ucdp", "pdf"])


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_a_format_is_written_where_it_was_asked_for(each: Format, tmp_path: Path) -> None:
    out = tmp_path / "new" / "chosen"
    written = write_format(dossier(), each, out)
    assert written == ((out,) if each.file else tuple(out / n for n, _ in each.make(dossier())))
    assert all(path.stat().st_size for path in written)


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    (csl,) = choose(["csl"])
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(pipe.read_bytes)
        write_format(dossier(), csl, pipe)
        assert read.result(timeout=10) == dict(csl.make(dossier()))["sources.csl.json"]
    assert pipe.is_fifo()


def test_several_files_are_not_written_over_one(tmp_path: Path) -> None:
    (jsonl,) = choose(["jsonl"])
    (tmp_path / "file").write_text("former")
    with pytest.raises(UsageError, match="writes a folder"):
        write_format(dossier(), jsonl, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "former"


def test_events_have_the_fields_of_the_contract(tmp_path: Path) -> None:
    write(dossier(), tmp_path)
    (event,) = _read(tmp_path / "events.jsonl")
    assert event.keys() >= _EVENT_FIELDS
    assert event["grade"] == "contested"
    assert event["reasons"] == ["the number killed is contradicted", "two origins"]


def test_readings_have_the_fields_of_the_contract_and_come_back(tmp_path: Path) -> None:
    write(dossier(), tmp_path)
    found = _read(tmp_path / "readings.jsonl")
    claims = found[0]["claims"]
    assert isinstance(claims, list)
    assert claims[0].keys() >= _CLAIM_FIELDS
    assert tuple(decode(Reading, each) for each in found) == dossier().readings


def test_a_failure_leaves_the_former_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "report.html").write_text("former")

    def fail(self: Path, _target: Path) -> Path:
        raise OSError(self)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match=r"report\.html"):
        write(dossier(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    assert (tmp_path / "report.html").read_text() == "former"


@pytest.mark.parametrize("make", [hostile, empty])
def test_odd_dossiers_can_be_written(tmp_path: Path, make: object) -> None:
    assert callable(make)
    names = [each.name for each in FORMATS]
    assert len(write(make(), tmp_path, names)) >= len(FORMATS)


def test_a_lone_surrogate_survives_as_json(tmp_path: Path) -> None:
    made = hostile()
    made = type(made)(
        reports=made.reports,
        readings=(Reading(report="\ud800"),),
        events=made.events,
    )
    write(made, tmp_path)
    assert _read(tmp_path / "readings.jsonl")[0]["report"] == "\ud800"
