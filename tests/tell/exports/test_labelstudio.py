import json
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from rashomon.tell.exports.labelstudio import config, files
from rashomon.tell.exports.marks import LABELS, texts
from rashomon.values import Dossier
from tests.tell.made import dossier, empty, hostile


def _tasks(made: Dossier) -> list[dict[str, Any]]:
    tasks: list[dict[str, Any]] = json.loads(files(made)["labelstudio.json"])
    return tasks


def _regions(task: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in task["predictions"][0]["result"] if each["type"] == "labels"]


@pytest.mark.parametrize("made", [dossier(), hostile()], ids=["made", "hostile"])
def test_the_marks_come_back_exactly(made: Dossier) -> None:
    for task, (report, marks) in zip(_tasks(made), texts(made), strict=True):
        text = task["data"]["text"]
        assert text == report.content
        back = [(each["value"], each["value"]["labels"]) for each in _regions(task)]
        assert [(v["start"], v["end"], label) for v, (label,) in back] == [
            (*mark.span, mark.label) for mark in marks
        ]
        assert all(v["text"] == text[v["start"] : v["end"]] for v, _ in back)


def test_every_name_in_a_task_is_one_of_the_interface() -> None:
    view = ET.fromstring(config())  # noqa: S314  our own text
    labels = view.find("Labels")
    text = view.find("Text")
    assert labels is not None
    assert text is not None
    assert [each.get("value") for each in labels] == list(LABELS)
    assert len({each.get("background") for each in labels}) == len(LABELS)
    fields = {view.find("Header").get("value"), text.get("value")}  # type: ignore[union-attr]
    for task in _tasks(dossier()):
        assert {field.removeprefix("$") for field in fields if field} <= task["data"].keys()
        for region in _regions(task):
            assert region["from_name"] == labels.get("name")
            assert region["to_name"] == text.get("name") == labels.get("toName")
            assert set(region["value"]["labels"]) <= LABELS.keys()


def test_a_voice_is_joined_to_what_it_says() -> None:
    (task,) = (each for each in _tasks(dossier()) if each["data"]["report"] == "bridge")
    ids = {each["id"]: each["value"]["text"] for each in _regions(task)}
    (relation,) = (each for each in task["predictions"][0]["result"] if each["type"] == "relation")
    assert ids[relation["from_id"]] == "The villagers"
    assert ids[relation["to_id"]] == "had killed nearly 20 raiders and wounded at least 6"
    assert relation["labels"] == ["says"]


def test_ids_are_unique_in_a_task_and_stable() -> None:
    for task in _tasks(dossier()):
        ids = [each["id"] for each in _regions(task)]
        assert len(ids) == len(set(ids))
    assert files(dossier()) == files(dossier())


def test_the_model_is_named() -> None:
    assert {task["predictions"][0]["model_version"] for task in _tasks(dossier())} == {"test"}


def test_nothing_read_is_no_task() -> None:
    assert _tasks(empty()) == []
