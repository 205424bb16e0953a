"""Functions that change the database, one module a noun."""
