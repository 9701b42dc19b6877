"""Times: found by a grammar in the report's words, resolved against its publication date."""

from dateline.read.times.find import find_times, resolve_time

__all__ = ["find_times", "resolve_time"]
