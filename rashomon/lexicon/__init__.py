"""Words are data: YAML by language, one file a subject, read once."""

from rashomon.lexicon.kinds import KINDS, Kind
from rashomon.lexicon.load import Section, languages, section
from rashomon.lexicon.tongues import FALLBACK, SPOKEN, Bending, Rule, Shape, Tongue, tongue

__all__ = [
    "FALLBACK",
    "KINDS",
    "SPOKEN",
    "Bending",
    "Kind",
    "Rule",
    "Section",
    "Shape",
    "Tongue",
    "languages",
    "section",
    "tongue",
]
