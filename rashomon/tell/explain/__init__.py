"""How one report was read: its words marked, its claims, and what decided each part of them."""

from rashomon.tell.explain.claims import ClaimView, claim_views
from rashomon.tell.explain.page import explain_page
from rashomon.tell.explain.record import explain_record
from rashomon.tell.explain.terminal import claim_list, claim_reasons, legend, marked_text

__all__ = [
    "ClaimView",
    "claim_list",
    "claim_reasons",
    "claim_views",
    "explain_page",
    "explain_record",
    "legend",
    "marked_text",
]
