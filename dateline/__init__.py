"""Dateline: reads conflict reports and keeps who said what, through whom, how surely."""

__version__ = "0.1.0"
