"""Tests of the file, the journal and the lock."""
