"""Tell without a parse whether a report can speak of violence or protest.

A report passes if it holds any form of the lexicon's words for such happenings, those left out that
are so common elsewhere ("take", "meet") that they say nothing alone.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.lexicon import KINDS, section
from rashomon.read.happenings.words import words_of
from rashomon.text.shadow import shadow

__all__ = ["forms_of", "may_tell"]

_WORD = re.compile(r"[^\W\d_]+")
_SOUGHT = ("Political violence", "Demonstrations")  # disorder types; a kind can be of both


def may_tell(text: str, language: str) -> bool:
    """Tell whether a text can hold a claim of violence or protest.

    Always true in a language in which no one counted which words are common elsewhere. How many
    claims a wrong "no" costs stands in decision 0012.
    """
    telling = _telling(language)
    return not telling or not telling.isdisjoint(_WORD.findall(shadow(text).lower()))


@cache
def forms_of(language: str) -> frozenset[str]:
    """Return every form of the words that can name violence or protest, one word each."""
    words = words_of(language)
    sought = {name for name, act in words.acts.items() if act.kind is None or _is_sought(act.kind)}
    verbs = {
        verb
        for verb, patterns in words.verbs.items()
        if any(pattern.act.name in sought for pattern in patterns)
    }
    at = 0 if words.noun_first else -1
    nouns = {key[at] for key, phrase in words.nouns.items() if phrase.value in sought}
    forms = verbs | nouns
    forms |= {form for form, verb in words.verb_forms.items() if verb in verbs}
    forms |= {form for form, noun in words.noun_forms.items() if noun in nouns}
    return frozenset(found[-1] for form in forms if (found := _WORD.findall(form)))


@cache
def _telling(language: str) -> frozenset[str]:
    common = section(language, "screen").words("common")
    return forms_of(language) - common if common else frozenset()


def _is_sought(kind: str) -> bool:
    return any(disorder in KINDS[kind].disorder_type for disorder in _SOUGHT)
