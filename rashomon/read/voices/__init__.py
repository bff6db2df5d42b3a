"""Who says what: attributions, and the chain of voices behind every claim."""

from rashomon.read.voices.attributions import find_attributions
from rashomon.read.voices.chains import Response, Told, Voices
from rashomon.read.voices.tagger import missing_part, tagger_of

__all__ = ["Response", "Told", "Voices", "find_attributions", "missing_part", "tagger_of"]
