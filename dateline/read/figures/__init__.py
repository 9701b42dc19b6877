"""Figures: numbers found by a grammar in the report's words, with their bounds and what they count."""

from dateline.read.figures.find import find_figures

__all__ = ["find_figures"]
