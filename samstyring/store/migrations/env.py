"""Alembic's entry: run the steps on the connection that the program hands over."""

from alembic import context

from samstyring.store.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the program's own transaction holds them all
)
context.run_migrations()
