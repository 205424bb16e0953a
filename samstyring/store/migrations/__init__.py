"""The steps from one format of the file to the next, run by Alembic."""
