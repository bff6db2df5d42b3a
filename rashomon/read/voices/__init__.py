"""Who says what: attributions, and the chain of voices behind every claim."""

from rashomon.read.voices.attributions import find_attributions
from rashomon.read.voices.chains import Response, Told, Voices

__all__ = ["Response", "Told", "Voices", "find_attributions"]
