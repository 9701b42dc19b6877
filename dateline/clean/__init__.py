"""Report to report with zones: marks, never cuts."""

from dateline.clean.zones import clean

__all__ = ["clean"]
