"""Values survive the way to a record and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.codec import decode, encode
from rashomon.errors import DataError
from rashomon.values import Claim, Event, Reading, Report

# a coordinate is never NaN, and NaN would not equal itself
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
deep = settings(max_examples=25, suppress_health_check=list(HealthCheck))


@deep
@given(st.from_type(Reading))
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    assert decode(Reading, json.loads(json.dumps(encode(reading)))) == reading


@deep
@given(st.from_type(Event))
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    assert decode(Event, json.loads(json.dumps(encode(event)))) == event


def test_a_field_that_is_not_known_is_left_out() -> None:
    assert decode(Report, {"id": "a", "text": "b", "mood": "c"}) == Report(id="a", text="b")


@pytest.mark.parametrize("data", [None, [], "claim", {"id": "a"}])
def test_what_is_no_claim_is_refused_by_name(data: object) -> None:
    with pytest.raises(DataError, match="Claim"):
        decode(Claim, data)
