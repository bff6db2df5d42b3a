from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.fr import French
from spacy.tokens import Doc

from rashomon.lexicon import Shape, tongue
from rashomon.read.trees import reshaped

VOCAB = French().vocab


@cache
def french() -> Shape:
    shape = tongue("fr").shape
    assert shape is not None
    return shape


def turned(rows: str) -> dict[str, tuple[str, str, str]]:
    """Turn a tree of lines "word pos label head features"; give label, head and tag by word."""
    words = [line.split() for line in rows.strip().split("\n")]
    forms = [word[0] for word in words]
    doc = Doc(
        VOCAB,
        words=forms,
        pos=[word[1] for word in words],
        deps=[word[2] for word in words],
        heads=[forms.index(word[3]) for word in words],
        morphs=[word[4] if len(word) > 4 else "" for word in words],
        lemmas=[word[5] if len(word) > 5 else word[0].lower() for word in words],
    )
    return {t.text: (t.dep_, t.head.text, t.tag_) for t in reshaped(doc, french())}


PARTICIPLE = "Tense=Past|VerbForm=Part"


def test_a_preposition_stands_over_its_noun() -> None:
    tree = turned(f"""
        Des DET det soldats
        soldats NOUN nsubj arrivés Number=Plur
        sont AUX aux:tense arrivés Number=Plur être
        arrivés VERB ROOT arrivés {PARTICIPLE}
        à ADP case Ardan
        Ardan PROPN obl:arg arrivés
    """)
    assert tree["à"] == ("prep", "arrivés", "IN")
    assert tree["Ardan"] == ("pobj", "à", "NNP")


def test_who_did_it_stands_under_an_agent() -> None:
    tree = turned(f"""
        Trois NUM nummod civils
        civils NOUN nsubj:pass tués Number=Plur
        ont AUX aux:tense tués Number=Plur avoir
        été AUX aux:pass tués {PARTICIPLE} être
        tués VERB ROOT tués {PARTICIPLE} tuer
        par ADP case rebelles
        les DET det rebelles
        rebelles NOUN obl:mod tués Number=Plur
    """)
    assert tree["civils"][:2] == ("nsubjpass", "tués")
    assert tree["été"][0] == "auxpass"
    assert tree["par"][:2] == ("agent", "tués")
    assert tree["rebelles"][:2] == ("pobj", "par")
    assert tree["tués"][2] == "VBN"


def test_being_stands_over_what_somebody_is() -> None:
    tree = turned("""
        Le DET det ministre
        ministre NOUN nsubj responsable Number=Sing
        est AUX cop responsable Number=Sing être
        responsable ADJ ROOT responsable
        . PUNCT punct responsable
    """)
    assert tree["est"][:2] == ("ROOT", "est")
    assert tree["ministre"][:2] == ("nsubj", "est")
    assert tree["responsable"][:2] == ("acomp", "est")


def test_a_verb_of_saying_stands_over_what_is_said_before_it() -> None:
    tree = turned(f"""
        Elle PRON nsubj morte
        est AUX aux:tense morte Number=Sing être
        morte VERB ROOT morte {PARTICIPLE} mourir
        , PUNCT punct déclaré
        a AUX aux:tense déclaré Number=Sing avoir
        déclaré VERB conj morte {PARTICIPLE} déclarer
        mardi NOUN nsubj déclaré Number=Sing
        le DET det maire
        maire NOUN obj déclaré Number=Sing
    """)
    assert tree["déclaré"][:2] == ("ROOT", "déclaré")
    assert tree["morte"][:2] == ("ccomp", "déclaré")
    assert tree["maire"][:2] == ("nsubj", "déclaré")
    assert tree["mardi"][:2] == ("npadvmod", "déclaré")


def test_only_the_second_half_of_a_negation_denies() -> None:
    tree = turned(f"""
        Ils PRON nsubj attaqué
        n' ADV advmod attaqué
        ont AUX aux:tense attaqué Number=Plur avoir
        pas ADV advmod attaqué
        attaqué VERB ROOT attaqué {PARTICIPLE}
    """)
    assert (tree["n'"][0], tree["pas"][0]) == ("advmod", "neg")


def test_a_mark_before_an_infinitive_is_to_and_others_govern_it() -> None:
    tree = turned("""
        tente VERB ROOT tente Number=Sing tenter
        de ADP mark prendre
        prendre VERB xcomp tente VerbForm=Inf
        sans ADP mark tuer
        tuer VERB advcl tente VerbForm=Inf
    """)
    assert tree["de"] == ("aux", "prendre", "TO")
    assert tree["sans"][:2] == ("prep", "tente")
    assert tree["tuer"] == ("pcomp", "sans", "VB")


def test_a_name_hangs_on_its_last_word() -> None:
    tree = turned("""
        dit VERB ROOT dit Number=Sing dire
        Ahmad PROPN nsubj dit
        Zaki PROPN flat:name Ahmad
    """)
    assert tree["Zaki"][:2] == ("nsubj", "dit")
    assert tree["Ahmad"][:2] == ("compound", "Zaki")


def test_a_tree_of_words_without_a_parse_is_left() -> None:
    doc = Doc(VOCAB, words=["Bonjour", "."])
    assert reshaped(doc, french()) is doc


LABELS = ["nsubj", "obj", "obl:mod", "case", "cop", "mark", "aux:tense", "conj", "flat:name",
          "nummod", "acl:relcl", "advmod", "nmod", "appos", "parataxis", "punct"]  # fmt: skip
POS = ["VERB", "NOUN", "PROPN", "ADJ", "ADP", "AUX", "NUM", "ADV", "DET", "PUNCT", "PRON"]
WORDS = ["dit", "à", "de", "neuf", "pas", "ne", "selon", "mardi", "tuer", ",", "entre", "soldats"]


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    length = draw(st.integers(1, 9))
    words = [draw(st.sampled_from(WORDS)) for _ in range(length)]
    heads = [0, *(draw(st.integers(0, at - 1)) for at in range(1, length))]
    labels = ["ROOT", *(draw(st.sampled_from(LABELS)) for _ in range(1, length))]
    pos = [draw(st.sampled_from(POS)) for _ in range(length)]
    morphs = [draw(st.sampled_from(["", "VerbForm=Inf", "Number=Plur", PARTICIPLE]))
              for _ in range(length)]  # fmt: skip
    return Doc(VOCAB, words=words, heads=heads, deps=labels, pos=pos, morphs=morphs, lemmas=words)


@given(trees())
def test_any_tree_stays_one_tree(doc: Doc) -> None:
    """Whatever the parser makes of broken text, every word still leads to one root."""
    words = [token.text for token in doc]
    turned_doc = reshaped(doc, french())
    assert [token.text for token in turned_doc] == words
    roots = [token for token in turned_doc if token.head == token]
    assert len(roots) == 1
    for token in turned_doc:
        assert token == roots[0] or roots[0].is_ancestor(token)


@pytest.mark.parametrize("language", ["en"])
def test_a_language_whose_trees_are_known_has_no_shape(language: str) -> None:
    assert tongue(language).shape is None
