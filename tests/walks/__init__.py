"""Whole ways through several layers."""
