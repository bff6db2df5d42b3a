from __future__ import annotations

import pytest

from rashomon.lexicon import Rule, tongue


@pytest.mark.parametrize(
    ("language", "verb", "forms"),
    [
        ("en", "kill", {"killing", "killed", "kills"}),
        ("en", "seize", {"seizing", "seized", "seizes"}),
        ("en", "carry", {"carrying", "carryed", "carries", "carried"}),
        ("en", "stab", {"stabing", "stabed", "stabs", "stabbed", "stabbing"}),
        ("fr", "lancer", {"lance", "lancé", "lança", "lancent"}),
        ("fr", "assiéger", {"assiège", "assiégé", "assiégeait"}),
        ("fr", "périr", {"péri", "périssent", "périt"}),
    ],
)
def test_verbs_bend_by_the_rules_of_spelling(language: str, verb: str, forms: set[str]) -> None:
    assert forms <= {*tongue(language).verbs.forms(verb)}


@pytest.mark.parametrize(
    ("language", "noun", "forms"),
    [
        ("en", "ambush", {"ambushes"}),
        ("en", "enemy", {"enemies"}),
        ("en", "convoy", {"convoys"}),
        ("fr", "combattant", {"combattants", "combattante", "combattantes"}),
        ("fr", "hôpital", {"hôpitaux", "hôpitals", "hôpitale", "hôpitales"}),
        ("fr", "corps", set()),
    ],
)
def test_nouns_bend_by_the_rules_of_spelling(language: str, noun: str, forms: set[str]) -> None:
    assert {*tongue(language).nouns.forms(noun)} == forms


def test_a_rule_asks_for_a_name_and_features() -> None:
    rule = Rule("VBN", frozenset({"VERB"}), frozenset({"Tense=Past"}))
    assert rule.fits("VERB", ["Tense=Past", "VerbForm=Part"])
    assert not rule.fits("VERB", ["VerbForm=Part"])
    assert not rule.fits("NOUN", ["Tense=Past"])
