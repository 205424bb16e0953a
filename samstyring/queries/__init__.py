"""Functions that read the database and return records."""
