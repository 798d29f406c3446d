"""Run the migrations on the connection, and in the transaction, of the store that is being opened."""

from alembic import context

from dealwire.stores.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
