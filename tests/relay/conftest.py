"""What the tests of the relay share."""

from tests.relay.postgres_server import postgres, postgres_address
from tests.relay.stores import clock, store

__all__ = ["clock", "postgres", "postgres_address", "store"]
