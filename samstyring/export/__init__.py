"""Renderers that turn records into documents and pictures."""
