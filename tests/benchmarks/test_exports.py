import pickle
from pathlib import Path

import pytest

from benchmarks.exports import _tell, made_dossier


def test_the_made_dossier_has_ten_claims_an_event() -> None:
    made = made_dossier(7)
    assert len(made.events) == 7
    assert len(made.claims()) == 70
    assert {claim for event in made.events for claim in event.claims} == set(made.claims())
    assert all(event.findings for event in made.events)


@pytest.mark.parametrize("name", ["ucdp", "parquet"])
def test_a_stored_dossier_is_told(name: str, tmp_path: Path) -> None:
    path = tmp_path / "dossier.pickle"
    path.write_bytes(pickle.dumps(made_dossier(3)))
    assert _tell(name, path).startswith(name)
