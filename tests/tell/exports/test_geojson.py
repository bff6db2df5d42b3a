import io
import json
from dataclasses import replace
from typing import Any

import geopandas
import pytest
from jsonschema import Draft202012Validator

from rashomon.tell.exports.geojson import files
from rashomon.values import Dossier, EventPlace
from tests.tell.made import dossier, empty, hostile


def made_with(place: EventPlace | None) -> Dossier:
    return replace(dossier(), events=(replace(dossier().events[0], place=place),))


def collection(made: Dossier) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files(made)["events.geojson"])
    return read


@pytest.mark.parametrize("made", [dossier(), hostile(), empty(), made_with(None)])
def test_features_keep_to_the_schema(made: Dossier) -> None:
    written = files(made)
    schema = json.loads(written["events.geojson.schema.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(written["events.geojson"]))


def test_a_feature_is_an_event_at_its_point() -> None:
    (feature,) = collection(dossier())["features"]
    assert feature["id"] == dossier().events[0].id
    assert feature["geometry"] == {"type": "Point", "coordinates": [2.11, 13.52]}
    assert feature["properties"]["place_precision"] == 2
    assert feature["properties"]["killed_high"] == 92
    assert feature["properties"]["start"] == "2023-03-14"
    assert feature["properties"]["sides"] == ["guards", "raiders", "civilians"]


@pytest.mark.parametrize(
    "place",
    [
        None,
        EventPlace(name="Orla"),
        EventPlace(name="Orla", lat=13.0),
        EventPlace(name="Orla", lat=13.0, lon=190.0),
        EventPlace(name="Orla", lat=float("nan"), lon=2.0),
    ],
)
def test_without_a_point_there_is_no_geometry(place: EventPlace | None) -> None:
    (feature,) = collection(made_with(place))["features"]
    assert feature["geometry"] is None
    assert "NaN" not in files(made_with(place))["events.geojson"]


def test_geopandas_reads_it() -> None:
    both = replace(dossier(), events=(*dossier().events, *hostile().events))
    frame = geopandas.read_file(io.StringIO(files(both)["events.geojson"]))
    assert frame.crs.to_epsg() == 4326
    assert list(frame["killed_best"]) == [22, 3]
    assert (frame.geometry[0].x, frame.geometry[0].y) == (2.11, 13.52)
    assert frame.geometry[1] is None
