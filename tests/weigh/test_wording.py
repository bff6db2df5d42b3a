import pytest

from rashomon.values import VoiceKind
from rashomon.weigh.origins import Origin
from rashomon.weigh.wording import whose


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("doctor", "medic", "a doctor"),
        ("autopsy", "document", "an autopsy"),
        ("village elder", "resident", "a village elder"),
        ("residents", "resident", "residents"),
        ("medical staff", "medic", "medical staff"),
        ("Authorities", "official", "authorities"),
        ("defence ministry", "official", "defence ministry"),
        ("Ada Fell", "medic", "Ada Fell"),
        ("the hospital", "medic", "the hospital"),
        (None, "unnamed", "nobody named"),
    ],
)
def test_an_origin_is_named_as_in_a_sentence(
    name: str | None, kind: VoiceKind, expected: str
) -> None:
    assert whose([Origin("o", name, kind)]) == expected
