"""The database file: tables, engine, recorder and migrations."""
