"""Tests of the example that comes with the program."""
