"""Stories, aligned claims, and where they differ or agree."""

from pipeline.compare.groups.origins import origins, sketch
from pipeline.compare.stage import Found, compare

__all__ = ["Found", "compare", "origins", "sketch"]
