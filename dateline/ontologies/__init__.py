"""Codes of other ontologies for the event kinds of a reading: one table, editable without code."""

from dateline.ontologies.codes import KINDS, codes, describe, violence

__all__ = ["KINDS", "codes", "describe", "violence"]
