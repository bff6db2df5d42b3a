import pytest

from rashomon.tell.exports.cells import Cell, joined, one_line, safe, to_csv


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("guards", "guards"),
        ("=1+1", "'=1+1"),
        ("-dash", "'-dash"),
        ("＝1+1", "'＝1+1"),
        ("\tx", "' x"),
        (" =1", " =1"),
        ("a\x00b\u202ec", "a b c"),
        ("می\u200cخواهد", "می\u200cخواهد"),
        (-2.5, -2.5),
        (0, 0),
        (None, ""),
    ],
)
def test_safe(cell: Cell, shown: Cell) -> None:
    assert safe(cell) == shown


def test_a_text_on_one_line() -> None:
    assert one_line(" a\n\n b\x00 ") == "a b"
    assert one_line(None) == ""


def test_joined_texts_can_be_split_again() -> None:
    assert joined(["a; b", None, "c"]) == "a, b;;c"


def test_a_column_that_a_row_lacks_is_empty() -> None:
    assert to_csv(("a", "b"), [{"b": "x,y"}, {"a": 1}]) == 'a,b\n,"x,y"\n1,\n'
