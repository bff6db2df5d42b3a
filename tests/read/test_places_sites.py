import pytest

from rashomon.read.page import span_of
from rashomon.read.places.dateline import dateline_of
from rashomon.read.places.ranker import Ranker, ranker_of
from rashomon.read.places.sites import sites_of
from rashomon.read.places.words import words_of
from rashomon.values import Place
from tests.factory import page, span


def sites(text: str, *known: str) -> list[str]:
    read = page(text)
    places = [Place(span=span(text, name), name=name) for name in known]
    found = sites_of(read, read.sentences[0], places, words_of("en"))
    return [span_of(read.doc[site.first : site.last]).of(text) for site in found]


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Soldiers entered Zorvan.", (), ["Zorvan"]),
        ("A bomb exploded at Zorvan Military Airport.", ("Zorvan",),
         ["Zorvan", "Zorvan Military Airport"]),
        ("Clashes broke out in Sar-e-Zor and Al-Mira.", (), ["Sar-e-Zor", "Al-Mira"]),
        ("Two men died in Zorvan Monday.", (), ["Zorvan"]),
        ("After the talks nobody left.", (), []),
        ("BOMB HITS ZORVAN", ("ZORVAN",), ["ZORVAN"]),
    ],
)  # fmt: skip
def test_every_name_of_a_sentence_is_a_site(
    text: str, known: tuple[str, ...], expected: list[str]
) -> None:
    assert sites(text, *known) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ZORVAN, Ohio (AP) -- Two men died.", True),
        ("ZORVAN – Two men died.", True),
        ("ZORVAN, 9 May (Radio Zor) -- Two men died.", True),
        ("Two men died.\nZORVAN - One more died.", True),
        ("Zorvan is quiet - for now.", False),
        ("Zorvan-based rebels left.", False),
        ("In ZORVAN - two men died.", False),
    ],
)
def test_a_dateline_opens_a_paragraph_before_a_dash(text: str, expected: bool) -> None:  # noqa: FBT001
    name = "ZORVAN" if "ZORVAN" in text else "Zorvan"
    assert bool(dateline_of(page(text), Place(span=span(text, name), name=name))) is expected


def test_clues_add_up_to_a_chance() -> None:
    ranker = Ranker(bias=-1.0, weights={"left=in": 2.0, "by agent": -800.0})
    assert ranker.chance(frozenset()) < ranker.chance({"left=in", "never seen"})
    assert ranker.chance({"by agent"}) == pytest.approx(0.0)


def test_the_order_of_clues_changes_no_chance() -> None:
    large = {f"{sign}{at}": sign * 2.0**at for at in range(60, 70) for sign in (1, -1)}
    ranker = Ranker(bias=0.0, weights={**large, "left=in": 2.0})
    assert ranker.chance({*ranker.weights}) == Ranker(bias=2.0, weights={}).chance(frozenset())


def test_a_language_that_nobody_trained_has_no_ranker() -> None:
    assert ranker_of("xx") is None
