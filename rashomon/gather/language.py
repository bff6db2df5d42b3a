"""Which language a text is written in."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

__all__ = ["language_of"]

_ENOUGH = 20  # letters; names and numbers alone tell no language
_LONGEST = 5000  # characters looked at: more change nothing
_SURE = 0.5  # below this probability no language is named


def language_of(text: str) -> str | None:
    """Name the ISO 639-1 code of a text's language, or None where it cannot be told.

    Upper case is made lower first: the model was trained on running text.
    """
    sample = text[:_LONGEST].lower()
    if sum(char.isalpha() for char in sample) < _ENOUGH:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
