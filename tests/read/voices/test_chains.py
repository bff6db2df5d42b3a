"""The chain of voices behind a claim and its certainty, in made sentences."""

from __future__ import annotations

import pytest

from rashomon.read.voices import Told, Voices, find_attributions
from rashomon.values import Passage, Span
from tests.factory import page, span

Chain = list[tuple[str | None, str]]


def voices_of(text: str, **fields: object) -> Voices:
    made = page(text, publisher="Daily", **fields)
    return Voices(made, find_attributions(made))


def told(text: str, trigger: str, occurrence: int = 0) -> Told:
    return voices_of(text).told(span(text, trigger, occurrence))


def chain(text: str, trigger: str, occurrence: int = 0) -> Chain:
    """Show the voices after the publisher."""
    return [(voice.name, voice.kind) for voice in told(text, trigger, occurrence).voices[1:]]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The army shelled the market.", "shelled", []),
        (
            "Villagers claim to have shot nine raiders.",
            "shot",
            [("Villagers", "resident")],
        ),
        (
            "Troops clashed with rebels, the Havar news agency reported.",
            "clashed",
            [("Havar", "agency")],
        ),
        (
            "Troops have reportedly clashed with rebels, the Havar news agency reported.",
            "clashed",
            [("Havar", "agency"), ("reportedly", "unnamed")],
        ),
        (
            "Local sources told Radio Vale on Monday that rebels had taken two towns.",
            "taken",
            [("Radio Vale", "outlet"), ("Local sources", "unnamed")],
        ),
        (
            "A doctor told reporters that nine people had died.",
            "died",
            [("doctor", "medic")],
        ),
        (
            "Tarek Amin, a former police chief, said that nine people had died.",
            "died",
            [("Tarek Amin", "official")],
        ),
        (
            "The rebel spokesman said nine soldiers had died.",
            "died",
            [("rebel spokesman", "party")],
        ),
        (
            "There are unconfirmed reports that the fort has fallen.",
            "fallen",
            [("unconfirmed reports", "unnamed")],
        ),
        (
            "Sources said there were reports of heavy losses.",
            "losses",
            [("Sources", "unnamed"), ("reports", "unnamed")],
        ),
        (
            "State television, citing military sources, said rebels had died.",
            "died",
            [("State television", "outlet"), ("military sources", "unnamed")],
        ),
        (
            "Nine people died, Reuters reported, quoting local officials.",
            "died",
            [("Reuters", "agency"), ("local officials", "official")],
        ),
        (
            "Hospital officials told The Associated Press that nine people had died.",
            "died",
            [("Associated Press", "outlet"), ("Hospital officials", "medic")],
        ),
        ("No group has said that it took part in the raid.", "raid", []),
        (
            "The fort fell at dawn, according to two witnesses.",
            "fell",
            [("two witnesses", "witness")],
        ),
        (
            "The fort fell at dawn, according to a relief charity.",
            "fell",
            [("relief charity", "ngo")],
        ),
        (
            "Forty people are believed to have drowned.",
            "drowned",
            [("are believed", "unnamed")],
        ),
        (
            "The minister was quoted by the newspaper as saying that nine people died.",
            "died",
            [("newspaper", "outlet"), ("minister", "official")],
        ),
    ],
)
def test_chain(text: str, trigger: str, expected: Chain) -> None:
    assert chain(text, trigger) == expected


def test_tweet_relayed_by_an_agency_named_before() -> None:
    text = (
        "Troops clashed with rebels, the Havar news agency reported.\n\n"
        "The news agency quoted a tweet by former minister Karim Vale as saying: "
        "“Two towns were freed. The war goes on.”"
    )
    assert chain(text, "freed") == [
        ("Havar", "agency"),
        ("tweet", "social"),
        ("Karim Vale", "official"),
    ]


def test_publisher_comes_first() -> None:
    first = told("Villagers claim to have shot nine raiders.", "shot").voices[0]
    assert (first.name, first.kind, first.span) == ("Daily", "publisher", None)


def test_span_quotes_the_mention_and_name_is_resolved() -> None:
    text = "Karim Vale, the mayor, said troops had left. He said nine people had died."
    voice = told(text, "died").voices[-1]
    assert voice.span is not None
    assert (voice.name, voice.kind, voice.span.of(text)) == ("Karim Vale", "official", "He")


def test_surname_stands_for_the_full_name() -> None:
    text = "Karim Vale, the mayor, said troops had left. Later Vale said nine people had died."
    assert chain(text, "died") == [("Karim Vale", "official")]


def test_bare_sources_go_on_with_the_medium_that_was_told() -> None:
    text = (
        "Local sources told Radio Vale that rebels had taken two towns. "
        "Sources said that many soldiers had died."
    )
    assert chain(text, "died") == [("Radio Vale", "outlet"), ("Sources", "unnamed")]


def test_named_sources_do_not_inherit_a_medium() -> None:
    text = (
        "Local sources told Radio Vale that rebels had taken two towns. "
        "The mayor said that many soldiers had died."
    )
    assert chain(text, "died") == [("mayor", "official")]


def test_first_person_goes_on_without_a_cue() -> None:
    text = "The widow told that I lost my sons. There is no peace in my village since the raid."
    assert chain(text, "raid") == [("widow", "resident")]


def test_new_paragraph_ends_free_indirect_speech() -> None:
    text = "The widow told that I lost my sons.\n\nThere was a raid in my village."
    assert chain(text, "raid") == []


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The army shelled the market.", "shelled", "asserted"),
        ("Police said that nine people had died.", "died", "asserted"),
        ("The governor confirmed that nine people had died.", "died", "asserted"),
        ("Villagers claim to have shot nine raiders.", "shot", "claimed"),
        ("The rebels said that nine soldiers had died.", "died", "claimed"),
        ("The army said that nine rebels had died.", "died", "claimed"),
        ("“We shot nine raiders,” said Karim Vale.", "shot", "claimed"),
        ("The fort was reportedly shelled.", "shelled", "hearsay"),
        ("Sources said that nine people had died.", "died", "hearsay"),
        ("Forty people are believed to have drowned.", "drowned", "hearsay"),
        ("There are unconfirmed reports that the fort has fallen.", "fallen", "unconfirmed"),
        ("The mayor could not confirm that nine people had died.", "died", "unconfirmed"),
        ("The spokesman refused to confirm that civilians died.", "died", "unconfirmed"),
        ("The army denied that its planes had bombed the market.", "bombed", "denied"),
        ("The commander has denied killing civilians.", "killing", "denied"),
        ("The army did not deny that its planes had bombed the market.", "bombed", "claimed"),
        ("The rebels have not commented.", "commented", "no comment"),
    ],
)
def test_certainty(text: str, trigger: str, expected: str) -> None:
    assert told(text, trigger).certainty == expected


def test_denied_part_in_an_attack_is_no_denial_of_the_attack() -> None:
    assert told("The group denied involvement in the attack.", "attack").voices[1:] == ()


def test_claimed_responsibility_is_no_source_for_the_attack() -> None:
    assert told("The group claimed responsibility for the attack.", "attack").voices[1:] == ()


def test_condemning_an_attack_does_not_tell_it() -> None:
    assert told("The governor condemned the attack.", "attack").voices[1:] == ()


@pytest.mark.parametrize(
    ("text", "trigger", "silent"),
    [
        ("The rebels have not commented.", "commented", "rebels"),
        ("The rebels have not officially commented yet.", "commented", "rebels"),
        ("However, the militia has yet to comment.", "comment", "militia"),
        ("The army has yet to respond.", "respond", "army"),
        ("The ministry declined to comment on the raid.", "comment", "ministry"),
        ("Officials refused to answer.", "answer", "Officials"),
        ("There was no immediate comment from the army.", "comment", "army"),
        ("The ministry made no comment.", "comment", "ministry"),
        ("The governor could not be reached for comment.", "comment", "governor"),
        ("The mayor was not available for comment.", "comment", "mayor"),
    ],
)
def test_silence_is_a_response_and_never_a_denial(text: str, trigger: str, silent: str) -> None:
    voices = voices_of(text)
    (response,) = voices.responses()
    assert (response.trigger, response.voice.name) == (span(text, trigger), silent)
    assert voices.told(response.trigger).certainty == "no comment"


@pytest.mark.parametrize(
    "text",
    [
        "The army commented on the raid.",
        "The police responded to the attack within minutes.",
        "The rebels have not left the town.",
    ],
)
def test_deeds_are_no_silence(text: str) -> None:
    assert voices_of(text).responses() == ()


def test_statement_gives_the_chain_of_a_whole_attribution() -> None:
    text = "The agency reported that the mayor said that the market was calm."
    made = voices_of(text).statement(1)
    assert made is not None
    assert [voice.name for voice in made.voices] == ["Daily", "agency", "mayor"]


def test_mere_stand_is_no_statement() -> None:
    assert voices_of("The governor condemned the attack.").statement(0) is None


def test_teaser_says_nothing() -> None:
    text = "Also read: police said that nine people died"
    teaser = (Passage(Span(0, len(text)), "teaser"),)
    voices = voices_of(text, passages=teaser)
    assert voices.told(span(text, "died")).voices[1:] == ()


def test_publisher_without_a_name() -> None:
    made = page("The army shelled the market.")
    assert Voices(made, ()).told(Span(9, 16)).voices[0].name is None


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Red Front denied it. A spokesman for the group, Amin, said six died.", "Red Front"),
        ("Hamid Nur, a commander of the local force, said six died.", "local force"),
        ("Red Front spokesman Yusuf Amin said six died.", "Red Front"),
        ("Colonel Karim Nur, an army spokesman, said six died.", "army"),
        ("The Red Front said six fighters died.", "Red Front"),
        ("Police spokesman Karim Nur said six died.", None),
        ("A hospital spokesman said six died.", None),
        ("A doctor said six died.", None),
    ],
)
def test_side_that_a_voice_speaks_for(text: str, side: str | None) -> None:
    assert told(text, "died").voices[-1].side == side


def test_surname_keeps_the_side_of_the_full_name() -> None:
    text = "Red Front spokesman Yusuf Amin denied it.\n\nAmin said six fighters died."
    assert told(text, "died").voices[-1].side == "Red Front"


def test_label_before_a_headline_speaks_not() -> None:
    made = page("Rain fell.", publisher="Daily", title="Correction: six miners died in Vale")
    assert find_attributions(made) == ()


def test_a_newspaper_stands_between_its_author_and_the_report() -> None:
    text = "In an article in the Washington Post, Tarek Amin claimed to have taken the town."
    assert chain(text, "taken") == [("Washington Post", "outlet"), ("Tarek Amin", "official")]


def test_its_report_is_the_agencys() -> None:
    text = "In its report on fighting in the valley, the Havar news agency gave no figures."
    assert chain(text, "fighting") == [("Havar", "agency")]


def test_an_unknown_they_has_no_name() -> None:
    assert chain("They said nine people had died.", "died") == [(None, "unnamed")]


def test_kin_do_not_make_a_named_person_a_resident() -> None:
    assert chain("His son Tarek Amin said nine people had died.", "died") == [
        ("Tarek Amin", "official")
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Market bombing: 12 dead", []), ("Police: 12 dead", [("Police", "official")])],
)
def test_a_headlines_topic_is_no_speaker(title: str, expected: Chain) -> None:
    made = page("The sun shone.", title=title, publisher="Daily")
    voices = Voices(made, find_attributions(made)).told(span(made.content, "dead")).voices
    assert [(voice.name, voice.kind) for voice in voices[1:]] == expected
