"""Bytes to Report: the only place where text is made."""

from dateline.intake.take import LIMIT, take

__all__ = ["LIMIT", "take"]
