"""A library in figures: its years and types, and which of its sources are cited."""

from loccit.workspace.statistics.charts import Chart, charts_of, heading
from loccit.workspace.statistics.count import Statistics, statistics_of
from loccit.workspace.statistics.svg import draw

__all__ = ["Chart", "Statistics", "charts_of", "draw", "heading", "statistics_of"]
