"""Tests of what each command does to the file."""
