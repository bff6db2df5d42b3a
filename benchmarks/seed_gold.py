"""The gold claims of the founding reports, and when a claim of the reader fits one."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.text.folding import fold
from rashomon.values import Claim, Span, Voice

__all__ = ["Gold", "load_gold"]

_TERRITORY = {"Non-state actor overtakes territory"}
_FIGHTING = {"Armed clash", "Unspecified violence"}
# The gold's types are finer than the event kinds: which kinds are right for each.
_KINDS: dict[str, set[str]] = {
    "territory_loss": _TERRITORY,
    "territory_gain": _TERRITORY,
    "fatalities": _FIGHTING,
    "wounded": _FIGHTING,
    "casualties": _FIGHTING,
    "clash": {"Armed clash"},
    "response": {"Statement only"},
    "statement": {"Statement only", "Diplomacy", "Peaceful protest"},
    "denial": {"Statement only"},
    "opinion": {"Statement only"},
    "background:takeover": {*_TERRITORY, "Non-violent transfer of territory", "Other"},
    "background:residence": {"Statement only", "Other"},
    "background:control": {*_TERRITORY, "Other", "Non-violent transfer of territory"},
    "background:departure": {"Displacement", "Other"},
    "background:displacement": {"Displacement"},
    "background:talks": {"Agreement", "Diplomacy"},
    "other_event:curfew": {"Other"},
    "history": {*_FIGHTING, *_TERRITORY, "Other"},
    "history:killing": {"Suicide bomb", "Attack"},
    "framing": {*_FIGHTING, "Other"},
    "movement": {"Change to group/activity"},
    "intention": {*_TERRITORY, "Change to group/activity", "Statement only"},
    "preparation": {*_TERRITORY, "Change to group/activity"},
    "control": {*_TERRITORY, "Other"},
    "search": {"Other", "Arrests"},
    "retaliation": {*_FIGHTING, "Attack"},
}
_MEASURES = {
    "fatalities": {"killed"},
    "history:killing": {"killed"},
    "wounded": {"wounded"},
    "casualties": {"casualties"},
}
_VIA = re.compile(r", via ([^)]+)\)")
_SAME = re.compile(r"= ([^;)]+)")
_NOT_REALISED = {"intention", "preparation"}
_CHAINS = {
    "A2", "A4", "A6", "A8", "A12", "A13", "B2", "B3", "B4",
    *(f"B{number}" for number in range(9, 18)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold claim; `figure` is low, best, high."""

    id: str
    report: str
    type: str
    content: Span
    triggers: tuple[Span, ...]
    chain: tuple[str, ...]
    cues: tuple[Span, ...]
    figure: tuple[int | None, int | None, int | None] | None
    event: str | None

    @property
    def is_opinion(self) -> bool:
        """Tell whether the claim is an opinion, which nobody has to find."""
        return self.type == "opinion"

    @property
    def chain_is_asked(self) -> bool:
        """Tell whether the chain of voices has to be complete."""
        return self.id in _CHAINS

    def touches(self, claim: Claim) -> bool:
        """Tell whether the claim's trigger lies in the gold's words (a statement: or its cue)."""
        spans = (self.content, *(self.cues if claim.kind == "Statement only" else ()))
        return claim.report == self.report and any(span.meets(claim.trigger) for span in spans)

    def fits(self, claim: Claim) -> bool:
        """Tell whether kind and figure are right."""
        return claim.kind in _KINDS[self.type] and self._figure_fits(claim)

    def accepts(self, claim: Claim) -> bool:
        """Tell whether the claim may stand as a reading of this gold claim.

        A second trigger of one gold claim may leave its figure to the first; it may not change it.
        """
        return (
            self.touches(claim)
            and claim.kind in _KINDS[self.type]
            and (self._figure_fits(claim) or not claim.figures)
            and self._reality_fits(claim)
            and self._currency_fits(claim)
        )

    def chain_fits(self, claim: Claim) -> bool:
        """Tell whether the voices are those of the gold, one by one from the publisher inward.

        A relay that the gold only supposes ("Sources (..., via Toto News)") may be left out.
        """
        inner = list(claim.voices[1:])
        for wanted in self.chain[1:]:
            relay = _VIA.search(wanted)
            if relay and inner and _fits(relay[1], inner[0]):
                del inner[0]
            if not inner or not _fits(wanted, inner.pop(0)):
                return False
        return not inner

    def _figure_fits(self, claim: Claim) -> bool:
        if self.figure is None:
            return True
        measures = _MEASURES.get(self.type)
        return any(
            (figure.low, figure.best, figure.high) == self.figure
            and (measures is None or figure.measure in measures)
            for figure in claim.figures
        )

    def _reality_fits(self, claim: Claim) -> bool:
        if self.type in _NOT_REALISED:
            return claim.reality in ("planned", "hypothetical")
        return claim.reality == "actual" or self.type in ("statement", "response", "denial")

    def _currency_fits(self, claim: Claim) -> bool:
        event = self.event or ""
        if event.startswith(("BG_", "HI_")):
            return claim.currency == "background"
        if event.startswith("OT_"):
            return claim.currency == "other"
        return claim.currency == "news" if event.startswith("EV1") else True


def load_gold(path: Path) -> tuple[Gold, ...]:
    """Load the gold claims of `gold.json`."""
    return tuple(_gold(record) for record in json.loads(path.read_text(encoding="utf-8"))["claims"])


def _gold(record: dict[str, Any]) -> Gold:
    number = record.get("number")
    if number and "of the" in record["text"]:
        number = {**number, "low": number["point"], "high": number["point"]}
    return Gold(
        id=record["id"],
        report=record["doc"],
        type=record["type"],
        content=Span(*record["content"]),
        triggers=tuple(Span(*span) for span, _ in record.get("trigger", [])),
        chain=tuple(record["chain"]),
        cues=tuple(Span(*record[key][0]) for key in ("cue", "cue2") if key in record),
        figure=(number["low"], number["point"], number["high"]) if number else None,
        event=record["event"],
    )


def _fits(wanted: str, voice: Voice) -> bool:
    """Compare a voice with the gold's wording: "The news agency = NAME", "He (= NAME)"."""
    plain, _, note = wanted.partition(" (")
    if plain in ("unstated", "reports", "unconfirmed reports"):
        return voice.kind in ("unnamed", "document")
    if plain == "tweet":
        return voice.kind == "social"
    named = _bare(voice.name or "")
    meant = [*plain.split(" = "), *_SAME.findall(note)]
    return any(_bare(name) in named or (named and named in _bare(name)) for name in meant)


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ")
