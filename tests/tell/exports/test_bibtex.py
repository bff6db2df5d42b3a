from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.tell.exports.bibtex import bibliography
from rashomon.tell.exports.citations import citations
from rashomon.tell.exports.plain import plain
from rashomon.values import Dossier, Report
from tests.tell.made import dossier, empty, hostile


def _parsed(made: Dossier) -> list[tuple[str, str, dict[str, str]]]:
    library = parse_string(bibliography(made))
    assert not library.failed_blocks
    return [
        (each.entry_type, each.key, {field.key: field.value for field in each.fields})
        for each in library.entries
    ]


def _decoded(made: Dossier, field: str) -> list[str]:
    library = parse_string(bibliography(made), append_middleware=[LatexDecodingMiddleware()])
    return [str(each[field]).strip("{}") for each in library.entries]


def test_entries() -> None:
    found = _parsed(dossier())
    assert [(kind, key) for kind, key, _ in found] == [
        ("online" if each.url else "misc", each.key) for each in citations(dossier())
    ]
    _, _, first = found[0]
    assert first == {
        "title": "{Guards hold Orla bridge against raiders}",
        "author": "{Ada Fell}",
        "organization": "Hill Post",
        "howpublished": "Hill Post",
        "date": "2023-03-15",
        "year": "2023",
        "month": "3",
        "url": "https://hillpost.example/orla?a=1&b=2",
        "langid": "english",
    }


def test_hostile_texts_stay_in_their_fields() -> None:
    ((kind, _, fields),) = _parsed(hostile())
    assert kind == "online"
    assert fields["url"] == "https://x.example/%22onmouseover=%22alert(1)"
    assert _decoded(hostile(), "organization") == [plain(hostile().reports[0].publisher)]


@settings(max_examples=60)
@given(st.text(alphabet="ab \\{}#$%&_^~@,=", min_size=1).filter(plain))
def test_specials_come_back(title: str) -> None:
    report = Report(id="r", title=title, text="t", publisher=title)
    made = Dossier(reports=(report,), readings=(), events=())
    ((_, _, fields),) = _parsed(made)
    inner = fields["title"][1:-1]
    assert inner.count("{") == inner.count("}")
    assert inner.count("braceleft") == plain(title).count("{")
    (back,) = _decoded(made, "organization")
    assert _letters(back) == _letters(title)


def _letters(text: str) -> str:
    """Set aside spaces, the braces that the decoder drops, and the modifier it takes for "^"."""
    return "".join(char for char in text if char not in " {}").replace("ˆ", "^")


def test_nothing_read_is_an_empty_file() -> None:
    assert bibliography(empty()) == ""
