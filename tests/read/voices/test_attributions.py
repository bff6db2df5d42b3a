"""Who says what, in made sentences of the kind that conflict reporting uses."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.read.voices import find_attributions, tagger_of
from rashomon.values import Span
from tests.factory import page

Read = tuple[str, str, str]


def read(text: str, **fields: object) -> list[Read]:
    """Show the attributions of a text as wording: source, cue, content."""
    made = page(text, **fields)

    def quote(spans: tuple[Span, ...]) -> str:
        return " | ".join(span.of(made.content) for span in spans)

    return [(quote(a.source), quote(a.cue), quote(a.content)) for a in find_attributions(made)]


NEUTRAL = [
    (
        "The army said that nine rebels had died near the river.",
        ("The army", "said", "that nine rebels had died near the river"),
    ),
    (
        "Nine rebels died near the river, said the governor.",
        ("the governor", "said", "Nine rebels died near the river"),
    ),
    (
        "The bridge, the mayor said, was destroyed.",
        ("the mayor", "said", "The bridge | was destroyed"),
    ),
    (
        "Police reported that two officers were wounded.",
        ("Police", "reported", "that two officers were wounded"),
    ),
    (
        "The ministry announced that the road was closed.",
        ("The ministry", "announced", "that the road was closed"),
    ),
    (
        "The spokesman added that the town was calm.",
        ("The spokesman", "added", "that the town was calm"),
    ),
]

CLAIMING = [
    (
        "Villagers claim to have shot nine raiders.",
        ("Villagers", "claim", "to have shot nine raiders"),
    ),
    (
        "The militia claimed to have captured the fort.",
        ("The militia", "claimed", "to have captured the fort"),
    ),
    (
        "The group vowed to attack the capital.",
        ("The group", "vowed", "to attack the capital"),
    ),
    (
        "The rebels claim that they hold the airport.",
        ("The rebels", "claim", "that they hold the airport"),
    ),
    (
        "Officials alleged that the militia burned the village.",
        ("Officials", "alleged", "that the militia burned the village"),
    ),
]

DENYING = [
    (
        "The army denied that its planes had bombed the market.",
        ("The army", "denied", "that its planes had bombed the market"),
    ),
    (
        "The general rejected the accusation.",
        ("The general", "rejected", "the accusation"),
    ),
    (
        "The commander has denied killing civilians.",
        ("The commander", "has denied", "killing civilians"),
    ),
    (
        "The ministry dismissed the report as propaganda.",
        ("The ministry", "dismissed", "the report as propaganda"),
    ),
]

ACCORDING = [
    (
        "According to the hospital, six patients died.",
        ("the hospital", "According to", "six patients died"),
    ),
    (
        "Six patients died, according to the hospital.",
        ("the hospital", "according to", "Six patients died"),
    ),
    (
        "The convoy was ambushed at dawn, according to two witnesses.",
        ("two witnesses", "according to", "The convoy was ambushed at dawn"),
    ),
]

TELLING = [
    (
        "The mayor told Reuters that ten houses had burned.",
        ("The mayor", "told", "that ten houses had burned"),
    ),
    (
        "Tribal elders informed the radio on Monday that troops had left.",
        ("Tribal elders", "informed", "that troops had left"),
    ),
    (
        "A doctor told reporters that ten bodies had arrived.",
        ("A doctor", "told", "that ten bodies had arrived"),
    ),
]

PASSIVE = [
    (
        "Forty people are believed to have drowned.",
        ("", "are believed", "Forty people | to have drowned"),
    ),
    (
        "Two soldiers are reported to have fled.",
        ("", "are reported", "Two soldiers | to have fled"),
    ),
    (
        "It is feared that the dam will burst.",
        ("", "is feared", "that the dam will burst"),
    ),
    (
        "The general was accused of murder.",
        ("", "was accused", "The general | of murder"),
    ),
    (
        "The raid was condemned by the governor.",
        ("the governor", "was condemned", "The raid"),
    ),
]

ADVERBS = [
    (
        "The fort was reportedly shelled on Monday.",
        ("", "reportedly", "The fort was | shelled on Monday"),
    ),
    (
        "The gunmen allegedly fled on foot.",
        ("", "allegedly", "The gunmen | fled on foot"),
    ),
    (
        "Three drones have reportedly crashed.",
        ("", "reportedly", "Three drones have | crashed"),
    ),
]

NOUNS = [
    (
        "There are unconfirmed reports that the fort has fallen.",
        ("", "There are unconfirmed reports", "that the fort has fallen"),
    ),
    (
        "There were reports of heavy losses.",
        ("", "There were reports of", "heavy losses"),
    ),
    (
        "Nobody believed the militia's claim that the fort had fallen.",
        ("the militia's", "claim", "that the fort had fallen"),
    ),
    (
        "The camp was full of rumours of a massacre.",
        ("", "rumours of", "a massacre"),
    ),
]

QUOTED = [
    (
        "“We hold the town,” said Tarek Amin, a rebel commander.",
        ("Tarek Amin, a rebel commander", "said", "“We hold the town,”"),
    ),
    (
        "“We lost our homes. Forty people died,” said Omar Haddad.",
        ("Omar Haddad", "said", "“We lost our homes. Forty people died,”"),
    ),
    (
        "Tarek Amin, a former police chief, said: “We took two towns. We will go on.”",
        (
            "Tarek Amin, a former police chief,",
            "said",
            "“We took two towns. We will go on.”",
        ),
    ),
    (
        "“We took two towns,” he said. “We will go on.”",
        ("he", "said", "“We took two towns,” | “We will go on.”"),
    ),
    (
        '"They came at night," the widow told the radio.\n\n"Nobody helped us."',
        ("the widow", "told", '"They came at night," | "Nobody helped us."'),
    ),
    (
        "“The war,” he said, “is over.”",
        ("he", "said", "“The war,” | “is over.”"),
    ),
]

RELAYED = [
    (
        "The agency quoted a witness as saying that nine people died.",
        [
            ("The agency", "quoted", "a witness as saying that nine people died"),
            ("a witness", "as saying", "that nine people died"),
        ],
    ),
    (
        "The minister was quoted by the newspaper as saying that nine people died.",
        [
            (
                "the newspaper",
                "was quoted",
                "The minister | as saying that nine people died",
            ),
            ("The minister", "as saying", "that nine people died"),
        ],
    ),
    (
        "The daily quoted a tweet by the mayor as saying: “The town is free. We are safe.”",
        [
            (
                "The daily",
                "quoted",
                "a tweet by the mayor as saying: “The town is free. We are safe.”",
            ),
            ("the mayor", "as saying", "“The town is free. We are safe.”"),
        ],
    ),
]

SUBJECTS = [
    (
        "He also mocked the army and said that the war had begun.",
        ("He", "said", "that the war had begun"),
    ),
    (
        "The rebels left the town, saying that they had no food.",
        ("The rebels", "saying", "that they had no food"),
    ),
    (
        "Witnesses who said that they saw smoke have fled.",
        ("who", "said", "that they saw smoke"),
    ),
    (
        "A statement saying that the war was over was a fake.",
        ("A statement", "saying", "that the war was over"),
    ),
]

TOLLS = [
    ("Police put the death toll at 12.", ("Police", "put", "the death toll at 12")),
    ("Rescuers put the number of dead at 40.", ("Rescuers", "put", "the number of dead at 40")),
    ("The ministry put the figure at nine.", ("The ministry", "put", "the figure at nine")),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *NEUTRAL,
        *CLAIMING,
        *DENYING,
        *ACCORDING,
        *TELLING,
        *PASSIVE,
        *ADVERBS,
        *NOUNS,
        *QUOTED,
        *SUBJECTS,
        *TOLLS,
    ],
)
def test_attribution(text: str, expected: Read) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(("text", "expected"), RELAYED)
def test_relay_and_origin(text: str, expected: list[Read]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nine rebels died near the river.",
        "The convoy left the town at dawn and reached the border.",
        "The army shelled the market on Monday, killing four people.",
        "",
        "“",
    ],
)
def test_plain_assertion_has_no_attribution(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Police: nine dead in raid", ("Police", ":", "nine dead in raid")),
        ("Nine dead in raid: police", ("police", ":", "Nine dead in raid")),
        ("Army chief: war is over", ("Army chief", ":", "war is over")),
    ],
)
def test_headline_names_its_speaker(title: str, expected: Read) -> None:
    assert read("The town was calm.", title=title) == [expected]


def test_attribution_is_nested_in_the_one_whose_content_holds_it() -> None:
    text = "The agency reported that the mayor said that nine people had died."
    outer, inner = find_attributions(page(text))
    assert (outer.within, inner.within) == (None, 0)


def test_quoted_speech_is_its_speakers_word_alone() -> None:
    assert read("“The rebels said they had left,” the mayor said.") == [
        ("the mayor", "said", "“The rebels said they had left,”")
    ]


def test_nothing_crosses_a_line() -> None:
    text = "Rebels take fort\nclaim to have shot nine raiders."
    assert all("\n" not in "".join(each) for each in read(text))


@settings(max_examples=25)
@given(st.text(alphabet="ab said“”\"'‘’,.:\n ", max_size=80))
def test_every_piece_quotes_the_text_in_order(text: str) -> None:
    made = page(text)
    for attribution in find_attributions(made):
        assert attribution.cue
        assert attribution.content
        for pieces in (attribution.source, attribution.cue, attribution.content):
            assert all(span.of(made.content).strip() for span in pieces)
            assert all(left.end <= right.start for left, right in pairwise(pieces))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Two soldiers reported killed in raid", ()),
        ("Fifteen fighters said killed near Ardan", ()),
        ("Two soldiers reported gunfire near Ardan.", ("Two soldiers",)),
        ("Two soldiers said rebels were killed near Ardan.", ("Two soldiers",)),
    ],
)
@pytest.mark.parametrize("with_tagger", [False, True])
def test_who_is_reported_killed_reports_nothing(
    *, text: str, source: tuple[str, ...], with_tagger: bool
) -> None:
    found = find_attributions(page(text), tagger_of("en") if with_tagger else None)
    assert [tuple(span.of(text) for span in each.source) for each in found] == [source]
