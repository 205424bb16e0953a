"""Finds, exactly, the choices of candidates that meet the most of the rules of composition."""

from samstyring.suggest.choosing import smallest_change, suggest

__all__ = ["smallest_change", "suggest"]
