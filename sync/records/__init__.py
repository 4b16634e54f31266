"""Sharing's tables: SQL, run inside the journal's own transaction. Callers own the transaction."""
