"""An open journal: one short method per deed. Owns every transaction."""
