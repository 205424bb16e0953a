"""Tests of the exact choice of candidates."""
