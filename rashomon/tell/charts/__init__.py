"""Static drawings of events, each with the table behind it."""

from rashomon.tell.charts.days import draw_days
from rashomon.tell.charts.drawing import Drawing
from rashomon.tell.charts.places import draw_map
from rashomon.tell.charts.relay import draw_relay
from rashomon.tell.charts.toll import draw_toll

__all__ = ["Drawing", "draw_days", "draw_map", "draw_relay", "draw_toll"]
