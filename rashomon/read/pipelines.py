"""The spaCy pipeline of each language: loaded at its first report, once."""

from __future__ import annotations

from functools import partial

import spacy
from spacy.language import Language
from thinc.api import use_ops

from rashomon.errors import MissingPartError
from rashomon.lexicon import Tongue, tongue
from rashomon.read.trees import reshaped

__all__ = ["Pipelines"]


class Pipelines:
    """Holds the pipelines that were asked for; each gives trees that the rules know."""

    def __init__(self, model: str | None = None) -> None:
        """Start with none, or with the pipeline `model` for the language that it is made for.

        Raises:
            MissingPartError: `model` is not installed.
        """
        self.model = model
        own = _load(model, f"pip install {model.replace('_', '-')}") if model else None
        self._loaded = {own.lang: _finished(own)} if own is not None else {}

    def of(self, language: str) -> Language:
        """Return the pipeline of a language that has a lexicon.

        Raises:
            MissingPartError: it is not installed; the message tells how to get it.
        """
        if language not in self._loaded:
            own = tongue(language)
            self._loaded[language] = _finished(_load(own.model, own.install))
        return self._loaded[language]


def _load(model: str, install: str) -> Language:
    try:
        # numpy's own matrix product: four times as fast as blis on the machine of RESULTS.md,
        # with no token tagged or parsed otherwise in 40,000
        with use_ops("numpy", use_blis=False):
            return spacy.load(model)
    except OSError as error:
        msg = f"no spaCy pipeline {model!r} is installed: run `{install}`"
        raise MissingPartError(msg) from error


def _finished(pipeline: Language) -> Language:
    """Let the pipeline end with the turn of its trees, where they are not what the rules know."""
    own: Tongue = tongue(pipeline.lang)
    if own.shape is not None:
        name = f"rashomon_trees_{own.code}"
        Language.component(name, func=partial(reshaped, shape=own.shape))
        pipeline.add_pipe(name)
    return pipeline
