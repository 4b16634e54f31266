"""The encrypted database: one connection, one transaction helper, one module per table."""
