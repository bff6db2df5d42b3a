import sys

import pytest

from rashomon.errors import MissingPartError, UsageError
from rashomon.tell import FORMATS, Format, choose
from tests.tell.made import dossier, empty, hostile


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda each: each.name)
@pytest.mark.parametrize("made", [dossier(), hostile(), empty()], ids=["made", "hostile", "empty"])
def test_a_format_makes_the_same_bytes_of_any_dossier(chosen: Format, made: object) -> None:
    first = dict(chosen.make(made))  # type: ignore[arg-type]
    assert first == dict(chosen.make(made))  # type: ignore[arg-type]
    assert first


def test_no_two_formats_write_the_same_file() -> None:
    names = [name for each in FORMATS for name, _ in each.make(dossier())]
    assert len(names) == len(set(names))


def test_formats_come_in_the_order_of_the_table() -> None:
    assert [each.name for each in choose(["ucdp", "html", "ucdp"])] == ["html", "ucdp"]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="no format 'pdf'"):
        choose(["pdf"])


def test_a_format_says_which_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "rashomon.tell.exports.parquet", raising=False)
    (parquet,) = choose(["parquet"])
    with pytest.raises(MissingPartError, match=r"parquet needs pyarrow: pip install 'rashomon\["):
        parquet.make(empty())
