"""Bringing a file of an older format up to the current one; a failure leaves it as it was."""

from pathlib import Path

from alembic import command as alembic
from alembic.config import Config
from sqlalchemy import Connection, Engine

from samstyring.store.engine import WRITE, open_engine
from samstyring.store.files import FORMAT

_SCRIPTS = "samstyring:store/migrations"


def migrate_file(path: Path) -> None:
    """Take the file to the current format in one transaction."""
    engine = open_engine(path, read_only=False)
    try:
        migrate(engine)
    finally:
        engine.dispose()


def migrate(engine: Engine) -> None:
    """Run the steps the database lacks, all or none, and write the format in its header."""
    with engine.connect().execution_options(**WRITE) as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        alembic.upgrade(_config(connection), "head")
        connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
        connection.commit()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", _SCRIPTS)
    config.attributes["connection"] = connection
    return config
