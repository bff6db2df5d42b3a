from datetime import date

import pytest

from rashomon.text.days import as_day


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2023-03-16", date(2023, 3, 16)),
        ("2023-03-16T08:00:00+01:00", date(2023, 3, 16)),
        ("9999-99-99", None),
        ("2023-03", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_of_a_text(iso: str | None, expected: date | None) -> None:
    assert as_day(iso) == expected
