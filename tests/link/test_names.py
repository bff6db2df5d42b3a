"""Names compared with the words of English news."""

import pytest

from rashomon.link import alike
from rashomon.text.names import NameKind


@pytest.mark.parametrize(
    ("kind", "a", "b", "same"),
    [
        ("person", "Maulvi Qasim Durrani", "Qasem Dorrani", True),
        ("person", "Gen. Lara Whitcombe", "Lara Whitcomb", True),
        ("person", "Karim Daud", "Karim Khan Daud", False),
        ("place", "Pul-e Khumri", "Pol-e-Khomri", True),
        ("place", "Dasht-e Archi", "Dasht-e Qala", False),
        ("org", "Orvane Steel Corp.", "Orvane Steel Corporation", True),
        ("org", "Islamic Front of Toland", "Islamic Front of Meria", False),
    ],
)
def test_the_lexicon_knows_titles_particles_and_legal_forms(
    kind: NameKind, a: str, b: str, *, same: bool
) -> None:
    assert (alike(a, b, kind) > 0.5) is same
