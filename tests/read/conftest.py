"""What the tests of reading share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.gazetteer import Gazetteer
from tests.gazetteer.places import small_gazetteer


@pytest.fixture(name="gazetteer", scope="module")
def _gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    directory: Path = tmp_path_factory.mktemp("gazetteer")
    gazetteer = Gazetteer.open(small_gazetteer(directory / "small.sqlite"))
    yield gazetteer
    gazetteer.close()
