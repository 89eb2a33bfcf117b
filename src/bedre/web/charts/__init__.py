"""Charts as geometry: plain functions that say where everything stands, drawn by `web/chart/*.html` as SVG without a script.

A view makes a chart and gives it to its template, which says `{% chart it %}`. Every chart with an axis has its figures as a table
behind it, since a picture alone tells nothing to who cannot see it.
"""

from .line import line
from .parts import Flag, Level, Point
from .small import bars, spark, squares
from .steps import Series, steps

__all__ = ["Flag", "Level", "Point", "Series", "bars", "line", "spark", "squares", "steps"]
