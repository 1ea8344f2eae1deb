"""What a library holds, in figures: of which years and types its sources are, and which
of them are cited.
"""

from loccit.workspace.statistics.charts import Chart, charts_of, heading
from loccit.workspace.statistics.count import Statistics, statistics_of
from loccit.workspace.statistics.svg import draw

__all__ = ["Chart", "Statistics", "charts_of", "draw", "heading", "statistics_of"]
