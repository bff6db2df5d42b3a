from pathlib import Path

import pytest

from rashomon.gazetteer import Gazetteer, build
from rashomon.gazetteer.packages import _Middle
from rashomon.gazetteer.rows import FIRST, Row

_AREA = Row(id=1, name="A", ascii="A", feature_class="A", feature=FIRST, country="FJ")


def test_the_middle_of_an_area_is_that_of_the_box_of_its_towns() -> None:
    middle = _Middle()
    for lat, lon in [(10.0, 20.0), (14.0, 22.0), (10.0, 20.0)]:
        middle.add(lat, lon, 100)
    row = middle.place(_AREA)
    assert (row.lat, row.lon, row.population, row.derived) == (12.0, 21.0, 300, True)


def test_the_middle_does_not_jump_at_the_date_line() -> None:
    middle = _Middle()
    middle.add(-17.0, 179.0, 1)
    middle.add(-17.0, -179.0, 1)
    assert abs(middle.place(_AREA).lon or 0.0) == pytest.approx(180.0)


def test_an_area_without_towns_has_no_point() -> None:
    row = _Middle().place(_AREA)
    assert (row.lat, row.lon, row.derived) == (None, None, True)


def test_a_stopped_build_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rashomon.gazetteer.packages.create", stop, raising=True)
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "sub" / "gazetteer.sqlite")
    assert list((tmp_path / "sub").iterdir()) == []


@pytest.mark.slow
def test_the_whole_gazetteer(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = build(tmp_path / "gazetteer.sqlite", lambda done, total: told.append((done, total)))
    gazetteer = Gazetteer.open(path)
    assert told[0] == (0, 1)
    assert told[-1][0] == told[-1][1] > 280_000
    assert [entry.name for entry in tmp_path.iterdir()] == ["gazetteer.sqlite"]
    (capital,) = [row for row in gazetteer.find("Kathmandu") if row.feature == "PPLC"]
    assert (capital.country, capital.admin1_name) == ("NP", "Bagmati")
    assert {row.feature for row in gazetteer.find("Kandahar", "AF")} >= {"ADM1", "PPL"}
    gazetteer.close()
