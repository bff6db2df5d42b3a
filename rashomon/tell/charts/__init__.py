"""Static drawings as plain coordinates; the templates turn them into SVG."""

from rashomon.tell.charts.relay import Relay, draw_relay
from rashomon.tell.charts.toll import Toll, draw_toll

__all__ = ["Relay", "Toll", "draw_relay", "draw_toll"]
